"""Jobs for pages that every language has: single ones and lists of articles cut into leaves.

A job makes its views only when it is carried out, so that nothing is made for a page that did not change.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import Any

from kliping.memory import Key, key_of
from kliping_pelican.pages.frame import page
from kliping_pelican.pages.jobs import Group, Job, Keys, Renderer, Site
from kliping_pelican.showing import listing
from kliping_pelican.showing.list_views import TopicTeaser
from kliping_pelican.showing.listing import Leaf, leaves
from kliping_pelican.showing.reader import Reader
from kliping_pelican.showing.views import FeedLink

Views = Callable[[], Mapping[str, Any]]


class Desk:
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

    def job(
        self, kind: str, rest: str, title: str, description: str, template: str, parts: Sequence[Key | str], views: Views
    ) -> Job:
        """A page that exists in every language at the same place below it."""
        path = f"{self.lang}/{rest}"

        def make(renderer: Renderer) -> bytes:
            return renderer.page(template, page(self.site, self.reader, kind, rest, title, description), views())

        key = self.keys.page(template, path, title, description, *parts)
        return Job(path, key, make, self.digest.langs)

    def leaves(
        self,
        kind: str,
        id_: str,
        title: str,
        description: str,
        members: Sequence[str],
        parts: Sequence[Key | str],
        maker: Callable[[Leaf, int], dict[str, Any]],
        more: Callable[[], Iterator[Job]] = lambda: iter(()),
    ) -> Group:
        """The pages of a list: the newest one at its own address, older ones below it; and `more`, made from the same."""
        template = "older.html" if kind == "archive" else f"{kind}.html"
        rest = f"archive/{id_}/" if kind == "archive" else f"{kind}s/{id_}/"
        pages = (self.keys.page(template, title, description), self.keys.template("older.html"))
        key = key_of(*pages, self.lang, self.keys.articles(members), *parts)
        return Group(
            f"{self.lang}/{rest}",
            key,
            lambda: chain(self._leaves(kind, id_, rest, template, title, description, members, parts, maker), more()),
        )

    def _leaves(
        self,
        kind: str,
        id_: str,
        rest: str,
        template: str,
        title: str,
        description: str,
        members: Sequence[str],
        parts: Sequence[Key | str],
        maker: Callable[[Leaf, int], dict[str, Any]],
    ) -> Iterator[Job]:
        cut = leaves(members)
        newest, *older = cut
        feeds = listing.feed_links(self.reader, id_) if kind == "topic" else ()
        yield self._leaf(kind, rest, title, description, newest, len(cut), template, parts, maker, feeds)
        for leaf in older:
            pager = listing.pager(leaf.number, len(cut), f"{self.lang}/{rest}")

            def views(leaf: Leaf, count: int, pager: Any = pager) -> dict[str, Any]:
                return {"heading": title, "cards": listing.cards(leaf.ids, self.reader), "pager": pager}

            yield self._leaf(
                kind, f"{rest}page/{leaf.number}/", title, description, leaf, len(cut), "older.html", (), views, ()
            )

    def _leaf(
        self,
        kind: str,
        rest: str,
        title: str,
        description: str,
        leaf: Leaf,
        count: int,
        template: str,
        parts: Sequence[Key | str],
        maker: Callable[[Leaf, int], dict[str, Any]],
        feeds: tuple[FeedLink, ...],
    ) -> Job:
        path = f"{self.lang}/{rest}"
        newest_but_one = leaf.number is not None and leaf.number == count - 1
        last = f"newest of {count}" if leaf.number is None else f"{leaf.number} {newest_but_one}"

        def make(renderer: Renderer) -> bytes:
            feed_links = (*feeds, *listing.feed_links(self.reader))
            shown = page(self.site, self.reader, kind, rest, title, description, feeds=feed_links)
            return renderer.page(template, shown, maker(leaf, count))

        key = self.keys.page(template, path, title, description, last, self.keys.articles(leaf.ids), *parts)
        return Job(path, key, make, self.digest.langs)
