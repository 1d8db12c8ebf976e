"""A catalogue as its file has it: who made it, which messages, and what is wrong with it."""

from pathlib import Path
from typing import Any

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsroom.catalogues import HEADER, write_catalogue

from kliping.digest.model import Translation
from kliping.digest.translating.messages import read_catalogue, read_po
from kliping.errors import InvalidCatalogue

FIRST = '\nmsgctxt "p1"\nmsgid "Satu."\nmsgstr "One."\n'


def test_nobody_need_say_who_made_it_before_a_passage_is_translated(tmp_path: Path) -> None:
    path = write_catalogue(tmp_path / "a.po", {"p1": ("Satu.", "")}, header=HEADER.replace("human", ""))
    assert read_catalogue(path).translation.method == ""


def test_who_made_it_is_read_from_the_header(tmp_path: Path) -> None:
    made = read_catalogue(write_catalogue(tmp_path / "a.po", {"p1": ("Satu.", "One.")}))
    assert made.translation == Translation(translator="A Person", method="human", reviewed_by=None, date="2024-08-20")


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (HEADER + '\nmsgctxt "p1"\nmsgid "Satu.\nmsgstr "One."\n', 13, "is not a PO file"),
        (HEADER + '\nmsgctxt "p1"\nmsgid "Satu."\nmsgstr "He said "yes"."\n', 14, "is not a PO file"),
        (HEADER + '\nmsgid "Satu."\nmsgstr "One."\n', 12, "has no msgctxt"),
        (HEADER.replace("human", "magic"), 9, "`magic`"),
        (HEADER.replace("human", "") + FIRST, 9, "does not say how the passages were translated"),
        (HEADER.replace('"X-Translation-Method: human\\n"\n', "") + FIRST, 1, "does not say how the passages"),
        (HEADER + '\nmsgctxt "p1"\nmsgid "Satu."\nmsgstr "One \\"\n', 14, "is not a PO file"),
        ("{{ 7*7 }}", 1, "is not a PO file"),
    ],
)
def test_a_broken_catalogue_is_named_with_its_line(tmp_path: Path, text: str, line: int, words: str) -> None:
    path = tmp_path / "a.po"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidCatalogue) as caught:
        read_catalogue(path)
    assert (caught.value.path, caught.value.line) == (path, line)
    assert words in str(caught.value)


def test_a_catalogue_in_another_encoding_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    path.write_bytes(HEADER.encode() + b'\nmsgctxt "p1"\nmsgid "Satu."\nmsgstr "Caf\xe9"\n')
    with pytest.raises(InvalidCatalogue) as caught:
        read_catalogue(path)
    assert caught.value.path == path


@pytest.mark.parametrize(
    ("written", "shown"),
    [("A Person", "A Person"), ("A Person <a.person@mail.example>", "A Person"), ("<a@mail.example>", ""), ("", "")],
)
def test_a_translators_mail_address_is_not_published(tmp_path: Path, written: str, shown: str) -> None:
    path = write_catalogue(tmp_path / "a.po", {}, header=HEADER.replace("A Person", written))
    assert read_catalogue(path).translation.translator == shown


@pytest.mark.parametrize("revision", ["YEAR-MO-DA HO:MI+ZONE", "2024-13-45 10:00+0700", ""])
def test_a_revision_without_a_day_has_none(tmp_path: Path, revision: str) -> None:
    path = write_catalogue(tmp_path / "a.po", {}, header=HEADER.replace("2024-08-20 10:00+0700", revision))
    assert read_catalogue(path).translation.date is None


FORMS = r"""
# A remark.
#, fuzzy
#| msgctxt "p1"
#| msgid "Sebelum"
msgctxt "p1"
msgid ""
"Baris \"satu\"\n"
"dan dua\t\\"
msgstr ""
"Line “one”\n"
"and two"

#~ msgctxt "p2"
#~ msgid "Lama"
#~ msgstr "Old"

msgctxt "p3"
msgid "É ə ş — “” …"
msgstr ""
"""


def test_either_library_reads_the_same_messages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where one of them ships no wheel, the other reads alone."""
    made = write_catalogue(tmp_path / "a.po", {"p4": ("Empat.", "Four.")}, more=FORMS)
    paths = [made, *Path("content/translations").glob("*/*.po")]
    either = [read_catalogue(path) for path in paths]
    monkeypatch.setattr("kliping.digest.translating.messages.rspolib", None)
    assert [read_catalogue(path) for path in paths] == either
    assert len(paths) > 1 and len(either[0].messages) == 3


@given(st.lists(st.tuples(st.text(min_size=1), st.text(), st.booleans()), max_size=4, unique_by=lambda one: one[0]))
def test_the_faster_library_reads_what_the_other_wrote(tmp_path_factory: pytest.TempPathFactory, texts: Any) -> None:
    """Two libraries read catalogues; whichever does, the messages are the same."""
    po = polib.POFile()
    po.metadata = {"Content-Type": "text/plain; charset=UTF-8", "X-Translation-Method": "human"}
    for number, (source, words, fuzzy) in enumerate(texts):
        flags, previous = (["fuzzy"], "before") if fuzzy else ([], None)
        po.append(polib.POEntry(msgctxt=f"p{number}", msgid=source, msgstr=words, flags=flags, previous_msgid=previous))
    path = tmp_path_factory.mktemp("po") / "x.po"
    po.save(str(path))
    ours = [(one.key, one.source, one.words, one.previous, one.fuzzy) for one in read_catalogue(path).messages]
    theirs = [(one.msgctxt, one.msgid, one.msgstr.strip(), one.previous_msgid, one.fuzzy) for one in read_po(path)]
    assert ours == theirs
