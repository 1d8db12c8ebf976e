"""Jobs for pages that every language has: single ones and lists of articles cut into leaves.

A job makes its views only when it is carried out: nothing is made for a page that did not change.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import Any

from msgspec import Struct

from kliping.memory import Key, key_of
from kliping_pelican.pages.frame import Heading, page
from kliping_pelican.pages.jobs import Group, Job, Renderer, Site
from kliping_pelican.pages.keys import Keys
from kliping_pelican.showing import listing
from kliping_pelican.showing.leaves import Leaf, leaves, pager
from kliping_pelican.showing.list_views import TopicTeaser
from kliping_pelican.showing.reader import Reader
from kliping_pelican.showing.views import Card, FileLink

OLDER = "lists/older.html"
"""The template of a list's older pages."""

Views = Callable[[], Mapping[str, Any]]


class PressRoom:
    """Where the pages of one language are made."""

    def __init__(self, site: Site, reader: Reader, keys: Keys) -> None:
        self.site, self.reader, self.keys = site, reader, keys
        self.lang, self.words, self.digest = reader.lang, reader.words, reader.digest
        kinds = ("article", "parallel", "ledger")
        self.article_kinds = tuple(kind for kind in kinds if kind not in site.config.without)
        """The pages that an article has."""

    @cached_property
    def teasers(self) -> list[TopicTeaser]:
        """All topics, as lists of topics show them."""
        return [listing.topic_teaser(id_, self.reader) for id_ in self.digest.registers.topics]

    def job(self, heading: Heading, template: str, parts: Sequence[Key | str], views: Views) -> Job:
        """The job for a page that exists in every language: `views` makes what its template is given, `parts` hash that."""
        path = f"{self.lang}/{heading.rest}"

        def make(renderer: Renderer) -> bytes:
            return renderer.page(template, page(self.site, self.reader, heading), views())

        key = self.keys.page(template, path, heading.title, heading.description, *parts)
        return Job(path, key, make, self.digest.langs)

    def leaves(self, list_: "ArticleList") -> Group:
        """The pages of a list: the newest one at its own address, older ones below it; and what is made from the same."""
        pages = (self.keys.page(list_.template, list_.title, list_.description), self.keys.template(OLDER))
        key = key_of(*pages, self.lang, self.keys.listing(list_.members, self.lang), *list_.parts)
        return Group(f"{self.lang}/{list_.rest}", key, lambda: chain(self._leaves(list_), list_.more()))

    def _leaves(self, list_: "ArticleList") -> Iterator[Job]:
        newest, *older = cut = leaves(list_.members)
        yield self._leaf(list_, newest, len(cut))
        for leaf in older:
            yield self._leaf(self._continued(list_, leaf, len(cut)), leaf, len(cut))

    def _continued(self, list_: "ArticleList", leaf: Leaf, count: int) -> "ArticleList":
        """One of a list's older pages, which shows nothing but articles."""
        links = pager(leaf.number, count, f"{self.lang}/{list_.rest}")
        return ArticleList(
            kind=list_.kind,
            rest=f"{list_.rest}page/{leaf.number}/",
            template=OLDER,
            title=list_.title,
            description=list_.description,
            members=list_.members,
            views=lambda leaf, _: {"heading": list_.title, "cards": self._cards(list_, leaf), "pager": links},
        )

    def _cards(self, list_: "ArticleList", leaf: Leaf) -> tuple[Card, ...]:
        """A story is told from its beginning, on each of its pages."""
        ids = listing.oldest_first(leaf.ids, self.reader) if list_.kind == "topic" else leaf.ids
        return listing.cards(ids, self.reader)

    def _leaf(self, list_: "ArticleList", leaf: Leaf, count: int) -> Job:
        path = f"{self.lang}/{list_.rest}"
        newest_but_one = leaf.number is not None and leaf.number == count - 1
        last = f"newest of {count}" if leaf.number is None else f"{leaf.number} {newest_but_one}"

        def make(renderer: Renderer) -> bytes:
            feeds = (*list_.feeds, *listing.feed_links(self.reader))
            heading = Heading(list_.kind, list_.rest, list_.title, list_.description)
            shown = page(self.site, self.reader, heading, feeds=feeds)
            return renderer.page(list_.template, shown, list_.views(leaf, count))

        articles = self.keys.listing(leaf.ids, self.lang)
        key = self.keys.page(list_.template, path, list_.title, list_.description, last, articles, *list_.parts)
        return Job(path, key, make, self.digest.langs)


class ArticleList(Struct, frozen=True, kw_only=True):
    """A list of articles that has pages of its own."""

    kind: str
    rest: str
    """Its address below the language."""
    template: str
    """Of its newest page."""
    title: str
    description: str
    members: Sequence[str]
    """Ids of its articles, newest first."""
    parts: Sequence[Key | str] = ()
    """Hashes of what its newest page shows beside them."""
    views: Callable[[Leaf, int], Mapping[str, Any]]
    """What the newest page's template is given, from the articles it shows and the number of pages."""
    feeds: tuple[FileLink, ...] = ()
    """Its own."""
    more: Callable[[], Iterable[Job]] = tuple
    """Further files made from the same."""
