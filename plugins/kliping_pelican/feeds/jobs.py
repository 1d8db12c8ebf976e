"""A language's or a topic's newest articles to the entries of its feeds.

New to subscribers is what the digest took in, translated or corrected last, however old the article is.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from functools import partial
from heapq import nlargest
from itertools import islice

from markupsafe import Markup

from kliping.digest.model import Digest, Entry
from kliping.markup import without_anchors
from kliping.memory import mix
from kliping.model import Lang
from kliping_pelican.configuration import Configuration
from kliping_pelican.feeds.forms import Feed, FeedEntry, json_feed
from kliping_pelican.pages.jobs import Job, Renderer, Site
from kliping_pelican.pages.keys import Keys
from kliping_pelican.showing import addresses
from kliping_pelican.showing.cards import Face, face_of, timestamp
from kliping_pelican.showing.reader import Reader

ENTRIES = 50
"""Articles a feed holds."""
HELD = 2 * ENTRIES
"""Contents of entries that are held; all of them would be the greatest part of what a build holds."""

_LONG_AGO = "1970-01-01T00:00:00+00:00"


def feed_jobs(site: Site, reader: Reader, keys: Keys) -> Iterator[Job]:
    """The feeds of a language and of each topic in it."""
    if not reader.feed_forms:
        return
    lang, digest = reader.lang, site.digest
    templates = ["feed_entry.html", *(f"feed.{form}" for form in reader.feed_forms if form != "json")]
    topics: list[str | None] = [None, *digest.registers.topics]
    if keys.is_amended and len(keys.told) <= ENTRIES and not any(map(keys.is_edited, templates)):
        topics = [topic for topic in topics if any(map(partial(_may_hold, digest, lang, topic), keys.told))]
    fresh = {id_: _fresh_in(lang, one) for id_, one in digest.entries.items() if lang in one.langs} if topics else {}
    newest: dict[str | None, list[str]] = {}
    for topic in topics:
        members = fresh if topic is None else digest.by_topic.get(topic, ())
        newest[topic] = nlargest(ENTRIES, (id_ for id_ in members if id_ in fresh), key=fresh.__getitem__)
    writer = _Writer(site, reader, {id_: topic for topic, ids in newest.items() for id_ in ids})
    for topic, ids in newest.items():
        if not keys.may_differ(*templates, told=ids, named=(tag for id_ in ids for tag in digest.entries[id_].tags)):
            continue
        parts = (mix(map(keys.story(lang), ids)), " ".join(map(digest.first_id, ids)), keys.topic(topic) if topic else "")
        for suffix in reader.feed_forms:
            path = addresses.feed(lang, suffix, topic)
            template = "feed_entry.html" if suffix == "json" else f"feed.{suffix}"
            key = keys.page(template, keys.template("feed_entry.html"), path, *parts)
            yield Job(path, key, writer.maker(topic, ids, suffix))


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


class _Writer:
    """Writes the feeds of a language; an article's entry is made once for all of them, and kept until the last needs it."""

    def __init__(self, site: Site, reader: Reader, last: Mapping[str, str | None]) -> None:
        """`last` names the topic of the last feed that holds an article."""
        self._site, self._reader, self._last = site, reader, last
        self._entries: dict[str, FeedEntry | None] = {}
        self._contents: dict[str, Markup] = {}

    def maker(self, topic: str | None, ids: list[str], suffix: str) -> Callable[[Renderer], bytes]:
        """What makes a feed."""
        config, reader = self._site.config, self._reader

        def make(renderer: Renderer) -> bytes:
            made = [entry for entry in (self._entry(id_, renderer) for id_ in ids) if entry]
            one = _feed(made, reader, config, topic)
            if suffix == "json":
                return json_feed(one, config)
            text = renderer.text(f"feed.{suffix}", lang=one.lang, feed=one, path=addresses.feed(one.lang, suffix, topic))
            done = [addresses.article(one.lang, id_) for id_ in ids if self._last[id_] == topic]
            renderer.forget(one.lang, f"parts/_entry.{suffix}", done)
            return text

        return make

    def _entry(self, id_: str, renderer: Renderer) -> FeedEntry | None:
        """The article's entry; None where nothing says when it appeared or was taken in."""
        if id_ not in self._entries:
            face = face_of(id_, self._reader)
            self._entries[id_] = self._made(id_, face, face.report.updated, renderer) if face.report.updated else None
        return self._entries[id_]

    def _made(self, id_: str, face: Face, updated: str, renderer: Renderer) -> FeedEntry:
        entry, registers, lang = self._site.digest.entries[id_], self._reader.digest.registers, self._reader.lang
        topics = [(topic, registers.topics[topic].name[lang]) for topic in entry.topics]
        tags = [(tag, registers.vocabulary[tag].name[lang]) for tag in entry.tags]
        published = face.card.published
        self._hold(id_, self._written(id_, face, renderer))
        return FeedEntry(
            id=f"tag:{self._site.config.authority}:articles/{self._site.digest.first_id(id_)}/{lang}",
            title=face.title.text,
            title_lang=face.title.lang,
            path=face.card.path,
            published=timestamp(published.value) if published else None,
            updated=updated,
            authors=face.report.authors,
            categories=tuple(topics + tags),
            content=lambda: self._content(id_, renderer),
        )

    def _content(self, id_: str, renderer: Renderer) -> Markup:
        """An entry's content, made once for all formats."""
        return self._hold(id_, self._contents.get(id_) or self._written(id_, face_of(id_, self._reader), renderer))

    def _hold(self, id_: str, content: Markup) -> Markup:
        self._contents[id_] = content
        if len(self._contents) > HELD:
            del self._contents[next(iter(self._contents))]
        return content

    def _written(self, id_: str, face: Face, renderer: Renderer) -> Markup:
        """The content as HTML; it begins with the credit."""
        return renderer.fragment(
            "feed_entry.html",
            self._reader.lang,
            original_lang=self._site.digest.entries[id_].lang,
            card=face.card,
            report=face.report,
            body=without_anchors(face.body),
        )


def _feed(entries: list[FeedEntry], reader: Reader, config: Configuration, topic: str | None) -> Feed:
    """The feed of a language, or of a topic in it."""
    lang = reader.lang
    described = reader.digest.registers.topics[topic] if topic else None
    return Feed(
        id=f"tag:{config.authority}:feeds/{lang}/{topic or 'all'}",
        lang=lang,
        topic=topic,
        title=f"{described.name[lang] if described else reader.language_name} – {config.name}",
        subtitle=described.description[lang] if described else config.taglines[lang],
        updated=max((each.updated for each in entries), key=datetime.fromisoformat, default=_LONG_AGO),
        page=addresses.listing(lang, "topics", topic) if topic else addresses.home(lang),
        entries=tuple(entries),
    )
