"""A language's or a topic's newest articles to the entries of its feeds.

New to subscribers is what the digest took in, translated or corrected last, however old the article is.
"""

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import cache, cached_property, partial
from heapq import nlargest
from itertools import chain, islice

from markupsafe import Markup
from msgspec import Struct

from kliping.digest.model import Digest, Entry
from kliping.markup import without_anchors
from kliping.memory import Key, mix
from kliping.model import Lang
from kliping_pelican.configuration import Configuration
from kliping_pelican.feeds.forms import Feed, FeedEntry, json_entry, json_feed
from kliping_pelican.pages.jobs import Job, Renderer, Site
from kliping_pelican.pages.keys import Keys
from kliping_pelican.showing import addresses
from kliping_pelican.showing.cards import Face, face_of, timestamp
from kliping_pelican.showing.reader import Reader

ENTRIES = 50
"""Articles a feed holds."""

ENTRY = "feed_entry.html"
"""The template of an entry's content."""

_LONG_AGO = "1970-01-01T00:00:00+00:00"


def feed_jobs(site: Site, reader: Reader, keys: Keys) -> Iterator[Job]:
    """The feeds of a language and of each topic in it."""
    if not reader.feed_forms:
        return
    lang, digest, writer = reader.lang, site.digest, _Writer(site, reader, keys)
    templates = [ENTRY, *writer.parts.values(), *(f"feed.{form}" for form in writer.parts)]
    topics: list[str | None] = [None, *digest.registers.topics]
    site.memory.keep_alive(map(writer.key, chain.from_iterable(map(writer.newest, topics))))
    if keys.is_amended and len(keys.told) <= ENTRIES and not any(map(keys.is_edited, templates)):
        topics = [topic for topic in topics if any(map(partial(_may_hold, digest, lang, topic), keys.told))]
    for topic in topics:
        ids = writer.newest(topic)
        if not keys.may_differ(*templates, told=ids, named=(tag for id_ in ids for tag in digest.entries[id_].tags)):
            continue
        parts = (mix(map(writer.key, ids)), keys.topic(topic) if topic else "")
        for form in reader.feed_forms:
            path = addresses.feed(lang, form, topic)
            key = keys.page(ENTRY if form == "json" else f"feed.{form}", path, *parts)
            yield Job(path, key, writer.maker(topic, ids, form))


def _may_hold(digest: Digest, lang: Lang, topic: str | None, id_: str) -> bool:
    """Whether an article may be in a feed: not if enough newer ones fill it."""
    one = digest.entries[id_]
    if lang not in one.langs or not (topic is None or topic in one.topics):
        return False
    others = (each for each in digest.entries.values() if lang in each.langs and (topic is None or topic in each.topics))
    newer = (each for each in others if _fresh_in(lang, each) > _fresh_in(lang, one))
    return next(islice(newer, ENTRIES - 1, None), None) is None


def _fresh_in(lang: Lang, entry: Entry) -> str:
    return entry.fresh[entry.langs.index(lang)]


class _Written(Struct, frozen=True, array_like=True):
    """An article's entry in each format, kept, so that a feed is not made from all its articles if one of them changed."""

    updated: str | None
    """None where nothing says when it appeared or was taken in: then it is in no feed."""
    texts: dict[str, str]
    """By format."""


class _Writer:
    """Writes the feeds of a language."""

    def __init__(self, site: Site, reader: Reader, keys: Keys) -> None:
        self._site, self._reader, self._story = site, reader, keys.story(reader.lang)
        self.parts = {form: f"parts/_entry.{form}" for form in reader.feed_forms if form != "json"}
        """The templates of entries, by format."""
        self._look = keys.page(ENTRY, reader.lang, *map(keys.template, self.parts.values()))
        self.newest = cache(self._newest)
        """The articles of a feed."""

    def key(self, id_: str) -> Key:
        """The hash of all that an article's entry is made from."""
        return mix((self._look, self._story(id_), self._site.digest.first_id(id_).encode()))

    def _newest(self, topic: str | None) -> list[str]:
        members = self._fresh if topic is None else self._site.digest.by_topic.get(topic, ())
        return nlargest(ENTRIES, (id_ for id_ in members if id_ in self._fresh), key=self._fresh.__getitem__)

    def maker(self, topic: str | None, ids: list[str], form: str) -> Callable[[Renderer], bytes]:
        """What makes a feed."""
        config, lang = self._site.config, self._reader.lang

        def make(renderer: Renderer) -> bytes:
            made = [entry for entry in (self._entry(id_, renderer) for id_ in ids) if entry.updated]
            one = _feed(made, form, self._reader, config, topic)
            if form == "json":
                return json_feed(one, config)
            return renderer.text(f"feed.{form}", lang=lang, feed=one, path=addresses.feed(lang, form, topic))

        return make

    @cached_property
    def _fresh(self) -> dict[str, str]:
        lang = self._reader.lang
        return {id_: _fresh_in(lang, one) for id_, one in self._site.digest.entries.items() if lang in one.langs}

    def _entry(self, id_: str, renderer: Renderer) -> _Written:
        """The article's entry; from memory, or made and kept there."""
        key, memory = self.key(id_), self._site.memory
        found = memory.get(key, _Written)
        if found is None:
            face = face_of(id_, self._reader)
            updated = face.report.updated
            found = _Written(updated, self._texts(self._made(id_, face, updated, renderer), renderer) if updated else {})
            memory.put(key, found)
        return found

    def _texts(self, entry: FeedEntry, renderer: Renderer) -> dict[str, str]:
        lang = self._reader.lang
        texts = {form: str(renderer.fragment(part, lang, entry=entry, feed_lang=lang)) for form, part in self.parts.items()}
        return {**texts, "json": json_entry(entry, lang, self._site.config)} if "json" in self._reader.feed_forms else texts

    def _made(self, id_: str, face: Face, updated: str, renderer: Renderer) -> FeedEntry:
        entry, registers, lang = self._site.digest.entries[id_], self._reader.digest.registers, self._reader.lang
        topics = [(topic, registers.topics[topic].name[lang]) for topic in entry.topics]
        tags = [(tag, registers.vocabulary[tag].name[lang]) for tag in entry.tags]
        published = face.card.published
        return FeedEntry(
            id=f"tag:{self._site.config.authority}:articles/{self._site.digest.first_id(id_)}/{lang}",
            title=face.title.text,
            title_lang=face.title.lang,
            path=face.card.path,
            published=timestamp(published.value) if published else None,
            updated=updated,
            authors=face.report.authors,
            categories=tuple(topics + tags),
            content=renderer.fragment(
                ENTRY, lang, original_lang=entry.lang, card=face.card, report=face.report, body=without_anchors(face.body)
            ),
        )


def _feed(entries: list[_Written], form: str, reader: Reader, config: Configuration, topic: str | None) -> Feed:
    """The feed of a language, or of a topic in it, in a format."""
    lang = reader.lang
    described = reader.digest.registers.topics[topic] if topic else None
    return Feed(
        id=f"tag:{config.authority}:feeds/{lang}/{topic or 'all'}",
        lang=lang,
        topic=topic,
        title=f"{described.name[lang] if described else reader.language_name} – {config.name}",
        subtitle=described.description[lang] if described else config.taglines[lang],
        updated=max((each.updated for each in entries if each.updated), key=datetime.fromisoformat, default=_LONG_AGO),
        page=addresses.listing(lang, "topics", topic) if topic else addresses.home(lang),
        entries=tuple(Markup(each.texts[form]) for each in entries),
    )
