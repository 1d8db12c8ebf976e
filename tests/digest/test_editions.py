"""Editions: each passage in the reader's language, or in the original's with the reason."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsroom.articles import article
from newsroom.catalogues import write_catalogue

from kliping.digest.model import Digest, Edition, Translation
from kliping.digest.translating.editions import is_translation, original_edition, passages, strays, translated_edition
from kliping.digest.translating.messages import Catalogue, Message, read_catalogue
from kliping.model import Article, Role

PIECE = article(
    (Role.TITLE, "Judul"),
    (Role.STANDFIRST, "Teras"),
    "Satu dua tiga.",
    (Role.HEADING, "Sub"),
    "Empat lima enam.",
    (Role.CAPTION, "Foto rapat."),
    "Tujuh delapan sembilan.",
)


def catalogue_of(piece: Article, **changed: Message) -> Catalogue:
    """A whole translation, in capital letters."""
    messages = {key: Message(key, words, words.upper(), None, False) for key, words in passages(piece).items()}
    return Catalogue(Translation(translator="A", method="human", reviewed_by=None, date=None), (*messages.values(),))


def states(edition: Edition) -> dict[str, str]:
    """The state of every passage, by key."""
    named = {"title": edition.title, "standfirst": edition.standfirst}
    named |= {block.anchor: block.passage for block in edition.blocks}
    named |= {f"caption{number}": caption for number, caption in enumerate(edition.captions, start=1)}
    return {key: passage.state for key, passage in named.items() if passage}


def states_of(*paragraphs: str, was: tuple[str, ...]) -> dict[str, str]:
    """States after the paragraphs `was`, all translated, became `paragraphs`."""
    return states(translated_edition(article(*paragraphs), "en", catalogue_of(article(*was))))


def test_the_original_is_shown_as_it_is() -> None:
    edition = original_edition(PIECE)
    assert set(states(edition).values()) == {"original"}
    assert edition.translation is None


def test_every_passage_is_shown_in_translation() -> None:
    edition = translated_edition(PIECE, "en", catalogue_of(PIECE))
    assert set(states(edition).values()) == {"translated"}
    assert [passage.text for passage in edition.passages] == [
        passage.text.upper() for passage in original_edition(PIECE).passages
    ]
    assert {passage.lang for passage in edition.passages} == {"en"}


def test_without_a_catalogue_every_passage_is_the_original_in_its_language() -> None:
    edition = translated_edition(PIECE, "en", None)
    assert set(states(edition).values()) == {"missing"}
    assert {passage.lang for passage in edition.passages} == {"id"}


@given(st.integers(0, 7), st.data())
def test_one_changed_word_makes_exactly_that_passage_stale(which: int, data: st.DataObject) -> None:
    was = [f"Paragraf nomor {number} tentang hal {number * 7} itu." for number in range(8)]
    words = was[which].split()
    words[data.draw(st.integers(0, len(words) - 1))] = "lain"
    now = [*was[:which], " ".join(words), *was[which + 1 :]]
    found = states_of(*now, was=tuple(was))
    assert {key for key, state in found.items() if state == "stale"} == {f"p{which + 1}"}
    assert {state for key, state in found.items() if key != f"p{which + 1}"} == {"translated"}


def test_a_stale_passage_shows_the_original_and_keeps_what_was_translated() -> None:
    edition = translated_edition(article("Dua orang hadir."), "en", catalogue_of(article("Tiga orang hadir.")))
    passage = edition.blocks[0].passage
    assert (passage.text, passage.lang) == ("Dua orang hadir.", "id")
    assert (passage.was, passage.outdated) == ("Tiga orang hadir.", "TIGA ORANG HADIR.")


@given(st.permutations([f"Paragraf {number}." for number in range(6)]))
def test_a_moved_paragraph_keeps_its_translation(now: list[str]) -> None:
    was = tuple(sorted(now))
    edition = translated_edition(article(*now), "en", catalogue_of(article(*was)))
    assert [block.passage.text for block in edition.blocks] == [text.upper() for text in now]


@given(st.integers(0, 4))
def test_a_new_paragraph_is_missing_and_leaves_the_others_alone(place: int) -> None:
    was = ["Satu.", "Dua.", "Tiga.", "Empat."]
    now = [*was[:place], "Baru sama sekali.", *was[place:]]
    found = states_of(*now, was=tuple(was))
    assert {key for key, state in found.items() if state != "translated"} == {f"p{place + 1}"}
    assert found[f"p{place + 1}"] == "missing"


def test_a_paragraph_put_in_before_a_changed_one_does_not_take_its_translation() -> None:
    was = ("Presiden tiba di Baku malam ini.", "Mereka akan makan malam pada Minggu.", "Selesai.")
    now = (was[0], "Hujan turun.", "Mereka akan makan malam pada Senin.", was[2])
    assert states_of(*now, was=was) == {"p1": "translated", "p2": "missing", "p3": "stale", "p4": "translated"}


@pytest.mark.parametrize(
    ("now", "state"),
    [("Presiden tiba di Baku malam tadi.", "stale"), ("Harga cabai turun di Baku.", "missing")],
)
def test_another_paragraph_with_a_few_of_its_words_is_no_changed_one(now: str, state: str) -> None:
    """A translation of other words, however old, would be shown beside them."""
    was = ("Presiden tiba di Baku malam ini.", "Selesai.")
    assert states_of("Selesai.", now, was=was) == {"p1": "translated", "p2": state}


def test_two_equal_paragraphs_keep_their_own_translations() -> None:
    messages = (Message("p1", "Ya.", "Yes.", None, False), Message("p2", "Ya.", "Indeed.", None, False))
    made = Catalogue(Translation(translator="A", method="human", reviewed_by=None, date=None), messages)
    edition = translated_edition(article("Ya.", "Ya."), "en", made)
    assert [block.passage.text for block in edition.blocks] == ["Yes.", "Indeed."]


@pytest.mark.parametrize(
    ("entry", "state"),
    [
        ('msgctxt "p1"\nmsgid "Satu."\nmsgstr "One."', "translated"),
        ('msgctxt "p1"\nmsgid "Satu."\nmsgstr ""', "missing"),
        ('msgctxt "p1"\nmsgid "Satu."\nmsgstr "  "', "missing"),
        ('#, fuzzy\n#| msgid "Satu?"\nmsgctxt "p1"\nmsgid "Satu."\nmsgstr "One?"', "stale"),
        ('#, fuzzy\n#| msgid "Satu."\nmsgctxt "p1"\nmsgid "Satu!"\nmsgstr "One."', "translated"),
        ('#, fuzzy\nmsgctxt "p1"\nmsgid "Satu?"\nmsgstr "One?"', "stale"),
        ('#, fuzzy\nmsgctxt "p1"\nmsgid "Satu."\nmsgstr "One?"', "missing"),  # a draft: the original did not change
        ('#~ msgctxt "p1"\n#~ msgid "Satu."\n#~ msgstr "One."', "missing"),
        ("", "missing"),
    ],
)
def test_what_a_message_says_of_itself_decides(tmp_path: Path, entry: str, state: str) -> None:
    path = write_catalogue(tmp_path / "a.po", {}, more=f"\n{entry}\n")
    assert states(translated_edition(article("Satu."), "en", read_catalogue(path))) == {"p1": state}


@pytest.mark.parametrize(
    ("entries", "counts"),
    [
        ('msgctxt "p1"\nmsgid "Satu."\nmsgstr ""', False),
        ('#, fuzzy\nmsgctxt "p1"\nmsgid "Satu."\nmsgstr "One?"', False),
        ('msgctxt "p9"\nmsgid "Sembilan."\nmsgstr "Nine."', False),
        ('msgctxt "p1"\nmsgid "Satu."\nmsgstr ""\n\nmsgctxt "p2"\nmsgid "Dua."\nmsgstr "Two."', True),
        ('#, fuzzy\n#| msgid "Satu?"\nmsgctxt "p1"\nmsgid "Satu."\nmsgstr "One?"', True),
    ],
)
def test_a_catalogue_is_a_translation_once_a_passage_is_finished(tmp_path: Path, entries: str, counts: bool) -> None:
    """`kliping translate` makes one without words, which must not be shown as some person's translation."""
    made = read_catalogue(write_catalogue(tmp_path / "a.po", {}, more=f"\n{entries}\n"))
    piece = article("Satu.", "Dua.")
    assert is_translation(piece, made) is counts
    assert (translated_edition(piece, "en", made).translation is not None) is counts


