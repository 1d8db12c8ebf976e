"""Dates in a line, read with the words of all languages, because Indonesian pages may print English months.

Input: a cleaned line. Output: each date in it with its place, and why it is no day if it is none.
"""

import re
from datetime import date, datetime, time, timedelta, timezone
from typing import NamedTuple

from kliping.cleaning.lexicon.alternatives import folded
from kliping.cleaning.lexicon.languages.dates import DateWords
from kliping.cleaning.words import words_by_blocks

YEARS = range(1945, 2100)
"""Other numbers in the place of a year are typing errors."""
CENTURY, SHORT_YEARS = 2000, 100
"""A year below `SHORT_YEARS`, written with two digits, is in this century."""
MONTHS = 12
HALF_DAY, LAST_HOUR, LAST_MINUTE = 12, 23, 59
FARTHEST_ZONE = 14
"""Hours between Greenwich and the farthest zone."""
BEFORE_YEAR = 60
"""Characters of a date before its year, at most."""
CLOCK_REACH = 20
"""Characters of a clock time before its day, with `am` or `pm` and zone, at most."""
WEEKDAY_REACH = 14
"""Characters of a weekday before its day, at most."""
_YEAR = re.compile(r"\d\d{3}")  # twice as fast as \d{4}: its first sign says where to look
_FIGURES = re.compile(r"\d[/.-]\d\d?(?:[/.-]\d|\s\d{4}\s\d\d:)")
_SHORT_YEAR = re.compile(r"(?<![\d/.,-])(?P<d3>\d{1,2})(?P<sep>[/.-])(?P<m3>\d{1,2})(?P=sep)(?P<y3>\d\d)(?![\d/-]|[.,:]\d)")
"""A date with a short year, `11/19/19`, which inside other text may be anything."""
_PARTS = ("d1", "mon1", "y1", "d2", "mon2", "y2", "d3", "m3", "y3", "d4", "m4", "y4", "d5", "m5", "y5", "h2", "min2", "sep")


class FoundDate(NamedTuple):
    """A date in a line, together with its weekday and clock time."""

    start: int
    end: int
    day: date | None
    """None if there is no such day; `problem` then says why."""
    value: str
    """ISO 8601."""
    precision: str
    problem: str | None


