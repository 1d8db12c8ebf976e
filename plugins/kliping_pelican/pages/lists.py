"""Lists of articles: topics, tags, outlets and the archive, each with the list of them."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from kliping.digest.registers import Topic
from kliping_pelican.pages.frame import Heading
from kliping_pelican.pages.jobs import Group, Job
from kliping_pelican.pages.keys import key_of_value
from kliping_pelican.pages.pressroom import OLDER, ArticleList, PressRoom
from kliping_pelican.pages.prose import articles_in, prose_html, prose_key
from kliping_pelican.pages.selections import TEMPLATE as SELECTION
from kliping_pelican.pages.selections import selection_jobs
from kliping_pelican.parts import Part
from kliping_pelican.showing import addresses, listing
from kliping_pelican.showing.at_a_glance.story import tell
from kliping_pelican.showing.leaves import PAGE, Leaf, leaves, pager
from kliping_pelican.showing.reader import tag_groups
from kliping_pelican.showing.views import Link


def topic_jobs(room: PressRoom) -> Iterator[Group | Job]:
    """The list of topics, and each with its story."""
    if room.keys.may_differ("lists/topics.html"):
        title, listed = room.words.gettext("Topics"), room.teasers
        key = key_of_value(listed)
        yield room.job(Heading("topics", "topics/", title, title), "lists/topics.html", (key,), lambda: {"topics": listed})
    may_list = room.keys.may_differ(listed=room.digest.entries)  # else no article need be looked for in its topics
    for id_, topic in room.digest.registers.topics.items():
        cited = sorted({cite.partition("#")[0] for entry in topic.timeline for cite in entry.cites})
        known = [article for article in cited if article in room.digest.entries]
        told = (*known, *articles_in(room.site.prose.introductions[id_][room.lang]))
        members = room.digest.by_topic.get(id_, ()) if may_list else ()
        if room.keys.may_differ("lists/topic.html", OLDER, SELECTION, told=told, listed=members) or room.keys.may_name(id_):
            yield room.leaves(_topic(room, id_, topic, known))


def _topic(room: PressRoom, id_: str, topic: Topic, cited: Sequence[str]) -> ArticleList:
    here, members = addresses.listing(room.lang, "topics", id_), room.digest.by_topic.get(id_, ())
    return ArticleList(
        kind="topic",
        rest=f"topics/{id_}/",
        template="lists/topic.html",
        title=topic.name[room.lang],
        description=topic.description[room.lang],
        members=members,
        parts=(
            room.keys.topic(id_),
            room.keys.facts(members),
            room.keys.listing(members, room.lang),
            room.keys.articles(cited),
            room.keys.names(id_, room.lang),
            prose_key(room.site.prose.introductions[id_][room.lang], here, room.site, room.lang),
            room.keys.template(SELECTION),
        ),
        views=_topic_views(room, id_),
        feeds=listing.feed_links(room.reader, id_),
        more=partial(selection_jobs, room.site, room.reader, room.keys, id_),
    )


def _topic_views(room: PressRoom, id_: str) -> Callable[[Leaf, int], dict[str, Any]]:
    def views(leaf: Leaf, count: int) -> dict[str, Any]:
        here = addresses.listing(room.lang, "topics", id_)
        introduction = prose_html(room.site.prose.introductions[id_][room.lang], here, room.site, room.lang)
        topic = listing.topic_view(id_, introduction, leaf.ids, count, room.reader)
        story = tell(id_, topic.timeline, leaf.ids, room.reader, room.site.config.without)
        return {"topic": topic, "story": story}

    return views


def tag_jobs(room: PressRoom) -> Iterator[Group | Job]:
    """The list of people, organisations, places and themes, and each of them."""
    names = room.digest.registers.vocabulary
    if not room.keys.may_differ("lists/tags.html", "lists/tag.html", OLDER, listed=room.digest.entries, named=names):
        return
    if room.keys.may_differ("lists/tags.html", named=names):
        title = room.words.gettext("Tags")
        entries = room.digest.entries.values()
        parts = (room.keys.counts, room.keys.vocabulary)
        views = lambda: {"groups": tag_groups(entries, room.reader)}  # noqa: E731
        yield room.job(Heading("tags", "tags/", title, title), "lists/tags.html", parts, views)
    for id_ in sorted(room.digest.by_tag):
        if room.keys.may_differ("lists/tag.html", OLDER, listed=room.digest.by_tag[id_], named=(id_,)):
            yield room.leaves(_tag(room, id_))


def _tag(room: PressRoom, id_: str) -> ArticleList:
    name = room.digest.registers.vocabulary[id_].name[room.lang]
    return ArticleList(
        kind="tag",
        rest=f"tags/{id_}/",
        template="lists/tag.html",
        title=name,
        description=name,
        members=room.digest.by_tag[id_],
        parts=(room.keys.term(id_),),
        views=lambda leaf, count: {"tag": listing.tag_view(id_, leaf.ids, count, room.reader)},
    )


def outlet_jobs(room: PressRoom) -> Iterator[Group | Job]:
    """The register of outlets, and each of them."""
    if not room.keys.may_differ("lists/outlets.html", "lists/outlet.html", OLDER, listed=room.digest.entries):
        return
    ids = listing.outlet_ids(room.reader)
    if room.keys.may_differ("lists/outlets.html"):
        title = room.words.gettext("Outlets")
        parts = (room.keys.counts, *map(room.keys.policy, ids))
        views = lambda: {"outlets": [listing.outlet_view(id_, (), 1, room.reader, listed=True) for id_ in ids]}  # noqa: E731
        yield room.job(Heading("outlets", "outlets/", title, title), "lists/outlets.html", parts, views)
    for id_ in ids:
        credited, members = room.digest.by_credit.get(id_, ()), room.digest.by_publisher.get(id_, ())
        if room.keys.may_differ("lists/outlet.html", OLDER, listed=(*members, *credited)):
            yield room.leaves(_outlet(room, id_, members, credited))


def _outlet(room: PressRoom, id_: str, members: Sequence[str], credited: Sequence[str]) -> ArticleList:
    name = room.digest.knowledge.outlets[id_].name
    return ArticleList(
        kind="outlet",
        rest=f"outlets/{id_}/",
        template="lists/outlet.html",
        title=name,
        description=name,
        members=members,
        parts=(room.keys.policy(id_), room.keys.listing(credited[:PAGE], room.lang), str(len(credited))),
        views=lambda leaf, count: {"outlet": listing.outlet_view(id_, leaf.ids, count, room.reader)},
    )


def archive_jobs(room: PressRoom) -> Iterator[Group | Job]:
    """Everything by year: the newest articles with links to the years, and each year."""
    if Part.ARCHIVE in room.site.config.without:
        return
    if not room.keys.may_differ("lists/archive.html", OLDER, listed=room.digest.entries):
        return
    title, by_year = room.words.gettext("Archive"), listing.ids_by_year(room.reader)
    years = listing.year_links(room.reader)
    newest = leaves(tuple(room.digest.entries))[0].ids
    if room.keys.may_differ("lists/archive.html", listed=newest):
        parts = (room.keys.listing(newest, room.lang), key_of_value(years))
        views = lambda: {"years": listing.year_groups(newest, room.reader), "links": years}  # noqa: E731
        yield room.job(Heading("archive", "archive/", title, title), "lists/archive.html", parts, views)
    for ids, link in zip(by_year.values(), years, strict=True):
        if room.keys.may_differ(OLDER, listed=ids):
            yield room.leaves(_year(room, title, ids, link))


def _year(room: PressRoom, archive: str, ids: Sequence[str], link: Link) -> ArticleList:
    name = f"{archive}: {link.name}"

    def views(leaf: Leaf, count: int) -> dict[str, Any]:
        return {
            "heading": name,
            "cards": listing.cards(leaf.ids, room.reader),
            "pager": pager(None, count, link.path),
        }

    return ArticleList(
        kind="archive",
        rest=link.path.removeprefix(f"{room.lang}/"),
        template=OLDER,
        title=name,
        description=name,
        members=ids,
        views=views,
    )
