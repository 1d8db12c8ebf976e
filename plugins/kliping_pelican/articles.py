"""The digest's articles as Pelican's own `Article` objects, so that other plugins find what they expect.

An article is one object a language, linked by `translations`; its page is written by our generator.
"""

from collections.abc import Iterable
from types import MethodType
from typing import Any

from pelican.contents import Article
from pelican.generators import ArticlesGenerator
from pelican.plugins import signals
from pelican.urlwrappers import Author, Category, Tag
from pelican.utils import SafeDatetime

from kliping.days import first_day
from kliping.digest.model import Clipping, Digest, Entry
from kliping.markup import plain_html
from kliping_pelican.configuration import OURS
from kliping_pelican.pages.jobs import Site
from kliping_pelican.showing import addresses
from kliping_pelican.showing.cards import state_label
from kliping_pelican.showing.reader import Reader
from kliping_pelican.showing.telling import description_of, title_of, writers_of

UNDATED = SafeDatetime(1970, 1, 1)
"""Pelican has no articles without a date; no page of ours shows this one."""


def take_over(generator: ArticlesGenerator, site: Site) -> None:
    """Let this one generator take its articles from the digest instead of from files."""
    generator.generate_context = MethodType(lambda self: _fill(self, site), generator)
    generator.generate_output = MethodType(lambda self, writer: None, generator)
    generator.check_disabled_readers = MethodType(lambda self: None, generator)


def _fill(generator: ArticlesGenerator, site: Site) -> None:
    """Do what `ArticlesGenerator.generate_context` does, in the same order and with the same signals.

    Without other plugins nobody looks at the articles: then only their number is given.
    """
    entries = [entry for entry in site.digest.entries.values() if not entry.withdrawn]
    if generator.settings["PLUGINS"] == [OURS]:
        generator.articles = range(len(entries))
        generator.translations = range(sum(len(entry.langs) - 1 for entry in entries))
        return
    made = [_editions(entry, site, generator) for entry in entries]
    generator.articles = [editions[0] for editions in made]
    generator.translations = [article for editions in made for article in editions[1:]]
    signals.article_generator_pretaxonomy.send(generator)
    generator.dates = sorted(generator.articles, key=lambda article: article.date, reverse=True)
    generator.categories = _grouped((article.category, article) for article in generator.articles)
    generator.tags = dict(_grouped((tag, article) for article in generator.articles for tag in article.tags))
    generator.authors = _grouped(
        (author, article) for article in generator.articles for author in getattr(article, "authors", ())
    )
    generator._update_context(("articles", "translations", "drafts", "hidden_articles", "dates"))
    generator._update_context(("tags", "categories", "authors", "related_posts"))
    generator.context["period_archives"] = {}
    signals.article_generator_finalized.send(generator)


def _grouped(pairs: Iterable[tuple[Any, Article]]) -> list[tuple[Any, list[Article]]]:
    """Each category, tag or author with its articles, by name."""
    groups: dict[Any, list[Article]] = {}
    for value, article in pairs:
        groups.setdefault(value, []).append(article)
    return sorted(groups.items())


def _editions(entry: Entry, site: Site, generator: ArticlesGenerator) -> list[Article]:
    """The article in every language in which its words exist, its own first."""
    clipping = site.digest.clippings[entry.id]
    articles = [_article(clipping, site.reader(lang), generator) for lang in entry.langs]
    for article in articles:
        article.translations = [other for other in articles if other is not article]
    return articles


def _article(clipping: Clipping, reader: Reader, generator: ArticlesGenerator) -> Article:
    source, settings = clipping.article, generator.settings
    path = addresses.article(reader.lang, source.id)
    metadata: dict[str, Any] = {
        "title": title_of(clipping, reader).text,
        "slug": source.id,
        "lang": reader.lang,
        "date": _date(source.published.value) if source.published else UNDATED,
        "category": Category(source.publisher.value if source.publisher else reader.words.gettext("unknown"), settings),
        "tags": [Tag(_name(reader.digest, tag.id, reader.lang), settings) for tag in source.tags],
        "summary": description_of(clipping, reader),
        "status": "published",
        "url": path,
        "save_as": addresses.file_of(path),
    }
    if writers := writers_of(source):
        metadata["authors"] = [Author(name, settings) for name in writers]
    signals.article_generator_context.send(generator, metadata=metadata)
    content = str(plain_html(clipping.editions[reader.lang], state_label(reader)))
    return Article(content, metadata, settings, source.source_path, generator.context)


def _name(digest: Digest, tag: str, lang: str) -> str:
    return digest.registers.vocabulary[tag].name[lang]


def _date(written: str) -> SafeDatetime:
    return SafeDatetime.fromisoformat(first_day(written))
