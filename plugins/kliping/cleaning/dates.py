"""Dates in a line, read with the words of all languages: an Indonesian page may print English months.

Input: a cleaned line. Output: each date in it, with its place, or why it cannot be one.
"""

import re
from datetime import date, datetime, time, timedelta, timezone
from typing import NamedTuple

from kliping.cleaning.phrases import words_expression
from kliping.knowledge import Knowledge

YEARS = range(1945, 2100)
"""Other numbers in a year's place are typing errors."""


class FoundDate(NamedTuple):
    """A date in a line, with the weekday and clock time that belong to it."""

    start: int
    end: int
    day: date | None
    """None where the calendar has no such day; `problem` then says so."""
    value: str
    """ISO 8601."""
    precision: str
    problem: str | None
    numeric: bool
    """Written in figures only, such as 19/8/2024."""


class Calendar:
    """The expressions for dates, made once from the months, weekdays and zones of all languages."""

    def __init__(self, knowledge: Knowledge) -> None:
        languages = knowledge.languages.values()
        self._months = {name.casefold(): n for one in languages for name, n in one.months.items()}
        self._zones = {name.upper(): offset for one in languages for name, offset in one.zones.items()}
        weekdays = words_expression(name for one in languages for name in one.weekdays)
        months = words_expression(name for one in languages for name in one.months)
        zones = words_expression(self._zones)
        clock = (
            r"(?P<h>[0-2]?\d)[:.](?P<min>[0-5]\d)(?:[:.][0-5]\d)?(?!\d)(?:\s?(?P<half>[ap]\.?m\b\.?))?"
            rf"(?:\s?\(?(?P<zone>{zones})?\s?(?P<offset>[+-]\d\d?(?::?\d\d)?)?\)?)?"
        )
        gap = r"\s?(?:[,|/·•\[(–—-]|at|pukul|pkl\.?|jam)?\s{0,3}"
        figures = r"(?<![\d/.,-])(?P<d3>\d{1,2})(?P<sep>[/.-])(?P<m3>\d{1,2})(?P=sep)(?P<y3>\d{4})(?![\d/]|-\d)"
        days = "|".join(
            (
                rf"(?<![\d/.,])(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?[\s-]?(?P<mon1>{months})\.?,?[\s-]?(?P<y1>\d{{4}})(?!\d)",
                rf"(?P<mon2>{months})\.?,?\s?(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<y2>\d{{4}})(?!\d)",
                figures,
                r"(?<!\d)(?P<y4>\d{4})-(?P<m4>\d\d)-(?P<d4>\d\d)(?!\d)(?:T(?=\d))?",
            )
        )
        before = r"(?P<before>[0-2]?\d:[0-5]\d)[,\s]\s?"
        self._date = re.compile(
            rf"(?:(?P<weekday>{weekdays})\.?\s?[,/]?\s?\(?)?(?:{before})?(?:{days})(?:{gap}{clock})?", re.IGNORECASE
        )
        self._worth = re.compile(r"\d{4}")
        self.weekday = re.compile(weekdays, re.IGNORECASE)

    def find(self, text: str, *, month_first: bool = False) -> list[FoundDate]:
        """All dates with a day, month and year, in order.

        `month_first`: figures such as 5/12/2022 mean May, as in the United States.
        """
        if not self._worth.search(text):
            return []
        return [self._read(match, month_first) for match in self._date.finditer(text)]

    def _read(self, match: re.Match[str], month_first: bool) -> FoundDate:
        part = match.groupdict()
        numeric = part["d3"] is not None
        day, month, year = _numbers(part, self._months, month_first)
        try:
            if year not in YEARS:
                raise ValueError(f"year {year}")
            found = date(year, month, day)
        except ValueError:
            problem = f"`{match[0].strip()}` is no day of the calendar"
            return FoundDate(match.start(), match.end(), None, "", "day", problem, numeric)
        clock = self._clock(part)
        if clock is None:
            return FoundDate(match.start(), match.end(), found, found.isoformat(), "day", None, numeric)
        value = datetime.combine(found, clock).isoformat()
        return FoundDate(match.start(), match.end(), found, value, "minute", None, numeric)

    def _clock(self, part: dict[str, str | None]) -> time | None:
        if part["before"]:
            hour, minute = part["before"].split(":")
            return time(int(hour), int(minute)) if int(hour) < 24 else None
        if not part["h"] or not part["min"]:
            return None
        hour_number = int(part["h"])
        half = (part["half"] or "").lower()
        if half:
            hour_number = hour_number % 12 + (12 if half.startswith("p") else 0)
        if hour_number > 23:
            return None
        return time(hour_number, int(part["min"]), tzinfo=self._zone(part["zone"], part["offset"]))

    def _zone(self, name: str | None, offset: str | None) -> timezone | None:
        known = self._zones.get((name or "").upper())
        if offset and (known in (None, "+00:00")):
            known = offset
        if not known:
            return None
        sign = -1 if known.startswith("-") else 1
        digits = known.lstrip("+-").replace(":", "")
        hours, minutes = int(digits[:2]), int(digits[2:] or 0)
        return timezone(sign * timedelta(hours=hours, minutes=minutes)) if hours < 15 and minutes < 60 else None


def _numbers(part: dict[str, str | None], months: dict[str, int], month_first: bool) -> tuple[int, int, int]:
    for n in "12":
        name = part[f"mon{n}"]
        if name:
            return int(part[f"d{n}"] or 0), months[name.casefold()], int(part[f"y{n}"] or 0)
    if part["y4"]:
        return int(part["d4"] or 0), int(part["m4"] or 0), int(part["y4"])
    first, second, year = int(part["d3"] or 0), int(part["m3"] or 0), int(part["y3"] or 0)
    if (month_first and first <= 12) or second > 12 >= first:
        first, second = second, first
    return first, second, year
