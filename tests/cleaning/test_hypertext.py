"""HTML pages: what becomes text, and what the markup is believed to state."""

import gc

import pytest
from bs4.element import PageElement
from html_page import PAGE, cleaned

from kliping.cleaning.reading import decode
from kliping.knowledge import Knowledge


def test_article_is_rendered_block_by_block(knowledge: Knowledge) -> None:
    article = cleaned(PAGE, knowledge)
    assert [(block.kind, block.text) for block in article.blocks] == [
        ("paragraph", "Warga Kampung Melati pulang setelah banjir surut pada hari Senin, kata lurah setempat."),
        ("list", "Satu posko kesehatan dibuka\nDua dapur umum ditutup"),
        ("paragraph", "Mereka membersihkan rumah bersama-sama sejak pagi, ujar Siti, seorang warga."),
    ]


def test_the_parsed_page_is_not_kept() -> None:
    """Its elements refer to each other: where nothing parts them, they stay in memory until Python looks for such rings."""
    gc.collect()
    gc.disable()
    try:
        decode(PAGE.encode(), "page.html")
        kept = [one for one in gc.get_objects() if isinstance(one, PageElement) and one.__dict__.get("next_element")]
    finally:
        gc.enable()
    assert not kept


def test_statements_fill_only_what_the_text_leaves_open(knowledge: Knowledge) -> None:
    article = cleaned(PAGE, knowledge)
    assert article.title and (article.title.value, article.title.basis) == ("Warga Pulang Setelah Banjir Surut", "text")
    assert article.published and article.published.value == "2024-05-06T07:08:00+07:00"
    assert article.updated and article.updated.basis == "markup"
    assert article.publisher and (article.publisher.outlet, article.publisher.basis) == ("kumparan", "markup")
    assert [(one.value, one.basis) for one in article.authors] == [("Budi Santoso", "markup")]
    assert article.url and article.url.value == "https://kumparan.com/contoh/warga-pulang"


def test_what_the_markup_states_corrects_a_text_that_says_another_thing(knowledge: Knowledge) -> None:
    menu = "<p>1 Januari 2023 10:00 WIB</p><p>Penulis: Orang Lain</p><h2>Cara Memasak Nasi untuk Warga Kampung Melati</h2>"
    article = cleaned(PAGE.replace("<h1>", f"{menu}<h1>").replace("<article>", "<main><article>"), knowledge)
    assert article.title and article.title.value == "Warga Pulang Setelah Banjir Surut"
    assert article.published and article.published.value == "2024-05-06T07:08:00+07:00"
    assert [one.value for one in article.authors] == ["Budi Santoso"]


def test_a_printed_day_that_agrees_stays_the_evidence(knowledge: Knowledge) -> None:
    page = PAGE.replace("<article>", "<article><p>Senin, 6 Mei 2024 07:08 WIB</p>")
    article = cleaned(page, knowledge)
    assert article.published and (article.published.basis, article.published.line) == ("text", 3)


def test_a_printed_day_that_disagrees_gives_way_to_the_stated_one(knowledge: Knowledge) -> None:
    article = cleaned(PAGE.replace("<article>", "<article><p>Jumat, 5 April 2024 07:08 WIB</p>"), knowledge)
    assert [span.role for span in article.ledger if span.line == 3] == ["published"]
    assert article.published and (article.published.value[:10], article.published.basis) == ("2024-05-06", "markup")


def test_an_agency_that_the_markup_names_is_no_publisher_elsewhere(knowledge: Knowledge) -> None:
    page = PAGE.replace('"name": "kumparan"', '"name": "AFP"').replace("kumparan.com", "contoh.example")
    assert cleaned(page, knowledge).publisher is None


