"""Dates and times of day in the words of all languages.

Input: languages. Output: `DateWords`, whose expressions are each built once, when first asked for.
"""

import re
from collections.abc import Iterable
from functools import cached_property

from kliping.cleaning.lexicon.alternatives import words_expression
from kliping.cleaning.lexicon.languages.language_words import LanguageWords

_SPACE_LOST = r"(?<=(?-i:[a-z]))(?=(?-i:[A-Z]))"
"""A capital right behind a small letter, where a space was lost: `Nama NamaMarch 4, 2030`."""
_NOT_INSIDE = rf"(?:{_SPACE_LOST}|(?!(?<=[^\W\d_m])[^\W\d_]))"
"""Not between two letters, where no date begins, unless behind `am` or `pm` or where a space was lost."""
_YEAR_ENDS = r"(?:(?!\d)|(?=\d{1,2}(?::\d\d|\s[A-Z][a-z]+\s\d{4}(?!\d))))"
"""No digit follows a year, unless it begins a clock time, or another day, before which a space was lost."""
_SPACED = r":\s(?=[0-5]\d:\s[0-5]\d(?!\d))"
"""A colon with a space behind it, if the next one has one too: `14: 17: 13`."""
_HALF = r"[ap]\.?m"
"""`am`, `p.m.`: they are no words of a language file, because the code calculates with what they mean."""


