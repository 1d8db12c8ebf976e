"""The articles of the bench in Python alone, and how its cores share work."""

import os
import pickle
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any, TypeVar

from markdown_it import MarkdownIt

LANGS = ("id", "en")
JAKARTA = timezone(timedelta(hours=7))
CORES = os.cpu_count() or 1
TO_HTML = MarkdownIt("commonmark").render

Item, Made = TypeVar("Item"), TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Term:
    """A tag, topic or outlet."""

    name: str
    slug: str
    url: str

    def __str__(self) -> str:
        return self.name


@dataclass(slots=True, kw_only=True)
class Article:
    """An article in one language, under the names that Pelican's templates have for its parts."""

    title: str
    summary: str
    lang: str
    date: datetime
    url: str
    category: Term
    """Its outlet."""
    authors: list[Term]
    """Its topics."""
    tags: list[Term]
    content: str
    translations: list["Translation"]


@dataclass(frozen=True, slots=True)
class Translation:
    """An article in the other language, as seen from its own."""

    lang: str
    url: str


def read_articles(content: Path) -> list[Article]:
    """All articles, the newest first."""
    texts = [path.read_text(encoding="utf-8") for lang in LANGS for path in sorted((content / lang).iterdir())]
    bodies = spread(lambda text: TO_HTML(text.partition("\n\n")[2]), texts)
    articles = [article_of(text.partition("\n\n")[0], body) for text, body in zip(texts, bodies, strict=True)]
    langs: dict[str, list[str]] = {}
    for article in articles:
        langs.setdefault(article.url, []).append(article.lang)
    for article in articles:
        others = [lang for lang in langs[article.url] if lang != article.lang]
        article.translations = [Translation(lang, f"../{lang}/{article.url}") for lang in others]
    return sorted(articles, key=lambda article: article.date, reverse=True)


def article_of(header: str, html: str) -> Article:
    """An article from its header and its body."""
    fields = dict(line.split(": ", 1) for line in header.splitlines())
    return Article(
        title=fields["Title"],
        summary=fields.get("Summary", ""),
        lang=fields["Lang"],
        date=datetime.strptime(fields["Date"], "%Y-%m-%d %H:%M").replace(tzinfo=JAKARTA),
        url=f"articles/{fields['Slug']}/",
        category=term("outlets", fields["Category"]),
        authors=terms("topics", fields.get("Authors", "")),
        tags=terms("tags", fields.get("Tags", "")),
        content=html,
        translations=[],
    )


def terms(kind: str, names: str) -> list[Term]:
    """The terms in a field."""
    return [term(kind, name) for name in names.split(", ") if name]


def term(kind: str, name: str) -> Term:
    """The term of a name."""
    slug = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    return Term(name, slug, f"{kind}/{slug}/")


def spread(work: Callable[[Item], Made], items: Sequence[Item]) -> list[Made]:
    """What `work` makes of each item, in their order; every core takes its share."""
    made: list[Any] = [None] * len(items)
    pipes = []
    for core in range(1, CORES):
        receiving, sending = os.pipe()
        if os.fork() == 0:
            with os.fdopen(sending, "wb") as pipe:
                pickle.dump([work(item) for item in items[core::CORES]], pipe)
            os._exit(0)
        os.close(sending)
        pipes.append(receiving)
    made[::CORES] = [work(item) for item in items[::CORES]]
    for core, receiving in enumerate(pipes, 1):
        with os.fdopen(receiving, "rb") as pipe:
            made[core::CORES] = pickle.load(pipe)
        os.wait()
    return made
