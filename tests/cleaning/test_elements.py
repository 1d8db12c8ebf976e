"""HTML pages: what the elements around a line say of it."""

import pytest
from html_page import PAGE, cleaned

from kliping.knowledge import Knowledge

BOXES = """
<figure><img src="a.jpg" alt=""><figcaption>Warga mengangkat kursi yang basah dari ruang kelas.</figcaption></figure>
<div class="c-related-articles"><p>Sungai lain di kota itu juga meluap pada hari yang sama, kata petugas di sana.</p></div>
<nav><p>Anda dapat membaca seluruh halaman ini dengan masuk ke akun yang sudah ada di sini.</p></nav>
"""
LINK = '<div class="konten-lain"><h3><a href="/lain">Tim Bola Voli Menang Tiga Kali di Kandang Lawan</a></h3></div>'


def test_captions_boxes_and_links_are_told_by_their_elements(knowledge: Knowledge) -> None:
    article = cleaned(PAGE.replace("</article>", f"{BOXES}</article>{LINK}"), knowledge)
    assert [figure.caption for figure in article.figures] == ["Warga mengangkat kursi yang basah dari ruang kelas."]
    assert [block.text for block in article.blocks] == [block.text for block in cleaned(PAGE, knowledge).blocks]
    assert {span.rule for span in article.ledger} >= {"caption_element", "box_beside_article"}


def test_a_box_that_holds_the_article_is_none(knowledge: Knowledge) -> None:
    expected = [block.text for block in cleaned(PAGE, knowledge).blocks]
    in_box = PAGE.replace("<article>", '<main><form><div class="related">').replace("</article>", "</div></form></main>")
    without_paragraphs = in_box.replace("<p>", "<div>").replace("</p>", "</div>")
    for page in (in_box, without_paragraphs):
        assert [block.text for block in cleaned(page, knowledge).blocks] == expected


def test_a_heading_made_into_an_id_names_no_box(knowledge: Knowledge) -> None:
    rooms = "".join(f"<p>Kelas {name} dibersihkan oleh guru dan murid sejak pagi, kata Siti.</p>" for name in "ABCDE")
    part = f"<p>Posko membagikan nasi dan sayur tiga kali sehari, kata Siti, seorang warga.</p></section>{rooms}"
    page = PAGE.replace("</article>", f'<section id="related-posko-sarapan-warga">{part}</article>')
    assert any("nasi dan sayur" in block.text for block in cleaned(page, knowledge).blocks)


@pytest.mark.parametrize("name", ["has-related", "isNewLayout no-sidebar", "withComments", "kolom without_footer"])
def test_a_name_that_tells_what_stands_in_an_element_names_no_box(knowledge: Knowledge, name: str) -> None:
    rooms = "".join(f"<p>Kelas {name} dibersihkan oleh guru dan murid sejak pagi, kata Siti.</p>" for name in "ABCDE")
    part = f"<p>Posko membagikan nasi dan sayur tiga kali sehari, kata Siti, seorang warga.</p></section>{rooms}"
    page = PAGE.replace("</article>", f'<section class="{name}">{part}</article>')
    assert any("nasi dan sayur" in block.text for block in cleaned(page, knowledge).blocks)


def test_a_paragraph_between_two_of_the_text_stays_whatever_it_looks_like(knowledge: Knowledge) -> None:
    match = "<p>Sabtu (11/5): RT 01 vs RT 04</p>"
    links = '<p><a href="/surat">Email</a> <a href="/telepon">Telepon</a> WhatsApp</p>'
    page = PAGE.replace("<p>Mereka", f"{match}{links}<p>Mereka")
    text = [block.text for block in cleaned(page, knowledge).blocks]
    assert "Sabtu (11/5): RT 01 vs RT 04" in text
    assert not any("Email" in one for one in text)


def test_paragraphs_right_above_the_first_that_is_like_the_article_stay(knowledge: Knowledge) -> None:
    score = "<p>Melati 14 11 6 15 — 46</p>"
    below_title = PAGE.replace("<p>", f"{score}<p>", 1)
    far_above = PAGE.replace("<article>", f"{score}<div>Menu</div><article>")
    kept = ["Melati 14" in block.text for block in cleaned(below_title, knowledge).blocks]
    assert kept[0] and not any("Melati 14" in block.text for block in cleaned(far_above, knowledge).blocks)


def test_an_article_in_a_single_paragraph_is_read(knowledge: Knowledge) -> None:
    sentences = "<br><br>".join(f"Kelas {name} dibersihkan oleh guru dan murid sejak pagi, kata Siti." for name in "ABCDE")
    page = f'<html><body><div><h1>Warga Pulang</h1><p role="main">{sentences}</p></div></body></html>'
    assert "Kelas E" in "".join(block.text for block in cleaned(page, knowledge).blocks)


def test_paragraphs_that_each_call_themselves_the_body_all_stay(knowledge: Knowledge) -> None:
    room = "<p>Kelas A dibersihkan oleh guru sejak pagi, kata Siti.</p>"
    long = f"<p>{'Sungai itu meluap dua kali pada bulan lalu, kata warga. ' * 20}</p>"
    page = PAGE.replace("</article>", f"{room}{long}</article>").replace("<p>", '<p itemprop="articleBody">')
    text = " ".join(block.text for block in cleaned(page, knowledge).blocks)
    assert "Kelas A" in text and "Sungai itu meluap" in text


def test_a_note_among_the_paragraphs_stays(knowledge: Knowledge) -> None:
    note = "<aside><p>Banjir seperti ini terakhir terjadi di kampung itu sepuluh tahun lalu, kata lurah.</p></aside>"
    page = cleaned(PAGE.replace("<p>Mereka", f"{note}<p>Mereka"), knowledge)
    assert any("sepuluh tahun lalu" in block.text for block in page.blocks)


def test_other_stories_beside_the_one_with_the_text_are_none_of_it(knowledge: Knowledge) -> None:
    words = "<p>Pasar itu punya seratus kios dan dibuka oleh wali kota pada hari Minggu.</p>"
    other = f"<article><h2>Pasar Baru Dibuka</h2>{words}</article>"
    main = PAGE.replace("<article>", "<main><article>").replace("</article>", f"</article>{other}</main>", 1)
    assert not any("seratus kios" in block.text for block in cleaned(main, knowledge).blocks)


def test_entries_of_one_live_report_are_all_of_it(knowledge: Knowledge) -> None:
    times = (
        "Air mulai naik di tepi sungai",
        "Lurah meminta warga pindah",
        "Perahu karet tiba di kampung",
        "Air mulai surut lagi",
    )
    entries = "".join(
        f"<article><p>{words} sejak pukul enam pagi tadi, kata petugas jaga di posko.</p></article>" for words in times
    )
    page = PAGE[: PAGE.index("<article>")] + f"<main>{entries}</main></body></html>"
    text = "".join(block.text for block in cleaned(page, knowledge).blocks)
    assert all(words in text for words in times)
