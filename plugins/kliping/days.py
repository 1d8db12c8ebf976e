"""Days and times as ISO 8601 writes them, as precise as they are known: `2024`, `2024-08`, `2024-08-19T01:47:00+07:00`."""

import re
from datetime import date, datetime

_MOMENT = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d))?)?)?")
_FIRST_DAY = "0000-01-01"
"""Completes a year or a month to its first day, from the place on where it ends."""


def normal_moment(written: str) -> str | None:
    """A time as ISO 8601 with seconds; a day, month or year as it is; None for anything else.

    >>> normal_moment("2024-08-19T01:47+07:00"), normal_moment("2024-02"), normal_moment("2024-02-30")
    ('2024-08-19T01:47:00+07:00', '2024-02', None)
    """
    if not _MOMENT.fullmatch(written):
        return None
    try:
        if "T" in written:
            return datetime.fromisoformat(written).isoformat()
        date.fromisoformat(first_day(written))
    except ValueError:
        return None
    return written


def first_day(written: str) -> str:
    """The first day of a year or month; a day or a time as it is.

    >>> first_day("2024"), first_day("2024-08"), first_day("2024-08-19")
    ('2024-01-01', '2024-08-01', '2024-08-19')
    """
    return written + _FIRST_DAY[len(written) :]


def day_of(written: str) -> str:
    """The day of a time; a day, month or year as it is.

    >>> day_of("2024-08-19T01:47:00+07:00"), day_of("2024-08")
    ('2024-08-19', '2024-08')
    """
    return written.partition("T")[0]


def precision_of(written: str) -> str:
    """`year`, `month`, `day` or `minute`: how precisely a time is written."""
    return {4: "year", 7: "month", 10: "day"}.get(len(written), "minute")
