"""A digest's own data: the schemas of vocabulary, topics and register of outlets; `register_files` reads their files."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from kliping.knowledge import Claim, Knowledge, Outlet, OutletKind, Words
from kliping.model import Lang

TermKind = Literal["people", "organisations", "places", "themes"]
TERM_KINDS: tuple[TermKind, ...] = ("people", "organisations", "places", "themes")


class CheckedId(Struct, frozen=True, forbid_unknown_fields=True):
    """The id of a term in another register, used only after a person read its label there."""

    id: Annotated[str, Meta(pattern=r"^(Q[1-9]\d*|\d{8})$", examples=["Q7747", "20000073"])]
    """As Wikidata or the IPTC writes it."""
    label: str
    checked: date | None = None


class Term(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A person, organisation, place or theme, with the words that name it."""

    name: Words
    aliases: dict[Lang, tuple[str, ...]] = {}
    excluded: tuple[str, ...] = msgspec.field(default=(), name="not")
    """Longer phrases in which a name or alias does not mean this term."""
    description: Words = {}
    wikidata: CheckedId | None = None
    medtop: CheckedId | None = None
    """IPTC Media Topic."""


class TopicRule(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Which articles belong to a topic: those for which every given part holds; for an empty rule only pinned ones."""

    all: tuple[str, ...] = ()
    any: tuple[str, ...] = ()
    none: tuple[str, ...] = ()
    first_day: date | None = msgspec.field(default=None, name="from")
    last_day: date | None = msgspec.field(default=None, name="until")


class TimelineEntry(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An event, a plan or a report, with the paragraphs that tell of it."""

    date: str
    """ISO 8601, as precise as it is known; a span is two of these with a slash between."""
    kind: Literal["event", "planned", "report"]
    words: Words
    cites: tuple[str, ...]
    """`<article id>#<anchor>`."""


class Topic(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A running story."""

    name: Words
    description: Words
    rule: TopicRule
    timeline: tuple[TimelineEntry, ...] = ()


class Excerpt(Struct, frozen=True, forbid_unknown_fields=True):
    """How much of an article an excerpt may show."""

    paragraphs: Annotated[int, Meta(ge=0, examples=[2])]


class Policy(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What this digest may show of an outlet's articles."""

    policy: Literal["full", "excerpt", "link"]
    excerpt: Excerpt | None = None
    why: Words = {}
    """Why the outlet is included."""
    permission: Claim | None = None
    """The outlet's permission, with the address where it is on record."""


class Registration(Policy, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An outlet in the register: its policy, and a description if the shipped data have none."""

    name: str | None = None
    domains: tuple[str, ...] = ()
    lang: Lang | None = None
    country: str | None = None
    kind: OutletKind | None = None
    owner: Claim | None = None
    state: Claim | None = None


class OutletRegister(Struct, frozen=True, forbid_unknown_fields=True):
    """The policy for each outlet, and the default for all others."""

    default: Policy
    outlets: dict[str, Registration] = {}

    def policy_of(self, outlet: str | None) -> Policy:
        """The policy for the articles of an outlet, by its id; the default for an outlet without an entry and for None."""
        entry = self.outlets.get(outlet) if outlet else None
        if entry is None:
            return self.default
        return Policy(policy=entry.policy, excerpt=entry.excerpt, why=entry.why, permission=entry.permission)


class Registers(Struct, frozen=True, kw_only=True):
    """All of a digest's own data."""

    vocabulary: Mapping[str, Term]
    """By id, in the order of the file."""
    term_kinds: Mapping[str, TermKind]
    topics: Mapping[str, Topic]
    outlets: OutletRegister
    unread: tuple[str, ...] = ()
    """Topics whose files are broken: an article that is pinned to one of them is not reported too."""


def with_register(knowledge: Knowledge, register: OutletRegister) -> Knowledge:
    """The knowledge together with the outlets that only the register describes."""
    extra = {
        id_: Outlet(
            name=entry.name,
            domains=entry.domains,
            lang=entry.lang,
            country=entry.country,
            kind=entry.kind,
            owner=entry.owner,
            state=entry.state,
        )
        for id_, entry in register.outlets.items()
        if id_ not in knowledge.outlets and entry.name and entry.lang and entry.country and entry.kind
    }
    return msgspec.structs.replace(knowledge, outlets={**knowledge.outlets, **extra})
