"""A language's or a topic's newest articles to the entries of its feeds."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from markupsafe import Markup
from msgspec import Struct

from kliping.digest.model import Clipping
from kliping.markup import plain_html
from kliping.memory import key_of
from kliping.model import Lang
from kliping.pipeline import Shelf
from kliping_pelican.configuration import LANGUAGE_NAMES, Configuration
from kliping_pelican.pages.feed_forms import Entry, Feed, json_feed
from kliping_pelican.pages.jobs import Job, Keys, Renderer, Site
from kliping_pelican.showing import addresses, listing
from kliping_pelican.showing.cards import card_of, state_label
from kliping_pelican.showing.reader import Reader, safe_url
from kliping_pelican.showing.structured import title_of

ENTRIES = 50
"""Articles a feed holds."""

_LONG_AGO = "1970-01-01T00:00:00+00:00"


class _Words(Struct, frozen=True, array_like=True):
    """What an entry says whatever its tags and topics are called."""

    title: str
    title_lang: Lang
    published: str | None
    updated: str | None
    """None where nothing says when the article appeared or was taken in: then it is in no feed."""
    authors: tuple[str, ...]
    content: str


def feed_jobs(site: Site, reader: Reader, keys: Keys) -> Iterator[Job]:
    """The three feeds of a language and of each topic in it."""
    if "feeds" in site.config.without:
        return
    lang, digest = reader.lang, site.digest
    writer = _Writer(site, reader, keys)
    for topic in (None, *digest.registers.topics):
        members = listing.available(reader) if topic is None else digest.by_topic.get(topic, ())
        ids = [id_ for id_ in members if lang in digest.entries[id_].langs][:ENTRIES]
        writer.keep_alive(ids)
        parts = [*map(keys.story, ids), keys.topic(topic) if topic else ""]
        for suffix in (each for each in addresses.FEED_TYPES if each not in site.config.without):
            path = addresses.feed(lang, suffix, topic)
            template = "feed_entry.html" if suffix == "json" else f"feed.{suffix}"
            key = keys.page(template, keys.template("feed_entry.html"), path, *parts)
            yield Job(path, key, writer.maker(topic, ids, suffix))


class _Writer:
    """Writes the feeds of a language; an article's entry is made once for all of them, and kept from build to build."""

    def __init__(self, site: Site, reader: Reader, keys: Keys) -> None:
        self._site, self._reader = site, reader
        shelf = site.digest.clippings
        self._shelf = shelf if isinstance(shelf, Shelf) and site.config.cache else None
        self._mark = reader.mark + key_of(keys.frame, keys.template("feed_entry.html"))
        self._entries: dict[str, Entry | None] = {}

    def keep_alive(self, ids: list[str]) -> None:
        """Keep what was made of these articles before."""
        if self._shelf:
            self._site.memory.keep_alive([self._shelf.key(id_) + self._mark for id_ in ids])

    def maker(self, topic: str | None, ids: list[str], suffix: str) -> Callable[[Renderer], bytes]:
        """What makes a feed."""
        config, reader = self._site.config, self._reader

        def make(renderer: Renderer) -> bytes:
            made = [self._entry(id_, renderer) for id_ in ids]
            one = _feed([entry for entry in made if entry], reader, config, topic)
            if suffix == "json":
                return json_feed(one, config)
            return renderer.text(f"feed.{suffix}", feed=one, path=addresses.feed(one.lang, suffix, topic))

        return make

    def _entry(self, id_: str, renderer: Renderer) -> Entry | None:
        """The article's entry; None where nothing says when it appeared or was taken in."""
        if id_ not in self._entries:
            words = self._words(id_, renderer)
            self._entries[id_] = self._named(id_, words, words.updated) if words.updated else None
        return self._entries[id_]

    def _words(self, id_: str, renderer: Renderer) -> _Words:
        memory, key = self._site.memory, self._shelf.key(id_) + self._mark if self._shelf else b""
        found = memory.get(key, _Words) if key else None
        if found is None:
            found = _words(self._site.digest.clippings[id_], self._reader, renderer)
            if key:
                memory.put(key, found)
        return found

    def _named(self, id_: str, words: _Words, updated: str) -> Entry:
        """The entry with the names of its topics and tags."""
        entry, registers, lang = self._site.digest.entries[id_], self._reader.digest.registers, self._reader.lang
        topics = [(topic, registers.topics[topic].name[lang]) for topic in entry.topics]
        tags = [(tag, registers.vocabulary[tag].name[lang]) for tag in entry.tags]
        return Entry(
            id=f"tag:{self._site.config.authority}:articles/{id_}/{lang}",
            title=words.title,
            title_lang=words.title_lang,
            path=addresses.article(lang, id_),
            published=words.published,
            updated=updated,
            authors=words.authors,
            categories=tuple(topics + tags),
            content=Markup(words.content),  # made by our own template, autoescaped
        )


def _words(clipping: Clipping, reader: Reader, renderer: Renderer) -> _Words:
    article, updated = clipping.article, _updated(clipping, reader.lang)
    title, published = title_of(clipping, reader), article.published
    publisher = article.publisher.value if article.publisher else reader.words.gettext("unknown")
    return _Words(
        title=title.text,
        title_lang=title.lang,
        published=_timestamp(published.value) if published else None,
        updated=updated,
        authors=tuple(author.value for author in article.authors) or (publisher,),
        content=_content(clipping, reader, renderer) if updated else "",
    )


def _content(clipping: Clipping, reader: Reader, renderer: Renderer) -> str:
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
    return html.decode()


def _feed(entries: list[Entry], reader: Reader, config: Configuration, topic: str | None) -> Feed:
    """The feed of a language, or of a topic in it."""
    lang = reader.lang
    described = reader.digest.registers.topics[topic] if topic else None
    return Feed(
        id=f"tag:{config.authority}:feeds/{lang}/{topic or 'all'}",
        lang=lang,
        topic=topic,
        title=f"{described.name[lang] if described else LANGUAGE_NAMES[lang]} – {config.name}",
        subtitle=described.description[lang] if described else config.taglines[lang],
        updated=max((each.updated for each in entries), key=datetime.fromisoformat, default=_LONG_AGO),
        page=addresses.listing(lang, "topics", topic) if topic else addresses.home(lang),
        entries=tuple(entries),
    )


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
