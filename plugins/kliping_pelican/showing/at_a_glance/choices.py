"""A topic's articles by one outlet or from one year: once there are many, pages of their own serve as a filter."""

from msgspec import Struct

from kliping_pelican.showing import addresses
from kliping_pelican.showing.reader import Reader
from kliping_pelican.showing.views import Link

MANY = 20
"""Articles from which a topic has these pages."""
LEAST = 3
"""Articles that an outlet needs for a page of its own: of fewer, the topic's page names each."""
OFFERED = 12
"""Outlets that each of these pages leads to; the topic's page leads to all."""


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
    """A topic's selections by outlet, most articles first, and by year, newest first; none if there are few articles."""
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
