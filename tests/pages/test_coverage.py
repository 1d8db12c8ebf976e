"""The plot on the home page, from one article to ten thousand."""

import time
from collections.abc import Callable

import msgspec
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pages.conftest import ReaderOf, entry

from kliping.digest.model import Entry
from kliping_pelican.showing.at_a_glance.coverage import FULL, LEAST_HEIGHT, LEAST_MONTHS, MOST_MONTHS, ROWS, cover
from kliping_pelican.showing.at_a_glance.coverage_views import Coverage
from kliping_pelican.showing.reader import Reader

OUTLETS = ("kumparan", "idntimes", "sindonews", "republika", "peranan", "afp", "reuters", "anadolu", "rferl", "news-am")


def counted(coverage: Coverage) -> int:
    return sum(bar.count for row in coverage.rows for bar in row.bars)


def test_no_dated_article_has_no_plot(reader_of: ReaderOf) -> None:
    assert cover(reader_of([])) is None
    assert cover(reader_of([entry(1, None)])) is None


def test_one_article_is_one_bar_of_a_year(reader_of: ReaderOf) -> None:
    coverage = cover(reader_of([entry(1, "2024-08-19")]))
    assert coverage is not None
    assert (coverage.unit, coverage.width, coverage.first, coverage.last) == ("month", LEAST_MONTHS, "2023-09", "2024-08")
    (row,) = coverage.rows
    assert [(bar.place, bar.height) for bar in row.bars] == [(LEAST_MONTHS - 1, FULL)]
    assert [tick.words for tick in coverage.ticks] == ["Sep 2023", "2024", "Aug 2024"]


def test_a_long_span_is_drawn_by_years(reader_of: ReaderOf) -> None:
    coverage = cover(reader_of([entry(1, "1991"), entry(2, "2024-08-19"), entry(3, "2024-01")]))
    assert coverage is not None
    assert (coverage.unit, coverage.first, coverage.last, coverage.years) == ("year", "1991", "2024", ())
    assert [(bar.place, bar.count) for bar in coverage.rows[0].bars] == [(0, 1), (33, 2)]
    assert [(period.date, period.total) for period in coverage.table] == [("2024", 2), ("1991", 1)]


def test_many_outlets_share_a_row_and_unknown_ones_come_last(reader_of: ReaderOf) -> None:
    entries = [entry(10 * n + m, "2024-08", outlet) for n, outlet in enumerate(OUTLETS) for m in range(10 - n)]
    coverage = cover(reader_of([*entries, entry(999, "2024-08", None), entry(1000, None, "kumparan")]))
    assert coverage is not None
    kinds = [(row.kind, row.outlets, row.total) for row in coverage.rows]
    assert kinds[-2:] == [("others", len(OUTLETS) - ROWS, 3), ("unknown", 1, 1)]
    assert kinds[0] == ("outlet", 1, 11)
    assert coverage.undated == 1
    assert counted(coverage) == len(entries) + 1
    assert [row.peak is not None for row in coverage.rows].count(True) == 1


DAYS = st.one_of(st.none(), st.dates().map(str), st.dates().map(lambda day: str(day)[:7]))


@pytest.fixture
def plot(readers: dict[str, Reader]) -> Callable[[list[Entry]], Coverage | None]:
    """The plot of some entries."""
    reader = readers["en"]

    def make(entries: list[Entry]) -> Coverage | None:
        digest = msgspec.structs.replace(reader.digest, entries={each.id: each for each in entries})
        return cover(msgspec.structs.replace(reader, digest=digest))

    return make


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(made=st.lists(st.tuples(DAYS, st.sampled_from([None, *OUTLETS])), max_size=60))
@example(made=[("0001-01-01", None)])
@example(made=[("0001-01", None), ("0003-01-01", None)])
def test_every_article_is_drawn_once_and_within_the_plot(
    plot: Callable[[list[Entry]], Coverage | None], made: list[tuple[str | None, str]]
) -> None:
    coverage = plot([entry(n, day, outlet) for n, (day, outlet) in enumerate(made)])
    if coverage is None:
        assert all(day is None for day, _ in made)
        return
    assert counted(coverage) + coverage.undated == len(made)
    assert sum(period.total for period in coverage.table) == counted(coverage)
    assert coverage.unit == "year" or coverage.width <= MOST_MONTHS
    for row in coverage.rows:
        assert all(0 <= bar.place < coverage.width and LEAST_HEIGHT <= bar.height <= FULL for bar in row.bars)
    places = [tick.place for tick in coverage.ticks]
    assert places == sorted(places)


def test_ten_thousand_articles_take_no_time(reader_of: ReaderOf) -> None:
    reader = reader_of([entry(n, f"20{n % 24:02}-{n % 12 + 1:02}", OUTLETS[n % 10]) for n in range(10_000)])
    start = time.process_time()
    assert cover(reader)
    assert time.process_time() - start < 1
