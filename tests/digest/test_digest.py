"""The whole way from a content folder: what is broken is named with its place, and all else is there."""

from pathlib import Path

import pytest
from newsroom.catalogues import HEADER
from newsroom.content import VISIT, read_content, write_content

from kliping.digest.model import Digest, News, Passage
from kliping.knowledge import Knowledge
from kliping.memory import PlainMemory
from kliping.pipeline import Assignment, read_digest

SENTENCES = [line for line in VISIT.splitlines() if line.endswith(".")]
FIRST = f'\nmsgctxt "p1"\nmsgid "{SENTENCES[0]}"\nmsgstr "The president arrived."\n'


@pytest.mark.parametrize(
    ("sidecar", "said"),
    [
        ("titel: x\n", "1: `titel`: is no key known here. Did you mean `title`?"),
        ("added: 2026-11-24\ntopics: [visti]\n", "2: `topics`: `visti` is no topic of this digest. Did you mean `visit`?"),
        ("publisher: kumparn\n", "1: `publisher`: `kumparn` is no outlet of this digest. Did you mean `kumparan`?"),
        ("publisher: Zzyzx\n", "1: `publisher`: `Zzyzx` is no outlet of this digest. Describe it in outlets.yml"),
        ("lang: fr\n", "1: `lang`: `fr` is no language of this digest"),
        ("title: {{ title }}\n", "1: is no key"),
        ("published: kemarin\n", "1: `published`: `kemarin` is no time"),
        ("lines: {999: drop}\n", "1: `lines.999`: other.txt has no line 999"),
        ("note: {id: Catatan}\n", "1: `note`: has no words in `en`"),
        ("corrections:\n  - {date: 2024-08-21, text: {id: K}}\n", "2: `corrections[0].text`: has no words in `en`"),
        ("withdrawn:\n  date: 2024-08-21\n  reason: {en: R}\n", "3: `withdrawn.reason`: has no words in `id`"),
    ],
)
def test_an_article_with_a_broken_sidecar_is_named_and_left_out(
    tmp_path: Path, knowledge: Knowledge, sidecar: str, said: str
) -> None:
    files = {"articles/other.txt": VISIT, "articles/other.yml": sidecar}
    digest, errors = read_content(write_content(tmp_path, files), knowledge)
    assert len(errors) == 1, errors
    assert errors[0].startswith(f"articles/other.yml:{said}")
    assert list(digest.clippings) == ["visit"]


def test_every_mistake_of_a_sidecar_is_named_at_once(tmp_path: Path, knowledge: Knowledge) -> None:
    """Of YAML's doubles, of the schema, and of what only those see who know the text, the outlets and the digest."""
    mistakes = {
        "titel: x": "`titel`: is no key known here",
        "url: kumparan": "`url`: `kumparan` is no address",
        "published: kemarin": "`published`: `kemarin` is no time",
        "url:  kumparan": "`url`: stands twice",
        "authors: [{value: A, role: writer}]": "`authors[0].role`: `writer` is no word known here",
        "publisher: kumparn": "`publisher`: `kumparn` is no outlet of this digest",
        "lines: {999: drop, 1: kep}": "`lines.1`: `kep` is no fate of a line|`lines.999`: other.txt has no line 999",
        "topics: [visit, visti]": "`topics`: `visti` is no topic of this digest",
        "note: {id: Catatan}": "`note`: has no words in `en`",
        "lang: fr": "`lang`: `fr` is no language of this digest",
    }
    expected = [
        f"articles/other.yml:{line}: {each}"
        for line, said in enumerate(mistakes.values(), start=1)
        for each in said.split("|")
    ]
    files = {"articles/other.txt": VISIT, "articles/other.yml": "\n".join(mistakes)}
    digest, errors = read_content(write_content(tmp_path, files), knowledge)
    assert [error.partition(". ")[0] for error in errors] == expected
    assert list(digest.clippings) == ["visit"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"%PDF-1.7 \x00", "is a document or picture, not text"),
        (b"\n  \n", "is empty. Save the article in it, or remove it."),
        (
            b"1 2 3\n",
            "is in no language that is recognised. Say `lang:` in other.yml",
        ),
        (
            b"Le pr\xc3\xa9sident est arriv\xc3\xa9 ce lundi \xc3\xa0 Bakou pour une visite de deux jours dans le pays.",
            "is in ",
        ),
    ],
)
def test_an_article_that_cannot_be_read_is_named_and_left_out(
    tmp_path: Path, knowledge: Knowledge, text: bytes, said: str
) -> None:
    digest, errors = read_content(write_content(tmp_path, {"articles/other.txt": text}), knowledge)
    assert len(errors) == 1, errors
    assert errors[0].startswith(f"articles/other.txt: {said}")
    assert list(digest.clippings) == ["visit"]


@pytest.mark.parametrize(
    ("sidecar", "fresh"),
    [
        ("", ("2024-08-19", "2024-08-20")),
        ("added: 2023-01-31\n", ("2023-01-31", "2024-08-20")),
        ("added: 2024-09-01\n", ("2024-09-01", "2024-09-01")),
        ("added: 2024-08-21\ncorrections: [{date: 2024-08-25, text: {id: K, en: C}}]\n", ("2024-08-25", "2024-08-25")),
        ("added: 2024-08-21\nwithdrawn: {date: 2024-08-26, reason: {id: K, en: C}}\n", ("2024-08-26", "2024-08-26")),
    ],
)
def test_what_is_fresh_is_told_in_each_language(
    tmp_path: Path, knowledge: Knowledge, sidecar: str, fresh: tuple[str, str]
) -> None:
    files = {"articles/visit.yml": sidecar, "translations/en/visit.po": HEADER + FIRST}
    digest, errors = read_content(write_content(tmp_path, files), knowledge)
    assert (digest.entries["visit"].fresh, errors) == (fresh, [])


