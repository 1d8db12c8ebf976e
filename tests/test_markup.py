"""HTML pages: what becomes text, and what the markup is believed to state."""

from kliping.cleaning import clean
from kliping.cleaning.reading import decode
from kliping.knowledge import Knowledge
from kliping.model import Article

PAGE = """<!DOCTYPE html>
<html lang="id"><head><title>Warga Pulang Setelah Banjir Surut - Contoh</title>
<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "NewsArticle",
 "headline": "Warga Pulang Setelah Banjir Surut", "datePublished": "2024-05-06T07:08:00+07:00",
 "dateModified": "2024-05-06T09:00:00+07:00", "author": [{"@type": "Person", "name": "Budi Santoso"}],
 "publisher": {"@type": "Organization", "name": "kumparan"}}]}</script>
<link rel="canonical" href="https://kumparan.com/contoh/warga-pulang"><style>p { color: red }</style></head>
<body><nav><ul><li>Beranda</li><li>Politik</li></ul></nav>
<h1>Warga Pulang Setelah Banjir Surut</h1>
<article><p>Warga Kampung <b>Melati</b> pulang setelah banjir surut pada hari Senin, kata lurah <a href="#">setempat</a>.</p>
<ul><li>Satu posko <i>kesehatan</i> dibuka</li><li>Dua dapur umum ditutup</li></ul>
<p>Mereka membersihkan rumah bersama-sama<br>sejak pagi, ujar Siti, seorang warga.</p><script>alert(1)</script></article>
<aside><p>Kolom lain tentang hal yang sama sekali berbeda dari banjir di kampung itu.</p></aside>
</body></html>"""


def cleaned(page: str, knowledge: Knowledge) -> Article:
    return clean(page.encode(), id="page", source_path="page.html", knowledge=knowledge)


def test_article_is_rendered_block_by_block(knowledge: Knowledge) -> None:
    article = cleaned(PAGE, knowledge)
    assert [(block.kind, block.text) for block in article.blocks] == [
        ("paragraph", "Warga Kampung Melati pulang setelah banjir surut pada hari Senin, kata lurah setempat."),
        ("list", "Satu posko kesehatan dibuka\nDua dapur umum ditutup"),
        ("paragraph", "Mereka membersihkan rumah bersama-sama sejak pagi, ujar Siti, seorang warga."),
    ]


def test_statements_fill_only_what_the_text_leaves_open(knowledge: Knowledge) -> None:
    article = cleaned(PAGE, knowledge)
    assert article.title and (article.title.value, article.title.basis) == ("Warga Pulang Setelah Banjir Surut", "text")
    assert article.published and article.published.value == "2024-05-06T07:08:00+07:00"
    assert article.updated and article.updated.basis == "markup"
    assert article.publisher and (article.publisher.outlet, article.publisher.basis) == ("kumparan", "markup")
    assert [(one.value, one.basis) for one in article.authors] == [("Budi Santoso", "markup")]
    assert article.url and article.url.value == "https://kumparan.com/contoh/warga-pulang"


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
