"""The digest as a list of jobs: all addresses of the site in one place."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

from kliping.digest.model import Digest
from kliping_pelican.feeds.jobs import feed_jobs
from kliping_pelican.pages import data
from kliping_pelican.pages.articles import article_groups
from kliping_pelican.pages.frame import Heading
from kliping_pelican.pages.jobs import Group, Job, Site
from kliping_pelican.pages.keys import Keys, key_of_value
from kliping_pelican.pages.lists import archive_jobs, outlet_jobs, tag_jobs, topic_jobs
from kliping_pelican.pages.moved import moved_jobs
from kliping_pelican.pages.pictures import card_jobs
from kliping_pelican.pages.pressroom import PressRoom
from kliping_pelican.pages.prose import prose_html, prose_key
from kliping_pelican.pages.shared import shared_jobs
from kliping_pelican.parts import Part
from kliping_pelican.showing import addresses, listing
from kliping_pelican.showing.at_a_glance.coverage import cover

HOME_CARDS = 20


def all_jobs(site: Site, keys: Keys) -> Iterator[Group | Job]:
    """Every page, feed and data file of the site."""
    yield from shared_jobs(site, keys)
    for lang in site.digest.langs:
        room = PressRoom(site, site.reader(lang), keys)
        yield from article_groups(room)
        yield from topic_jobs(room)
        yield from chain(home_jobs(room), tag_jobs(room), outlet_jobs(room), archive_jobs(room))
        yield from prose_jobs(room)
        yield from moved_jobs(room)
        yield from feed_jobs(site, site.reader(lang), keys)
        yield from card_jobs(site, site.reader(lang), keys)
    yield from data.data_jobs(site, keys)


def home_jobs(room: PressRoom) -> Iterator[Job]:
    """What is new, what it is about, and where it comes from."""
    if not room.keys.may_differ("home.html", listed=room.digest.entries):
        return
    available, everything = listing.available(room.reader), len(room.digest.entries)
    ids, foreign = with_lead(available[:HOME_CARDS], room.digest), everything - len(available)
    if not room.keys.may_differ("home.html", listed=ids):
        return
    topics, keys = room.teasers, room.keys
    config = room.site.config
    outlets = map(keys.policy, sorted(room.digest.by_publisher))
    parts = (keys.listing(ids, room.lang), key_of_value(topics), key_of_value(foreign), keys.coverage, *outlets)

    def views() -> dict[str, Any]:
        return {
            "cards": listing.cards(ids, room.reader),
            "everything": everything,
            "foreign": foreign,
            "archive": None if Part.ARCHIVE in config.without else f"{room.lang}/archive/",
            "topics": topics,
            "coverage": cover(room.reader),
        }

    yield room.job(Heading("home", "", config.name, config.taglines[room.lang]), "home.html", parts, views)


def with_lead(ids: Sequence[str], digest: Digest) -> list[str]:
    """The same articles with the first that was not withdrawn in front: a page opens with one that can be read."""
    lead = [id_ for id_ in ids if not digest.entries[id_].withdrawn][:1]
    return [*lead, *(id_ for id_ in ids if id_ not in lead)]


def prose_jobs(room: PressRoom) -> Iterator[Job]:
    """Pages about the digest, and the page that explains its feeds."""
    for name, essays in room.site.prose.pages.items():
        essay, rest = essays[room.lang], f"{name}/"

        def views(body: str = essay.body, here: str = f"{room.lang}/{rest}") -> dict[str, Any]:
            return {"body": prose_html(body, here, room.site, room.lang)}

        parts = (prose_key(essay.body, f"{room.lang}/{rest}", room.site, room.lang),)
        yield room.job(Heading("prose", rest, essay.title, essay.title), "prose.html", parts, views)
    if not (room.reader.feed_forms and room.keys.may_differ("feeds.html")):
        return
    title = room.words.gettext("Feeds")
    topics = room.digest.registers.topics
    groups = [(room.site.config.name, listing.feed_links(room.reader))]
    groups += [(topic.name[room.lang], listing.feed_links(room.reader, id_)) for id_, topic in topics.items()]
    feeds = {"feed_groups": groups, "opml": addresses.OPML}
    yield room.job(Heading("feeds", "feeds/", title, title), "feeds.html", [*map(room.keys.topic, topics)], lambda: feeds)
