"""A topic at a glance: the time between entries, selections, and articles that stand near each other."""

import msgspec
import pytest
from pages.conftest import ReaderOf, entry

from kliping.digest.kinship import KIN, find_kin
from kliping.digest.model import Digest
from kliping_pelican.pages.site import with_lead
from kliping_pelican.showing.at_a_glance.choices import MANY, choices
from kliping_pelican.showing.at_a_glance.story import tell
from kliping_pelican.showing.at_a_glance.timeline import with_gaps
from kliping_pelican.showing.list_views import TimelineView
from kliping_pelican.showing.reader import Reader

TOPIC = "peace-process"


def at(date: str, until: str | None = None) -> TimelineView:
    return TimelineView(date=date, until=until, precision="day", kind="event", words="", cites=())


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("2024-08-18", "2024-08-19", (None, 1)),
        ("2024-08-01", "2024-08-19", ("day", 18)),
        ("2021-01", "2021-11", ("month", 10)),
        ("2021-11", "2021-11-23", None),
        ("2023-09", "2024", (None, 1)),
        ("1991", "2020", ("year", 29)),
        ("2024-08-19", "2024-08-18", None),
    ],
)
def test_the_time_between_entries_is_said_no_finer_than_known(one: str, other: str, words: tuple[str, int] | None) -> None:
    ((_, gap), (_, end)) = with_gaps([at(one), at(other)])
    assert (gap and (gap.unit, gap.number)) == words
    assert end is None


def test_more_time_is_a_longer_line() -> None:
    entries = [at(date) for date in ("1991", "2020", "2021-11", "2021-12-15", "2021-12-16")]
    lengths = [gap.length for _, gap in with_gaps(entries) if gap]
    assert lengths == sorted(lengths, reverse=True)
    assert with_gaps([]) == ()


def test_time_is_counted_from_the_end_of_a_span() -> None:
    ((_, gap), _) = with_gaps([at("2020-09-27", "2020-11-10"), at("2020-11-20")])
    assert gap is not None
    assert (gap.unit, gap.number) == ("day", 10)


@pytest.mark.parametrize(
    ("withdrawn", "ids"),
    [
        ([False, False, True], ["a0", "a1", "a2"]),
        ([True, True, False], ["a2", "a0", "a1"]),
        ([True, True, True], ["a0", "a1", "a2"]),
        ([], []),
    ],
)
def test_no_withdrawn_article_opens_a_page(reader_of: ReaderOf, withdrawn: list[bool], ids: list[str]) -> None:
    entries = [entry(number, "2024-08-19", withdrawn=gone) for number, gone in enumerate(withdrawn)]
    assert with_lead([one.id for one in entries], reader_of(entries).digest) == ids


def test_few_articles_need_no_selection(reader_of: ReaderOf) -> None:
    assert choices(TOPIC, reader_of([entry(n, "2024-08-19", topics=(TOPIC,)) for n in range(MANY)])) == ((), ())


@pytest.mark.parametrize(("few", "paged"), [(2, ["kumparan"]), (3, ["kumparan", "sindonews"])])
def test_an_outlet_needs_three_articles_for_a_page_of_its_own(reader_of: ReaderOf, few: int, paged: list[str]) -> None:
    made = [entry(n, "2024-08-19", "sindonews" if n < few else "kumparan", topics=(TOPIC,)) for n in range(MANY + 4)]
    assert [each.id for each in choices(TOPIC, reader_of(made))[0]] == paged


def test_selections_hold_every_article_of_their_outlet_and_year(reader_of: ReaderOf) -> None:
    years = ["2024-08-19", "2021", None]
    outlets = ["kumparan", "sindonews", None, "kumparan"]
    made = [entry(n, years[n % 3], outlets[n % 4], topics=(TOPIC,)) for n in range(48)]
    by_outlet, by_year = choices(TOPIC, reader_of(made))
    assert [(each.id, len(each.ids)) for each in by_outlet] == [("kumparan", 24), ("sindonews", 12)]
    assert [(each.id, each.name, len(each.ids)) for each in by_year] == [
        ("2024", "2024", 16),
        ("2021", "2021", 16),
        ("undated", "Undated", 16),
    ]


def test_an_outlet_with_few_articles_has_no_page_but_each_is_named(digest: Digest, readers: dict[str, Reader]) -> None:
    rare = "2021-11-24-sindonews-putin-undang-pemimpin"
    others = [entry(n, "2024-08-19", "kumparan", topics=(TOPIC,)) for n in range(MANY + 10)]
    entries = {each.id: each for each in [*others, digest.entries[rare]]}
    reader = msgspec.structs.replace(readers["en"], digest=msgspec.structs.replace(digest, entries=entries))
    by_outlet, _ = choices(TOPIC, reader)
    assert [each.id for each in by_outlet] == ["kumparan"]
    reports = {report.outlet: report for report in tell(TOPIC, (), (), reader).reports}
    assert reports["kumparan"].path == by_outlet[0].path
    assert [card.id for card in reports["SINDOnews"].cards] == [rare]
    assert reports["SINDOnews"].path == "en/outlets/sindonews/"


def test_people_come_with_what_the_vocabulary_says_of_them(readers: dict[str, Reader]) -> None:
    story = tell(TOPIC, (), readers["en"].digest.by_topic[TOPIC], readers["en"])
    assert story.people[0].name in ("Vladimir Putin", "Ilham Aliyev")
    assert any(person.description for person in story.people)
    assert "people" not in [group.kind for group in story.named]
    assert sum(report.count for report in story.reports) == len(readers["en"].digest.by_topic[TOPIC])
    assert sum(len(report.cards) for report in story.reports) == len(readers["en"].digest.by_topic[TOPIC])


def with_entries(digest: Digest, count: int, **values: object) -> Digest:
    made = [entry(n, f"2024-{n % 12 + 1:02}", **values) for n in range(count)]
    return msgspec.structs.replace(digest, entries={each.id: each for each in made}, likenesses={})


def test_kin_share_a_topic_or_people_and_are_few(digest: Digest) -> None:
    kin = find_kin(with_entries(digest, 40, topics=(TOPIC,), tags=("vladimir-putin", "baku")))
    assert {len(others) for others in kin.values()} <= {KIN - 1, KIN}
    assert all(id_ not in others for id_, others in kin.items())
    assert kin["a10"] == ("a11", "a9", "a12")
    assert find_kin(with_entries(digest, 40, tags=("baku",))) == {}


def test_withdrawn_articles_and_those_alike_are_no_kin(digest: Digest) -> None:
    kin = find_kin(digest)
    for id_, others in kin.items():
        assert not {like.article for like in digest.likenesses.get(id_, ())} & set(others)
    first = next(iter(kin))
    gone = {**digest.entries, first: msgspec.structs.replace(digest.entries[first], withdrawn=True)}
    after = find_kin(msgspec.structs.replace(digest, entries=gone))
    assert first not in after
    assert all(first not in others for others in after.values())
