"""A topic at a glance: its timeline drawn, who is who in it, and what each outlet reported."""

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from msgspec import Struct

from kliping.digest.model import Entry
from kliping_pelican.parts import Part
from kliping_pelican.showing import addresses
from kliping_pelican.showing.at_a_glance.choices import LEAST, OFFERED, Choice, choices
from kliping_pelican.showing.at_a_glance.timeline import Gap, with_gaps
from kliping_pelican.showing.list_views import TimelineView
from kliping_pelican.showing.listing import cards, oldest_first
from kliping_pelican.showing.reader import Reader, tag_groups
from kliping_pelican.showing.views import Card, Link, TagGroup

PEOPLE = 12
"""People a topic page introduces."""
REPORTS = 5
"""Articles it names for each outlet."""


class Person(Struct, frozen=True, kw_only=True):
    """Someone the topic's articles name."""

    name: str
    description: str | None
    path: str
    count: int
    """Articles of the topic that name them."""


class OutletReport(Struct, frozen=True, kw_only=True):
    """What one outlet reported."""

    outlet: str | None
    """Its name; None for articles whose outlet is unknown."""
    path: str | None
    """Of all its articles: in this topic where such a page exists, else of the outlet."""
    count: int
    cards: tuple[Card, ...]
    """The newest few, oldest first; of an outlet without a page of its own all."""


class Story:
    """What a topic page shows beside the articles; each value is made when a template first asks for it."""

    def __init__(
        self, id_: str, timeline: Sequence[TimelineView], ids: Sequence[str], reader: Reader, without: Sequence[Part]
    ) -> None:
        self._timeline, self._ids, self._reader = timeline, ids, reader
        self._entries = [reader.digest.entries[member] for member in reader.digest.by_topic.get(id_, ())]
        self._id, self._without = id_, without

    @cached_property
    def timeline(self) -> tuple[tuple[TimelineView, Gap | None], ...]:
        """Its entries with the time between them."""
        return with_gaps(self._timeline)

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """Who is who."""
        return tuple(_people(self._entries, self._reader))

    @cached_property
    def named(self) -> tuple[TagGroup, ...]:
        """Organisations, places and themes."""
        groups = tag_groups(self._entries, self._reader)
        return tuple(group for group in groups if group.kind != "people")

    @cached_property
    def reports(self) -> tuple[OutletReport, ...]:
        """What each outlet reported."""
        pages = {each.id: each.path for each in self._choices[0]}
        return tuple(_reports(self._entries, self._ids, pages, self._reader))

    @cached_property
    def outlets(self) -> tuple[Link, ...]:
        """Pages with the articles by one outlet, the larger ones; none where these are few."""
        return tuple(each.link for each in self._choices[0][:OFFERED])

    @cached_property
    def years(self) -> tuple[Link, ...]:
        """Pages with the articles of one year; none where these are few."""
        return tuple(each.link for each in self._choices[1])

    @cached_property
    def _choices(self) -> tuple[tuple[Choice, ...], tuple[Choice, ...]]:
        return choices(self._id, self._reader) if Part.SELECTIONS not in self._without else ((), ())


def tell(
    id_: str, timeline: Sequence[TimelineView], ids: Sequence[str], reader: Reader, without: Sequence[Part] = ()
) -> Story:
    """A topic's story; `ids` are the articles of its newest page, `without` names parts that the site lacks."""
    return Story(id_, timeline, ids, reader, without)


def _people(entries: Sequence[Entry], reader: Reader) -> list[Person]:
    registers, lang = reader.digest.registers, reader.lang
    counts = Counter(tag for entry in entries for tag in entry.tags if registers.term_kinds[tag] == "people")
    terms = registers.vocabulary
    order = sorted(counts, key=lambda tag: (-counts[tag], terms[tag].name[lang].casefold(), tag))
    return [
        Person(
            name=terms[tag].name[lang],
            description=terms[tag].description.get(lang),
            path=addresses.listing(lang, "tags", tag),
            count=counts[tag],
        )
        for tag in order[:PEOPLE]
    ]


def _reports(entries: Sequence[Entry], ids: Sequence[str], pages: dict[str, str], reader: Reader) -> list[OutletReport]:
    """Most articles first; articles without an outlet last."""
    outlets = reader.digest.knowledge.outlets
    counts = Counter(entry.publisher for entry in entries)
    newest: dict[str | None, list[str]] = {}
    shown = set(ids)
    for entry in entries:
        if entry.id in shown or counts[entry.publisher] < LEAST:
            newest.setdefault(entry.publisher, []).append(entry.id)

    def order(outlet: str | None) -> tuple[bool, int, str]:
        return outlet is None, -counts[outlet], outlets[outlet].name.casefold() if outlet else ""

    return [
        OutletReport(
            outlet=outlets[outlet].name if outlet else None,
            path=pages.get(outlet, addresses.listing(reader.lang, "outlets", outlet)) if outlet else None,
            count=counts[outlet],
            cards=cards(oldest_first(newest.get(outlet, ())[:REPORTS], reader), reader),
        )
        for outlet in sorted(counts, key=order)
    ]
