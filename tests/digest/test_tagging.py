"""Tags: which words of an article mean which entry of the vocabulary, and which only look like it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsroom.articles import article

from kliping.digest.registers import Registers, Term
from kliping.digest.tagging import find_mentions, find_tags, index_names
from kliping.model import Role

TERMS = {
    "antara": Term(name={"id": "Antara", "en": "Antara"}, excluded=("Antara lain",)),
    "armenia": Term(name={"id": "Armenia", "en": "Armenia"}, aliases={"en": ("Armenian",)}),
    "azerbaijan": Term(name={"id": "Azerbaijan", "en": "Azerbaijan"}),
    "baku": Term(name={"id": "Baku", "en": "Baku"}, excluded=("Bahan Baku",)),
    "ceasefire": Term(name={"id": "gencatan senjata", "en": "ceasefire"}),
    "heydar-aliyev": Term(name={"id": "Heydar Aliyev", "en": "Heydar Aliyev"}),
    "icc": Term(
        name={"id": "Mahkamah Pidana Internasional", "en": "International Criminal Court"},
        aliases={"id": ("ICC",), "en": ("ICC",)},
    ),
    "ilham-aliyev": Term(name={"id": "Ilham Aliyev"}, aliases={"id": ("Aliyev",)}),
    "settlement": Term(name={"id": "penyelesaian (konflik)"}),
    "united-states": Term(
        name={"id": "Amerika Serikat", "en": "United States"}, aliases={"id": ("AS",)}, excluded=("AS Roma",)
    ),
}
ID, EN = index_names(TERMS, "id"), index_names(TERMS, "en")


def terms_in(text: str, lang: str = "id") -> list[str]:
    return [mention.term for mention in find_mentions(text, ID if lang == "id" else EN)]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Presiden berkunjung ke Baku.", ["baku"]),
        ("Harga Bahan Baku naik", []),
        ("bahan baku industri", []),
        ("Bakuriani, kota di Georgia", []),
        ("perbatasan Azerbaijan-Armenia", ["azerbaijan", "armenia"]),
        ("“Baku”, kata dia", ["baku"]),
        ("(Armenia)", ["armenia"]),
        ("Armenia1 dan Armenia_ bukan nama", []),
        ("Éarmenia", []),
        ("Amerika Serikat (AS) sudah", ["united-states", "united-states"]),
        ("ASEAN, PAS dan as roda", []),
        ("Pelatih AS Roma dan utusan AS", ["united-states"]),
        ("kewenangan ICC, yakni Mahkamah Pidana Internasional", ["icc", "icc"]),
        ("Mahkamah Pidana menolak", []),
        ("penyelesaian (konflik) antara", ["settlement"]),
        ("gencatan senjata", ["ceasefire"]),
        ("Gencatan senjata dimulai", ["ceasefire"]),
        ("Rusia Umumkan Gencatan Senjata", ["ceasefire"]),
    ],
)
def test_names_are_found_at_word_borders_in_their_own_case(text: str, terms: list[str]) -> None:
    assert terms_in(text) == terms


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("konflik antara Azerbaijan dan Armenia", ["azerbaijan", "armenia"]),
        ("Antara lain karena itu", []),
        ("demikian dilaporkan Antara.", ["antara"]),
    ],
)
def test_antara_in_ordinary_prose_is_no_agency(text: str, terms: list[str]) -> None:
    assert terms_in(text) == terms


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("makam Heydar Aliyev, ayah Ilham Aliyev", ["heydar-aliyev", "ilham-aliyev"]),
        ("makam Heydar Aliyev", ["heydar-aliyev"]),
        ("Aliyev senang", ["ilham-aliyev"]),
    ],
)
def test_the_longest_name_wins_and_covers_shorter_ones(text: str, terms: list[str]) -> None:
    assert terms_in(text) == terms


def test_an_alias_is_looked_for_in_its_own_language_only() -> None:
    assert terms_in("The Armenian parliament and AS", "en") == ["armenia"]
    assert terms_in("Armenian") == []


def test_a_tag_says_where_it_was_first_found_and_by_which_words() -> None:
    made = article((Role.TITLE, "Rapat di Baku"), "Presiden AS di Baku.", "Amerika Serikat menolak.")
    tags = [(tag.id, tag.line, tag.because) for tag in find_tags(made, ID)]
    assert tags == [("baku", 1, "Baku"), ("united-states", 2, "AS")]


def test_captions_and_pointers_to_other_stories_give_no_tags() -> None:
    made = article("Rapat usai.", (Role.CAPTION, "Rapat di Baku."), (Role.SEE_ALSO, "Armenia menolak"))
    assert find_tags(made, ID) == ()


@given(st.text(), st.sampled_from(sorted(TERMS)), st.text())
def test_every_mention_stands_in_the_text_between_word_borders(before: str, term: str, after: str) -> None:
    text = before + TERMS[term].name["id"] + after
    position = 0
    for mention in find_mentions(text, ID):
        position = text.index(mention.words, position)
        end = position + len(mention.words)
        assert not (text[position - 1 : position].isalnum() and position)
        assert not text[end : end + 1].isalnum()
        position = end


def test_a_reader_finds_in_the_five_what_they_name(registers: Registers) -> None:
    """Tags that would be missed, and ones that would be wrong."""
    words = {
        "Statuta Roma yang membentuk ICC": {"rome-statute", "international-criminal-court"},
        "dikutip The Moscow Times": set(),
        "Langkah ini membuat geram Moskow": {"moscow"},
        "Amerika Serikat (AS) sudah mengupayakan": {"united-states"},
        "Antara lain, membahas “perilaku Azerbaijan.”": {"azerbaijan"},
        "Antara Azerbaijan dan Armenia": {"azerbaijan", "armenia"},
        "konflik Azerbaijan-Armenia": {"armenia-azerbaijan-conflict"},
        "sumber bahan baku, Bahan Baku": set(),
    }
    index = index_names(registers.vocabulary, "id")
    assert {text: {mention.term for mention in find_mentions(text, index)} for text in words} == words


@pytest.mark.parametrize("others", [0, 200], ids=["few names", "many names"])
def test_names_in_any_letters_are_found_beside_any_sign(others: int) -> None:
    names = ["Əliyev", "Мосфильм", "Ağdam Çayı", "Kh-22", "日本"]
    terms = {name: Term(name={"id": name}) for name in [*names, *(f"Nama{number} Lain" for number in range(others))]}
    text = f"“Əliyev” (Мосфильм), Ağdam Çayı–Kh-22: 日本! {' '.join(f'Nama{number} Lain' for number in range(others))}"
    found = [mention.term for mention in find_mentions(text, index_names(terms, "id"))]
    assert found[: len(names)] == names
    assert len(found) == len(names) + others
    assert not list(find_mentions("Əliyevin Мосфильма Ağdamda XKh-22", index_names(terms, "id")))
