"""A topic's articles by one outlet or from one year: plain pages instead of a filter, once there are many."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from msgspec import Struct

from kliping.memory import key_of
from kliping_pelican import addresses
from kliping_pelican.jobs import Job, Keys, Renderer, Site
from kliping_pelican.listing import Leaf, cards, leaves, pager
from kliping_pelican.reader import Reader
from kliping_pelican.views import Link, Page

PART = "selections"
"""Their name in `KLIPING_WITHOUT`."""
MANY = 20
"""Articles from which a topic has these pages."""
LEAST = 3
"""Articles that an outlet needs for a page of its own: of fewer, the topic's page names each."""
OFFERED = 12
"""Outlets that each of these pages leads to; the topic's page leads to all."""
A_PAGE = 100
"""Articles on an older one, a line each."""

MakePage = Callable[..., Page]
"""Makes what a template knows of its page: site, reader, kind, rest of the path, title, description, and facts."""


class Choice(Struct, frozen=True, kw_only=True):
    """One selection."""

    id: str
    """The outlet's id, the year, or `undated`."""
    name: str
    path: str
    ids: tuple[str, ...]
    """Newest first."""

    @property
    def link(self) -> Link:
        """What templates are given of it."""
        return Link(name=self.name, path=self.path, count=len(self.ids))


def choices(topic: str, reader: Reader) -> tuple[tuple[Choice, ...], tuple[Choice, ...]]:
    """A topic's selections by outlet, most articles first, and by year, newest first; none where articles are few."""
    digest, here = reader.digest, addresses.listing(reader.lang, "topics", topic)
    members = digest.by_topic.get(topic, ())
    if len(members) <= MANY:
        return (), ()
    by_outlet: dict[str, list[str]] = {}
    by_year: dict[str, list[str]] = {}
    for id_ in members:
        entry = digest.entries[id_]
        by_year.setdefault(entry.day[:4] if entry.day else "undated", []).append(id_)
        if entry.publisher:
            by_outlet.setdefault(entry.publisher, []).append(id_)
    names = {outlet: digest.knowledge.outlets[outlet].name for outlet in by_outlet}
    order = sorted(
        (outlet for outlet in by_outlet if len(by_outlet[outlet]) >= LEAST),
        key=lambda outlet: (-len(by_outlet[outlet]), names[outlet].casefold(), outlet),
    )
    undated = reader.words.gettext("Undated")
    return (
        tuple(
            Choice(id=each, name=names[each], path=f"{here}outlets/{each}/", ids=tuple(by_outlet[each])) for each in order
        ),
        tuple(
            Choice(id=year, name=undated if year == "undated" else year, path=f"{here}{year}/", ids=tuple(ids))
            for year, ids in by_year.items()
        ),
    )


def selection_jobs(site: Site, reader: Reader, keys: Keys, topic: str, make_page: MakePage) -> Iterator[Job]:
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
                keys.page("selection.html", path, choice.name, place, *named, keys.articles(leaf.ids)),
                _maker(site, reader, topic, choice, leaf, len(cut), make_page, (by_outlet, by_year)),
            )


def _maker(
    site: Site,
    reader: Reader,
    topic: str,
    choice: Choice,
    leaf: Leaf,
    count: int,
    make_page: MakePage,
    offered: tuple[Sequence[Choice], Sequence[Choice]],
) -> Callable[[Renderer], bytes]:
    def make(renderer: Renderer) -> bytes:
        described = reader.digest.registers.topics[topic]
        name, home = described.name[reader.lang], addresses.listing(reader.lang, "topics", topic)
        path = choice.path if leaf.number is None else f"{choice.path}page/{leaf.number}/"
        page = make_page(
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
        return renderer.page("selection.html", page, views)

    return make
