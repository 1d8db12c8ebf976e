"""A language's or a topic's newest articles to the entries of its feeds."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

import msgspec
from markupsafe import Markup
from msgspec import Struct

from kliping.digest.model import Clipping
from kliping.markup import plain_html
from kliping.model import Lang
from kliping_pelican.configuration import Configuration
from kliping_pelican.pages.jobs import Job, Keys, Renderer, Site
from kliping_pelican.showing import addresses, listing
from kliping_pelican.showing.cards import card_of, state_label
from kliping_pelican.showing.reader import Reader, safe_url
from kliping_pelican.showing.structured import title_of

ENTRIES = 50
"""Articles a feed holds."""

_LONG_AGO = "1970-01-01T00:00:00+00:00"


class Entry(Struct, frozen=True, kw_only=True):
    """One article in a feed."""

    id: str
    """A `tag:` URI (RFC 4151) minted from the article's id, so that it survives a change of domain."""
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


def feed_jobs(site: Site, reader: Reader, keys: Keys) -> Iterator[Job]:
    """The three feeds of a language and of each topic in it."""
    if "feeds" in site.config.without:
        return
    lang, digest = reader.lang, site.digest
    entries: dict[str, Entry | None] = {}
    for topic in (None, *digest.registers.topics):
        members = listing.available(reader) if topic is None else digest.by_topic.get(topic, ())
        ids = [id_ for id_ in members if lang in digest.entries[id_].langs][:ENTRIES]
        parts = [*map(keys.story, ids), keys.topic(topic) if topic else ""]
        for suffix in (each for each in addresses.FEED_TYPES if each not in site.config.without):
            path = addresses.feed(lang, suffix, topic)
            template = "feed_entry.html" if suffix == "json" else f"feed.{suffix}"
            key = keys.page(template, keys.template("feed_entry.html"), path, *parts)
            yield Job(path, key, _maker(site, reader, topic, ids, suffix, entries))


def _maker(
    site: Site, reader: Reader, topic: str | None, ids: list[str], suffix: str, entries: dict[str, Entry | None]
) -> Callable[[Renderer], bytes]:
    """What makes a feed; `entries` holds those that other feeds have made already."""

    def make(renderer: Renderer) -> bytes:
        for id_ in ids:
            if id_ not in entries:
                entries[id_] = _entry(site.digest.clippings[id_], reader, site.config, renderer)
        one = _feed([made for id_ in ids if (made := entries[id_])], reader, site.config, topic)
        if suffix == "json":
            return json_feed(one, site.config)
        return renderer.text(f"feed.{suffix}", feed=one, path=addresses.feed(one.lang, suffix, topic))

    return make


def _entry(clipping: Clipping, reader: Reader, config: Configuration, renderer: Renderer) -> Entry | None:
    """The article's entry; None where nothing says when it appeared or was taken in."""
    article, registers, lang = clipping.article, reader.digest.registers, reader.lang
    updated = _updated(clipping, lang)
    if updated is None:
        return None
    title = title_of(clipping, reader)
    topics = [(link.id, registers.topics[link.id].name[lang]) for link in article.topics]
    tags = [(tag.id, registers.vocabulary[tag.id].name[lang]) for tag in article.tags]
    published = article.published
    publisher = article.publisher.value if article.publisher else reader.words.gettext("unknown")
    return Entry(
        id=f"tag:{config.authority}:articles/{article.id}/{lang}",
        title=title.text,
        title_lang=title.lang,
        path=addresses.article(lang, article.id),
        published=_timestamp(published.value) if published else None,
        updated=updated,
        authors=tuple(author.value for author in article.authors) or (publisher,),
        categories=tuple(topics + tags),
        content=_content(clipping, reader, renderer),
    )


def _content(clipping: Clipping, reader: Reader, renderer: Renderer) -> Markup:
    """HTML that begins with the credit."""
    article, edition, sidecar = clipping.article, clipping.editions[reader.lang], clipping.sidecar
    html = renderer.text(
        "feed_entry.html",
        lang=reader.lang,
        clipping=clipping,
        card=card_of(article.id, reader),
        translation=edition.translation,
        source=safe_url(article.original_url.value) if article.original_url else None,
        withdrawn=sidecar.withdrawn.reason[reader.lang] if sidecar.withdrawn else None,
        corrections=[(each.date.isoformat(), each.text[reader.lang]) for each in sidecar.corrections],
        standfirst=edition.standfirst,
        body=plain_html(edition, state_label(reader)),
        withheld=clipping.withheld,
        path=addresses.article(reader.lang, article.id),
    )
    return Markup(html.decode())  # made by our own template, autoescaped


def _feed(entries: list[Entry], reader: Reader, config: Configuration, topic: str | None) -> Feed:
    """The feed of a language, or of a topic in it."""
    lang = reader.lang
    described = reader.digest.registers.topics[topic] if topic else None
    return Feed(
        id=f"tag:{config.authority}:feeds/{lang}/{topic or 'all'}",
        lang=lang,
        topic=topic,
        title=f"{described.name[lang]} – {config.name}" if described else config.name,
        subtitle=described.description[lang] if described else config.taglines[lang],
        updated=max((each.updated for each in entries), key=datetime.fromisoformat, default=_LONG_AGO),
        page=addresses.listing(lang, "topics", topic) if topic else addresses.home(lang),
        entries=tuple(entries),
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
    stamps = [datetime.fromisoformat(stamp) for stamp in map(_timestamp, days) if stamp]
    if not stamps:
        return None
    # Corrections have a day and no hour: a second for each, so that one on the day the article came is news too.
    told = len(sidecar.corrections) + (sidecar.withdrawn is not None)
    return (max(stamps) + timedelta(seconds=told)).isoformat()


def _timestamp(written: str | None) -> str | None:
    """A day as its first second in UTC, a time as it is; None for a date known only to the month."""
    if written is None or len(written) < 10:
        return None
    if len(written) == 10:
        return f"{written}T00:00:00+00:00"
    return written if written[-6] in "+-" else f"{written}+00:00"
