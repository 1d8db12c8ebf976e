"""`kliping translate`: a translator's work survives every change of the original."""

from pathlib import Path

import polib
import pytest
from newsroom.articles import article
from newsroom.catalogues import write_catalogue

from kliping.digest.translating.editions import translated_edition
from kliping.digest.translating.messages import read_catalogue
from kliping.digest.translating.updating import update_catalogue
from kliping.model import Role


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A catalogue of two translated paragraphs."""
    return write_catalogue(tmp_path / "en" / "a.po", {"p1": ("Satu.", "One."), "p2": ("Dua orang.", "Two people.")})


def entries(path: Path) -> dict[str, polib.POEntry]:
    return {entry.msgctxt: entry for entry in polib.pofile(str(path)) if not entry.obsolete}


def test_a_new_catalogue_lists_every_passage_for_the_translator(tmp_path: Path) -> None:
    path = tmp_path / "translations" / "en" / "a.po"
    piece = article((Role.TITLE, "Judul"), "Satu.", (Role.HEADING, "Sub"), (Role.CAPTION, "Foto."), 'Kata "dua".')
    assert update_catalogue(piece, path, "en") == "0 kept, 0 changed, 5 to translate"
    assert {key: entry.msgid for key, entry in entries(path).items()} == {
        "title": "Judul",
        "p1": "Satu.",
        "h1": "Sub",
        "p2": 'Kata "dua".',
        "caption1": "Foto.",
    }
    assert polib.pofile(str(path)).metadata["Language"] == "en"
    assert translated_edition(piece, "en", read_catalogue(path)).count("missing") == 5


def test_an_update_of_an_unchanged_article_changes_no_byte(path: Path) -> None:
    piece = article("Satu.", "Dua orang.")
    update_catalogue(piece, path, "en")
    before = path.read_bytes()
    assert update_catalogue(piece, path, "en") == "2 kept, 0 changed, 0 to translate"
    assert path.read_bytes() == before


def test_the_header_stays_as_the_translator_wrote_it(path: Path) -> None:
    before = polib.pofile(str(path)).metadata
    update_catalogue(article("Satu."), path, "en")
    after = polib.pofile(str(path)).metadata
    assert {key: after[key] for key in before} == before


def test_a_changed_paragraph_keeps_its_old_translation_as_fuzzy(path: Path) -> None:
    assert update_catalogue(article("Satu.", "Tiga orang."), path, "en") == "1 kept, 1 changed, 0 to translate"
    changed = entries(path)["p2"]
    assert (changed.msgid, changed.msgstr, changed.previous_msgid) == ("Tiga orang.", "Two people.", "Dua orang.")
    assert changed.fuzzy


def test_a_paragraph_changed_twice_is_held_against_what_was_translated(path: Path) -> None:
    update_catalogue(article("Satu.", "Tiga orang."), path, "en")
    update_catalogue(article("Satu.", "Empat orang."), path, "en")
    assert entries(path)["p2"].previous_msgid == "Dua orang."


def test_a_paragraph_that_is_again_what_it_was_has_its_translation_again(path: Path) -> None:
    update_catalogue(article("Satu.", "Tiga orang."), path, "en")
    again = article("Satu.", "Dua orang.")
    edition = translated_edition(again, "en", read_catalogue(path))
    assert [block.passage.state for block in edition.blocks] == ["translated", "translated"]
    assert update_catalogue(again, path, "en") == "2 kept, 0 changed, 0 to translate"
    assert (entries(path)["p2"].fuzzy, entries(path)["p2"].previous_msgid) == (False, None)


def test_a_paragraph_changed_twice_is_shown_against_what_was_translated(path: Path) -> None:
    update_catalogue(article("Satu.", "Tiga orang."), path, "en")
    edition = translated_edition(article("Satu.", "Empat orang."), "en", read_catalogue(path))
    assert edition.blocks[1].passage.was == "Dua orang."


def test_a_passage_nobody_translated_is_new_after_a_change_too(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    update_catalogue(article("Satu."), path, "en")
    assert update_catalogue(article("Satu dua."), path, "en") == "0 kept, 0 changed, 1 to translate"
    assert not entries(path)["p1"].fuzzy


def test_a_moved_paragraph_takes_its_translation_along(path: Path) -> None:
    assert update_catalogue(article("Dua orang.", "Satu."), path, "en") == "2 kept, 0 changed, 0 to translate"
    assert {key: entry.msgstr for key, entry in entries(path).items()} == {"p1": "Two people.", "p2": "One."}


def test_two_equal_paragraphs_keep_their_own_translations(tmp_path: Path) -> None:
    path = write_catalogue(tmp_path / "a.po", {"p1": ("Ya.", "Yes."), "p2": ("Ya.", "Indeed.")})
    update_catalogue(article("Ya.", "Ya."), path, "en")
    assert {key: entry.msgstr for key, entry in entries(path).items()} == {"p1": "Yes.", "p2": "Indeed."}


def test_a_translation_whose_paragraph_is_gone_is_kept_as_obsolete_and_comes_back(path: Path) -> None:
    update_catalogue(article("Satu."), path, "en")
    assert [entry.msgstr for entry in polib.pofile(str(path)).obsolete_entries()] == ["Two people."]
    assert update_catalogue(article("Satu.", "Dua orang."), path, "en") == "2 kept, 0 changed, 0 to translate"
    assert entries(path)["p2"].msgstr == "Two people."
    assert not polib.pofile(str(path)).obsolete_entries()


def test_a_comment_on_a_passage_nobody_translated_yet_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    update_catalogue(article("Satu."), path, "en")
    path.write_text(path.read_text().replace('msgctxt "p1"', '# Ask Dewi.\nmsgctxt "p1"'))
    update_catalogue(article("Satu.", "Dua."), path, "en")
    assert {key: entry.tcomment for key, entry in entries(path).items()} == {"p1": "Ask Dewi.", "p2": ""}


def test_a_translators_comment_stays(tmp_path: Path) -> None:
    more = '\n# As the Kremlin puts it.\nmsgctxt "p1"\nmsgid "Satu."\nmsgstr "One."\n'
    path = write_catalogue(tmp_path / "a.po", {}, more=more)
    update_catalogue(article("Satu."), path, "en")
    assert entries(path)["p1"].tcomment == "As the Kremlin puts it."


def test_what_an_update_leaves_is_a_sound_catalogue(path: Path) -> None:
    piece = article("Satu.", "Tiga orang.", "Baru.")
    update_catalogue(piece, path, "en")
    edition = translated_edition(piece, "en", read_catalogue(path))
    assert [block.passage.state for block in edition.blocks] == ["translated", "stale", "missing"]
