"""Bytes to text: encodings, marks, line breaks, repaired words and their places."""

import unicodedata
from typing import Any

import msgspec
import pytest

from kliping.cleaning import clean
from kliping.cleaning.reading import decode, raw_offset, split_lines
from kliping.cleaning.reading.mending import LONG_RUN, MOST_MARKS, clean_text
from kliping.errors import UnreadableText
from kliping.knowledge import Knowledge
from kliping.model import Article

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


@pytest.mark.parametrize("name", ["umpan.html", "umpan.txt"])
@pytest.mark.parametrize("root", ["<rss version='2.0'>", '<feed xmlns="http://www.w3.org/2005/Atom">', "<urlset>"])
def test_a_feed_is_refused_by_its_name(root: str, name: str) -> None:
    with pytest.raises(UnreadableText, match="feed or a site map"):
        decode(f'<?xml version="1.0"?>\n<?xml-stylesheet href="a.xsl"?>\n<!-- dari situs -->\n{root}'.encode(), name)


def test_a_page_in_xml_is_read_without_a_warning() -> None:
    page = '<?xml version="1.0"?><dokumen><p>Warga pulang ke rumah pada hari Senin, kata lurah.</p></dokumen>'
    assert decode(page.encode(), "halaman.html") == "Warga pulang ke rumah pada hari Senin, kata lurah."


PARAGRAPHS = ("Warga pulang ke rumah.", "Mereka menunggu lurah.", "Hujan turun lagi.", "Jalan itu rusak.")


def test_a_piece_of_a_page_is_read_as_one() -> None:
    for piece in ("".join(f"<p>{words}</p>" for words in PARAGRAPHS), "<br><br>".join(PARAGRAPHS)):
        assert tuple(filter(None, decode(piece.encode(), "berita.txt").split("\n"))) == PARAGRAPHS
    left_over = "\n\n".join(f"{words}<br>" for words in PARAGRAPHS[:3]) + "\n\n" + "\n".join(PARAGRAPHS * 3)
    assert decode(left_over.encode(), "berita.txt") == left_over


@pytest.mark.parametrize("line_break", ["\\n", "\\n\\n", "\\r\\n", "\u2028", "\r"])
def test_breaks_of_other_kinds_part_lines(line_break: str) -> None:
    text = line_break.join(PARAGRAPHS)
    lines = split_lines(text)
    assert tuple(line.text for line in lines) == PARAGRAPHS
    assert "".join(line.raw for line in lines) == text
    assert [text[line.start :].startswith(words) for line, words in zip(lines, PARAGRAPHS, strict=True)] == [True] * 4


def test_names_of_folders_break_no_line() -> None:
    (line,) = split_lines(r"Berkas itu ada di D:\naskah\nama, kata petugas.")
    assert line.text == r"Berkas itu ada di D:\naskah\nama, kata petugas."


def test_what_an_unseen_sign_held_apart_is_repaired_too() -> None:
    assert clean_text("caf\u00c3\u2060\u00a9 di \u00c3\u200b\u00a9") == "café di é"


def test_no_letter_of_a_long_run_keeps_more_marks_than_any_language_has() -> None:
    assert clean_text("a" + "\u0316" * 2 * LONG_RUN) == "a" + "\u0316" * MOST_MARKS


def test_misread_text_is_repaired() -> None:
    assert clean_text("kata â€œdamaiâ€\x9d di cafÃ©") == "kata “damai” di café"


@pytest.mark.parametrize("lost", ["\ufffd", ""])
def test_a_quotation_mark_whose_last_byte_was_lost_is_repaired(lost: str) -> None:
    assert clean_text(f"â€œDamai,â€{lost} katanya. â€œBaru.â€{lost}") == "“Damai,” katanya. “Baru.”"


def test_references_that_no_browser_read_are_read() -> None:
    assert (
        clean_text("kata &quot;damai&quot; &amp; &amp;#8216;adil&amp;#8217;&nbsp;di Baku") == 'kata "damai" & ‘adil’ di Baku'
    )
    assert clean_text("AT&T; R&D &notit; a && b;") == "AT&T; R&D &notit; a && b;"
    assert clean_text("Tom &I\u0300vo") == "Tom &\u00ccvo" and clean_text("&\u00cc") == "&\u00cc"


