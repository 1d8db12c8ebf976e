"""The pages of a topic's selections: its articles by one outlet or from one year."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from msgspec import Struct

from kliping.memory import key_of
from kliping_pelican.pages.frame import Heading, page
from kliping_pelican.pages.jobs import Job, Renderer, Site
from kliping_pelican.pages.keys import Keys
from kliping_pelican.parts import Part
from kliping_pelican.showing import addresses
from kliping_pelican.showing.at_a_glance.choices import OFFERED, Choice, choices
from kliping_pelican.showing.leaves import Leaf, leaves, pager
from kliping_pelican.showing.listing import cards
from kliping_pelican.showing.reader import Reader

TEMPLATE = "lists/selection.html"
A_PAGE = 100
"""Articles on an older page, a line each."""


class Selected(Struct, frozen=True):
    """One page of a topic's selection."""

    topic: str
    choice: Choice
    leaf: Leaf
    count: int
    """How many pages the selection has."""
    offered: tuple[Sequence[Choice], Sequence[Choice]]
    """All selections of the topic, by outlet and by year."""

    @property
    def path(self) -> str:
        """Its path: the newest page has that of the selection."""
        return self.choice.path if self.leaf.number is None else f"{self.choice.path}page/{self.leaf.number}/"


def selection_jobs(site: Site, reader: Reader, keys: Keys, topic: str) -> Iterator[Job]:
    """The pages of a topic's selections; no search engine shall name them beside the topic."""
    if Part.SELECTIONS in site.config.without:
        return
    by_outlet, by_year = choices(topic, reader)
    offered = key_of(*(f"{each.path} {each.name} {len(each.ids)}" for each in (*by_outlet, *by_year)))
    named = (keys.topic(topic), offered)
    for choice in (*by_outlet, *by_year):
        cut = leaves(choice.ids, A_PAGE)
        for leaf in cut:
            one = Selected(topic, choice, leaf, len(cut), (by_outlet, by_year))
            listed = keys.listing(leaf.ids, reader.lang)
            key = keys.page(TEMPLATE, one.path, choice.name, f"{leaf.number} of {len(cut)}", *named, listed)
            yield Job(one.path, key, partial(_make, site, reader, one))


def _make(site: Site, reader: Reader, one: Selected, renderer: Renderer) -> bytes:
    described, choice = reader.digest.registers.topics[one.topic], one.choice
    name, home = described.name[reader.lang], addresses.listing(reader.lang, "topics", one.topic)
    title, description = f"{name}: {choice.name}", described.description[reader.lang]
    heading = Heading("selection", one.path.partition("/")[2], title, description)
    by_outlet, by_year = one.offered
    views: dict[str, Any] = {
        "topic_name": name,
        "topic_path": home,
        "chosen": choice.link,
        "outlets": [each.link for each in by_outlet if each is choice or each in by_outlet[:OFFERED]],
        "years": [each.link for each in by_year],
        "cards": cards(one.leaf.ids, reader),
        "pager": pager(one.leaf.number, one.count, choice.path),
    }
    return renderer.page(TEMPLATE, page(site, reader, heading, canonical=home, noindex=True), views)
