"""The digest as a list of jobs: what stands at which address, in one place."""

from collections.abc import Iterator
from itertools import chain
from typing import Any

from kliping_pelican.drawings.coverage import cover
from kliping_pelican.feeds.jobs import feed_jobs
from kliping_pelican.pages import data
from kliping_pelican.pages.articles import article_groups
from kliping_pelican.pages.desk import Desk
from kliping_pelican.pages.jobs import Group, Job, Site
from kliping_pelican.pages.keys import Keys, key_of_value
from kliping_pelican.pages.lists import archive_jobs, outlet_jobs, tag_jobs, topic_jobs
from kliping_pelican.pages.moved import moved_jobs
from kliping_pelican.pages.pictures import card_jobs
from kliping_pelican.pages.prose import prose_html, prose_key
from kliping_pelican.pages.shared import shared_jobs
from kliping_pelican.showing import addresses, listing

HOME_CARDS = 20


def all_jobs(site: Site, keys: Keys) -> Iterator[Group | Job]:
    """Every page, feed and data file of the site."""
    yield from shared_jobs(site, keys)
    for lang in site.digest.langs:
        desk = Desk(site, site.reader(lang), keys)
        yield home_job(desk)
        yield from article_groups(desk)
        yield from chain(topic_jobs(desk), tag_jobs(desk), outlet_jobs(desk), archive_jobs(desk), prose_jobs(desk))
        yield from moved_jobs(desk)
        yield from feed_jobs(site, site.reader(lang), keys)
        yield from card_jobs(site, site.reader(lang), keys)
    yield from data.data_jobs(site, keys)


def home_job(desk: Desk) -> Job:
    """What is new, what it is about, and where it comes from."""
    available, everything = listing.available(desk.reader), len(desk.digest.entries)
    ids, foreign = available[:HOME_CARDS], everything - len(available)
    topics, keys = desk.teasers, desk.keys
    config = desk.site.config
    outlets = map(keys.policy, sorted(desk.digest.by_publisher))
    parts = (keys.listing(ids, desk.lang), key_of_value(topics), key_of_value(foreign), keys.coverage, *outlets)

    def views() -> dict[str, Any]:
        return {
            "cards": listing.cards(ids, desk.reader),
            "everything": everything,
            "foreign": foreign,
            "archive": None if "archive" in config.without else f"{desk.lang}/archive/",
            "topics": topics,
            "coverage": cover(desk.reader),
        }

    return desk.job("home", "", config.name, config.taglines[desk.lang], "home.html", parts, views)


def prose_jobs(desk: Desk) -> Iterator[Job]:
    """Pages about the digest, and the page that explains its feeds."""
    for name, essays in desk.site.prose.pages.items():
        essay, rest = essays[desk.lang], f"{name}/"

        def views(body: str = essay.body, here: str = f"{desk.lang}/{rest}") -> dict[str, Any]:
            return {"body": prose_html(body, here, desk.site, desk.lang)}

        parts = (prose_key(essay.body, f"{desk.lang}/{rest}", desk.site, desk.lang),)
        yield desk.job("prose", rest, essay.title, essay.title, "prose.html", parts, views)
    if not desk.reader.feed_forms:
        return
    title = desk.words.gettext("Feeds")
    topics = desk.digest.registers.topics
    groups = [(desk.site.config.name, listing.feed_links(desk.reader))]
    groups += [(topic.name[desk.lang], listing.feed_links(desk.reader, id_)) for id_, topic in topics.items()]
    feeds = {"feed_groups": groups, "opml": addresses.OPML}
    yield desk.job("feeds", "feeds/", title, title, "feeds.html", tuple(map(desk.keys.topic, topics)), lambda: feeds)