def test_a_printed_outlet_is_no_publisher_where_name_and_address_are_another_sites(knowledge: Knowledge) -> None:
    """Its name stands in a caption, a list or a quoted post; where either is its own, or none is stated, it publishes."""
    page = PAGE.replace("<article>", "<article><p>kumparan - Hujan turun sejak pagi di seluruh kampung itu.</p>")
    by_name = page.replace("https://kumparan.com/", "https://contoh.example/")
    by_address = page.replace('"name": "kumparan"', '"name": "Harian Contoh"')
    elsewhere = by_name.replace('"name": "kumparan"', '"name": "Harian Contoh"')
    nameless = elsewhere.replace('"name": "Harian Contoh"', '"name": ""')
    publishers = [cleaned(each, knowledge).publisher for each in (by_name, by_address, nameless, elsewhere)]
    assert [one and one.outlet for one in publishers] == ["kumparan", "kumparan", "kumparan", None]


def test_the_publisher_that_the_markup_names_is_no_source(knowledge: Knowledge) -> None:
    page = PAGE.replace("kata lurah", "dilansir dari kumparan dan AFP, kata lurah")
    assert [one.outlet for one in cleaned(page, knowledge).cited] == []
    elsewhere = page.replace('"name": "kumparan"', '"name": "Harian Contoh"').replace("kumparan.com/", "contoh.example/")
    assert [one.outlet for one in cleaned(elsewhere, knowledge).cited] == ["kumparan"]
    assert [one.outlet for one in cleaned(page, knowledge).wires] == ["afp"]


@pytest.mark.parametrize(
    "stated", ["PT. MEDIA CONTOH - Contoh.co.id", "PT Contoh Raya", "Contoh Raya Tbk", "Harbour Sample Ltd"]
)
def test_a_company_is_no_author(knowledge: Knowledge, stated: str) -> None:
    page = PAGE.replace("Budi Santoso", stated)
    assert cleaned(page, knowledge).authors == ()


@pytest.mark.parametrize(
    "stated", ["Rina Kartika | The Associated Press", "Rina Kartika - Chicago Tribune", "By Rina Kartika"]
)
def test_role_and_outlet_behind_a_stated_author_are_left_out(knowledge: Knowledge, stated: str) -> None:
    page = PAGE.replace("Budi Santoso", stated)
    assert [one.value for one in cleaned(page, knowledge).authors] == ["Rina Kartika"]


def test_the_headline_is_not_the_link_to_it(knowledge: Knowledge) -> None:
    link = '<div><h3><a href="/warga-pulang">Warga Pulang Setelah Banjir Surut</a></h3></div><p>Kabar Kampung</p>'
    page = PAGE.replace("<h1>", f"{link}<h1>").replace("<article>", "<div>").replace("</article>", "</div>")
    lines = decode(page.encode()).split("\n")
    printed = [number for number, line in enumerate(lines, start=1) if line == "Warga Pulang Setelah Banjir Surut"]
    title = cleaned(page, knowledge).title
    assert title and len(printed) == 2 and title.line == printed[1]


def test_a_stated_headline_below_a_sentence_is_the_headline(knowledge: Knowledge) -> None:
    asked = "Mengapa warga Kampung Melati belum juga pulang ke rumah setelah banjir di kampung itu surut?"
    above = "<p>Posko di balai desa sudah ditutup, tetapi rumah warga masih kosong sampai hari Selasa, kata lurah.</p>"
    page = (
        PAGE.replace("Warga Pulang Setelah Banjir Surut", asked)
        .replace("<article>", "<div>")
        .replace("</article>", "</div>")
    )
    title = cleaned(page.replace("<h1>", f"<div>{above}</div><h1>"), knowledge).title
    assert title and (title.value, title.basis) == (asked, "text")


def test_a_field_never_filled_states_nothing(knowledge: Knowledge) -> None:
    page = PAGE.replace("2024-05-06T07:08:00+07:00", "0001-01-01T00:00:00Z")
    assert cleaned(page, knowledge).published is None


