"""Timelines: every date is a date, and every entry cites a paragraph that is there."""

from pathlib import Path

import pytest
from newsroom.content import LEAST, read_content, write_content

from kliping.days import precision_of
from kliping.digest.prose import read_prose
from kliping.digest.timeline import split_date
from kliping.knowledge import Knowledge


def topic(*entries: str) -> dict[str, str]:
    """A topic whose timeline has these dates and cites, each `date | cites`."""
    lines = "".join(
        f"  - date: {date.strip()}\n    kind: event\n    words: {{id: W, en: W}}\n    cites: [{cites.strip()}]\n"
        for date, _, cites in (entry.partition("|") for entry in entries)
    )
    return {"topics/visit.yml": f"{LEAST['topics/visit.yml']}timeline:\n{lines}"}


@pytest.mark.parametrize(
    "entry", ["2024 | visit#p1", "2024-08 | visit#p2", "2024-02-29 | visit#p3", "2020-09-27/2020-11-10 | visit#p1, visit#p2"]
)
def test_a_sound_entry_is_taken(tmp_path: Path, knowledge: Knowledge, entry: str) -> None:
    assert read_content(write_content(tmp_path, topic(entry)), knowledge)[1] == []


@pytest.mark.parametrize(
    "date",
    [
        "2024-13",
        "2023-02-29",
        "yesterday",
        "24-08-19",
        "2024-8-1",
        "2024-08-19/",
        "/2024",
        "2024/2025/2026",
        "20240819",
        "2024-W34-1",
        "2024-08-19/2024-08-18",
    ],
)
def test_what_is_no_date_is_named_with_its_line(tmp_path: Path, knowledge: Knowledge, date: str) -> None:
    digest, errors = read_content(write_content(tmp_path, topic("2024 | visit#p1", f"{date} | visit#p1")), knowledge)
    assert not digest.registers.topics, "no page could be made of it"
    assert [error.partition(": ")[0] for error in errors] == ["topics/visit.yml:9"]
    assert "`timeline[1].date`" in errors[0]


@pytest.mark.parametrize(
    ("cites", "said"),
    [
        ("vist#p1", "`vist` is no article. Did you mean `visit`?"),
        ("visit#p9", "`visit` has no paragraph `p9`"),
        ("visit", "`visit` has no paragraph ``"),
        ("visit#", "`visit` has no paragraph ``"),
    ],
)
def test_a_cited_paragraph_that_is_not_there_is_named(tmp_path: Path, knowledge: Knowledge, cites: str, said: str) -> None:
    digest, errors = read_content(write_content(tmp_path, topic(f"2024 | visit#p1, {cites}")), knowledge)
    assert len(errors) == 1
    assert errors[0].startswith("topics/visit.yml:8: `timeline[0].cites`: ")
    assert said in errors[0]
    assert list(digest.clippings) == ["visit"]


def test_a_paragraph_that_is_withheld_may_be_cited(tmp_path: Path, knowledge: Knowledge) -> None:
    files = {**topic("2024 | visit#p3"), "outlets.yml": "default: {policy: excerpt, excerpt: {paragraphs: 1}}\n"}
    assert read_content(write_content(tmp_path, files), knowledge)[1] == []


def test_a_paragraph_that_never_was_may_not_be_cited_of_an_excerpt_either(tmp_path: Path, knowledge: Knowledge) -> None:
    files = {**topic("2024 | visit#p99"), "outlets.yml": "default: {policy: excerpt, excerpt: {paragraphs: 1}}\n"}
    assert len(read_content(write_content(tmp_path, files), knowledge)[1]) == 1


def test_a_date_says_how_precise_it_is() -> None:
    assert [precision_of(day) for day in ("2024", "2024-08", "2024-08-19")] == ["year", "month", "day"]
    assert split_date("2020-09-27/2020-11-10") == ("2020-09-27", "2020-11-10")
    assert split_date("2020") == ("2020", None)


def test_a_broken_article_is_one_mistake_however_often_it_is_cited(tmp_path: Path, knowledge: Knowledge) -> None:
    files = {
        **topic("2024 | visit#p1, visit#p2"),
        "topics/visit.en.md": "See [the visit](article:visit#p1).\n",
        "articles/visit.yml": "titel: Kunjungan\n",
    }
    content = write_content(tmp_path, files)
    digest, errors = read_content(content, knowledge)
    assert [error.partition(": ")[0] for error in errors] == ["articles/visit.yml:1"]
    assert read_prose(content, digest)[1] == ()


def test_a_broken_topic_takes_no_article_with_it(tmp_path: Path, knowledge: Knowledge) -> None:
    files = {
        "topics/visit.yml": "name: {id: Kunjungan, en: Visit}\nrule: {}\n",
        "articles/visit.yml": "topics: [visit]\n",
        "pages/about.id.md": "# Tentang\n[Topik](topic:visit)\n",
        "pages/about.en.md": "# About\n",
    }
    content = write_content(tmp_path, files)
    digest, errors = read_content(content, knowledge)
    assert [error.partition(": ")[0] for error in errors] == ["topics/visit.yml:1"]
    assert list(digest.entries) == ["visit"]
    assert [str(error) for error in read_prose(content, digest)[1] if "visit" in str(error)] == []
