#!/usr/bin/env python3
"""The bench's site from Python, Jinja2 and markdown-it-py alone: about what a generator in Python takes at least.

usage: build.py TEMPLATES OUTPUT

Runs in the folder of plain Pelican's content and fills its templates. Nothing is remembered or exchanged: articles are read,
made into HTML, filled into pages and written, in as many processes as the machine has cores.
"""

import gc
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape
from pathlib import Path

from articles import TO_HTML, Article, Term, read_articles, spread
from jinja2 import Environment, FileSystemLoader

SITE = "https://news.example"
NAMES = {"id": "Kabar", "en": "News"}
ON_A_PAGE, IN_A_FEED = 20, 50


@dataclass(frozen=True, slots=True)
class ListPage:
    """One page of a list."""

    object_list: Sequence[Article]
    number: int
    last: int

    def has_previous(self) -> bool:
        """Whether newer articles stand on another page."""
        return self.number > 1

    def has_next(self) -> bool:
        """Whether older articles stand on another page."""
        return self.number < self.last


Job = tuple[str, Callable[[], str]]
"""A file's path below the output, and what makes its text."""


def main() -> None:
    """Build the site that the command line asks for."""
    gc.disable()
    templates, output = map(Path, sys.argv[1:])
    jobs = list(site_of(read_articles(Path("content")), templates))
    spread(lambda job: write(output / job[0], job[1]()), jobs)
    write(output / "theme/site.css", (templates.parent / "static/site.css").read_text(encoding="utf-8"))


def site_of(articles: list[Article], templates: Path) -> Iterator[Job]:
    """Every file but the style sheet."""
    environment = Environment(loader=FileSystemLoader(templates), trim_blocks=True)
    fill = {
        kind: environment.get_template(f"{kind}.html").render for kind in ("article", "index", "tag", "author", "category")
    }
    topics = json.loads(Path("topics.json").read_text(encoding="utf-8"))
    texts = {
        path.name.removesuffix(".md"): TO_HTML(path.read_text(encoding="utf-8")) for path in Path("introductions").iterdir()
    }
    for lang, name in NAMES.items():
        shared = {
            "SITENAME": name,
            "SITEURL": f"{SITE}/{lang}",
            "DEFAULT_LANG": lang,
            "TOPICS": topics,
            "INTRODUCTIONS": texts,
        }
        own = [article for article in articles if article.lang == lang]
        for article in own:
            yield f"{lang}/{article.url}index.html", partial(fill["article"], shared, article=article)
        for (kind, listed), several in groups_of(own).items():
            url = listed.url if listed else ""
            for address, words in pages_of(url, several):
                yield f"{lang}/{address}index.html", partial(fill[kind], shared, **words, **{kind: listed})
            if kind in ("index", "author"):
                yield f"{lang}/{url}feed.atom", partial(feed, str(listed or name), f"{SITE}/{lang}/{url}", lang, several)
    yield "sitemap.xml", partial(site_map, articles)


def groups_of(articles: Iterable[Article]) -> dict[tuple[str, Term | None], list[Article]]:
    """The articles of each list, by its template and its term."""
    groups: dict[tuple[str, Term | None], list[Article]] = {}
    for article in articles:
        kinds = {"index": (None,), "category": (article.category,), "author": article.authors, "tag": article.tags}
        for kind, listed in kinds.items():
            for one in listed:
                groups.setdefault((kind, one), []).append(article)
    return groups


def pages_of(url: str, articles: Sequence[Article]) -> Iterator[tuple[str, dict[str, object]]]:
    """The address of each page of a list, and what its template is told."""
    last = -(-len(articles) // ON_A_PAGE)
    addresses = [url, *(f"{url}page/{number}/" for number in range(2, last + 1))]
    for number, address in enumerate(addresses, 1):
        yield (
            address,
            {
                "articles_page": ListPage(articles[(number - 1) * ON_A_PAGE : number * ON_A_PAGE], number, last),
                "articles_paginator": {"num_pages": last},
                "articles_previous_page": {"url": addresses[number - 2]},
                "articles_next_page": {"url": addresses[number % last]},
            },
        )


def feed(title: str, address: str, lang: str, articles: Sequence[Article]) -> str:
    """An Atom feed of the newest."""
    newest = articles[:IN_A_FEED]
    head = f"<title>{escape(title)}</title>\n<id>{address}</id>\n<updated>{newest[0].date.isoformat()}</updated>\n"
    entries = "".join(entry(article, f"{SITE}/{lang}/{article.url}") for article in newest)
    return f'<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n{head}{entries}</feed>\n'


def entry(article: Article, address: str) -> str:
    """An article in a feed."""
    return (
        f'<entry>\n<title>{escape(article.title)}</title>\n<id>{address}</id>\n<link href="{address}"/>\n'
        f"<updated>{article.date.isoformat()}</updated>\n<author><name>{escape(article.category.name)}</name></author>\n"
        + "".join(f'<category term="{escape(tag.name)}"/>' for tag in article.tags)
        + f'\n<content type="html">{escape(article.content)}</content>\n</entry>\n'
    )


def site_map(articles: Iterable[Article]) -> str:
    """Where every article stands."""
    places = (
        f"<url><loc>{SITE}/{article.lang}/{article.url}</loc><lastmod>{article.date.isoformat()}</lastmod></url>\n"
        for article in articles
    )
    head = '<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return f"{head}{''.join(places)}</urlset>\n"


def write(path: Path, text: str) -> None:
    """Write a file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
