"""Texts as programs render pages: what they do to lines is undone, and each character stays where it stands."""

import json
from textwrap import fill

import pytest
from cleaning_laws import broken_laws

from kliping.cleaning import clean
from kliping.cleaning.reading import split_lines
from kliping.cleaning.reading.mending import clean_text
from kliping.cleaning.renderings.undoing import LONGEST, undo_rendering
from kliping.knowledge import Knowledge
from kliping.model import Article, Role

TITLE = "Petani Garam Rembang Panen Tiga Minggu Lebih Awal Berkat Cuaca Kering"
BODY = (
    "Petani garam di pesisir Kabupaten Rembang, Jawa Tengah, memulai panen tiga minggu lebih awal dari biasanya karena "
    "cuaca kering yang datang sejak Juni, kata ketua koperasi setempat.",
    "“Kami membeli seluruh hasil panen dengan harga yang sama seperti tahun lalu,” kata Siti Maimunah, ketua koperasi itu, "
    "yang menyimpannya di gudang baru di dekat pelabuhan.",
    "Bupati meminta warga menjaga tanggul bersama-sama, sebab air pasang diperkirakan naik pada akhir bulan ini dan tanggul "
    "itu baru selesai dibangun pada bulan Mei lalu dengan dana desa.",
)
PAGE = "\n\n".join((TITLE, *BODY))


def cleaned(text: str, knowledge: Knowledge) -> Article:
    data = text.encode()
    assert not list(broken_laws(data, "page.txt", knowledge))
    return clean(data, id="page", source_path="page.txt", knowledge=knowledge)


def test_lines_are_joined_only_where_sentences_go_on_at_one_margin(knowledge: Knowledge) -> None:
    for width in (55, 72, 80, 100):
        article = cleaned("\n\n".join(fill(part, width) for part in (TITLE, *BODY)), knowledge)
        assert tuple(block.text for block in article.blocks) == BODY, width
        assert article.title and article.title.value == TITLE


def test_a_line_of_the_sidecar_is_not_joined() -> None:
    lines = split_lines("\n".join(fill(part, 60) for part in BODY))
    whole = undo_rendering(lines)
    assert [line.text for line in whole] == list(BODY)
    apart = undo_rendering(lines, {2})
    assert lines[1] in apart and len(apart) > len(whole)


def test_a_file_longer_than_pages_is_left_alone() -> None:
    lines = split_lines("\n".join(fill(part, 60) for part in BODY) * (LONGEST // 300))
    assert undo_rendering(lines) is lines


TYPESET = """Bupati meminta warga menjaga tanggul bersama-sama dan rajin meme-
riksa pintu air di sungai, sebab air pasang diperkirakan naik pada
akhir bulan ini."""
PRINTED = f"""11/30/26, 9:40 AM {TITLE} - Radio Pesisir

Petani Garam Rembang Panen
Tiga Minggu Lebih Awal
Berkat Cuaca Kering
{fill(BODY[0], 70)}

“Kami membeli seluruh hasil panen dengan harga yang sama seperti tahun

https://www.kompas.com/read/2025/07/09/garam

1/2

\f11/30/26, 9:40 AM {TITLE} - Radio Pesisir

lalu,” kata Siti Maimunah, ketua koperasi itu, yang menyimpannya di
gudang baru di dekat pelabuhan.

{TYPESET}

https://www.kompas.com/read/2025/07/09/garam

2/2

\f"""


def test_what_a_print_repeats_on_each_page_is_no_text(knowledge: Knowledge) -> None:
    article = cleaned(PRINTED, knowledge)
    assert article.title and article.title.value == TITLE
    assert article.published is None  # the day above each page is that of printing
    assert [block.text for block in article.blocks[:2]] == list(BODY[:2])
    assert article.blocks[2].text.startswith("Bupati meminta warga menjaga tanggul bersama-sama dan rajin memeriksa pintu")
    assert article.url and article.url.value == "https://www.kompas.com/read/2025/07/09/garam"
    marks = [span for span in article.ledger if span.rule == "mark_of_program"]
    assert {span.role for span in marks} == {Role.BOILERPLATE}
    assert [span.line for span in marks] == [1, 12, 14, 16, 27]


@pytest.mark.parametrize("write", [json.dumps, lambda text: json.dumps(text, ensure_ascii=False), repr])
def test_a_string_of_a_program_is_read_as_its_words(write: object, knowledge: Knowledge) -> None:
    assert callable(write)
    article = cleaned(write(PAGE.replace("“", '"').replace("”", '"')), knowledge)
    assert article.title and article.title.value == TITLE
    assert [block.text for block in article.blocks] == [part.replace("“", '"').replace("”", '"') for part in BODY]


def test_escapes_are_signs_and_names_of_folders_are_not() -> None:
    assert clean_text(r"\u201cYa,\u201d kata \"Budi\" di https:\/\/contoh.example \ud83d\ude42") == (
        '“Ya,” kata "Budi" di https://contoh.example 🙂'
    )
    assert clean_text(r"D:\naskah\umum \u20 \ud83d") == r"D:\naskah\umum \u20 \ud83d"


@pytest.mark.parametrize(
    "text",
    [
        "Menurut dua kajian [1] dan [2] panen itu lebih awal, tulis jurnal itu [3]. Kajian [4] menyangkalnya.",
        "Ia menulis [sic] di [https://contoh.example/a] kepada redaksi.",
        "> Satu baris yang dikutip\nSatu jawaban\nSatu jawaban lagi yang lebih panjang",
        '"Kami senang," kata Budi.\nIa pulang.\nLalu ia berkata, "Sampai jumpa."',
    ],
)
def test_few_marks_or_others_are_the_authors_own(text: str) -> None:
    lines = split_lines(text)
    assert undo_rendering(lines) == lines


MENU = (
    " ".join(f"Rubrik {name}" for name in ("Daerah", "Dunia", "Olahraga", "Budaya", "Niaga", "Ilmu", "Opini", "Foto")) + " "
)
LONG_BODY = " ".join(BODY) * 4


@pytest.mark.parametrize("text", [f"{TITLE} {LONG_BODY}", f"{MENU * 3}{TITLE} {LONG_BODY}\n{TITLE}"])
def test_a_page_on_one_line_is_doubted(text: str, knowledge: Knowledge) -> None:
    article = cleaned(text, knowledge)
    assert [(one.code, one.line) for one in article.findings] == [("page_on_one_line", 1)]


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}\n{LONG_BODY}",
        f"{MENU * 3}\n{TITLE}\n{LONG_BODY}",
        f"{TITLE}\n\n{fill(LONG_BODY, 70)}",
        f"{TITLE}\n" + "\n".join((f"{MENU * 3}{' '.join(BODY)}", *BODY * 4)),
    ],
)
def test_an_article_on_one_line_below_its_headline_is_not(text: str, knowledge: Knowledge) -> None:
    assert "page_on_one_line" not in [one.code for one in cleaned(text, knowledge).findings]
