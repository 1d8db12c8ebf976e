"""Texts in Markdown, as scrapers leave them: recognised for certain, read without their marks, each word on its line."""

import pytest

from kliping.cleaning import clean
from kliping.cleaning.reading import decode
from kliping.cleaning.reading.markdown import looks_like_markdown, render_markdown
from kliping.knowledge import Knowledge
from kliping.model import Basis

BODY = (
    "Warga Kampung Melati menuntut pemerintah memperbaiki jalan yang rusak sejak tahun lalu, kata lurah setempat.",
    "Mereka berbaris dari balai desa ke kantor bupati sambil membawa poster dan meneriakkan tuntutan mereka.",
    "Bupati berjanji akan memperbaiki jalan itu paling lambat pada bulan Desember tahun ini, kata juru bicaranya.",
)
PAGE = f"""Title: Warga Menuntut Jalan Diperbaiki - Kompas.com

URL Source: https://regional.kompas.com/read/2024/05/06/jalan

Published Time: 2024-05-06T07:08:00+07:00

Markdown Content:
*   [Nasional](https://nasional.kompas.com/)

# Warga Menuntut Jalan Diperbaiki

[![Image 1: poster](https://asset.kompas.com/a.jpg)](https://regional.kompas.com/read/2024/05/06/jalan)

**SUKAMAJU, **KOMPAS.com - {BODY[0].replace("pemerintah", "[pemerintah](https://www.kompas.com/tag/a)")}

> {BODY[1]}

[Harga Beras di Pasar Kecamatan Naik Lagi](https://regional.kompas.com/read/2)

{BODY[2]}
"""


def test_a_scraped_page_is_read_without_its_marks(knowledge: Knowledge) -> None:
    article = clean(PAGE.encode(), id="page", source_path="page.txt", knowledge=knowledge)
    assert tuple(block.text for block in article.blocks) == BODY
    assert article.title and (article.title.value, article.title.line) == ("Warga Menuntut Jalan Diperbaiki", 10)
    assert article.dateline and article.dateline.value == "Sukamaju"
    assert [link.line for link in article.see_also] == [18]
    assert article.authors == ()


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_of_other_systems_are_line_ends(end: str) -> None:
    page = PAGE.partition("Markdown Content:\n")[2]
    assert render_markdown(page.replace("\n", end)) == render_markdown(page)


def test_a_mark_or_two_are_words() -> None:
    words = "Ia menulis **tegas** di [situsnya](https://contoh.example/a): {}"
    assert not looks_like_markdown(words.format("selesai."))
    assert looks_like_markdown(words.format("**selesai**."))


def test_of_two_fields_of_one_meaning_the_first_holds(knowledge: Knowledge) -> None:
    page = PAGE.replace("URL Source:", "Published: 2024-01-01\n\nURL Source:")
    article = clean(page.encode(), id="page", source_path="page.txt", knowledge=knowledge)
    assert article.published and article.published.value == "2024-01-01"


def test_what_the_header_states_is_evidence_of_markup(knowledge: Knowledge) -> None:
    article = clean(PAGE.encode(), id="page", source_path="page.txt", knowledge=knowledge)
    assert article.published and article.original_url
    assert (article.published.value, article.published.basis) == ("2024-05-06T07:08:00+07:00", Basis.MARKUP)
    assert article.original_url.value == "https://regional.kompas.com/read/2024/05/06/jalan"


def test_front_matter_states_authors_and_publisher(knowledge: Knowledge) -> None:
    matter = (
        '---\ntitle: "Jalan"\nauthor:\n  - "[[Rina Wati]]"\n  - "Budi Santoso"\nsitename: Tempo\ndate: 2024-05-06\n---\n'
    )
    article = clean((matter + "\n\n".join(BODY)).encode(), id="page", source_path="page.txt", knowledge=knowledge)
    assert [author.value for author in article.authors] == ["Rina Wati", "Budi Santoso"]
    assert article.publisher and article.publisher.outlet == "tempo"
    assert tuple(block.text for block in article.blocks) == BODY


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Judul\n=====", "Judul\n"),
        ("* satu\n2. dua", "• satu\n2. dua"),
        ("| a | b |\n|---|---|\n| 1 | [2](x) |", "a | b\n\n1 | 2"),
        ("| a |\n|---|\n\nisi\n\n* ![](x)\n\nlagi", "a\n\n\nisi\n\n\n\nlagi"),
        ("    kata yang masuk ke dalam", "kata yang masuk ke dalam"),
        ("```\na = 1\nb\n```", "\na = 1\nb\n"),
        ("[tautan](https://a.id/b-\nc) lalu", "tautan\nlalu"),
        ("Rp 25\\.000 &amp; <b>tebal</b>", "Rp 25.000 & tebal"),
        ("```\na = 1", "\na = 1"),
        ("> " * 120 + "dalam", "> " * 120 + "dalam"),
        ("[catatan]: ya", "[catatan]: ya"),
        ("baris satu\r\nbaris dua", "baris satu\nbaris dua"),
    ],
)
def test_each_word_stays_on_its_line(written: str, shown: str) -> None:
    assert render_markdown(f"# Awal\n\n{written}")[0] == f"Awal\n\n{shown}"


def test_lines_broken_at_a_margin_are_one_paragraph() -> None:
    text = "# Awal\n\nWarga Kampung Melati menuntut pemerintah memperbaiki jalan yang rusak\nsejak tahun lalu."
    assert render_markdown(text)[0].endswith("jalan yang rusak sejak tahun lalu.\n")
    assert render_markdown("# Awal\n\n" + "\n".join(BODY))[0].split("\n")[2:] == list(BODY)


@pytest.mark.parametrize(
    "text",
    [
        "#tagar\n#dua\n#tiga\n" + BODY[0],
        "Judul\n\n* butir\n* butir\n\n**) catatan kaki, *penting* [1] (2)\n\n> kutipan\n\n---\n" + BODY[0],
        "Title: Film Baru\nDirector: Budi\n\n" + BODY[0],
        "---\n\n" + BODY[0] + "\n\n---\n",
        "Judul\n\n# satu\n# dua\n# tiga\n# empat",
    ],
)
def test_a_text_with_such_signs_is_no_markdown(text: str) -> None:
    assert not looks_like_markdown(text)
    assert decode(text.encode()) == text