@pytest.mark.parametrize(
    ("stated", "value"),
    [
        ("Mon, 06 May 2024 07:08:00 +0700", "2024-05-06T07:08:00+07:00"),
        ("May 6, 2024", "2024-05-06"),
        ("2024-5-6 07:08:00", "2024-05-06T07:08:00"),
        ("Mon May 06 07:08:00 WIB 2024", "2024-05-06"),
        ("6/5/2024", None),
        ("tahun lalu", None),
    ],
)
def test_a_day_stated_in_words_fills_a_gap(knowledge: Knowledge, stated: str, value: str | None) -> None:
    published = cleaned(PAGE.replace("2024-05-06T07:08:00+07:00", stated), knowledge).published
    assert (published.value if published else None) == value
    assert published is None or published.basis == "markup"


def test_a_day_stated_in_words_corrects_no_printed_one(knowledge: Knowledge) -> None:
    page = PAGE.replace("2024-05-06T07:08:00+07:00", "Fri, 17 May 2024 05:50:02 +0700")
    page = page.replace("2024-05-06T09:00:00+07:00", "Fri, 17 May 2024 05:50:02 +0700")
    article = cleaned(page.replace("<article>", "<article><p>Senin, 6 Mei 2024 07:08 WIB</p>"), knowledge)
    assert article.published and (article.published.value[:10], article.published.basis) == ("2024-05-06", "text")
    assert article.updated is None


def test_a_heading_without_words_is_none(knowledge: Knowledge) -> None:
    page = PAGE.replace('"headline": "Warga Pulang Setelah Banjir Surut", ', "")
    page = page.replace("<h1>", "<dialog><h1></h1></dialog><h1>", 1)
    title = cleaned(page, knowledge).title
    assert title and (title.value, title.line) == ("Warga Pulang Setelah Banjir Surut", 1)


def test_a_caption_is_no_headline(knowledge: Knowledge) -> None:
    figure = "<figure><figcaption>Warga Mengangkat Kursi yang Basah dari Ruang Kelas</figcaption></figure>"
    page = PAGE.replace("<h1>Warga Pulang Setelah Banjir Surut</h1>", "").replace("<article>", f"<article>{figure}")
    title = cleaned(page, knowledge).title
    assert title and (title.value, title.basis) == ("Warga Pulang Setelah Banjir Surut", "markup")


def test_readers_comments_are_no_container(knowledge: Knowledge) -> None:
    long = "<p>Menurut saya banjir di kampung itu datang karena sungai sudah lama tidak dikeruk lagi oleh siapa pun.</p>" * 4
    page = PAGE.replace("</body>", f'<div class="comments"><article class="comment-body">{long}</article></div></body>')
    assert any("pulang setelah banjir surut" in block.text for block in cleaned(page, knowledge).blocks)


def test_ledger_joins_to_the_rendered_text(knowledge: Knowledge) -> None:
    text = decode(PAGE.encode())
    lines = text.split("\n")
    spans = cleaned(PAGE, knowledge).ledger
    assert [span.line for span in spans] == sorted(span.line for span in spans)
    assert "".join(lines[span.line - 1][span.start : span.end] for span in spans) == "".join(lines)


def test_an_address_that_is_no_web_address_states_nothing(knowledge: Knowledge) -> None:
    page = PAGE.replace("https://kumparan.com/contoh/warga-pulang", "javascript:alert(1)")
    assert cleaned(page, knowledge).url is None


def test_broken_linked_data_states_nothing(knowledge: Knowledge) -> None:
    article = cleaned(PAGE.replace('"@graph": [{', '"@graph": [{{'), knowledge)
    assert article.published is None
    assert article.blocks


def test_deep_nesting_breaks_nothing(knowledge: Knowledge) -> None:
    page = "<html><body>" + "<div><i>kata " * 5000 + PAGE[PAGE.index("<article>") :]
    assert "Mereka membersihkan rumah" in "".join(block.text for block in cleaned(page, knowledge).blocks)
