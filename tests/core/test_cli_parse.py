"""`kliping parse`: what a file holds, for machines and for a person."""

import json
import re
from pathlib import Path

import pytest
from newsroom.command import Capture, lines_of
from newsroom.content import VISIT, write_content

from kliping.cli import main

PROJECT = Path(__file__).parents[2]
FIVE = sorted((PROJECT / "content" / "articles").glob("*.txt"))
CONTRACT = [
    *("id", "source_path", "lang", "title", "standfirst", "published", "updated", "publisher", "authors", "dateline"),
    *("wires", "cited", "original_url", "figures", "blocks", "see_also", "keywords", "tags", "topics"),
    *("findings", "ledger"),
]


PARTS = {
    "title": "value basis line",
    "standfirst": "value basis line",
    "published": "value precision basis line",
    "publisher": "value outlet basis line cue",
    "authors": "value role basis line",
    "dateline": "value basis line",
    "wires": "value basis line",
    "cited": "value basis line",
    "original_url": "value basis line",
    "figures": "caption credit date line",
    "blocks": "kind text line anchor",
    "see_also": "text line",
    "tags": "id basis line",
    "topics": "id basis because",
    "findings": "line code message",
    "ledger": "line start end role rule",
}


def test_parse_prints_one_object_a_line_in_the_order_given(capsys: Capture) -> None:
    files = [str(path) for path in reversed(FIVE)]
    parsed = [json.loads(line) for line in lines_of(capsys, "parse", "--json", *files)]
    assert [one["source_path"] for one in parsed] == files
    assert [one["id"] for one in parsed] == [path.stem for path in reversed(FIVE)]


def test_parse_keeps_the_contract_key_by_key(capsys: Capture) -> None:
    arguments = ("parse", "--json", "--content", str(PROJECT / "content"), *map(str, FIVE))
    for line in lines_of(capsys, *arguments):
        one = json.loads(line)
        assert [key for key in one if key in CONTRACT] == CONTRACT
        for key, parts in PARTS.items():
            for value in one[key] if isinstance(one[key], list) else [one[key]]:
                assert value is None or set(parts.split()) <= value.keys(), key


def test_parse_needs_no_digest_and_finds_tags_only_with_one(capsys: Capture) -> None:
    (plain,) = lines_of(capsys, "parse", "--json", str(FIVE[0]))
    (whole,) = lines_of(capsys, "parse", "--json", "--content", str(PROJECT / "content"), str(FIVE[0]))
    assert json.loads(plain)["tags"] == json.loads(plain)["topics"] == []
    assert json.loads(whole)["tags"] and json.loads(whole)["topics"]


def test_what_is_unknown_is_null(capsys: Capture) -> None:
    """The text of 2024-08-19-idntimes has no date of publication."""
    parsed = [json.loads(line) for line in lines_of(capsys, "parse", "--json", *map(str, FIVE))]
    assert [one["published"] for one in parsed if "idntimes" in one["id"]] == [None]
    assert all(one["updated"] is None for one in parsed)


def test_the_ledger_of_each_joins_back_to_the_file(capsys: Capture) -> None:
    for path, line in zip(FIVE, lines_of(capsys, "parse", "--json", *map(str, FIVE)), strict=True):
        spans = json.loads(line)["ledger"]
        lines = path.read_text(encoding="utf-8").split("\n")
        joined: dict[int, str] = {}
        for span in spans:
            assert span["start"] == len(joined.get(span["line"], ""))
            joined[span["line"]] = joined.get(span["line"], "") + lines[span["line"] - 1][span["start"] : span["end"]]
        assert [joined[number] for number in range(1, len(lines) + 1)] == lines


def test_parse_shows_a_person_what_a_file_holds(capsys: Capture) -> None:
    shown = lines_of(capsys, "parse", str(FIVE[0]))
    assert any("published    2021-11-24T06:29:00+07:00 (text, line 3)" in line for line in shown)
    assert any("standfirst   unknown" in line for line in shown)
    assert any("title        Perang Baru Berkecamuk" in line for line in shown)
    assert not any(line.startswith("  tag ") for line in shown)


def test_parse_names_the_rule_that_decided_each_line(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "desa.txt"
    path.write_text(
        "Jembatan Bambu Diresmikan\n\nBaca juga: Panen Raya Dimulai\n\nWarga meresmikan jembatan itu pada Senin.\n"
    )
    ledger = [line for line in lines_of(capsys, "parse", str(path)) if re.match(r" +\d", line)]
    assert ledger == [
        "    1 title        headline         Jembatan Bambu Diresmikan",
        "    2 blank        empty_line",
        "    3 see_also     id.see_also      Baca juga: Panen Raya Dimulai",
        "    4 blank        empty_line",
        "    5 body p1      sentence_in_body Warga meresmikan jembatan itu pada Senin.",
        "    6 blank        empty_line",
    ]


def test_parse_shows_what_a_digest_adds_and_what_its_texts_cite(capsys: Capture) -> None:
    content = PROJECT / "content"
    article = next(path for path in FIVE if "kumparan" in path.stem)
    shown = lines_of(capsys, "parse", "--content", str(content), str(article))
    for row in (
        "  url          https://kumparan.com/",
        "  photo        Mikhail Tereshchenko/POOL/AFP (line ",
        "  tag          vladimir-putin (“Putin”, text, line 1)",
        "  topic        putin-baku-2024 (tags ",
    ):
        assert any(line.startswith(row) for line in shown), row
    cited = re.findall(rf"{article.stem}#([ph]\d+)", (content / "topics/putin-baku-2024.yml").read_text(encoding="utf-8"))
    anchors = [found[1] for line in shown if (found := re.match(r" +\d+ (?:body|heading|quote|list) ([ph]\d+) ", line))]
    assert set(cited) <= set(anchors)
    assert len(anchors) == len(set(anchors))


@pytest.fixture
def broken(tmp_path: Path) -> dict[str, Path]:
    """Files of which none can be read, each in its own way."""
    (tmp_path / "pdf.txt").write_bytes(b"%PDF-1.7")
    (tmp_path / "sidecar.txt").write_text(VISIT)
    (tmp_path / "sidecar.yml").write_text("\ntitel: x\n")
    (tmp_path / "folder.txt").mkdir()
    return {name: tmp_path / f"{name}.txt" for name in ("pdf", "sidecar", "folder", "gone")}


def test_a_broken_file_is_named_and_the_others_are_printed(broken: dict[str, Path], capsys: Capture) -> None:
    files = [str(FIVE[0]), *map(str, broken.values()), str(FIVE[1])]
    assert main(["parse", "--json", *files]) == 1
    captured = capsys.readouterr()
    assert [json.loads(line)["id"] for line in captured.out.splitlines()] == [FIVE[0].stem, FIVE[1].stem]
    said = captured.err.splitlines()
    named = [str(broken["pdf"]), f"{broken['sidecar'].with_suffix('.yml')}:2", str(broken["folder"]), str(broken["gone"])]
    assert [line.partition(": ")[0] for line in said] == named


def test_a_sidecar_is_no_article(tmp_path: Path, capsys: Capture) -> None:
    content = write_content(tmp_path, {"articles/visit.yml": "lang: id\n"})
    assert main(["parse", str(content / "articles/visit.yml")]) == 1
    assert "visit.yml: is a sidecar. Name its article" in capsys.readouterr().err
