"""A very small sound site, written into a folder: what the checks must find nothing wrong with, until it is broken."""

import json
from pathlib import Path

from site_checks.site import LANGUAGES, Site

ADDRESS = "http://sample.example/repo"
POLICY = "default-src 'self'; base-uri 'none'; object-src 'none'"
PAGES = {"index.html": "Kliping", "articles/first/index.html": "First"}
NAMES = {"id": "Bahasa Indonesia", "en": "English"}
STYLE = "main { max-inline-size: 60ch; }\n"
ICON = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1H0z"/></svg>\n'
ID = "tag:sample.example,2024:first"


def write_sample(root: Path) -> Site:
    """The sound site, below `root`."""
    files = {"index.html": _chooser(), "404.html": _missing(), "css/site.css": STYLE, "icon.svg": ICON}
    for path, title in PAGES.items():
        files |= {f"{lang}/{path}": _page(lang, path, title) for lang in LANGUAGES}
    for lang in LANGUAGES:
        files |= {f"{lang}/feed.atom": _atom(lang), f"{lang}/feed.rss": _rss(lang), f"{lang}/feed.json": _json(lang)}
    files |= {"sitemap.xml": _sitemap(), "feeds.opml": _opml()}
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return Site(root=root, address=ADDRESS)


def _url(path: str) -> str:
    return f"{ADDRESS}/{path.removesuffix('index.html')}"


def _alternates(path: str) -> dict[str, str]:
    return {lang: _url(f"{lang}/{path}") for lang in LANGUAGES} | {"x-default": _url("index.html")}


def _html(lang: str, head: str, body: str, title: str) -> str:
    return f"""<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<title>{title}</title>
<link rel="icon" href="/repo/icon.svg">
<link rel="stylesheet" href="/repo/css/site.css">
{head}
</head>
<body>
<header><a href="#main">Skip</a></header>
<main id="main">
<h1>{title}</h1>
{body}
</main>
</body>
</html>
"""


def _chooser() -> str:
    links = "\n".join(f'<p><a href="{lang}/" hreflang="{lang}" lang="{lang}">{NAMES[lang]}</a></p>' for lang in LANGUAGES)
    return _html("id", f'<link rel="canonical" href="{ADDRESS}/">', links, "Kliping")


def _missing() -> str:
    links = "\n".join(f'<p lang="{lang}"><a href="/repo/{lang}/">{NAMES[lang]}</a></p>' for lang in LANGUAGES)
    return _html("id", '<meta name="robots" content="noindex">', links, "404")


def _page(lang: str, path: str, title: str) -> str:
    other = "en" if lang == "id" else "id"
    links = [f'<link rel="canonical" href="{_url(f"{lang}/{path}")}">']
    links += [f'<link rel="alternate" hreflang="{name}" href="{to}">' for name, to in _alternates(path).items()]
    links += [f'<link rel="alternate" type="application/atom+xml" href="{ADDRESS}/{lang}/feed.atom">']
    body = f"""<p><a href="/repo/{other}/{path.removesuffix("index.html")}" hreflang="{other}">{NAMES[other]}</a></p>
<p id="p1"><a href="/repo/{lang}/articles/first/#p1">First paragraph</a></p>"""
    return _html(lang, "\n".join(links), body, title)


def _sitemap() -> str:
    entries = [f"<url><loc>{ADDRESS}/</loc></url>"]
    for path in PAGES:
        links = "".join(f'<x:link rel="alternate" hreflang="{name}" href="{to}"/>' for name, to in _alternates(path).items())
        entries += [f"<url><loc>{_url(f'{lang}/{path}')}</loc>{links}</url>" for lang in LANGUAGES]
    spaces = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:x="http://www.w3.org/1999/xhtml"'
    return f"<urlset {spaces}>\n{chr(10).join(entries)}\n</urlset>\n"


def _atom(lang: str) -> str:
    return f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{lang}">
<id>tag:sample.example,2024:{lang}</id><title>Kliping</title><updated>2024-08-19T00:00:00Z</updated>
<link rel="self" href="{ADDRESS}/{lang}/feed.atom"/><link href="{ADDRESS}/{lang}/"/>
<entry><id>{ID}</id><title>First</title><updated>2024-08-19T00:00:00Z</updated>
<link href="{ADDRESS}/{lang}/articles/first/"/><content type="html">&lt;p&gt;First&lt;/p&gt;</content></entry>
</feed>
"""


def _rss(lang: str) -> str:
    date = "Mon, 19 Aug 2024 00:00:00 +0000"
    return f"""<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>Kliping</title><link>{ADDRESS}/{lang}/</link><description>Kliping</description><language>{lang}</language>
<lastBuildDate>{date}</lastBuildDate>
<atom:link rel="self" href="{ADDRESS}/{lang}/feed.rss"/>
<item><guid isPermaLink="false">{ID}</guid><title>First</title><pubDate>{date}</pubDate>
<link>{ADDRESS}/{lang}/articles/first/</link><description>&lt;p&gt;First&lt;/p&gt;</description></item>
</channel></rss>
"""


def _json(lang: str) -> str:
    item = {
        "id": ID,
        "url": f"{ADDRESS}/{lang}/articles/first/",
        "title": "First",
        "content_html": "<p>First</p>",
        "date_modified": "2024-08-19T00:00:00Z",
    }
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Kliping", "language": lang, "items": [item]}
    feed |= {"home_page_url": f"{ADDRESS}/{lang}/", "feed_url": f"{ADDRESS}/{lang}/feed.json"}
    return json.dumps(feed)


def _opml() -> str:
    outlines = "".join(f'<outline type="rss" xmlUrl="{ADDRESS}/{lang}/feed.atom"/>' for lang in LANGUAGES)
    return f'<opml version="2.0"><head><title>Kliping</title></head><body>{outlines}</body></opml>\n'
