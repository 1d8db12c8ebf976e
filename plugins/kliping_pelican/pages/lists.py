"""Lists of articles: topics, tags, outlets and the archive, each with the list of them."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from kliping_pelican.pages.desk import OLDER, ArticleList, Desk
from kliping_pelican.pages.jobs import Group, Job
from kliping_pelican.pages.keys import key_of_value
from kliping_pelican.pages.prose import prose_html, prose_key
from kliping_pelican.pages.selections import selection_jobs
from kliping_pelican.showing import addresses, listing
from kliping_pelican.showing.listing import Leaf, leaves
from kliping_pelican.showing.reader import tag_groups
from kliping_pelican.showing.story import tell
from kliping_pelican.showing.views import Link


def topic_jobs(desk: Desk) -> Iterator[Group | Job]:
    """The list of topics, and each with its story."""
    title, listed = desk.words.gettext("Topics"), desk.teasers
    key = key_of_value(listed)
    yield desk.job("topics", "topics/", title, title, "lists/topics.html", (key,), lambda: {"topics": listed})
    for id_, topic in desk.digest.registers.topics.items():
        members = desk.digest.by_topic.get(id_, ())
        cited = sorted({cite.partition("#")[0] for entry in topic.timeline for cite in entry.cites})
        known = [article for article in cited if article in desk.digest.entries]
        here = addresses.listing(desk.lang, "topics", id_)
        parts = (
            desk.keys.topic(id_),
            desk.keys.articles(members),
            desk.keys.articles(known),
            desk.keys.names(id_, desk.lang),
            prose_key(desk.site.prose.introductions[id_][desk.lang], here, desk.site, desk.lang),
        )
        selections = partial(selection_jobs, desk.site, desk.reader, desk.keys, id_)
        name, description = topic.name[desk.lang], topic.description[desk.lang]
        common = (*parts, desk.keys.template("lists/selection.html"))
        yield desk.leaves(
            ArticleList(
                kind="topic",
                rest=f"topics/{id_}/",
                template="lists/topic.html",
                title=name,
                description=description,
                members=members,
                parts=common,
                views=_topic_views(desk, id_),
                feeds=listing.feed_links(desk.reader, id_),
                more=selections,
            )
        )


def _topic_views(desk: Desk, id_: str) -> Callable[[Leaf, int], dict[str, Any]]:
    def views(leaf: Leaf, count: int) -> dict[str, Any]:
        here = addresses.listing(desk.lang, "topics", id_)
        introduction = prose_html(desk.site.prose.introductions[id_][desk.lang], here, desk.site, desk.lang)
        topic = listing.topic_view(id_, introduction, leaf.ids, count, desk.reader)
        story = tell(id_, topic.timeline, leaf.ids, desk.reader, desk.site.config.without)
        return {"topic": topic, "story": story}

    return views


def tag_jobs(desk: Desk) -> Iterator[Group | Job]:
    """The list of people, organisations, places and themes, and each of them."""
    title = desk.words.gettext("Tags")
    entries = desk.digest.entries.values()
    parts = (desk.keys.counts, desk.keys.vocabulary)
    views = lambda: {"groups": tag_groups(entries, desk.reader, counted=True)}  # noqa: E731
    yield desk.job("tags", "tags/", title, title, "lists/tags.html", parts, views)
    for id_ in sorted(desk.digest.by_tag):
        name = desk.digest.registers.vocabulary[id_].name[desk.lang]
        members = desk.digest.by_tag[id_]

        def shown(leaf: Leaf, count: int, id_: str = id_) -> dict[str, Any]:
            return {"tag": listing.tag_view(id_, leaf.ids, count, desk.reader)}

        yield desk.leaves(
            ArticleList(
                kind="tag",
                rest=f"tags/{id_}/",
                template="lists/tag.html",
                title=name,
                description=name,
                members=members,
                parts=(desk.keys.term(id_),),
                views=shown,
            )
        )


def outlet_jobs(desk: Desk) -> Iterator[Group | Job]:
    """The register of outlets, and each of them."""
    title = desk.words.gettext("Outlets")
    ids = listing.outlet_ids(desk.reader)
    parts = (desk.keys.counts, *map(desk.keys.policy, ids))
    views = lambda: {"outlets": [listing.outlet_view(id_, (), 1, desk.reader, listed=True) for id_ in ids]}  # noqa: E731
    yield desk.job("outlets", "outlets/", title, title, "lists/outlets.html", parts, views)
    for id_ in ids:
        name = desk.digest.knowledge.outlets[id_].name
        credited = desk.digest.by_credit.get(id_, ())

        def shown(leaf: Leaf, count: int, id_: str = id_) -> dict[str, Any]:
            return {"outlet": listing.outlet_view(id_, leaf.ids, count, desk.reader)}

        yield desk.leaves(
            ArticleList(
                kind="outlet",
                rest=f"outlets/{id_}/",
                template="lists/outlet.html",
                title=name,
                description=name,
                members=desk.digest.by_publisher.get(id_, ()),
                parts=(desk.keys.policy(id_), desk.keys.listing(credited[: listing.PAGE], desk.lang), str(len(credited))),
                views=shown,
            )
        )


def archive_jobs(desk: Desk) -> Iterator[Group | Job]:
    """Everything by year."""
    if "archive" in desk.site.config.without:
        return
    title = desk.words.gettext("Archive")
    by_year, undated = listing.ids_by_year(desk.reader), desk.words.gettext("Undated")
    years = [
        Link(name=year or undated, path=f"{desk.lang}/archive/{year or 'undated'}/", count=len(ids))
        for year, ids in by_year.items()
    ]
    newest = leaves(tuple(desk.digest.entries))[0].ids
    parts = (desk.keys.listing(newest, desk.lang), key_of_value(years))
    views = lambda: {"years": listing.year_groups(newest, desk.reader), "links": years}  # noqa: E731
    yield desk.job("archive", "archive/", title, title, "lists/archive.html", parts, views)
    for (year, ids), link in zip(by_year.items(), years, strict=True):
        name = f"{title}: {link.name}"

        def shown(leaf: Leaf, count: int, name: str = name, path: str = link.path) -> dict[str, Any]:
            return {
                "heading": name,
                "cards": listing.cards(leaf.ids, desk.reader),
                "pager": listing.pager(None, count, path),
            }

        yield desk.leaves(
            ArticleList(
                kind="archive",
                rest=f"archive/{year or 'undated'}/",
                template=OLDER,
                title=name,
                description=name,
                members=ids,
                views=shown,
            )
        )
