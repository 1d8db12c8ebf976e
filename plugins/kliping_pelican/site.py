"""The digest as a list of jobs: what stands at which address, in one place.

A job makes its views only when it is carried out, so that nothing is made for a page that did not change.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from kliping.digest.model import Entry
from kliping.memory import Key, key_of
from kliping.model import Lang
from kliping_pelican import addresses, data, listing, present
from kliping_pelican.citations import citation_jobs, citation_links
from kliping_pelican.configuration import LANGUAGE_NAMES
from kliping_pelican.drawings.coverage import cover
from kliping_pelican.feeds import feed_jobs
from kliping_pelican.jobs import Job, Keys, Renderer, Site, key_of_value
from kliping_pelican.listing import Leaf, leaves
from kliping_pelican.pictures import article_card, card_jobs, card_path
from kliping_pelican.prose import prose_html, prose_key
from kliping_pelican.reader import Reader, tag_groups
from kliping_pelican.selections import selection_jobs
from kliping_pelican.story import tell
from kliping_pelican.structured import describe, json_ld, title_of
from kliping_pelican.views import Alternate, FeedLink, Link, Page, TopicTeaser

HOME_CARDS = 20

Views = Callable[[], Mapping[str, Any]]


def all_jobs(site: Site, keys: Keys) -> list[Job]:
    """Every page, feed and data file of the site."""
    jobs = list(_shared_pages(site, keys))
    for lang in site.digest.langs:
        desk = _Desk(site, site.reader(lang), keys)
        jobs.append(desk.home())
        jobs += chain.from_iterable(desk.article(entry) for entry in site.digest.entries.values())
        jobs += chain(desk.topics(), desk.tags(), desk.outlets(), desk.archive(), desk.prose())
        jobs += feed_jobs(site, site.reader(lang), keys)
        jobs += card_jobs(site, site.reader(lang), keys)
    jobs += _data_files(site, keys)
    return jobs


class _Desk:
    """The pages of one language."""

    def __init__(self, site: Site, reader: Reader, keys: Keys) -> None:
        self.site, self.reader, self.keys = site, reader, keys
        self.lang, self.words, self.digest = reader.lang, reader.words, reader.digest

    def home(self) -> Job:
        """What is new, what it is about, and where it comes from."""
        ids = listing.available(self.reader)[:HOME_CARDS]
        coverage, topics = cover(self.reader), self._teasers()
        parts = (
            self.keys.articles(ids),
            key_of_value(topics),
            key_of_value(coverage),
        )

        def views() -> dict[str, Any]:
            return {
                "cards": listing.cards(ids, self.reader),
                "topics": topics,
                "coverage": coverage,
            }

        config = self.site.config
        return self.job("home", "", config.name, config.taglines[self.lang], "home.html", parts, views)

    def article(self, entry: Entry) -> Iterator[Job]:
        """An article, side by side, and how it was cleaned."""
        story = self.keys.story(entry.id)
        for kind in ("article", "parallel", "ledger"):
            if (entry.withdrawn and kind != "article") or kind in self.site.config.without:
                continue
            template = f"{kind}.html"
            indexed = self.lang in entry.langs and kind != "ledger" and not entry.withdrawn
            yield Job(
                article_path(self.lang, entry.id, kind),
                self.keys.page(template, story, self.lang, self.keys.kin(entry.id) if kind == "article" else b""),
                self._article_maker(entry, kind, template),
                entry.langs if indexed else None,
            )
        if self.lang == entry.lang:
            yield from citation_jobs(entry, self.site, self.keys)

    def _article_maker(self, entry: Entry, kind: str, template: str) -> Callable[[Renderer], bytes]:
        def make(renderer: Renderer) -> bytes:
            clipping = self.digest.clippings[entry.id]
            kin = self.site.kin.get(entry.id, ()) if kind == "article" else ()
            views: dict[str, Any] = {"view": present.article_view(clipping, self.reader, kin)}
            views["citations"] = citation_links(entry, self.site)
            if kind == "ledger":
                views["ledger"] = present.ledger_view(clipping, self.reader)
            return renderer.page(template, article_page(self.site, self.reader, entry, kind), views)

        return make

    def topics(self) -> Iterator[Job]:
        """The list of topics, and each with its story."""
        title, teasers = self.words.gettext("Topics"), self._teasers()
        key = key_of_value(teasers)
        yield self.job("topics", "topics/", title, title, "topics.html", (key,), lambda: {"topics": teasers})
        for id_, topic in self.digest.registers.topics.items():
            members = self.digest.by_topic.get(id_, ())
            cited = sorted({cite.partition("#")[0] for entry in topic.timeline for cite in entry.cites})
            known = [article for article in cited if article in self.digest.entries]
            parts = (
                self.keys.topic(id_),
                self.keys.articles(members),
                self.keys.articles(known),
                self.keys.vocabulary,
                prose_key(self.site.prose.introductions[id_][self.lang], self.site, self.lang),
            )
            yield from self._leaves(
                "topic", id_, topic.name[self.lang], topic.description[self.lang], members, parts, self._topic_maker(id_)
            )
            yield from selection_jobs(self.site, self.reader, self.keys, id_, page)

    def _topic_maker(self, id_: str) -> Callable[[Leaf, int], dict[str, Any]]:
        def views(leaf: Leaf, count: int) -> dict[str, Any]:
            here = addresses.listing(self.lang, "topics", id_)
            introduction = prose_html(self.site.prose.introductions[id_][self.lang], here, self.site, self.lang)
            topic = listing.topic_view(id_, introduction, leaf.ids, count, self.reader)
            story = tell(id_, topic.timeline, leaf.ids, self.reader, self.site.config.without)
            return {"topic": topic, "story": story}

        return views

    def tags(self) -> Iterator[Job]:
        """The list of people, organisations, places and themes, and each of them."""
        title = self.words.gettext("Tags")
        entries = self.digest.entries.values()
        parts = (self.keys.counts, self.keys.vocabulary)
        views = lambda: {"groups": tag_groups(entries, self.reader, counted=True)}  # noqa: E731
        yield self.job("tags", "tags/", title, title, "tags.html", parts, views)
        for id_ in sorted(self.digest.by_tag):
            name = self.digest.registers.vocabulary[id_].name[self.lang]
            members = self.digest.by_tag[id_]

            def maker(leaf: Leaf, count: int, id_: str = id_) -> dict[str, Any]:
                return {"tag": listing.tag_view(id_, leaf.ids, count, self.reader)}

            yield from self._leaves("tag", id_, name, name, members, (self.keys.term(id_),), maker)

    def outlets(self) -> Iterator[Job]:
        """The register of outlets, and each of them."""
        title = self.words.gettext("Outlets")
        ids = listing.outlet_ids(self.reader)
        parts = (self.keys.counts, *map(self.keys.policy, ids))
        views = lambda: {"outlets": [listing.outlet_view(id_, (), 1, self.reader, listed=True) for id_ in ids]}  # noqa: E731
        yield self.job("outlets", "outlets/", title, title, "outlets.html", parts, views)
        for id_ in ids:
            name = self.digest.knowledge.outlets[id_].name
            credited = self.digest.by_credit.get(id_, ())
            parts = (self.keys.policy(id_), self.keys.articles(credited[: listing.PAGE]), str(len(credited)))

            def maker(leaf: Leaf, count: int, id_: str = id_) -> dict[str, Any]:
                return {"outlet": listing.outlet_view(id_, leaf.ids, count, self.reader)}

            members = self.digest.by_publisher.get(id_, ())
            yield from self._leaves("outlet", id_, name, name, members, parts, maker)

    def archive(self) -> Iterator[Job]:
        """Everything by year."""
        if "archive" in self.site.config.without:
            return
        title = self.words.gettext("Archive")
        by_year, undated = listing.ids_by_year(self.reader), self.words.gettext("Undated")
        years = [
            Link(name=year or undated, path=f"{self.lang}/archive/{year or 'undated'}/", count=len(ids))
            for year, ids in by_year.items()
        ]
        newest = leaves(tuple(self.digest.entries))[0].ids
        parts = (self.keys.articles(newest), *(f"{link.name} {link.count}" for link in years))
        views = lambda: {"years": listing.year_groups(newest, self.reader), "links": years}  # noqa: E731
        yield self.job("archive", "archive/", title, title, "archive.html", parts, views)
        for (year, ids), link in zip(by_year.items(), years, strict=True):
            name = f"{title}: {link.name}"

            def maker(leaf: Leaf, count: int, name: str = name, path: str = link.path) -> dict[str, Any]:
                return {
                    "heading": name,
                    "cards": listing.cards(leaf.ids, self.reader),
                    "pager": listing.pager(None, count, path),
                }

            yield from self._leaves("archive", year or "undated", name, name, ids, (), maker)

    def prose(self) -> Iterator[Job]:
        """Pages about the digest, and the page that explains its feeds."""
        for name, essays in self.site.prose.pages.items():
            essay, rest = essays[self.lang], f"{name}/"

            def views(body: str = essay.body, here: str = f"{self.lang}/{rest}") -> dict[str, Any]:
                return {"body": prose_html(body, here, self.site, self.lang)}

            parts = (prose_key(essay.body, self.site, self.lang),)
            yield self.job("prose", rest, essay.title, essay.title, "prose.html", parts, views)
        title = self.words.gettext("Feeds")
        topics = self.digest.registers.topics
        groups = [(self.site.config.name, listing.feed_links(self.reader))]
        groups += [(topic.name[self.lang], listing.feed_links(self.reader, id_)) for id_, topic in topics.items()]
        feeds = {"feed_groups": groups, "opml": addresses.OPML}
        yield self.job("feeds", "feeds/", title, title, "feeds.html", tuple(self._topic_keys()), lambda: feeds)

    def job(
        self, kind: str, rest: str, title: str, description: str, template: str, parts: Sequence[Key | str], views: Views
    ) -> Job:
        """A page that exists in every language at the same place below it."""
        path = f"{self.lang}/{rest}"

        def make(renderer: Renderer) -> bytes:
            return renderer.page(template, page(self.site, self.reader, kind, rest, title, description), views())

        key = self.keys.page(template, path, title, description, *parts)
        return Job(path, key, make, self.digest.langs)

    def _leaves(
        self,
        kind: str,
        id_: str,
        title: str,
        description: str,
        members: Sequence[str],
        parts: Sequence[Key | str],
        maker: Callable[[Leaf, int], dict[str, Any]],
    ) -> Iterator[Job]:
        """The pages of a list: the newest one at its own address, older ones below it."""
        cut = leaves(members)
        rest = f"archive/{id_}/" if kind == "archive" else f"{kind}s/{id_}/"
        newest, *older = cut
        template = "older.html" if kind == "archive" else f"{kind}.html"
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

    def _topic_keys(self) -> list[Key]:
        return [self.keys.topic(id_) for id_ in self.digest.registers.topics]

    def _teasers(self) -> list[TopicTeaser]:
        return [listing.topic_teaser(id_, self.reader) for id_ in self.digest.registers.topics]


def page(site: Site, reader: Reader, kind: str, rest: str, title: str, description: str, **values: Any) -> Page:
    """What a template knows of a page that exists in every language at the same place below it."""
    lang = reader.lang
    everywhere = tuple(Alternate(lang=code, path=f"{code}/{rest}") for code in site.digest.langs)
    facts = {
        "kind": kind,
        "lang": lang,
        "path": f"{lang}/{rest}",
        "title": title,
        "title_lang": lang,
        "description": description,
        "canonical": f"{lang}/{rest}",
        "alternates": everywhere,
        "switches": tuple(each for each in everywhere if each.lang != lang),
        "feeds": listing.feed_links(reader),
        "json_ld": None,
        "card": card_path(_story_folder(lang, rest) if kind in ("topic", "selection") else addresses.home(lang), site),
    }
    return Page(**{**facts, **values})


def _story_folder(lang: Lang, rest: str) -> str:
    """The topic's own place, of any of its pages."""
    return addresses.listing(lang, "topics", rest.split("/")[1])