def test_a_cut_behind_a_reference_stands_at_its_raw_place() -> None:
    (line,) = split_lines("  Kata &quot;damai&quot; itu (Antara)")
    assert line.text == 'Kata "damai" itu (Antara)'
    assert line.raw[raw_offset(line, line.text.index("(")) :] == "(Antara)"


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


PAGE = """Café “Tenang” di Baku Buka Kembali Sesudah Banjir

Rina Kartika - detikNews
Selasa, 20 Agu 2030 14:14 WIB

Pengunjung kembali duduk di café itu. Foto: Budi Santoso/AFP

Baku - Café “Tenang” di tepi Laut Kaspia buka kembali – pemiliknya, José Álvarez, mengecat ulang dindingnya…

Dikutip dari AFP, Selasa (20/8/2030), banjir itu merendam dua ratus kafé dan toko selama tiga hari.

Baca juga: Warga Desa Lain Bangun Menara Air

“Kami senang,” kata José kepada The Guardian. ‘Orang-orang datang membawa kuas,’ ujarnya sambil tertawa.

Tagihan perbaikannya €3.000 menurut wali kota yang datang meresmikan pembukaan kafé itu. (rka/bst)
"""
SPOILT = {
    "CRLF": PAGE.replace("\n", "\r\n"),
    "BOM on each line": PAGE.replace("\n", "\n\ufeff"),
    "direction marks": PAGE.replace(" ", " \u200e"),
    "double spaces": PAGE.replace(" ", "  "),
    "em spaces": PAGE.replace(" ", "\u2003"),
    "indents": PAGE.replace("\n", "\n    "),
    "misread": "".join(map(chr, PAGE.encode())),
    "misread with no-break spaces": "".join(map(chr, PAGE.replace(" ", "\u00a0").encode())),
    "narrow no-break spaces": PAGE.replace(" ", "\u202f"),
    "no-break spaces": PAGE.replace(" ", "\u00a0"),
    "no-break spaces at ends": PAGE.replace("\n", "\u00a0\u00a0\n"),
    "decomposed": unicodedata.normalize("NFD", PAGE),
    "decomposed and misread": "".join(map(chr, unicodedata.normalize("NFD", PAGE).encode())),
    "soft hyphens": PAGE.replace("an", "a\u00adn"),
    "tabs": PAGE.replace(" ", "\t"),
    "word joiners": PAGE.replace("e", "\u2060e"),
    "zero-width spaces": "\u200b".join(PAGE),
}


@pytest.fixture(scope="module")
def sound(knowledge: Knowledge) -> dict[str, Any]:
    return told(PAGE.encode(), knowledge)


@pytest.mark.parametrize("way", SPOILT)
def test_spoilt_characters_change_no_field_and_no_fate(way: str, sound: dict[str, Any], knowledge: Knowledge) -> None:
    assert told(SPOILT[way].encode(), knowledge) == sound


@pytest.mark.parametrize("way", ["CRLF", "no-break spaces", "soft hyphens"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings_change_no_field_and_no_fate(encoding: str, way: str, sound: dict[str, Any], knowledge: Knowledge) -> None:
    assert told(SPOILT[way].encode(encoding), knowledge) == sound


def told(data: bytes, knowledge: Knowledge) -> dict[str, Any]:
    """What the article says, and the words of each stretch of the ledger with its role and rule."""
    article = clean(data, id="page", source_path="page.txt", knowledge=knowledge)
    lines = decode(data).split("\n")
    stretches = [
        (one.line, one.role, one.rule, clean_text(lines[one.line - 1][one.start : one.end])) for one in article.ledger
    ]
    assert {field for field in ("title", "published", "publisher", "dateline") if getattr(article, field)} == FIELDS
    return {**without_ledger(article), "ledger": stretches}


FIELDS = {"title", "published", "publisher", "dateline"}


def without_ledger(article: Article) -> dict[str, Any]:
    plain: dict[str, Any] = msgspec.to_builtins(article)
    del plain["ledger"]
    return plain
