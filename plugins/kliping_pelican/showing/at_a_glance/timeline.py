"""A topic's timeline with the time between its entries.

The list is the drawing: each entry has its mark, and the line to the next entry is the longer the more time passed.
"""

import math
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from msgspec import Struct

from kliping.days import first_day, precision_of
from kliping_pelican.showing.list_views import TimelineView

SHORTEST, A_DOUBLING = 0.5, 0.9
"""Length of the line for no time at all, and what each doubling of the months adds, in ems."""
MONTH, YEAR = 30.4, 365.25
"""In days."""


class Gap(Struct, frozen=True):
    """The time from one entry to the next."""

    length: float
    """Of its line, in ems."""
    unit: str | None
    """`day`, `month` or `year`; None where too little is known to say it in words."""
    number: int


def with_gaps(timeline: Sequence[TimelineView]) -> tuple[tuple[TimelineView, Gap | None], ...]:
    """Each entry with the time to the next one; None after the last, and where the next is no later."""
    gaps = [_gap(one, other) for one, other in pairwise(timeline)]
    return tuple(zip(timeline, [*gaps, None], strict=True)) if timeline else ()


def _gap(one: TimelineView, other: TimelineView) -> Gap | None:
    left, right = one.until or one.date, other.date
    known = min(len(left), len(right))
    days = (_day(right[:known]) - _day(left[:known])).days
    if days <= 0:
        return None
    unit, number = _in_words(days, precision_of(right[:known]))
    return Gap(round(SHORTEST + A_DOUBLING * math.log2(1 + days / MONTH), 1), unit, number)


def _day(written: str) -> date:
    return date.fromisoformat(first_day(written))


def _in_words(days: int, known: str) -> tuple[str | None, int]:
    """The time in the largest unit that still tells enough, but no finer than both dates are known."""
    if days >= 1.5 * YEAR:
        return "year", round(days / YEAR)
    if known == "year":
        return None, 1  # from 2023 to 2024 may be a day or two years
    if days >= 1.5 * MONTH or known == "month":
        return "month", round(days / MONTH)
    return ("day", days) if days > 1 else (None, days)
