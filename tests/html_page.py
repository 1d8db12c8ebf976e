"""An HTML page of our own, as outlets mark theirs up, for tests that change one thing in it."""

from kliping.cleaning import clean
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
    """What is made of it."""
    return clean(page.encode(), id="page", source_path="page.html", knowledge=knowledge)
