"""Topics: a rule over tags and dates, or the curator's pin, with the reason on record."""

from datetime import date, timedelta
from typing import Any

import pytest
from newsroom.articles import article, on, tagged

from kliping.digest.model import Digest
from kliping.digest.registers import OutletRegister, Policy, Registers, Topic, TopicRule
from kliping.digest.tagging import find_topics
from kliping.model import Basis, TopicLink

AUGUST = {"first_day": date(2024, 8, 18), "last_day": date(2024, 8, 31)}


def with_topic(**rule: Any) -> Registers:
    """A digest whose one topic has this rule."""
    words = {"id": "Topik", "en": "Topic"}
    return Registers(
        vocabulary={},
        term_kinds={},
        topics={"visit": Topic(name=words, description=words, rule=TopicRule(**rule))},
        outlets=OutletRegister(default=Policy(policy="full")),
    )


@pytest.mark.parametrize(
    ("rule", "tags", "belongs"),
    [
        ({"all": ("a", "b")}, "ab", True),
        ({"all": ("a", "b")}, "a", False),
        ({"any": ("a", "b")}, "b", True),
        ({"any": ("a", "b")}, "c", False),
        ({"all": ("a",), "any": ("b", "c")}, "ac", True),
        ({"all": ("a",), "any": ("b", "c")}, "a", False),
        ({"all": ("a",), "none": ("z",)}, "a", True),
        ({"all": ("a",), "none": ("z",)}, "az", False),
        ({"none": ("z",)}, "a", True),
        ({"none": ("z",)}, "z", False),
        ({}, "a", False),
    ],
)
def test_every_part_of_a_rule_must_hold(rule: dict[str, Any], tags: str, belongs: bool) -> None:
    found = find_topics(article("Isi.", tags=tagged(*tags)), (), with_topic(**rule))
    assert bool(found) is belongs


@pytest.mark.parametrize(
    ("dates", "belongs"),
    [
        ({"published": on("2024-08-18")}, True),
        ({"published": on("2024-08-31T23:59:00+07:00", "minute")}, True),
        ({"published": on("2024-09-01")}, False),
        ({"published": on("2024-08-17")}, False),
        ({"reports_until": on("2024-08-19")}, True),
        ({"published": on("2024-09-01"), "reports_until": on("2024-08-19")}, False),
        ({"published": on("2024-08", "month")}, False),  # it may have been the 1st
        ({"published": on("2024", "year")}, False),
        ({}, False),
    ],
)
def test_a_dated_rule_asks_for_the_publication_day_else_the_newest_day_reported(
    dates: dict[str, Any], belongs: bool
) -> None:
    made = article("Isi.", tags=tagged("a"), **dates)
    assert bool(find_topics(made, (), with_topic(all=("a",), **AUGUST))) is belongs


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2024-09", date(2024, 9, 1), date(2024, 9, 30)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-12", date(2024, 12, 1), date(2024, 12, 31)),
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
    ],
)
def test_a_month_or_year_that_lies_whole_in_the_span_belongs(written: str, first: date, last: date) -> None:
    made = article("Isi.", tags=tagged("a"), published=on(written, "month"))
    assert find_topics(made, (), with_topic(all=("a",), first_day=first, last_day=last))
    assert not find_topics(made, (), with_topic(all=("a",), first_day=first, last_day=last - timedelta(days=1)))
    assert not find_topics(made, (), with_topic(all=("a",), first_day=first + timedelta(days=1), last_day=last))


def test_the_reason_names_tags_and_day() -> None:
    made = article("Isi.", tags=tagged("a", "c"), published=on("2024-08-19"))
    found = find_topics(made, (), with_topic(all=("a",), any=("b", "c"), **AUGUST))
    assert found == (TopicLink(id="visit", basis=Basis.TEXT, because="tags a, c; dated 2024-08-19"),)


def test_a_rule_may_ask_for_days_alone() -> None:
    august = with_topic(**AUGUST)
    (found,) = find_topics(article("Isi.", published=on("2024-08-19")), (), august)
    assert found.because == "dated 2024-08-19"
    assert not find_topics(article("Isi.", published=on("2024-09-01")), (), august)
    assert not find_topics(article("Isi."), (), august)


def test_a_pin_goes_before_the_rule_and_is_the_curators() -> None:
    found = find_topics(article("Isi."), ["visit"], with_topic(all=("a",)))
    assert found == (TopicLink(id="visit", basis=Basis.CURATOR, because="pinned"),)


def test_the_five_belong_where_the_curator_expects_them(digest: Digest) -> None:
    members = {
        topic: {id_ for id_, clipping in digest.clippings.items() if topic in {t.id for t in clipping.article.topics}}
        for topic in digest.registers.topics
    }
    assert members["peace-process"] == set(digest.clippings)
    assert members["putin-baku-2024"] == {
        "2024-08-19-kumparan-putin-berkunjung-ke-baku",
        "2024-08-19-peranan-kunjungan-putin-ke-baku",
        "2024-08-19-idntimes-rusia-siap-bantu-perdamaian",
    }
