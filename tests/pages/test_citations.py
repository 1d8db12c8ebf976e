"""Citation files, as the programs that people use read them."""

import json
from collections.abc import Callable
from pathlib import Path

import bibtexparser
import msgspec
import pytest
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware
from hypothesis import given
from hypothesis import strategies as st
from pages.conftest import THEME

from kliping.digest.model import Digest
from kliping.knowledge import Knowledge
from kliping.pipeline import read_digest
from kliping_pelican.citations import FORMATS, bibtex, csl_json, ris
from kliping_pelican.citations.work import Work, one_line, work_of
from kliping_pelican.configuration import Configuration
from kliping_pelican.showing.reader import Reader
from kliping_pelican.showing.words import read_words

REPUBLIKA = "2022-12-06-republika-rusia-berminat-fasilitasi"
UNDATED = "2024-08-19-peranan-kunjungan-putin-ke-baku"
PLAIN = Work(
    id="a-b-1",
    title="Judul",
    translations=(("en", "Title"),),
    lang="id",
    publisher="kumparan",
    authors=("Brahm", "Wal and Son, Inc."),
    editors=(),
    translators=(),
    published="2024-08-19",
    url="https://kumparan.example/a%20b?c={d}&e=f_g#h",
    address="https://digest.example/id/articles/a-b-1/",
    digest="Kliping",
    notes=("Note one.", "Note two."),
)
WORDS = st.text(st.characters(codec="utf-8"), max_size=60).map(one_line).filter(bool)
HOSTILE = st.one_of(WORDS, st.text(r"\{}$&#%_~^\"'@,=<>/-", min_size=1, max_size=12))


@pytest.fixture(scope="session")
def work(digest: Digest, readers: dict[str, Reader], config: Configuration) -> Callable[..., Work]:
    """What a citation says of an article of the first digest, to readers of its own language or of another."""

    def make(id_: str, lang: str | None = None) -> Work:
        clipping = digest.clippings[id_]
        own = readers[clipping.article.lang]
        return work_of(clipping, own, readers[lang] if lang else own, config)

    return make


def read_bibtex(data: bytes) -> dict[str, str]:
    """The fields of the only entry, TeX taken back to letters, with its type and key."""
    library = bibtexparser.parse_string(data.decode(), append_middleware=[LatexDecodingMiddleware()])
    assert library.failed_blocks == []
    (entry,) = library.entries
    return {"type": entry.entry_type, "key": entry.key, **{field.key: field.value for field in entry.fields}}


def read_ris(data: bytes) -> dict[str, object]:
    (reference,) = rispy.loads(data.decode())
    return dict(reference)


def test_bibtex_is_read(work: Callable[..., Work]) -> None:
    fields = read_bibtex(bibtex(work(REPUBLIKA)))
    assert (fields["type"], fields["key"], fields["journal"]) == ("article", REPUBLIKA, "Republika")
    assert fields["title"] == "Rusia Berminat Fasilitasi Perjanjian Damai Antara Azerbaijan dan Armenia"
    assert (fields["date"], fields["year"], fields["month"]) == ("2022-12-06", "2022", "12")
    assert fields["url"].startswith("https://tekno.republika.co.id/"), "Republika's page, not Anadolu's"
    assert "Russia interested in facilitating peace treaty" in fields["note"]
    assert f"https://digest.example/id/articles/{REPUBLIKA}/" in fields["note"]


def test_ris_is_read(work: Callable[..., Work]) -> None:
    reference = read_ris(ris(work(REPUBLIKA)))
    assert reference["type_of_reference"] == "NEWS"
    assert reference["title"] == "Rusia Berminat Fasilitasi Perjanjian Damai Antara Azerbaijan dan Armenia"
    assert reference["translated_title"] == "Russia interested in facilitating peace treaty between Azerbaijan and Armenia"
    assert (reference["secondary_title"], reference["year"], reference["date"]) == ("Republika", "2022", "2022/12/06/")
    assert f"https://digest.example/id/articles/{REPUBLIKA}/" in reference["urls"]


