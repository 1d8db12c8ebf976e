"""A content folder's files: each belongs to an article, and the others are named instead of passed over."""

from datetime import date
from pathlib import Path

import msgspec
import pytest
from newsroom.content import VISIT, files_of, read_content, write_content

from kliping.cleaning import clean
from kliping.digest.curating.adding import add_source
from kliping.digest.sources import find_sources
from kliping.errors import InvalidData, UnreadableText
from kliping.knowledge import Knowledge
from kliping.sidecar import Sidecar, parse_sidecar

DAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("articles/Visit.txt", "articles/Visit.txt: `Visit` is no article id"),
        ("articles/a b.txt", "articles/a b.txt: `a b` is no article id"),
        ("articles/a--b.txt", "articles/a--b.txt: `a--b` is no article id"),
        ("articles/...txt", None),
        ("articles/日本.txt", "articles/日本.txt: `日本` is no article id"),
        ("articles/other.doc", "articles/other.doc: has no ending Kliping reads"),
        ("articles/visit.html", "articles/visit.txt: has the id of"),
        ("articles/visti.yml", "articles/visti.yml: belongs to no article. Did you mean `visit`? Rename it then; if its"),
        ("articles/wxyz.yml", "articles/wxyz.yml: belongs to no article. If its article is gone for good, remove it too."),
        ("articles/.visit.txt.swp", None),
        ("articles/visit.txt~", None),
        ("articles/2024/deeper.txt", None),
        ("translations/en/visti.po", "translations/en/visti.po: belongs to no article. Did you mean `visit`?"),
        ("translations/eng/visit.po", "translations/eng/visit.po: `eng` is no language of this digest. Did you mean `en`?"),
        ("translations/en/visit.txt", "translations/en/visit.txt: is no catalogue"),
        ("translations/visit.po", "translations/visit.po: is no catalogue"),
    ],
)
def test_a_file_that_belongs_to_nothing_is_named(tmp_path: Path, knowledge: Knowledge, name: str, said: str | None) -> None:
    digest, errors = read_content(write_content(tmp_path, {name: VISIT}), knowledge)
    assert "visit" in digest.clippings
    assert len(errors) == (1 if said else 0), errors
    assert said is None or errors[0].startswith(said)


def test_an_article_may_lie_in_a_folder_of_its_own(tmp_path: Path, knowledge: Knowledge) -> None:
    digest, errors = read_content(write_content(tmp_path, {"articles/2024/deeper.txt": VISIT}), knowledge)
    assert (errors, sorted(digest.clippings)) == ([], ["deeper", "visit"])


def test_a_link_to_a_folder_is_followed_and_one_that_leads_back_is_named(tmp_path: Path, knowledge: Knowledge) -> None:
    content = write_content(tmp_path / "content")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "deeper.txt").write_text(VISIT)
    (content / "articles" / "2024").symlink_to(tmp_path / "elsewhere")
    (content / "articles" / "ring").symlink_to(content)
    digest, errors = read_content(content, knowledge)
    assert sorted(digest.clippings) == ["deeper", "visit"]
    assert [error.partition(" Kliping")[0] for error in errors] == ["articles/ring: has no ending"]


def test_folders_whose_links_lead_into_each_other_are_gone_through_once(tmp_path: Path, knowledge: Knowledge) -> None:
    content = write_content(tmp_path / "content")
    for name, other in (("here", "there"), ("there", "here")):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.txt").write_text(VISIT)
        (tmp_path / name / other).symlink_to(tmp_path / other)
    (content / "articles" / "linked").symlink_to(tmp_path / "here")
    digest, errors = read_content(content, knowledge)
    assert sorted(digest.clippings) == ["here", "there", "visit"]
    assert [error.partition(" Kliping")[0] for error in errors] == ["articles/linked/there/here: has no ending"]


def test_files_that_are_listed_already_are_not_looked_for(tmp_path: Path) -> None:
    odd = ("articles/.a/b.txt", "articles/a~/b.txt", "articles/a.txt~", "articles/2024/deeper.txt", "articlesque/a.txt")
    content = write_content(tmp_path, dict.fromkeys((*odd, "translations/en/visit.po", "translations/visti.po"), VISIT))
    files = (path for path in content.rglob("*") if path.is_file())
    listed = sorted(path.relative_to(content).as_posix() for path in files)
    found, errors = find_sources(content, ("id", "en"))
    again, same = find_sources(content, ("id", "en"), listed)
    assert (again, list(map(str, same))) == (found, list(map(str, errors)))
    assert [source.id for source in found] == ["deeper", "visit"]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """An empty content folder."""
    folder = tmp_path / "content"
    folder.mkdir()
    return folder


def test_a_file_is_taken_in_byte_for_byte(tmp_path: Path, content: Path) -> None:
    scraped = tmp_path / "scraped.txt"
    scraped.write_bytes(b"Judul\r\n\xe9\n")
    written = add_source(scraped, content, "a-b", url="https://a.example/?q=1#x", day=DAY)
    assert [path.relative_to(tmp_path).as_posix() for path in written] == [
        "content/articles/a-b.txt",
        "content/articles/a-b.yml",
    ]
    assert written[0].read_bytes() == scraped.read_bytes()
    assert "added: 2026-11-24\n" in written[1].read_text()


