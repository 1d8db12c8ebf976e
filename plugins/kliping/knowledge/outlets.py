"""What is true of an outlet: the schema of a file in `data/outlets/`; `data/README.md` explains each key."""

from typing import Literal

from msgspec import Struct

from kliping.knowledge.line_rules import BylineRole, LineRule, Words
from kliping.model import Lang

OutletKind = Literal["agency", "broadcaster", "community", "magazine", "newspaper", "portal", "aggregator"]


class BylinePattern(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A byline no label gives away; its groups named `name` (or `name2` …) hold the names."""

    match: str
    yes: str
    no: str
    role: BylineRole = "author"


class Layout(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How an outlet's pages look up to a day; the newest layout has no last day."""

    until: str | None = None
    """Last day of validity, ISO 8601; no two layouts end on the same day."""
    lines: tuple[LineRule, ...] = ()
    caption_below_credit: bool = False
    """A photo's credit stands first, its caption on the line below."""
    no_standfirst: bool = False
    """What stands between its headline and its body is a photo's caption."""
    topic_above_headline: bool = False
    """A few words stand above the headline that tell what several stories are about."""
    unmarked_see_also: bool = False
    """Headlines of other stories stand between its paragraphs without any label."""


class Claim(Struct, frozen=True, forbid_unknown_fields=True):
    """A statement about an outlet, with where it is written and when that was read."""

    words: Words
    source: str
    checked: str | None = None


class Outlet(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A newspaper, portal, broadcaster, agency or community site."""

    name: str
    domains: tuple[str, ...]
    """Host names; sub-domains are included."""
    lang: Lang
    country: str
    """ISO 3166-1 alpha-2."""
    kind: OutletKind
    brands: tuple[str, ...] = ()
    """Spellings of its own name in its own pages (datelines, promos, footers)."""
    aliases: tuple[str, ...] = ()
    """Further names under which others cite it."""
    codes: tuple[str, ...] = ()
    """Small letters that stand for it in the brackets that close a piece."""
    readers: tuple[str, ...] = ()
    """What it calls its readers in its own pages."""
    paid_labels: tuple[str, ...] = ()
    """What it prints before the first sentence or behind the last one of a piece that somebody paid for."""
    wire: bool = False
    """Others print its reports as their own news, so a credit to it is a wire credit."""
    everyday: bool = False
    """Its name is an everyday word: behind other words with capitals it ends another name (`Cook Political Report`)."""
    owner: Claim | None = None
    state: Claim | None = None
    """Its link to a state, if any."""
    copyright: Literal["own", "shared"] = "own"
    """`shared`: its sister outlets print its copyright line, so its name in one does not make it the publisher."""
    dateline: Literal["own", "carried"] = "own"
    """`carried`: others print its datelines unchanged, so its name in one does not make it the publisher."""
    bylines: tuple[BylinePattern, ...] = ()
    layouts: tuple[Layout, ...] = ()
