"""Sidecars: what a curator writes of one article is taken as written, or named with its line."""

from datetime import date
from pathlib import Path

import pytest

from kliping.cleaning import clean
from kliping.errors import InvalidData
from kliping.knowledge import Knowledge
from kliping.model import Basis
from kliping.sidecar import NO_SIDECAR, parse_sidecar

FILE = Path("content/articles/a.yml")
WHOLE = """
url: https://kumparan.com/a
original_url: https://aa.com.tr/b
title: Judul dari kurator
standfirst: Teras
published: 2024-08-19T01:47+07:00
updated: 2024-08
publisher: kumparan
authors: [{value: Siti}, {value: Budi, role: editor}]
lang: id
lines: {9: drop, 18: keep, 12: caption}
topics: [peace-process]
added: 2026-11-24
note: {id: Catatan, en: Note}
corrections: [{date: 2024-08-21, text: {id: Koreksi, en: Correction}}]
withdrawn: {date: 2024-08-22, reason: {id: Alasan, en: Reason}}
"""


def caught(text: str) -> InvalidData:
    with pytest.raises(InvalidData) as error:
        parse_sidecar(text.encode(), FILE)
    assert error.value.path == FILE
    return error.value


def test_every_key_is_read() -> None:
    read = parse_sidecar(WHOLE.encode(), FILE)
    assert read.lines == {9: "drop", 18: "keep", 12: "caption"}
    assert [(author.value, author.role) for author in read.authors or ()] == [("Siti", "author"), ("Budi", "editor")]
    assert read.added == date(2026, 11, 24)
    assert read.corrections[0].text["en"] == "Correction"
    assert read.withdrawn and read.withdrawn.date == date(2024, 8, 22)
    assert (read.title, read.topics, read.note["id"]) == ("Judul dari kurator", ("peace-process",), "Catatan")


def test_an_empty_sidecar_says_nothing() -> None:
    assert parse_sidecar(b"# nothing yet\n", FILE) == NO_SIDECAR


@pytest.mark.parametrize(
    ("text", "line", "key", "hint"),
    [
        ("added: 2024-08-19\npublishr: kumparan\n", 2, "publishr", "`publisher`"),
        ("corrections:\n  - date: 2024-08-21\n    txt: {}\n", 3, "txt", "`text`"),
        ("authors: [{value: A, role: writer}]", 1, "authors[0].role", ""),
        ("\nlines:\n  9: drop\n  12: captoin\n", 4, "lines.12", "`caption`"),
        ("lines: {nine: drop}", 1, "lines.nine", ""),
        ("withdrawn: true", 1, "withdrawn", ""),
        ("topics: peace-process", 1, "topics", ""),
        ("title: [a]", 1, "title", ""),
    ],
)
def test_a_mistake_is_named_with_its_line(text: str, line: int, key: str, hint: str) -> None:
    error = caught(text)
    assert (error.line, error.key) == (line, key)
    assert hint in error.advice


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2024", "2024"),
        ("2024-08", "2024-08"),
        ("2024-08-19", "2024-08-19"),
        ("2024-08-19T01:47+07:00", "2024-08-19T01:47:00+07:00"),
        ("2024-08-19T01:47:00+07:00", "2024-08-19T01:47:00+07:00"),
        ("2024-08-19T01:47:00Z", "2024-08-19T01:47:00+00:00"),
    ],
)
def test_a_time_is_read_as_precise_as_it_is_known(written: str, read: str) -> None:
    sidecar = parse_sidecar(f"published: {written}\nupdated: {written}".encode(), FILE)
    assert (sidecar.published, sidecar.updated) == (read, read)


@pytest.mark.parametrize(
    "written",
    [
        "yesterday",
        "19 Agustus 2024",
        "2024-8-19",
        "2024-13",
        "2024-02-30",
        "2024-08-19T01:47",
        "2024-08-19T25:00Z",
        "'{{ 7*7 }}'",
    ],
)
def test_what_is_no_time_is_named_with_its_line(written: str) -> None:
    error = caught(f"added: 2026-11-24\npublished: {written}\n")
    assert (error.line, error.key) == (2, "published")


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "javascript://a.example/%0aalert(1)",
        "ftp://a.example/b",
        "kumparan.com/a",
        "https://",
        "'data:text/html,x'",
        "http://[x/",
        "https://a b/",
        "'https://a/\"onclick=\"x'",
        "https://a/<b>",
    ],
)
@pytest.mark.parametrize("key", ["url", "original_url"])
def test_what_is_no_address_is_named_with_its_line(key: str, address: str) -> None:
    error = caught(f"added: 2026-11-24\n{key}: {address}\n")
    assert (error.line, error.key) == (2, key)


def test_what_a_person_said_is_marked_as_said_by_a_person(knowledge: Knowledge) -> None:
    sidecar = parse_sidecar(WHOLE.replace("lines: {9: drop, 18: keep, 12: caption}", "").encode(), FILE)
    text = "Judul Lain dari Teks\n\nSenin, 3 Juni 2024 - 10:15 WIB\n\nWarga pulang ke rumah masing-masing hari ini.\n"
    made = clean(text.encode(), id="a", source_path="a.txt", knowledge=knowledge, sidecar=sidecar)
    facts = [made.title, made.standfirst, made.published, made.updated, made.publisher, made.url, made.original_url]
    assert [fact.basis for fact in (*facts, *made.authors) if fact] == [Basis.CURATOR] * 9
    assert [fact.precision for fact in (made.published, made.updated) if fact] == ["minute", "month"]


def test_a_line_can_be_overruled(knowledge: Knowledge) -> None:
    paragraphs = [f"Warga desa nomor {number} pulang ke rumah masing-masing hari ini." for number in range(4)]
    text = "\n\n".join(["Warga Pulang", "Senin, 3 Juni 2024", *paragraphs]).encode()
    plain = clean(text, id="a", source_path="a.txt", knowledge=knowledge)
    ruled = clean(text, id="a", source_path="a.txt", knowledge=knowledge, sidecar=parse_sidecar(b"lines: {9: drop}", FILE))
    assert {block.line for block in plain.blocks} - {block.line for block in ruled.blocks} == {9}