class DateWords(LanguageWords):
    """What dates are made of; all expressions but those for zones find letters in any case."""

    @cached_property
    def months(self) -> dict[str, int]:
        """The number of a month, from 1, by its names in small letters."""
        return {name.casefold(): n for one in self._languages for name, n in one.months.items()}

    @cached_property
    def weekdays(self) -> dict[str, int]:
        """The number of a weekday, from 1 for Monday, by its names in small letters."""
        return {name.casefold(): n for one in self._languages for name, n in one.weekdays.items()}

    @cached_property
    def zones(self) -> dict[str, str]:
        """Hours and minutes from Greenwich by a zone's name in capitals."""
        return {name.upper(): offset for one in self._languages for name, offset in one.zones.items()}

    @cached_property
    def _month(self) -> str:
        return self._any(lambda one: one.months)

    @cached_property
    def _any_month(self) -> str:
        """A month without borders, for places where a space was lost."""
        return "|".join(sorted(self.months, key=len, reverse=True))

    @cached_property
    def _american(self) -> str:
        """A zone of a country that writes the month first."""
        return self._any(lambda one: one.month_first_zones)

    @cached_property
    def date(self) -> re.Pattern[str]:
        """A date with day, month and year in one of five forms, whose groups have the form's number.

        Programs that many sites use print `March 4 19:09 2030`, in the second, and `03/04 2030 06:44PM`, the fifth.
        """
        ends = _either(end for one in self._languages for end in one.ordinal_ends)
        glued = rf"(?:(?<=\d{{4}})|(?<=[ap]m)|{_SPACE_LOST})(?:{self._any_month})"
        forms = (
            rf"(?:(?<![\d/.,])|(?<=[a-z]\s\d{{4}}))(?P<d1>\d{{1,2}})(?:{ends})?(?:\.\s|[\s./-])?(?P<mon1>{self._month})\.?,?[\s/-]?(?P<y1>\d{{4}}){_YEAR_ENDS}",
            r"(?<![\d/.,-])(?P<d3>\d{1,2})(?P<sep>[/.-])(?P<m3>\d{1,2})(?P=sep)(?P<y3>\d{4})(?![\d/]|-\d)",
            r"(?<![\d/.-])(?P<y4>\d{4})(?P<sep4>[/.-])(?P<m4>\d\d?)(?P=sep4)(?P<d4>\d\d?)(?!\d|/)(?:T(?=\d))?",
            rf"(?P<mon2>{self._month}|{glued})\.?,?\s?(?P<d2>\d{{1,2}})(?:{ends})?(?:\s?[.,]?\s|,)(?:(?P<h2>[0-2]?\d):(?P<min2>[0-5]\d)\s)?(?P<y2>\d{{4}}){_YEAR_ENDS}",
            rf"(?<![\d/.,-])(?P<m5>[01]\d)/(?P<d5>[0-3]\d)\s(?P<y5>\d{{4}})(?=\s\d\d:\d\d\s?{_HALF}\b)",
        )
        return re.compile(rf"{_NOT_INSIDE}(?:{'|'.join(forms)})", re.IGNORECASE)

    @cached_property
    def glued_month(self) -> re.Pattern[str]:
        """A month behind a word from which the space was lost."""
        return re.compile(rf"[a-z](?=[A-Z])(?i:{self._any_month})")

    @cached_property
    def _zone(self) -> str:
        """A zone, also with a word in small letters or a figure glued behind it."""
        return words_expression(self.zones) + rf"|(?:{'|'.join(sorted(self.zones))})(?=(?-i:[A-Z][a-z])|\d)"

    @cached_property
    def clock_after(self) -> re.Pattern[str]:
        """A clock time right behind a date."""
        clock_words = _either(word for one in self._languages for word in one.clock_words)
        return re.compile(
            rf"\s?(?:[,|/·•\[(–—-]\s{{0,3}})?(?:@|{clock_words})?\s{{0,3}}"
            rf"(?P<h>[0-2]?\d)(?:[:.]|{_SPACED})(?P<min>[0-5]\d)(?::\s?[0-5]\d|\.[0-5]\d)?(?!\d)(?:\s?(?P<half>{_HALF}(?:\b\.?|(?=(?-i:[A-Z])))))?"
            rf"(?:\s?\(?(?:(?P<zone>{self._zone})|(?-i:{self._american})|(?-i:[A-Z]{{2,4}}T\b))?\s?(?P<offset>[+-]\d\d?(?::?\d\d)?)?\)?)?",
            re.IGNORECASE,
        )

    @cached_property
    def clock_before(self) -> re.Pattern[str]:
        """A clock time right before a date."""
        day_words = _either(word for one in self._languages for word in one.day_words)
        return re.compile(
            rf"(?<![\d+])(?<!:\d\d-)(?P<h>[0-2]?\d):(?P<min>[0-5]\d)(?:\s?(?P<half>{_HALF}\b\.?))?"
            rf"(?:\s(?:(?P<zone>{self._zone})|(?-i:[A-Z]{{2,4}})))?,?\s{{1,2}}(?:[•|]\s|(?:{day_words})\s)?$",
            re.IGNORECASE,
        )

    @cached_property
    def weekday(self) -> re.Pattern[str]:
        """The name of a weekday."""
        return re.compile(self._any(lambda one: one.weekdays), re.IGNORECASE)

    @cached_property
    def weekday_before(self) -> re.Pattern[str]:
        """A weekday right before a date."""
        any_weekday = "|".join(sorted({name for one in self._languages for name in one.weekdays}, key=len, reverse=True))
        weekday = rf"(?P<weekday>{self.weekday.pattern}|{_SPACE_LOST}(?:{any_weekday}))"
        return re.compile(rf"{weekday}\.?\s?[,/]?\s?\(?$", re.IGNORECASE)

    @cached_property
    def american_clock(self) -> re.Pattern[str]:
        """A clock time with a zone of a country that writes the month first."""
        return re.compile(rf"\d\s?(?:{_HALF}\.?\s?)?(?-i:{self._american})", re.IGNORECASE)

    @cached_property
    def other_clock(self) -> re.Pattern[str]:
        """A clock time with a zone of a country that writes the day first."""
        others = self.zones.keys() - {name for one in self._languages for name in one.month_first_zones} - {"UTC", "Z"}
        return re.compile(rf"\d\s?(?:{_HALF}\.?\s?)?(?-i:{words_expression(others)})", re.IGNORECASE)

    @cached_property
    def clock_told(self) -> re.Pattern[str]:
        """A time of day that can be nothing else: `9:41 AM`, `06.30 WIB`."""
        zone = rf"(?:{'|'.join(sorted(self.zones))})(?![A-Za-z])"
        return re.compile(rf"\d[:.]\d\d ?(?:[AaPp]\.?[Mm]\b|{zone})")

    @cached_property
    def day_without_year(self) -> re.Pattern[str]:
        """A day without year, ` March 18`, at the end of a line, before a bar or before a time of day."""
        return re.compile(rf"\s{self._month}\.? \d{{1,2}}(?=$|\s[|•]|,? at \d|,? \d{{1,2}}:\d\d)", re.IGNORECASE)

    @cached_property
    def clock_without_day(self) -> re.Pattern[str]:
        """A time of day without day, ` at 11:30 AM`, ` on 11:30`, at the end of a line."""
        words = _either(word for one in self._languages for word in (*one.clock_words, *one.day_words))
        return re.compile(rf"\s(?:{words})\s\d\d?[:.]\d\d(?: ?[ap]\.?m\.?)?$", re.IGNORECASE)

    @cached_property
    def event(self) -> re.Pattern[str]:
        """A weekday with a day in brackets behind it."""
        return re.compile(rf"[\w)], {self.weekday.pattern} \(\d", re.IGNORECASE)


def _either(words: Iterable[str]) -> str:
    """An expression for any of these words, longest first, even if a figure is glued to one: `pukul09.00`."""
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))
