"""Input that no honest scraper writes, found by fuzzing or measuring, and what curators feed by mistake."""

import msgspec
import pytest
from cleaning_laws import broken_laws

from kliping.cleaning import clean
from kliping.cleaning.lexicon.alternatives import words_expression
from kliping.cleaning.reading import decode
from kliping.errors import UnreadableText
from kliping.knowledge import Knowledge
from kliping.model import Article

SENTENCE = "Warga Kampung Melati pulang ke rumah setelah banjir surut pada hari Senin, kata lurah."
HEAD = f"<!doctype html><title>Warga Pulang</title><p>{SENTENCE}</p>"


def cleaned(text: str | bytes, knowledge: Knowledge, name: str = "page.txt") -> Article:
    data = text.encode() if isinstance(text, str) else text
    return clean(data, id="page", source_path=name, knowledge=knowledge)


@pytest.mark.parametrize(
    "page",
    [
        f"Warga Pulang\n\nJAKARTA - {SENTENCE}\n\nSumber: http://[abc/berita\n",
        HEAD + '<link rel="canonical" href="http://[abc/berita">',
        HEAD + '<meta property="og:url" content="//[::1/berita">',
    ],
)
def test_a_broken_address_states_nothing(page: str, knowledge: Knowledge) -> None:
    article = cleaned(page, knowledge)
    assert article.blocks[0].text.endswith(SENTENCE)
    assert (article.url, article.original_url) == (None, None)


def test_half_a_character_in_linked_data_can_be_printed(knowledge: Knowledge) -> None:
    said = '{"@type": "NewsArticle", "author": "Bud\\ud800i Santoso", "headline": "\\udc00"}'
    article = cleaned(f'{HEAD}<script type="application/ld+json">{said}</script>', knowledge)
    assert [one.value for one in article.authors] == ["Budi Santoso"]
    assert msgspec.json.encode(article)


def test_control_characters_never_reach_the_article(knowledge: Knowledge) -> None:
    article = cleaned(
        SENTENCE.replace("banjir", "ban\x00jir \x1b").replace("Senin", "\x93Senin\x94") + f"\n{SENTENCE}", knowledge
    )
    assert article.blocks[0].text == SENTENCE.replace("Senin", "“Senin”")


def test_an_html_file_is_html_however_it_begins(knowledge: Knowledge) -> None:
    article = cleaned(f"<article><h1>Warga Pulang Setelah Banjir</h1><p>{SENTENCE}</p></article>", knowledge, "page.html")
    assert [block.text for block in article.blocks] == [SENTENCE]


def test_text_in_an_html_file_stays_text(knowledge: Knowledge) -> None:
    article = cleaned(f"{SENTENCE}\n\n{SENTENCE.replace('Senin', 'Selasa')}\n", knowledge, "page.html")
    assert len(article.blocks) == 2


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-8-sig"])
def test_an_html_page_may_be_in_any_encoding(encoding: str, knowledge: Knowledge) -> None:
    assert cleaned(HEAD.encode(encoding), knowledge, "page.html").blocks[0].text == SENTENCE


@pytest.mark.parametrize("data", [b"%PDF-1.7 <html>", b"<html>" + bytes(range(8)) * 9])
def test_what_is_no_html_is_refused(data: bytes, knowledge: Knowledge) -> None:
    assert not list(broken_laws(data, "page.html", knowledge))


def test_names_may_be_long_and_many() -> None:
    names = ["N" * 3000, *("Na" * size for size in range(1, 1200))]
    assert words_expression(names).count("N") > 3000


@pytest.mark.parametrize(
    "section", ["<![CDAT[x]]>", "<![", "<![if !IE]>", "<!x>", "<?xml version='1.0'?>", "<!DOCTYPE [", "</>", "<p a='"]
)
def test_markup_no_parser_knows_costs_no_sentence(section: str, knowledge: Knowledge) -> None:
    assert cleaned(f"<!doctype html><p>{SENTENCE}</p>{section}", knowledge, "page.html").blocks[0].text == SENTENCE


@pytest.mark.parametrize("number", ["9" * 5000, "x" + "f" * 5000, "1114112", "xD800", "0", "10" * 6])
def test_a_reference_to_no_character_costs_no_sentence(number: str, knowledge: Knowledge) -> None:
    assert SENTENCE in cleaned(f"<!doctype html><p>&#{number};</p><p>{SENTENCE}</p>", knowledge, "page.html").blocks[-1].text


