"""Code that scrapers leave among the words, and articles about code."""

import pytest

from kliping.cleaning import clean
from kliping.cleaning.forms.code import is_code
from kliping.knowledge import Knowledge

PARAGRAPHS = (
    "Warga Kampung Melati menuntut pemerintah memperbaiki jalan yang rusak sejak tahun lalu, kata lurah setempat.",
    "Mereka berbaris dari balai desa ke kantor bupati sambil membawa poster dan meneriakkan tuntutan mereka.",
    "Bupati berjanji akan memperbaiki jalan itu paling lambat pada bulan Desember tahun ini, kata juru bicaranya.",
    "Warga akan menunggu sampai janji itu ditepati, kata Siti, seorang ibu yang ikut berbaris pada hari Senin.",
)
LEFT_OVER = (
    "(adsbygoogle = window.adsbygoogle || []).push({});",
    "googletag.cmd.push(function() { googletag.display('div-gpt-ad-1599-0'); });",
    "window._taboola = window._taboola || []; _taboola.push({ mode: 'thumbnails-a', target_type: 'mix' });",
    "jQuery(document).ready(function($) { $('.slider').slick({ dots: true }); });",
    '{"@context":"https://schema.org","@type":"NewsArticle","headline":"Warga"}',
    ".widget-title { font-size: 14px; color: #333; }",
    '<iframe src="https://www.example.com/embed/abc" width="560"></iframe>',
    "<!-- /21622890900/contoh.example_res_article_mid_336x280 -->",
    '[caption id="attachment_1" align="aligncenter" width="600"]',
)
WORDS = (
    "Fungsi print() dipakai di kelas itu (lihat contoh a=b).",
    "Skornya 3-1 (babak pertama 2-0); penonton bersorak.",
    "<The Palace: Tale of Jang Noksu>",
    "Hasil: {belum diumumkan}",
    "Peretas itu menulis <script>alert('x = 1');</script> di kolom nama, lalu a.b(c) { d = 'e' };",
    "(Pelaporan oleh Budi Santoso; penyuntingan oleh Siti Aminah)",
    "AT&T; dan dua perusahaan lain ikut lelang.",
)


@pytest.mark.parametrize("line", LEFT_OVER)
@pytest.mark.parametrize("place", [1, 2, 4])
def test_code_is_none_of_the_article(line: str, place: int, knowledge: Knowledge) -> None:
    body = [*PARAGRAPHS[:place], line, *PARAGRAPHS[place:]]
    text = "\n\n".join(["Warga Menuntut Jalan Diperbaiki", "Senin, 6 Mei 2024 07:08 WIB", *body])
    article = clean(text.encode(), id="page", source_path="page.txt", knowledge=knowledge)
    assert tuple(block.text for block in article.blocks) == PARAGRAPHS
    assert any(span.rule == "code_alone" for span in article.ledger)


@pytest.mark.parametrize("line", WORDS)
def test_words_with_signs_are_no_code(line: str) -> None:
    assert not is_code(line)


def test_an_article_about_programs_keeps_its_code(knowledge: Knowledge) -> None:
    program = ["$kota = ambil('kota');", "$hasil = hitung($isi);", "$nama = ambil('nama');", "$umur = ambil('umur');", "}"]
    text = "\n\n".join(["Belajar Menulis Fungsi", PARAGRAPHS[0], *program, *PARAGRAPHS[1:]])
    article = clean(text.encode(), id="page", source_path="page.txt", knowledge=knowledge)
    assert not any(span.rule == "code_alone" for span in article.ledger)


@pytest.mark.parametrize("piece", ["<a ", "<a>", '[a b="', "a{b:c} ", "&amp;", "a.b(", "a = ", "a: {", "({=;", ".a #b "])
def test_a_long_line_takes_no_more_than_its_length(piece: str) -> None:
    is_code(piece * 50_000 + "}")  # would not come back within the test's time if it were not linear
    is_code(piece * 50_000 + ">")


def test_a_style_that_breaks_off_is_tried_once() -> None:
    is_code("ab{c:d:e} " * 40 + "(=;")  # the ways to read each rule would multiply
