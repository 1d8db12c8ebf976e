"""Bytes to text: encodings, marks, line breaks, repaired words and their places."""

import pytest

from kliping.cleaning.mending import clean_text
from kliping.cleaning.reading import decode, raw_offset, split_lines
from kliping.errors import UnreadableText

WORDS = "Café “tenang” – kata Nur'aini"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encoding_is_recognised(encoding: str) -> None:
    assert decode(WORDS.encode(encoding)) == WORDS


def test_stray_windows_bytes_in_utf8_are_read_as_windows_wrote_them() -> None:
    assert decode("Café ".encode() + b"\x93tenang\x94") == "Café “tenang”"


@pytest.mark.parametrize("data", [b"%PDF-1.7 text", b"PK\x03\x04abc", b"\x89PNG\r\n", bytes(range(32)) * 9, b"a\0b\0\0c"])
def test_what_is_no_text_is_refused_with_advice(data: bytes) -> None:
    with pytest.raises(UnreadableText, match="Save the article as") as refusal:
        decode(data, "berita.txt")
    assert refusal.value.path == "berita.txt"


def test_misread_text_is_repaired() -> None:
    assert clean_text("kata â€œdamaiâ€\x9d di cafÃ©") == "kata “damai” di café"


def test_unseen_characters_go_and_spaces_close_up() -> None:
    assert clean_text("\u00a0per\u00adda\u200bmaian\t  di\u2003Baku \r") == "perdamaian di Baku"


def test_letters_are_composed() -> None:
    assert clean_text("cafe\u0301") == "café"


def test_offsets_count_raw_characters() -> None:
    line = split_lines("  MOSKOW\u00a0-  Presiden\u200b tiba")[0]
    assert line.text == "MOSKOW - Presiden tiba"
    assert line.raw[raw_offset(line, line.text.index("Presiden")) :].startswith("Presiden")


def test_lone_carriage_returns_part_a_line_that_still_counts_as_one() -> None:
    lines = split_lines("Judul\rIsi pertama\r\nIsi kedua\r\n")
    assert [(line.number, line.text) for line in lines] == [(1, "Judul"), (1, "Isi pertama"), (2, "Isi kedua"), (3, "")]
    assert raw_offset(lines[1], 4) == 10


def test_a_mark_read_in_the_wrong_encoding_still_goes_to_its_letter() -> None:
    line = split_lines("Di cafe\u0301 itu".encode().decode("latin-1"))[0]
    assert line.text == "Di café itu"
    assert line.raw[raw_offset(line, line.text.index("itu")) :] == "itu"