@pytest.mark.parametrize("opening", ["<", "<a ", '<a x="', "<!--", "<![CDATA[", "<?", "<!x", "&", "</", "<div>", "<ul><li>"])
def test_markup_that_is_never_closed_is_read_in_one_go(opening: str, knowledge: Knowledge) -> None:
    page = f"<!doctype html><p>{SENTENCE}</p>" + opening * (60_000 // len(opening))
    assert cleaned(page, knowledge, "page.html").blocks[0].text.startswith(SENTENCE)


@pytest.mark.parametrize(
    "line", ["İNEWS", "© 2024 İNews", "PENULİS: Budi Santoso", "Senin, 5 JULİ 2024 10:00 WIB", "JAKARTA, İNEWS - "]
)
def test_letters_that_ignoring_case_makes_equal_are_one(line: str, knowledge: Knowledge) -> None:
    article = cleaned(
        f"Warga Kampung Melati Pulang Setelah Banjir\n\n{line}\n\n{SENTENCE}\n\n{SENTENCE[:-1]} lagi.", knowledge
    )
    assert article.blocks[-1].text.endswith("kata lurah lagi.")


@pytest.mark.parametrize(
    "page",
    [
        "404\nHalaman Tidak Ditemukan\nMaaf, halaman yang Anda cari tidak ditemukan.\nKembali ke Beranda",
        "We value your privacy\nWe and our 842 partners store information, such as cookies.\nACCEPT ALL",
        "Jalan Desa Diperbaiki\n\nWarga lega, kata lurah pada hari Senin.\n\nArtikel ini khusus untuk pelanggan.",
    ],
)
def test_a_page_that_holds_no_article_is_doubted(page: str, knowledge: Knowledge) -> None:
    article = clean(page.encode(), id="page", source_path="page.txt", knowledge=knowledge)
    assert [finding.code for finding in article.findings].count("stub") == 1
    assert article.authors == ()


def test_a_character_that_was_lost_before_is_told(knowledge: Knowledge) -> None:
    page = "Jembatan Dibuka\n\nWarga membuka jembatan caf\ufffd di sungai itu pada Senin pagi, kata lurah.\n"
    (finding,) = cleaned(page, knowledge).findings
    assert (finding.line, finding.code) == (3, "character_lost")
    assert cleaned(page.replace("\ufffd", "é"), knowledge).findings == ()


def test_an_article_above_such_words_is_not_doubted(knowledge: Knowledge) -> None:
    paragraphs = [f"Warga dusun ke-{at} menanam padi bersama sejak pagi hingga sore, kata kepala desa." for at in range(9)]
    page = "\n\n".join([*paragraphs, "Situs ini menggunakan cookie untuk pengalaman Anda."])
    article = clean(page.encode(), id="page", source_path="page.txt", knowledge=knowledge)
    assert article.findings == ()


def test_a_word_broken_at_the_margin_is_whole_again(knowledge: Knowledge) -> None:
    page = (
        "Warga Menuntut Jalan Diperbaiki\n\nWarga Kampung Melati menuntut peme-\nrintah memperbaiki jalan yang rusak se-\n"
        "jak tahun lalu, kata lurah, dan anak-\nanak ikut berbaris pada Senin pagi.\n"
    )
    (block,) = cleaned(page, knowledge).blocks
    whole = (
        "pemerintah memperbaiki jalan yang rusak sejak tahun lalu, kata lurah, dan anak-anak ikut berbaris pada Senin pagi."
    )
    assert block.text == f"Warga Kampung Melati menuntut {whole}"


def test_an_escaped_page_is_read_as_a_page() -> None:
    page = "".join(f"&lt;p&gt;{words}&lt;/p&gt;" for words in ("Satu kata.", "Dua &amp;amp; tiga.", "Empat kata."))
    assert decode(page.encode()).split("\n\n") == ["Satu kata.", "Dua & tiga.", "Empat kata."]


@pytest.mark.parametrize(
    "text", ["<item><title>Jalan</title></item>", 'MIME-Version: 1.0\nContent-Type: x; boundary="b"\n\n--b']
)
def test_a_piece_of_a_feed_or_a_mail_is_refused(text: str) -> None:
    with pytest.raises(UnreadableText, match="Save the article as"):
        decode(text.encode(), "page.txt")


def test_counters_and_times_of_subtitles_are_no_words_of_the_article(knowledge: Knowledge) -> None:
    page = (
        "1\n00:00:01,000 --> 00:00:04,000\nWarga desa menuntut pemerintah memperbaiki jalan yang rusak, kata lurah.\n\n2/3"
    )
    article = clean(page.encode(), id="page", source_path="page.txt", knowledge=knowledge)
    assert len(article.blocks) == 1


def test_a_second_article_in_the_file_is_doubted(knowledge: Knowledge) -> None:
    first = "Warga Dusun Melati Panen Padi\n\nSenin, 6 Mei 2024 07:08 WIB\n\n" + "\n\n".join(
        f"Warga dusun ke-{at} memanen padi bersama sejak pagi hingga sore, kata kepala desa." for at in range(4)
    )
    second = (
        first.replace("Padi", "Kopi").replace("padi", "kopi").replace("dusun", "lereng").replace("kepala desa", "mandor")
    )
    (finding,) = cleaned(f"{first}\n\n\n{second}", knowledge).findings
    assert (finding.code, finding.line) == ("second_article", 14)
    assert cleaned(first, knowledge).findings == ()
