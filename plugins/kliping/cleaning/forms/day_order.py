"""What a line tells about whether 5/12/2022 is a day in May or in December.

Input: a cleaned line, with the dates found in it where they are needed. Output: what it tells.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime

from kliping.cleaning.lexicon.calendar import CENTURY, MONTHS, SHORT_YEARS, Calendar, FoundDate
from kliping.days import day_of

DAYS = 31
NEAR, FAR = 3, 10
"""A day that names its month decides between two readings if one is at most so many days away, and the other at least."""
_FIGURES = re.compile(r"(\d(?<![\d/.-]\d)\d?)([/.-])(\d{1,2})\2((?:20)?\d\d)(?![\d/-]|[.,:]\d)")
_TWELVE_HOURS = re.compile(r",?\s\d\d?:\d\d(?P<seconds>:\d\d)?\s?[ap]\.?m\b", re.IGNORECASE)
SHORT_YEAR = 2
"""Digits of a year without its century."""
PAIR = 2
_STAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d ")
_LATE_CLOCK = re.compile(r"\W{1,4}(?:[a-z]{2,5} )?(?:1[3-9]|2[0-3])[:.][0-5]\d")


def has_figures(text: str) -> bool:
    """Whether a line holds a date in figures."""
    return _FIGURES.search(text) is not None


def has_late_clock(text: str) -> bool:
    """Whether an hour after noon on a 24-hour clock stands behind a date in figures: there, the day comes first.

    >>> has_late_clock("08/11/2023 | 20:26"), has_late_clock("08/11/2023 | 8:26 PM")
    (True, False)
    """
    return any(_LATE_CLOCK.match(text, match.end()) for match in _FIGURES.finditer(text))


def has_american_clock(text: str) -> bool:
    """Whether a 12-hour clock time stands behind a date with slashes whose year is short, or has seconds.

    All of 20 such dates on 17 sites whose day was known otherwise had the month first.

    >>> has_american_clock("2/7/30 8:17am"), has_american_clock("2/7/2030 8:17am"), has_american_clock("2/7/2030 8:17:00 AM")
    (True, False, True)
    """
    for match in _FIGURES.finditer(text):
        clock = _TWELVE_HOURS.match(text, match.end())
        if clock and match[2] == "/" and (clock["seconds"] or len(match[4]) == SHORT_YEAR):
            return True
    return False


def has_slashes(text: str) -> bool:
    """Whether a line holds a date in figures that may be American: `5/12/2022`, not `5-12-2022`."""
    return any(match[2] == "/" for match in _FIGURES.finditer(text))


def order_told(text: str) -> bool | None:
    """True if a date in figures can only have its month first, False if only its day; None if no date tells.

    >>> order_told("8/27/2025"), order_told("27/8/2025"), order_told("8/1/2025")
    (True, False, None)
    """
    for match in _FIGURES.finditer(text):
        first, second = int(match[1]), int(match[3])
        if first <= MONTHS < second <= DAYS or second <= MONTHS < first <= DAYS:
            return second > MONTHS
    return None


def orders_near(texts: Iterable[str], spelled: Iterable[date]) -> set[bool | None]:
    """What days that name their month tell about dates in figures: one reading is near such a day, the other far from all.

    >>> orders_near(["Posted 2/7/2030 8:26 PM"], [date(2030, 2, 6)])
    {True}
    """
    readings = [one for text in texts for one in _readings(text)]
    days = set(spelled) if readings else set()
    told: set[bool | None] = set()
    for month_first, day_first, _ in readings:
        apart = [min((abs((one - day).days) for day in days), default=FAR) for one in (month_first, day_first)]
        if min(apart) <= NEAR and max(apart) >= FAR:
            told.add(apart[0] < apart[1])
    return told


def orders_by_weekday(text: str, calendar: Calendar) -> set[bool | None]:
    """What weekdays before figures tell: `Fri, 02/05/2016` is in February, for the second of May was a Monday."""
    told: set[bool | None] = set()
    for month_first, day_first, start in _readings(text):
        weekday = calendar.weekday_before(text, start)
        if weekday is not None and (month_first.isoweekday() == weekday) != (day_first.isoweekday() == weekday):
            told.add(month_first.isoweekday() == weekday)
    return told


def orders_of_pair(text: str) -> set[bool | None]:
    """What two days on a line tell, where words part them: which reading puts them beside each other, the other far apart.

    >>> orders_of_pair("2/9/2030, 10:01 a.m. | Updated on 2/10/2030"), orders_of_pair("01/01/2030 - 02/01/2030")
    ({True}, set())
    """
    days = list(_readings(text))
    if len(days) != PAIR:
        return set()
    (month_first, day_first, begin), (other_month_first, other_day_first, end) = days
    if not any(map(str.isalpha, text[begin:end])):
        return set()
    apart = [abs((month_first - other_month_first).days), abs((day_first - other_day_first).days)]
    return {apart[0] < apart[1]} if min(apart) <= NEAR and max(apart) >= FAR else set()


def _readings(text: str) -> Iterator[tuple[date, date, int]]:
    """Both days that each date in figures can mean, and where it begins."""
    for match in _FIGURES.finditer(text):
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        year += CENTURY if year < SHORT_YEARS else 0
        if 1 <= first <= MONTHS and 1 <= second <= MONTHS and first != second:
            yield date(year, first, second), date(year, second, first), match.start()


def _is_one_moment(first: FoundDate, second: FoundDate) -> bool:
    """Whether two times of different zones are the same: `April 29, 2030 10:28 PM EDT 2030-04-30 02:28:53 GMT`."""
    moments = [datetime.fromisoformat(one.value) for one in (first, second) if one.precision == "minute"]
    return len(moments) == 2 and all(one.tzinfo for one in moments) and moments[0] == moments[1]


def glued_days(dates: list[FoundDate], text: str) -> dict[str, FoundDate]:
    """`May 21, 2030April 24, 2030`: the day of publication and, glued to it, that of the last change, in either order.

    In `11/04/2030November 4, 2030` it is one day, and its month's name tells which. A hidden stamp of the last change may
    stand before the day that readers see: `2030-04-18T13:00:39+00:00 March 22nd, 2030`.
    """
    if len(dates) != 2 or not (dates[0].day and dates[1].day) or _is_one_moment(*dates):
        return {}
    if _STAMP.fullmatch(text[dates[0].start : dates[1].start]):
        return {"published": dates[1], "updated": dates[0]}
    if dates[0].end != dates[1].start:
        return {}
    first, last = sorted(dates, key=lambda date: day_of(date.value))
    named = [date for date in dates if any(map(str.isalpha, text[date.start : date.end]))]
    if len(named) == 1 and sorted(day_of(first.value).split("-")) == sorted(day_of(last.value).split("-")):
        return {"published": named[0]}
    return {"published": first, "updated": last}
