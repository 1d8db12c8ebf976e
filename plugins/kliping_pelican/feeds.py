"""A language's or a topic's newest articles to the entries of its feeds."""

from collections.abc import Iterable

import msgspec
from markupsafe import Markup
from msgspec import Struct

from kliping.digest.model import Clipping
from kliping.model import Lang
from kliping_pelican import addresses
from kliping_pelican.configuration import Configuration
from kliping_pelican.present import Reader
from kliping_pelican.structured import title_of

ENTRIES = 50
"""Articles a feed holds."""

_LONG_AGO = "1970-01-01T00:00:00+00:00"


class Entry(Struct, frozen=True, kw_only=True):
    """One article in a feed."""

    id: str
    """A `tag:` URI (RFC 4151) minted from the article's id, so that it survives a change of domain."""
    clipping: Clipping
    title: str
    title_lang: Lang
    path: str
    published: str | None
    """RFC 3339; None where the day is unknown."""
    updated: str
    """RFC 3339; moves only with a correction, a new translation, or the article itself."""
    authors: tuple[str, ...]
    categories: tuple[tuple[str, str], ...]
    """Id and name of each topic and tag."""
    content: Markup
    """HTML that begins with the credit."""


class Feed(Struct, frozen=True, kw_only=True):
    """A feed in every format."""

    id: str
    lang: Lang
    topic: str | None
    title: str
    subtitle: str
    updated: str
    page: str
    """Path of the page whose articles these are."""
    entries: tuple[Entry, ...]


def entry(clipping: Clipping, reader: Reader, config: Configuration, content: Markup) -> Entry | None:
    """The article's entry; None where nothing says when it appeared or was taken in."""
    article, registers = clipping.article, reader.digest.registers
    updated = _updated(clipping, reader.lang)
    if updated is None:
        return None
    title = title_of(clipping, reader)
    topics = [(link.id, registers.topics[link.id].name[reader.lang]) for link in article.topics]
    tags = [(tag.id, registers.vocabulary[tag.id].name[reader.lang]) for tag in article.tags]
    published = article.published
    return Entry(
        id=f"tag:{config.authority}:articles/{article.id}/{reader.lang}",
        clipping=clipping,
        title=title.text,
        title_lang=title.lang,
        path=addresses.article(reader.lang, article.id),
        published=_timestamp(published.value) if published else None,
        updated=updated,
        authors=tuple(author.value for author in article.authors)
        or ((article.publisher.value,) if article.publisher else (reader.words.gettext("unknown"),)),
        categories=tuple(topics + tags),
        content=content,
    )


def feed(entries: Iterable[Entry], reader: Reader, config: Configuration, topic: str | None) -> Feed:
    """The feed of a language, or of a topic in it, with its newest entries."""
    newest = tuple(entries)[:ENTRIES]
    lang = reader.lang
    described = reader.digest.registers.topics[topic] if topic else None
    return Feed(
        id=f"tag:{config.authority}:feeds/{lang}/{topic or 'all'}",
        lang=lang,
        topic=topic,
        title=f"{described.name[lang]} – {config.name}" if described else config.name,
        subtitle=described.description[lang] if described else config.taglines[lang],
        updated=max((each.updated for each in newest), default=_LONG_AGO),
        page=addresses.listing(lang, "topics", topic) if topic else addresses.home(lang),
        entries=newest,
    )


def json_feed(feed: Feed, config: Configuration) -> bytes:
    """The feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""
    absolute = addresses.Addresses(config.siteurl, "").absolute
    items = [
        {
            "id": each.id,
            "url": absolute(each.path),
            "title": each.title,
            "content_html": each.content,
            "date_published": each.published,
            "date_modified": each.updated,
            "authors": [{"name": name} for name in each.authors],
            "tags": [name for _, name in each.categories],
            "language": feed.lang,
        }
        for each in feed.entries
    ]
    document = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "description": feed.subtitle,
        "home_page_url": absolute(feed.page),
        "feed_url": absolute(addresses.feed(feed.lang, "json", feed.topic)),
        "language": feed.lang,
        "items": [{key: value for key, value in item.items() if value is not None} for item in items],
    }
    return msgspec.json.format(msgspec.json.encode(document, enc_hook=str), indent=1)


def _updated(clipping: Clipping, lang: Lang) -> str | None:
    article, sidecar = clipping.article, clipping.sidecar
    translation = clipping.editions[lang].translation
    days = [
        article.updated.value if article.updated else None,
        article.published.value if article.published else None,
        sidecar.added.isoformat() if sidecar.added else None,
        translation.date if translation else None,
        sidecar.withdrawn.date.isoformat() if sidecar.withdrawn else None,
        *(correction.date.isoformat() for correction in sidecar.corrections),
    ]
    stamps = [stamp for stamp in map(_timestamp, days) if stamp]
    return max(stamps, default=None)


def _timestamp(written: str | None) -> str | None:
    """A day as its first second in UTC, a time as it is; None for a date known only to the month."""
    if written is None or len(written) < 10:
        return None
    if len(written) == 10:
        return f"{written}T00:00:00+00:00"
    return written if written[-6] in "+-" else f"{written}+00:00"