class Calendar:
    """Reads dates."""

    def __init__(self, words: DateWords) -> None:
        self._words = words

    def find(self, text: str, *, month_first: bool | None = False) -> list[FoundDate]:
        """All dates with day, month and year in a line, in order.

        `month_first`: whether 5/12/2022 means May, as in the United States; None if that is unknown.
        """
        year = _YEAR.search(text)
        if year is None or not (_FIGURES.search(text) or self._names_month(text)):
            return []
        first = max(0, year.start() - BEFORE_YEAR)
        return [self._read(text, match, month_first) for match in self._words.date.finditer(text, first)]

    def find_in_head(self, text: str, *, month_first: bool | None = False) -> list[FoundDate]:
        """Likewise in a line about the piece itself: two-digit years count, and a zone of time tells the order."""
        if self._words.american_clock.search(text):
            month_first = True
        elif month_first is None and self.tells_zone(text):
            month_first = False
        found = self.find(text, month_first=month_first)
        return found or [self._read(text, match, month_first) for match in _SHORT_YEAR.finditer(text)]

    def tells_zone(self, text: str) -> bool:
        """Whether a clock time in a line has a zone of a country that writes the day first."""
        return self._words.other_clock.search(text) is not None

    def tells_event(self, text: str) -> bool:
        """Whether a day stands in brackets, as in sentences and captions: `Nama berpidato, Senin (6/3/2030)`."""
        return self._words.event.search(text) is not None

    def orders_spelled(self, text: str) -> set[bool]:
        """For the dates that name their month, whether the month stands first: `March 4, 2030`, not `4 March 2030`."""
        if not _YEAR.search(text) or not self._names_month(text):
            return set()
        return {match["mon2"] is not None for match in self._words.date.finditer(text) if match["mon1"] or match["mon2"]}

    def _names_month(self, text: str) -> bool:
        """Whether a line may name a month."""
        if not all(map(self._words.months.keys().isdisjoint, words_by_blocks(text))):
            return True
        return self._words.glued_month.search(text) is not None

    def _read(self, text: str, match: re.Match[str], month_first: bool | None) -> FoundDate:
        part = dict.fromkeys(_PARTS) | match.groupdict()
        after = self._words.clock_after.match(text, match.end())
        start = self._without_weekday(text, match.start())
        before = None if after else self._words.clock_before.search(text[max(0, start - CLOCK_REACH) : start])
        beside = after or before
        clock = self._clock(beside.groupdict() if beside else {"h": part["h2"], "min": part["min2"]})
        start = self._without_weekday(text, start - len(before[0])) if before else start
        end = after.end() if after and clock else match.end()
        day, month, year = _numbers(part, self._words.months, bool(month_first))
        try:
            found = _as_day(day, month, year, is_in_doubt=month_first is None and part["sep"] is not None)
        except ValueError as error:
            problem = f"`{match[0].strip()}` cannot be read as a day: {error}"
            return FoundDate(start, end, None, "", "day", problem)
        value = datetime.combine(found, clock).isoformat() if clock else found.isoformat()
        return FoundDate(start, end, found, value, "minute" if clock else "day", None)

    def weekday_before(self, text: str, start: int) -> int | None:
        """The number of the weekday right before a place in the text, from 1 for Monday."""
        weekday = self._words.weekday_before.search(text[max(0, start - WEEKDAY_REACH) : start])
        return self._words.weekdays[folded(weekday["weekday"])] if weekday else None

    def _without_weekday(self, text: str, start: int) -> int:
        """Where the weekday before `start` begins; `start` itself if there is none."""
        weekday = self._words.weekday_before.search(text[max(0, start - WEEKDAY_REACH) : start])
        return start - len(weekday[0]) if weekday else start

    def _clock(self, part: dict[str, str | None]) -> time | None:
        if part["h"] is None:
            return None
        hour, minute = int(part["h"] or 0), int(part["min"] or 0)
        half = (part.get("half") or "").lower()
        if half:
            hour = hour % HALF_DAY + (HALF_DAY if half.startswith("p") else 0)
        if hour > LAST_HOUR:
            return None
        return time(hour, minute, tzinfo=self._zone(part.get("zone"), part.get("offset")))

    def _zone(self, name: str | None, offset: str | None) -> timezone | None:
        known = self._words.zones.get((name or "").upper())
        if offset and (known in (None, "+00:00")):
            known = offset
        if not known:
            return None
        sign = -1 if known.startswith("-") else 1
        digits = known.lstrip("+-").replace(":", "")
        hours, minutes = int(digits[:2]), int(digits[2:] or 0)
        is_zone = hours <= FARTHEST_ZONE and minutes <= LAST_MINUTE
        return timezone(sign * timedelta(hours=hours, minutes=minutes)) if is_zone else None


def _as_day(day: int, month: int, year: int, *, is_in_doubt: bool) -> date:
    """The day. Raises ValueError if there is no such day, the year is a typing error, or there are two readings."""
    if is_in_doubt and day <= MONTHS and day != month:
        raise ValueError("two readings")
    if year not in YEARS:
        raise ValueError(f"year {year}")
    return date(year, month, day)


def _numbers(part: dict[str, str | None], months: dict[str, int], month_first: bool | None) -> tuple[int, int, int]:
    for n in "12":
        name = part[f"mon{n}"]
        if name:
            return int(part[f"d{n}"] or 0), months[folded(name)], int(part[f"y{n}"] or 0)
    for n in "45":
        if part[f"y{n}"]:
            return int(part[f"d{n}"] or 0), int(part[f"m{n}"] or 0), int(part[f"y{n}"] or 0)
    first, second, year = int(part["d3"] or 0), int(part["m3"] or 0), int(part["y3"] or 0)
    year += CENTURY if year < SHORT_YEARS else 0
    if (month_first and first <= MONTHS) or second > MONTHS >= first:
        first, second = second, first
    return first, second, year
