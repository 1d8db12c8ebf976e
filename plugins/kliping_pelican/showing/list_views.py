"""What the templates of topics, tags, outlets and the archive see, in one reader's language."""

from markupsafe import Markup
from msgspec import Struct

from kliping.digest.registers import Policy, TermKind
from kliping.knowledge import Claim
from kliping.model import Lang
from kliping_pelican.showing.views import Card, FileLink, Link, Pager


class CiteLink(Struct, frozen=True, kw_only=True):
    """A paragraph that a timeline cites."""

    name: str
    """Of its article's outlet."""
    number: str | None
    """Of the paragraph; None for a heading."""
    repeated: bool
    """Whether the link before leads to the same article, so that its name need not be seen again."""
    path: str


class TimelineView(Struct, frozen=True, kw_only=True):
    """An entry of a topic's timeline."""

    date: str
    until: str | None
    precision: str
    """`day`, `month` or `year`."""
    kind: str
    """`event`, `planned` or `report`."""
    words: str
    cites: tuple[CiteLink, ...]


class TopicView(Struct, frozen=True, kw_only=True):
    """A topic page."""

    id: str
    name: str
    description: str
    introduction: Markup
    cards: tuple[Card, ...]
    """Those of the newest page, oldest first; undated ones last."""
    total: int
    """Articles on all its pages."""
    pager: Pager | None
    because: dict[str, str]
    """Why each article (by id) belongs here."""
    timeline: tuple[TimelineView, ...]
    feeds: tuple[FileLink, ...]
    path: str


class TopicTeaser(Struct, frozen=True, kw_only=True):
    """A topic in a list of topics."""

    id: str
    name: str
    description: str
    total: int
    """Articles in it."""
    outlets: tuple[Link, ...]
    path: str


class TagView(Struct, frozen=True, kw_only=True):
    """A page about one person, organisation, place or theme."""

    id: str
    kind: TermKind
    name: str
    other_names: tuple[tuple[Lang, str], ...]
    """Its names in the other languages and its aliases."""
    description: str | None
    wikidata: str | None
    medtop: str | None
    cards: tuple[Card, ...]
    """Those of the newest page."""
    total: int
    pager: Pager | None
    path: str


class OutletView(Struct, frozen=True, kw_only=True):
    """A page about one outlet."""

    id: str
    name: str
    kind: str
    country: str
    language: Lang
    """Codes."""
    domains: tuple[str, ...]
    owner: Claim | None
    state: Claim | None
    policy: Policy
    why: str | None
    cards: tuple[Card, ...]
    """Articles it published: those of the newest page."""
    total: int
    pager: Pager | None
    credited: tuple[Card, ...]
    """The newest articles by others that credit it as wire or cite it."""
    credits: int
    """How many there are."""
    path: str


class YearGroup(Struct, frozen=True, kw_only=True):
    """A year of the archive; `year` is None for undated articles."""

    year: str | None
    cards: tuple[Card, ...]