def article_path(lang: Lang, id_: str, kind: str = "article") -> str:
    """Path of the `article`, `parallel` or `ledger` page of an article."""
    return addresses.article(lang, id_) + ("" if kind == "article" else f"{kind}/")


def article_page(site: Site, reader: Reader, entry: Entry, kind: str = "article") -> Page:
    """What a template knows of the `article`, `parallel` or `ledger` page of an article."""
    clipping = site.digest.clippings[entry.id]
    title = title_of(clipping, reader)
    there = [code for code in site.digest.langs if code in entry.langs]
    own = reader.lang if reader.lang in there else entry.lang
    structured = kind == "article" and "json_ld" not in site.config.without
    return page(
        site,
        reader,
        kind,
        article_path("", entry.id, kind).lstrip("/"),
        title.text,
        describe(clipping, reader),
        title_lang=title.lang,
        canonical=article_path(own, entry.id, kind),
        alternates=tuple(Alternate(lang=code, path=article_path(code, entry.id, kind)) for code in there),
        json_ld=json_ld(clipping, reader, site.config) if structured else None,
        card=article_card(entry, reader.lang, site),
        noindex=reader.lang not in there or kind == "ledger" or entry.withdrawn,
    )


def navigation(reader: Reader, without: tuple[str, ...]) -> list[Link]:
    """The main navigation of a language, without the parts that are left out."""
    lang, words = reader.lang, reader.words
    archive = [] if "archive" in without else [Link(name=words.gettext("Archive"), path=f"{lang}/archive/")]
    return [
        Link(name=words.gettext("Home"), path=addresses.home(lang)),
        Link(name=words.gettext("Topics"), path=addresses.listing(lang, "topics")),
        Link(name=words.gettext("Outlets"), path=addresses.listing(lang, "outlets")),
        Link(name=words.gettext("Tags"), path=addresses.listing(lang, "tags")),
        *archive,
        *([] if "search" in without else [Link(name=words.gettext("Search"), path=addresses.search(lang))]),
    ]


