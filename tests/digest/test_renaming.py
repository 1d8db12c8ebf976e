"""An article is given another id: everything that bears or names the old one follows, or nothing is touched."""

from pathlib import Path

import pytest
from newsroom.catalogues import write_catalogue
from newsroom.command import Capture, lines_of
from newsroom.content import VISIT, files_of, read_content, write_content

from kliping.cli import main
from kliping.knowledge import Knowledge

TIMELINE = """name: {id: Kunjungan, en: Visit}
description: {id: D, en: D}
rule: {all: [baku]}
timeline:
  - date: 2024-08-19
    kind: event
    words: {id: Tiba, en: Arrival}
    cites: ["visit#p1", visit-2#p1]  # of visit
"""
SECOND = {"articles/visit-2.txt": VISIT.replace("Senin", "Selasa")}


def make_content(folder: Path) -> Path:
    """A digest in which a timeline and a text name an article, and another one whose id begins like its own."""
    files = {
        **SECOND,
        "articles/visit.yml": "url: https://a.example/visit#p1  # as printed\r\nadded: 2024-08-20\r\n",
        "topics/visit.yml": TIMELINE,
        "topics/visit.en.md": "[A](article:visit#p1), [B](article:visit), [C](article:visit-2#p1), [D](topic:visit),\n"
        "[E](https://a.example/visit#p1).\n",
    }
    content = write_content(folder, files)
    write_catalogue(content / "translations/en/visit.po", {"title": ("Presiden Berkunjung ke Baku", "President Visits")})
    return content


def test_all_that_bears_or_names_the_id_follows(tmp_path: Path, capsys: Capture, knowledge: Knowledge) -> None:
    content = make_content(tmp_path)
    before = files_of(content)
    said = lines_of(capsys, "rename", "visit", "trip", "--content", str(content))
    after = files_of(content)
    assert said == [
        f"wrote {content}/{name}"
        for name in (
            *("articles/trip.txt", "articles/trip.yml", "translations/en/trip.po"),
            *("topics/visit.en.md", "topics/visit.yml"),
        )
    ]
    assert after["articles/trip.txt"] == before["articles/visit.txt"]
    assert after["articles/trip.yml"] == before["articles/visit.yml"] + b"formerly: [visit]\n"
    assert after["topics/visit.en.md"].decode() == (
        "[A](article:trip#p1), [B](article:trip), [C](article:visit-2#p1), [D](topic:visit),\n"
        "[E](https://a.example/visit#p1).\n"
    )
    assert b'cites: ["trip#p1", visit-2#p1]  # of visit\n' in after["topics/visit.yml"]
    assert not [name for name in after if "/visit." in name and not name.startswith("topics/")]

    digest, errors = read_content(content, knowledge)
    assert errors == []
    assert (digest.moved, digest.first_id("trip")) == ({"visit": "trip"}, "visit")
    assert digest.clippings["trip"].editions["en"].title.text == "President Visits"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("sidecar", "renamed"),
    [
        (None, "formerly: [visit]\n"),
        ("# of today\n", "# of today\nformerly: [visit]\n"),
        ("lang: id", "lang: id\nformerly: [visit]\n"),
        ("formerly: [one, two]  # names\nlang: id\n", "formerly: [one, two, visit]  # names\nlang: id\n"),
        ("formerly:\n- one\n# and\n- 'two'\n\nlang: id\n", "formerly:\n- one\n# and\n- 'two'\n- visit\n\nlang: id\n"),
        ("formerly: []\nlang: id\n", "formerly: [visit]\nlang: id\n"),
        ("{lang: id}\n", "{lang: id, formerly: [visit]}\n"),
    ],
)
def test_the_first_id_stays_the_first(
    tmp_path: Path, capsys: Capture, knowledge: Knowledge, sidecar: str | None, renamed: str
) -> None:
    content = write_content(tmp_path, {"articles/visit.yml": sidecar})
    lines_of(capsys, "rename", "visit", "trip", "--content", str(content))
    assert (content / "articles/trip.yml").read_text(encoding="utf-8") == renamed
    digest, errors = read_content(content, knowledge)
    assert (errors, digest.first_id("trip")) == ([], "one" if "one" in renamed else "visit")


def test_an_article_stays_in_its_folder(tmp_path: Path, capsys: Capture) -> None:
    content = write_content(tmp_path, {"articles/2024/deeper.txt": VISIT})
    lines_of(capsys, "rename", "deeper", "deepest", "--content", str(content))
    assert sorted(path.name for path in (content / "articles/2024").iterdir()) == ["deepest.txt", "deepest.yml"]


@pytest.mark.parametrize(
    ("old", "new", "sidecar", "said"),
    [
        ("visti", "trip", "", "{content}: `visti` is no article of this digest. Did you mean `visit`?"),
        ("visit", "Trip!", "", "`Trip!` is no article id. Name it with small letters"),
        ("visit", "visit-2", "", "{content}/articles/visit-2.txt: has the id `visit-2` already. Choose another."),
        ("visit", "visit", "", "{content}/articles/visit.txt: has the id `visit` already."),
        ("visit", "once", "", "{content}/articles/visit-2.yml: `formerly`: names `once`. Choose another: its addresses"),
        ("visit", "trip", "colour: red\n", "{content}/articles/visit.yml:1: `colour`: is no key known here."),
        ("visit", "trip", "lang: [id\n", "{content}/articles/visit.yml:2: is not YAML"),
        ("visit", "trip", b"note: \xff\n", "{content}/articles/visit.yml: is not text"),
    ],
)
def test_what_cannot_be_renamed_is_told_and_nothing_is_touched(
    tmp_path: Path, capsys: Capture, old: str, new: str, sidecar: str | bytes, said: str
) -> None:
    files = {**SECOND, "articles/visit-2.yml": "formerly: [once]\n", "articles/visit.yml": sidecar}
    content = write_content(tmp_path, files)
    before = files_of(content)
    assert main(["rename", old, new, "--content", str(content)]) == 1
    assert capsys.readouterr().err.startswith(said.format(content=content))
    assert files_of(content) == before