def test_a_fuzzy_passage_says_what_it_was_translated_from(tmp_path: Path) -> None:
    entry = '\n#, fuzzy\n#| msgid "Satu?"\nmsgctxt "p1"\nmsgid "Satu."\nmsgstr "One?"\n'
    made = read_catalogue(write_catalogue(tmp_path / "a.po", {}, more=entry))
    passage = translated_edition(article("Satu."), "en", made).blocks[0].passage
    assert (passage.was, passage.outdated, passage.text) == ("Satu?", "One?", "Satu.")


def test_a_message_of_no_passage_is_known() -> None:
    messages = (Message("p1", "Satu.", "One.", None, False), Message("p9", "Lain.", "Else.", None, False))
    made = Catalogue(Translation(translator="A", method="human", reviewed_by=None, date=None), messages)
    assert [message.key for message in strays(article("Satu."), made)] == ["p9"]


def test_the_first_digest_is_translated_whole(digest: Digest) -> None:
    gaps = {
        (id_, lang): states(edition)
        for id_, clipping in digest.clippings.items()
        for lang, edition in clipping.editions.items()
        if edition.count("missing") or edition.count("stale")
    }
    assert gaps == {}
    assert all(clipping.editions["en"].translation for clipping in digest.clippings.values())


def test_the_message_of_a_withheld_passage_stands_in_for_no_other() -> None:
    """With an excerpt of one paragraph, what was the first one's translation belongs to the second now, and stays out."""
    made = catalogue_of(article("Satu dua tiga empat.", "Lima enam."))
    whole = article("Baru sama sekali.", "Satu dua tiga empat.", "Lima enam.")
    shown = article("Baru sama sekali.")
    passage = translated_edition(shown, "en", made, whole=whole).blocks[0].passage
    assert (passage.state, passage.was, passage.outdated) == ("missing", None, None)
