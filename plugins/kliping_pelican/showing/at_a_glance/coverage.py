"""The digest's articles by month and outlet, as the plot on the home page and the table behind it show them.

It is made from the index entries alone: no article is opened for it.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import chain

from msgspec import Struct

from kliping.days import precision_of
from kliping.model import Lang
from kliping_pelican.showing import addresses
from kliping_pelican.showing.at_a_glance.coverage_views import Bar, Coverage, Period, Row, Tick
from kliping_pelican.showing.reader import Reader

ROWS = 8
"""Outlets with a row of their own; the rest share one."""
MOST_MONTHS = 48
"""Months drawn one by one; a longer span is drawn by years."""
LEAST_MONTHS, LEAST_YEARS = 12, 6
"""A shorter span is drawn as part of one so long: a bar alone is not a wall."""
FULL = 10
"""Height of the tallest bar, in the units of the drawing."""
LEAST_HEIGHT = 0.6
"""What one article is drawn as beside thousands."""
ROOM_AT_ENDS, ROOM_BETWEEN = 30, 13
"""Percent of the width that the words at the ends take, and a year between them."""

OTHERS, UNKNOWN = "others", "unknown"


class _Scale(Struct, frozen=True):
    """Periods counted from year 0: months or years."""

    unit: str
    first: int
    last: int

    @property
    def width(self) -> int:
        return self.last - self.first + 1

    def date(self, period: int) -> str:
        return f"{period // 12:04}-{period % 12 + 1:02}" if self.unit == "month" else f"{period:04}"


class _Group(Struct, frozen=True):
    """Who is in a row."""

    kind: str
    outlets: tuple[str | None, ...]
    """Their ids; None for an unknown one."""


def cover(reader: Reader) -> Coverage | None:
    """The plot of a reader's digest; None where no article has a date.

    A day known only to the year is drawn at that year's first month.
    """
    entries = reader.digest.entries.values()
    months = Counter((entry.publisher, _month(entry.day)) for entry in entries if entry.day)
    if not months:
        return None
    scale = _scale({month for _, month in months})
    counts: Counter[tuple[str | None, int]] = Counter()
    for (outlet, month), count in months.items():
        counts[outlet, month if scale.unit == "month" else month // 12] += count
    totals = Counter(entry.publisher for entry in entries)
    groups = _groups(totals, reader)
    of_rows = _by_row(groups, counts)
    rows = tuple(_rows(groups, of_rows, totals, scale, reader))
    return Coverage(
        unit=scale.unit,
        first=scale.date(scale.first),
        last=scale.date(scale.last),
        width=scale.width,
        height=FULL,
        rows=rows,
        years=tuple(_years(scale)),
        ticks=tuple(_ticks(scale, reader.lang)),
        most=max(bar.count for row in rows for bar in row.bars),
        table=tuple(_table(rows, of_rows, scale)),
        undated=sum(entry.day is None for entry in entries),
    )


def _month(day: str) -> int:
    return int(day[:4]) * 12 + (int(day[5:7]) - 1 if precision_of(day) != "year" else 0)


def _scale(months: set[int]) -> _Scale:
    """The scale from the first period to the last; a short span is extended into the past."""
    first, last = min(months), max(months)
    if last - first < MOST_MONTHS:
        unit, least, earliest = "month", LEAST_MONTHS, 12
    else:
        unit, least, earliest, first, last = "year", LEAST_YEARS, 1, first // 12, last // 12
    begin = max(min(first, last - least + 1), earliest)
    return _Scale(unit, begin, max(last, begin + least - 1))


def _groups(totals: Mapping[str | None, int], reader: Reader) -> list[_Group]:
    """Who is in each row, most articles first: the outlets with one of their own, all others, and who is unknown."""
    outlets = reader.digest.knowledge.outlets
    named = sorted(
        (outlet for outlet in totals if outlet), key=lambda id_: (-totals[id_], outlets[id_].name.casefold(), id_)
    )
    own = len(named) if len(named) <= ROWS + 1 else ROWS
    groups = [_Group("outlet", (outlet,)) for outlet in named[:own]]
    if named[own:]:
        groups.append(_Group(OTHERS, tuple(named[own:])))
    if None in totals:
        groups.append(_Group(UNKNOWN, (None,)))
    return groups


def _by_row(groups: Sequence[_Group], counts: Counter[tuple[str | None, int]]) -> list[Counter[int]]:
    """For each group its articles by period."""
    row_of = {outlet: place for place, group in enumerate(groups) for outlet in group.outlets}
    rows = [Counter[int]() for _ in groups]
    for (outlet, period), count in counts.items():
        rows[row_of[outlet]][period] += count
    return rows


def _highest(counts: Sequence[Counter[int]]) -> tuple[int, int, int]:
    """The row of the highest bar, its period and its articles; of equal bars the first."""
    bars = ((row, period, count) for row, periods in enumerate(counts) for period, count in periods.items())
    return min(bars, key=lambda bar: (-bar[2], bar[0], bar[1]))


def _bars(counts: Counter[int], most: int, scale: _Scale) -> Iterator[Bar]:
    """A row's bars, oldest first; `most` articles have the full height."""
    for period, count in sorted(counts.items()):
        yield Bar(period - scale.first, round(max(FULL * count / most, LEAST_HEIGHT), 2), count)


