"""The pages of a topic's selections: its articles by one outlet or from one year."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from kliping.memory import key_of
from kliping_pelican.pages.frame import page
from kliping_pelican.pages.jobs import Job, Renderer, Site
from kliping_pelican.pages.keys import Keys
from kliping_pelican.showing import addresses
from kliping_pelican.showing.choices import OFFERED, PART, Choice, choices
from kliping_pelican.showing.listing import Leaf, cards, leaves, pager
from kliping_pelican.showing.reader import Reader

A_PAGE = 100
"""Articles on an older one, a line each."""


def selection_jobs(site: Site, reader: Reader, keys: Keys, topic: str) -> Iterator[Job]:
    """The pages of a topic's selections; no search engine shall name them beside the topic."""
    if PART in site.config.without:
        return
    by_outlet, by_year = choices(topic, reader)
    offered = key_of(*(f"{each.path} {each.name} {len(each.ids)}" for each in (*by_outlet, *by_year)))
    named = (keys.topic(topic), offered)
    for choice in (*by_outlet, *by_year):
        cut = leaves(choice.ids, A_PAGE)
        for leaf in cut:
            path = choice.path if leaf.number is None else f"{choice.path}page/{leaf.number}/"
            place = f"{leaf.number} of {len(cut)}"
            yield Job(
                path,
                keys.page("lists/selection.html", path, choice.name, place, *named, keys.listing(leaf.ids, reader.lang)),
                _maker(site, reader, topic, choice, leaf, len(cut), (by_outlet, by_year)),
            )


def _maker(
    site: Site,
    reader: Reader,
    topic: str,
    choice: Choice,
    leaf: Leaf,
    count: int,
    offered: tuple[Sequence[Choice], Sequence[Choice]],
) -> Callable[[Renderer], bytes]:
    def make(renderer: Renderer) -> bytes:
        described = reader.digest.registers.topics[topic]
        name, home = described.name[reader.lang], addresses.listing(reader.lang, "topics", topic)
        path = choice.path if leaf.number is None else f"{choice.path}page/{leaf.number}/"
        shown = page(
            site,
            reader,
            "selection",
            path.partition("/")[2],
            f"{name}: {choice.name}",
            described.description[reader.lang],
            canonical=home,
            noindex=True,
        )
        views: dict[str, Any] = {
            "topic_name": name,
            "topic_path": home,
            "chosen": choice.link,
            "outlets": [each.link for each in offered[0] if each is choice or each in offered[0][:OFFERED]],
            "years": [each.link for each in offered[1]],
            "cards": cards(leaf.ids, reader),
            "pager": pager(leaf.number, count, choice.path),
        }
        return renderer.page("lists/selection.html", shown, views)

    return make
