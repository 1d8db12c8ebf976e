"""What an outlet says under each of its articles is found by reading several."""

from pathlib import Path

import pytest
from newsroom.articles import article, by
from newsroom.catalogues import HEADER, write_catalogue
from newsroom.content import VISIT, read_content, write_content

from kliping.digest.doubts import find_doubts, find_register_doubts
from kliping.digest.translating.doubts import find_translation_doubts
from kliping.knowledge import Knowledge
from kliping.model import Article, Basis, Fact, Role

REFRAIN = "Redaksi menyajikan kabar dari desa setiap pagi."
BACKGROUND = f"Banjir besar melanda desa itu pada awal tahun. {REFRAIN} {REFRAIN}"


HEADLINE = (Role.TITLE, "Kabar Desa")


def told(id_: str, *lines: str, outlet: str | None = "desa", url: str | None = None) -> Article:
    address = Fact(value=url, basis=Basis.CURATOR) if url else None
    return article(HEADLINE, *lines, id=id_, publisher=by(outlet.title(), outlet) if outlet else None, url=address)


def doubts(*articles: Article) -> list[tuple[str, str]]:
    """File and code of each."""
    return [(path.rpartition("/")[2], finding.code) for path, finding in find_doubts(articles)]


def test_a_paragraph_of_three_articles_is_doubted_in_each_with_its_line() -> None:
    found = find_doubts(
        [
            told("satu", "Panen padi dimulai pada Senin.", REFRAIN),
            told("dua", "Jalan desa diperbaiki warga.", "Pekerjaan selesai Jumat.", REFRAIN.upper()),
            told("tiga", REFRAIN.replace(" ", "  "), "Pasar dibuka lagi."),
        ]
    )
    places = [(path.rpartition("/")[2], finding.line, finding.code) for path, finding in found]
    assert places == [("dua.txt", 4, "recurring"), ("satu.txt", 3, "recurring"), ("tiga.txt", 2, "recurring")]
    assert "2 other articles" in found[0][1].message


def test_two_articles_other_outlets_one_that_repeats_itself_and_long_background_are_no_doubt() -> None:
    assert not doubts(
        told("satu", "Panen padi dimulai.", REFRAIN),
        told("dua", "Pasar dibuka lagi.", REFRAIN, REFRAIN),
        told("tiga", "Jalan ditutup.", REFRAIN, outlet="kota"),
        *(told(id_, f"Banjir surut di desa {id_}.", BACKGROUND) for id_ in ("tujuh", "delapan", "sembilan")),
    )
    assert "recurring" not in dict(map(reversed, doubts(*(told(id_, id_, REFRAIN, outlet=None) for id_ in ("a", "b", "c")))))


def test_an_article_added_twice_is_told_by_its_text_or_by_its_address() -> None:
    here = "https://a.example/kabar"
    one = told("satu", "Panen padi dimulai.", url=f"{here}/")
    assert doubts(one, told("dua", "Panen  PADI dimulai.")) == [("dua.txt", "added_twice")]
    assert doubts(one, told("dua", "Panen padi telah dimulai.", url=here)) == [("dua.txt", "added_twice")]
    assert doubts(one, told("dua", "Panen padi dimulai.", url=here)) == [("dua.txt", "added_twice")]
    assert doubts(one, told("dua", "Panen padi telah dimulai.", url=f"{here}/2")) == []


def test_an_article_added_twice_is_one_among_those_that_share_a_paragraph() -> None:
    same = [told(id_, "Panen padi dimulai.", REFRAIN) for id_ in ("satu", "dua")]
    assert doubts(*same, told("tiga", "Pasar dibuka lagi.", REFRAIN)) == [("dua.txt", "added_twice")]


def test_two_outlets_may_carry_one_text() -> None:
    assert doubts(told("satu", "Panen padi dimulai."), told("dua", "Panen padi dimulai.", outlet="kota")) == []


def test_what_readers_are_told_first_is_doubted_where_nobody_knows_it() -> None:
    assert doubts(article("Panen padi dimulai.", publisher=by("Desa"))) == [("first.txt", "untitled")]
    assert doubts(told("satu", "Panen padi dimulai.", outlet=None)) == [("satu.txt", "publisher_unknown")]
    ((_, finding),) = find_doubts([told("satu", "Panen padi dimulai.", outlet=None, url="https://www.kota.example/a")])
    assert "kota.example" in finding.message


def test_a_name_of_two_terms_and_a_topic_without_articles_are_doubted(tmp_path: Path, knowledge: Knowledge) -> None:
    """Every mention would count for the first of the two, whichever is meant."""
    vocabulary = (
        "people:\n  siti:\n    name: {id: Siti Aminah, en: Siti Aminah}\n    aliases: {id: [Baku, Siti], en: [Siti]}\n"
        "  aminah:\n    name: {id: Aminah, en: Aminah}\n    aliases: {id: [Siti], en: [Siti]}\n"
        "places:\n  baku:\n    name: {id: Baku, en: Baku}\n"
    )
    topic = "name: {id: B, en: F}\ndescription: {id: B, en: F}\nrule: {all: [siti]}\n"
    introductions = {f"topics/flood.{lang}.md": "Air.\n" for lang in ("id", "en")}
    content = write_content(tmp_path, {"vocabulary.yml": vocabulary, "topics/flood.yml": topic, **introductions})
    digest, errors = read_content(content, knowledge)
    said = [(Path(path).name, doubt.line, doubt.code) for path, doubt in find_register_doubts(digest, content)]
    assert (errors, said) == ([], [("flood.yml", None, "idle_topic"), *[("vocabulary.yml", 2, "shared_name")] * 2])


def test_the_same_name_in_two_languages_of_one_term_is_none(tmp_path: Path, knowledge: Knowledge) -> None:
    content = write_content(tmp_path)
    assert find_register_doubts(read_content(content, knowledge)[0], content) == []


def test_a_translation_that_is_the_original_is_doubted(tmp_path: Path, knowledge: Knowledge) -> None:
    title, _, first, second = VISIT.split("\n\n")[:4]
    messages = {"title": (title, title), "p1": (first, f" {first}"), "p2": (second, "They will meet.")}
    content = write_content(tmp_path)
    write_catalogue(content / "translations/en/visit.po", messages)
    digest, errors = read_content(content, knowledge)
    assert errors == []
    ((path, finding),) = find_translation_doubts(digest, content)
    assert path == f"{content}/translations/en/visit.po"
    assert finding.message.startswith("`Presiden tiba di Baku pada Senin …` is the original")


@pytest.mark.parametrize(
    ("named", "is_doubted"), [("en", False), ("en_GB", False), ("EN-gb", False), ("", False), ("id", True), ("eng", True)]
)
def test_a_catalogue_whose_header_names_another_language_is_doubted(
    tmp_path: Path, knowledge: Knowledge, named: str, is_doubted: bool
) -> None:
    """A translator's program would go by the header, and the site goes by the folder."""
    content = write_content(tmp_path)
    header = HEADER.replace("Language: en", f"Language: {named}")
    path = write_catalogue(content / "translations/en/visit.po", {"p1": (VISIT.split("\n\n")[2], "They met.")}, header)
    digest, errors = read_content(content, knowledge)
    assert errors == []
    doubts = [(path, 3, "other_language")] if is_doubted else []
    assert [(Path(at), doubt.line, doubt.code) for at, doubt in find_translation_doubts(digest, content)] == doubts