def test_csl_is_read(work: Callable[..., Work]) -> None:
    (item,) = json.loads(csl_json(work(REPUBLIKA)))
    assert (item["type"], item["issued"]) == ("article-newspaper", {"date-parts": [[2022, 12, 6]]})
    assert item["archive_location"] == f"https://digest.example/id/articles/{REPUBLIKA}/"


def test_who_cites_it_in_another_language_is_told_in_that(work: Callable[..., Work]) -> None:
    """The title stays the one it appeared under; what is noted leads to the reader's own page."""
    there, here = work(REPUBLIKA, "id"), work(REPUBLIKA, "en")
    assert (here.title, here.lang) == (there.title, "id")
    assert here.address == f"https://digest.example/en/articles/{REPUBLIKA}/"
    assert here.notes[0].startswith("Title in English: Russia interested")
    assert here.notes[-1].startswith("Kept in ") and here.notes[-1].endswith(here.address)
    assert there.notes[-1].startswith("Tersimpan di ")


def test_a_contributor_wrote_it(work: Callable[..., Work]) -> None:
    cited = work("2024-08-19-idntimes-rusia-siap-bantu-perdamaian")
    assert cited.authors == ("Brahm",)
    assert cited.url and cited.url.startswith("https://www.idntimes.com/news/world/brahm-1/")


def test_what_is_unknown_is_left_out(work: Callable[..., Work]) -> None:
    unknown = work(UNDATED)
    assert unknown.published is None
    assert not {"date", "year", "month", "author"} & read_bibtex(bibtex(unknown)).keys()
    assert not {"date", "year", "authors"} & read_ris(ris(unknown)).keys()
    (item,) = json.loads(csl_json(unknown))
    assert not {"issued", "author", "editor"} & item.keys()
    nobody = msgspec.structs.replace(unknown, publisher=None, url=None)
    fields = read_bibtex(bibtex(nobody))
    assert (fields["type"], fields["url"], "journal" in fields) == ("misc", nobody.address, False)


def test_names_stay_whole() -> None:
    library = bibtexparser.parse_string(bibtex(PLAIN).decode())
    assert library.entries[0]["author"] == "{Brahm} and {Wal and Son, Inc.}"
    assert read_ris(ris(PLAIN))["authors"] == list(PLAIN.authors)
    assert json.loads(csl_json(PLAIN))[0]["author"] == [{"literal": name} for name in PLAIN.authors]


@given(HOSTILE, HOSTILE)
def test_no_words_break_a_file(title: str, name: str) -> None:
    odd = msgspec.structs.replace(PLAIN, title=one_line(title), authors=(one_line(name),), publisher=one_line(name))
    assert read_ris(ris(odd))["title"] == odd.title
    (item,) = json.loads(csl_json(odd))
    assert item["title"] == odd.title
    written = bibtex(odd).decode()
    library = bibtexparser.parse_string(written)
    assert library.failed_blocks == []
    assert [entry.key for entry in library.entries] == [PLAIN.id]
    assert {field.key for field in library.entries[0].fields} == {
        *("author", "title", "journal", "date", "year", "month", "url", "langid", "note")
    }
    assert balanced(written)


def balanced(text: str) -> bool:
    """Whether braces pair as BibTeX counts them, a backslash before one or not."""
    depth = 0
    for character in text:
        depth += (character == "{") - (character == "}")
        if depth < 0:
            return False
    return depth == 0


@pytest.mark.parametrize("write", [each for _, _, each in FORMATS.values()])
def test_a_withheld_text_gives_no_title(
    tmp_path: Path, knowledge: Knowledge, config: Configuration, write: Callable[[Work], bytes]
) -> None:
    """A title taken from the first words comes from what may be shown."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text("Kalimat rahasia yang tidak boleh tampil di mana pun.\n", encoding="utf-8")
    (tmp_path / "articles" / "a.yml").write_text("lang: id\n", encoding="utf-8")
    (tmp_path / "outlets.yml").write_text("default: {policy: link}\n", encoding="utf-8")
    (tmp_path / "vocabulary.yml").write_text("{}\n", encoding="utf-8")
    digest, errors = read_digest(tmp_path, ("id",), knowledge)
    assert errors == ()
    reader = Reader(digest, "id", read_words(THEME, "id"))
    assert b"rahasia" not in write(work_of(digest.clippings["a"], reader, reader, config))
