"""The digest's articles by month and outlet: the rows, bars and table of the plot on the home page.

It is made from the index entries alone: no article is opened for it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from kliping.days import precision_of
from kliping.digest.model import Entry
from kliping.model import Lang
from kliping_pelican.showing import addresses
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


class Bar(Struct, frozen=True):
    """The articles of one period."""

    place: int
    """Of the period, from 0."""
    height: float
    count: int


class Row(Struct, frozen=True, kw_only=True):
    """One outlet, or all that have no row of their own."""

    kind: str
    """`outlet`, `others` or `unknown`."""
    name: str
    """Of an outlet."""
    path: str | None
    outlets: int
    """How many outlets the row stands for."""
    total: int
    """Its articles, undated ones too."""
    bars: tuple[Bar, ...]
    peak: float | None
    """Where the plot's highest bar stands, in percent of the width, if it is in this row."""


class Tick(Struct, frozen=True):
    """A word under the plot."""

    words: str
    """A year, or a month with its year, in the reader's language."""
    place: float
    """In percent of the width."""
    side: str
    """`start`, `middle` or `end`: which part of the word stands there."""


class Period(Struct, frozen=True):
    """A line of the table behind the plot."""

    date: str
    total: int
    counts: tuple[tuple[Row, int], ...]
    """Rows with articles then."""


class Coverage(Struct, frozen=True, kw_only=True):
    """The plot and the table behind it."""

    unit: str
    """`month` or `year`."""
    first: str
    last: str
    width: int
    """Number of periods."""
    height: int
    rows: tuple[Row, ...]
    years: tuple[int, ...]
    """Places where a new year begins; none where the periods are years."""
    ticks: tuple[Tick, ...]
    most: int
    """Articles of the highest bar."""
    table: tuple[Period, ...]
    """Newest first, only periods with articles."""
    undated: int
    """Articles that no date places."""


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
    rows, row_of = _rows(entries, counts, scale, reader)
    return Coverage(
        unit=scale.unit,
        first=scale.date(scale.first),
        last=scale.date(scale.last),
        width=scale.width,
        height=FULL,
        rows=rows,
        years=tuple(_years(scale)),
        ticks=tuple(_ticks(scale, reader.lang)),
        most=max((bar.count for row in rows for bar in row.bars), default=0),
        table=tuple(_table(counts, scale, rows, row_of)),
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


def _rows(
    entries: Iterable[Entry], counts: Counter[tuple[str | None, int]], scale: _Scale, reader: Reader
) -> tuple[tuple[Row, ...], dict[str | None, int]]:
    """The rows, most articles first, and for each outlet the number of its row."""
    outlets = reader.digest.knowledge.outlets
    totals = Counter(entry.publisher for entry in entries)
    named = sorted(
        (outlet for outlet in totals if outlet), key=lambda id_: (-totals[id_], outlets[id_].name.casefold(), id_)
    )
    own = named if len(named) <= ROWS + 1 else named[:ROWS]
    groups: list[tuple[str, list[str | None]]] = [("outlet", [outlet]) for outlet in own]
    groups += [(OTHERS, list(named[len(own) :]))] if len(own) < len(named) else []
    groups += [(UNKNOWN, [None])] if None in totals else []
    row_of = {outlet: place for place, (_, members) in enumerate(groups) for outlet in members}
    periods = [Counter[int]() for _ in groups]
    for (outlet, period), count in counts.items():
        periods[row_of[outlet]][period] += count
    highest = max(count for row in periods for count in row.values())
    tallest = next(place for place, row in enumerate(periods) if highest in row.values())
    made = []
    for place, (kind, members) in enumerate(groups):
        bars = tuple(
            Bar(period - scale.first, round(max(FULL * count / highest, LEAST_HEIGHT), 2), count)
            for period, count in sorted(periods[place].items())
        )
        top = next(bar for bar in bars if bar.count == highest) if place == tallest else None
        id_ = members[0] if kind == "outlet" else None
        made.append(
            Row(
                kind=kind,
                name=outlets[id_].name if id_ else "",
                path=addresses.listing(reader.lang, "outlets", id_) if kind != UNKNOWN else None,
                outlets=len(members),
                total=sum(totals[outlet] for outlet in members),
                bars=bars,
                peak=round(100 * (top.place + 0.5) / scale.width, 1) if top else None,
            )
        )
    return tuple(made), row_of


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


def _table(
    counts: Counter[tuple[str | None, int]], scale: _Scale, rows: tuple[Row, ...], row_of: dict[str | None, int]
) -> Iterator[Period]:
    periods: dict[int, Counter[int]] = {}
    for (outlet, period), count in counts.items():
        periods.setdefault(period, Counter())[row_of[outlet]] += count
    for period in sorted(periods, reverse=True):
        there = periods[period]
        yield Period(scale.date(period), there.total(), tuple((rows[place], there[place]) for place in sorted(there)))