def _shared_pages(site: Site, keys: Keys) -> Iterator[Job]:
    """Pages that hold all languages: the chooser, the missing page, the data."""
    langs = site.digest.langs
    reader = site.reader(langs[0])
    homes = [(code, Link(name=LANGUAGE_NAMES[code], path=addresses.home(code))) for code in langs]
    there = tuple(Alternate(lang=code, path=addresses.home(code)) for code in langs)

    def job(kind: str, path: str, title: str, template: str, views: Views, *parts: Key) -> Job:
        def make(renderer: Renderer) -> bytes:
            alternates = there if kind == "chooser" else ()
            facts = {"path": path, "canonical": path, "noindex": kind == "not_found", "alternates": alternates}
            tagline = site.config.taglines[reader.lang]
            return renderer.page(
                template, page(site, reader, kind, "", title, tagline, switches=(), feeds=(), **facts), views()
            )

        mapped = {"chooser": langs, "not_found": None, "data": ()}
        return Job(path, keys.page(template, path, title, *parts), make, mapped[kind])

    def both(msgid: str) -> str:
        return " / ".join(dict.fromkeys(site.words[code].gettext(msgid) for code in langs))

    yield job("chooser", addresses.CHOOSER, site.config.name, "chooser.html", lambda: {"homes": homes})
    missing = {"homes": homes, "searches": [] if "search" in site.config.without else _searches(site)}
    yield job("not_found", "404.html", both("There is no page at this address"), "not_found.html", lambda: missing)
    if "data" not in site.config.without:
        yield job(
            "data",
            addresses.DATA,
            both("Data"),
            "data.html",
            lambda: {"files": data.described(site)},
            _all_articles(site, keys),
        )


def _searches(site: Site) -> list[tuple[Lang, Link]]:
    """The search page of each language."""
    return [(code, Link(name=words.gettext("Search"), path=addresses.search(code))) for code, words in site.words.items()]


def _data_files(site: Site, keys: Keys) -> Iterator[Job]:
    if "data" not in site.config.without:
        key = _all_articles(site, keys)
        yield Job(f"{addresses.DATA}articles.jsonl", key, lambda renderer: data.articles_jsonl(site.digest))
        yield Job(f"{addresses.DATA}schema.json", key_of("schema"), lambda renderer: data.json_schema())


def _all_articles(site: Site, keys: Keys) -> Key:
    """Every article in every language."""
    return key_of(*site.digest.langs, keys.articles(list(site.digest.entries)))
