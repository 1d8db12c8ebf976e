"""What the template of the home page's plot sees, in one reader's language."""

from msgspec import Struct


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