def test_a_catalogue_begins_to_count_with_its_first_finished_passage(tmp_path: Path, knowledge: Knowledge) -> None:
    begun = f'\nmsgctxt "p1"\nmsgid "{SENTENCES[0]}"\nmsgstr ""\n'
    path = "translations/en/visit.po"
    digest, errors = read_content(write_content(tmp_path, {path: HEADER + begun}), knowledge)
    assert (digest.entries["visit"].langs, errors) == (("id",), [])
    digest, errors = read_content(write_content(tmp_path, {path: HEADER + FIRST}), knowledge)
    assert (digest.entries["visit"].langs, errors) == (("id", "en"), [])


def passages(tmp_path: Path, knowledge: Knowledge, files: dict[str, str | bytes | None]) -> tuple[list[Passage], list[str]]:
    digest, errors = read_content(write_content(tmp_path, files), knowledge)
    return [block.passage for block in digest.clippings["visit"].editions["en"].blocks], errors


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (HEADER + '\nmsgctxt "p1"\nmsgid "A\n', "translations/en/visit.po:13: is not a PO file"),
        (HEADER.replace("human", "oracle") + FIRST, "translations/en/visit.po:9: `X-Translation-Method`: is `oracle`"),
    ],
)
def test_a_broken_catalogue_is_named_and_the_original_shown(
    tmp_path: Path, knowledge: Knowledge, text: str, said: str
) -> None:
    shown, errors = passages(tmp_path, knowledge, {"translations/en/visit.po": text})
    assert len(errors) == 1
    assert errors[0].startswith(said)
    assert {(passage.state, passage.lang) for passage in shown} == {("missing", "id")}


def test_a_message_of_no_passage_is_named_and_the_others_are_used(tmp_path: Path, knowledge: Knowledge) -> None:
    stray = '\nmsgctxt "p77"\nmsgid "Hilang."\nmsgstr "Gone."\n'
    shown, errors = passages(tmp_path, knowledge, {"translations/en/visit.po": HEADER + FIRST + stray})
    assert [error.partition(". ")[0] for error in errors] == [
        "translations/en/visit.po:16: `p77`: names no passage of the article"
    ]
    assert shown[0].text == "The president arrived."


def test_no_word_of_a_withheld_paragraph_comes_back_through_its_translation(tmp_path: Path, knowledge: Knowledge) -> None:
    """The first paragraph is new; its key has the translation of what is the second, withheld one now."""
    files = {
        "outlets.yml": "default: {policy: excerpt, excerpt: {paragraphs: 1}}\n",
        "translations/en/visit.po": HEADER + FIRST,
        "articles/visit.txt": VISIT.replace(
            SENTENCES[0], f"Hujan turun di seluruh kota sejak pagi hari itu.\n\n{SENTENCES[0]}"
        ),
    }
    shown, errors = passages(tmp_path, knowledge, files)
    assert errors == []
    assert [(passage.state, passage.was, passage.outdated) for passage in shown] == [("missing", None, None)]


def test_errors_come_in_the_order_of_the_files(tmp_path: Path, knowledge: Knowledge) -> None:
    files = {f"articles/{name}.yml": "titel: x\n" for name in "cab"} | {f"articles/{name}.txt": VISIT for name in "bca"}
    _, errors = read_content(write_content(tmp_path, files), knowledge)
    assert [error[:10] for error in errors] == ["articles/a", "articles/b", "articles/c"]


def test_the_newest_comes_first_and_the_undated_last(tmp_path: Path, knowledge: Knowledge) -> None:
    files = {
        "articles/older.txt": VISIT.replace("19 Agustus", "18 Agustus"),
        "articles/undated.txt": VISIT.replace("Senin, 19 Agustus 2024 - 10:15 WIB", ""),
        "articles/later.txt": VISIT.replace("10:15", "11:15"),
        "articles/east.txt": VISIT.replace("10:15 WIB", "11:30 WIT"),
    }
    digest, errors = read_content(write_content(tmp_path, files), knowledge)
    assert errors == []
    assert list(digest.clippings) == ["later", "visit", "east", "older", "undated"]


def test_what_nobody_kept_is_read_whole(first_digest: Path, digest: Digest, knowledge: Knowledge) -> None:
    """Also where nothing changed since."""
    listed = sorted(path.relative_to(first_digest).as_posix() for path in first_digest.rglob("*") if path.is_file())
    read, errors = read_digest(
        first_digest, digest.langs, knowledge, assignment=Assignment(listed=listed, changed=frozenset())
    )
    assert (errors, read.news) == ((), None)
    assert read.entries == digest.entries


def test_articles_are_not_looked_at_where_only_the_theme_changed(
    first_digest: Path, digest: Digest, knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = sorted(path.relative_to(first_digest).as_posix() for path in first_digest.rglob("*") if path.is_file())
    memory = PlainMemory()
    first, _ = read_digest(first_digest, digest.langs, knowledge, memory)
    monkeypatch.setattr("kliping.pipeline.find_sources", None)
    assignment = Assignment(listed=listed, changed=frozenset({"theme/templates/base.html"}))
    again, errors = read_digest(first_digest, digest.langs, knowledge, memory, assignment=assignment)
    assert (errors, again.news) == ((), News())
    assert (list(again.entries.items()), again.likenesses) == (list(first.entries.items()), first.likenesses)
    assert dict(again.clippings) == dict(first.clippings)