def _rows(
    groups: Sequence[_Group],
    of_rows: Sequence[Counter[int]],
    totals: Mapping[str | None, int],
    scale: _Scale,
    reader: Reader,
) -> Iterator[Row]:
    """The rows of these groups; the highest bar of all has the full height and bears its number."""
    place_of_peak, peak, most = _highest(of_rows)
    for place, (group, counts) in enumerate(zip(groups, of_rows, strict=True)):
        outlet = group.outlets[0] if group.kind == "outlet" else None
        yield Row(
            kind=group.kind,
            name=reader.digest.knowledge.outlets[outlet].name if outlet else "",
            path=addresses.listing(reader.lang, "outlets", outlet) if group.kind != UNKNOWN else None,
            outlets=len(group.outlets),
            total=sum(totals[member] for member in group.outlets),
            bars=tuple(_bars(counts, most, scale)),
            peak=round(100 * (peak - scale.first + 0.5) / scale.width, 1) if place == place_of_peak else None,
        )


def _years(scale: _Scale) -> Iterator[int]:
    if scale.unit == "month":
        yield from (place for place in range(1, scale.width) if (scale.first + place) % 12 == 0)


def _ticks(scale: _Scale, lang: Lang) -> Iterator[Tick]:
    """The ticks for both ends, and between them for as many years as there is room for."""
    yield Tick(_short(scale.date(scale.first), lang), 0, "start")
    step = 12 if scale.unit == "month" else 1
    before = float(ROOM_AT_ENDS - ROOM_BETWEEN)
    for place in range(scale.width):
        at = round(100 * (place + 0.5 * (step == 1)) / scale.width, 1)
        if (scale.first + place) % step == 0 and before + ROOM_BETWEEN <= at <= 100 - ROOM_AT_ENDS:
            yield Tick(f"{(scale.first + place) // step:04}", at, "middle")
            before = at
    yield Tick(_short(scale.date(scale.last), lang), 100, "end")


def _short(written: str, lang: Lang) -> str:
    if precision_of(written) == "year":
        return written
    from babel.dates import format_skeleton  # a build that leaves the home page as it is does not need it

    return format_skeleton("yMMM", date.fromisoformat(f"{written}-01"), locale=lang)


def _table(rows: Sequence[Row], counts: Sequence[Counter[int]], scale: _Scale) -> Iterator[Period]:
    for period in sorted(set(chain.from_iterable(counts)), reverse=True):
        there = tuple((row, own[period]) for row, own in zip(rows, counts, strict=True) if own[period])
        yield Period(scale.date(period), sum(count for _, count in there), there)