@pytest.mark.parametrize(
    ("name", "kept"),
    [("a.md", "x.txt"), ("a.HTM", "x.html"), ("a.TXT", "x.txt"), ("a.json", "x.json"), ("a.JSON", "x.json")],
)
def test_other_endings_of_the_same_are_taken_in_under_the_usual_one(
    tmp_path: Path, content: Path, knowledge: Knowledge, name: str, kept: str
) -> None:
    scraped = tmp_path / name
    parsed = clean(VISIT.encode(), id="a", source_path="a.txt", knowledge=knowledge, sidecar=Sidecar())
    scraped.write_bytes(msgspec.json.encode(parsed) if kept == "x.json" else b"# Judul")
    target, _ = add_source(scraped, content, "x", url=None, day=DAY)
    assert target.name == kept


@pytest.mark.parametrize("url", ["https://a.example/b#c", "https://a.example/?a=[b]&c={d}", "https://a.example/'*!"])
def test_the_address_comes_back_as_it_was_given(tmp_path: Path, url: str) -> None:
    scraped = tmp_path / "scraped.txt"
    scraped.write_text("Judul")
    _, sidecar = add_source(scraped, tmp_path, "a", url=url, day=DAY)
    assert parse_sidecar(sidecar.read_bytes(), sidecar).url == url


@pytest.mark.parametrize("id_", ["../a", "A", "a/b", "", "a.b", "a_b", "-a"])
def test_an_id_that_would_leave_the_folder_or_break_an_address_is_refused(tmp_path: Path, content: Path, id_: str) -> None:
    scraped = tmp_path / "scraped.txt"
    scraped.write_text("Judul")
    with pytest.raises(InvalidData):
        add_source(scraped, content, id_, url=None, day=DAY)
    assert list(content.iterdir()) == []


@pytest.mark.parametrize("there", ["a.txt", "a.html", "a.yml", "2024/a.txt"])
def test_no_id_is_given_twice(tmp_path: Path, there: str) -> None:
    scraped = tmp_path / "scraped.txt"
    scraped.write_text("Judul")
    content = write_content(tmp_path / "content", {f"articles/{there}": "before"})
    before = files_of(content)
    with pytest.raises(InvalidData, match=r"a\.(yml: exists|\w+: has the id `a` already)"):
        add_source(scraped, content, "a", url=None, day=DAY)
    assert files_of(content) == before


def test_an_id_that_leads_to_another_article_is_not_given_again(tmp_path: Path) -> None:
    scraped = tmp_path / "scraped.txt"
    scraped.write_text("Judul")
    content = write_content(tmp_path / "content", {"articles/visit.yml": "formerly: [a]\n"})
    before = files_of(content)
    with pytest.raises(InvalidData, match=r"visit\.yml: `formerly`: names `a`"):
        add_source(scraped, content, "a", url=None, day=DAY)
    assert files_of(content) == before


@pytest.mark.parametrize("url", ["javascript:alert(1)", "a.example/b"])
def test_an_address_that_is_none_is_refused_before_anything_is_written(tmp_path: Path, content: Path, url: str) -> None:
    scraped = tmp_path / "scraped.txt"
    scraped.write_text("Judul")
    with pytest.raises(InvalidData):
        add_source(scraped, content, "a", url=url, day=DAY)
    assert list(content.iterdir()) == []


def test_a_file_that_is_not_there_is_named(tmp_path: Path, content: Path) -> None:
    with pytest.raises(UnreadableText, match=r"gone\.txt"):
        add_source(tmp_path / "gone.txt", content, "a", url=None, day=DAY)
    assert list(content.iterdir()) == []


def test_the_same_file_is_not_added_twice(tmp_path: Path, content: Path) -> None:
    scraped = tmp_path / "page.txt"
    scraped.write_text("Satu.", encoding="utf-8")
    (first, _) = add_source(scraped, content, "satu", url=None, day=DAY)
    for id_ in ("dua", "satu"):
        with pytest.raises(InvalidData, match="already") as error:
            add_source(scraped, content, id_, url=None, day=DAY)
        assert error.value.path == first
    assert [path.name for path in sorted(first.parent.iterdir())] == ["satu.txt", "satu.yml"]
    scraped.write_text("Dua..", encoding="utf-8")
    assert add_source(scraped, content, "dua", url=None, day=DAY)


def test_a_digest_that_is_not_there_takes_nothing_in(tmp_path: Path) -> None:
    scraped = tmp_path / "page.txt"
    scraped.write_text("Satu.", encoding="utf-8")
    with pytest.raises(InvalidData, match="contnet: is no folder"):
        add_source(scraped, tmp_path / "contnet", "satu", url=None, day=DAY)
    assert not (tmp_path / "contnet").exists()


@pytest.mark.parametrize("name", ["page.json", "page.JSON"])
@pytest.mark.parametrize("data", [b'{"no": "article"}', b"[]", b"# Judul", b'{"id": "a", "source_path": "a.txt"'])
def test_json_that_is_no_article_is_not_taken_in(tmp_path: Path, content: Path, name: str, data: bytes) -> None:
    scraped = tmp_path / name
    scraped.write_bytes(data)
    with pytest.raises(InvalidData, match=rf"{name}: is no parsed article .* Make it again with `kliping parse --json`"):
        add_source(scraped, content, "satu", url=None, day=DAY)
    assert list(content.iterdir()) == []


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n", b"%PDF-1.7", b'<?xml version="1.0"?><rss><item/></rss>'])
def test_what_is_no_article_is_not_taken_in(tmp_path: Path, content: Path, data: bytes) -> None:
    scraped = tmp_path / "page.txt"
    scraped.write_bytes(data)
    with pytest.raises(UnreadableText, match=r"page\.txt: "):
        add_source(scraped, content, "satu", url=None, day=DAY)
    assert list(content.iterdir()) == []
