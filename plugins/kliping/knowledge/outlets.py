"""What is true of an outlet: the schema of a file in `data/outlets/`; `data/README.md` explains each key."""

from typing import Literal

from msgspec import Struct

from kliping.knowledge.line_rules import BylineRole, LineRule, Words
from kliping.model import Lang

OutletKind = Literal["agency", "broadcaster", "community", "magazine", "newspaper", "portal", "aggregator"]


class BylinePattern(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The form of a byline without a label such as `By`; groups named `name`, `name2` … hold the names."""

    match: str
    yes: str
    no: str
    role: BylineRole = "author"


class Layout(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How an outlet's pages look up to a day; the newest layout has no last day."""

    until: str | None = None
    """Its last day, ISO 8601; no two layouts end on the same day."""
    caption_below_credit: bool = False
    """The credit of a photo stands above its caption."""
    edition_before_dash: bool = False
    """What stands before the first dash is the name of an edition, unless a list knows it as a place."""
    no_standfirst: bool = False
    """What stands between headline and body is always a caption."""
    topic_above_headline: bool = False
    """A few words above the headline name the running story."""
    unmarked_see_also: bool = False
    """Headlines of other stories stand between the paragraphs without a label."""
    lines: tuple[LineRule, ...] = ()


class Claim(Struct, frozen=True, forbid_unknown_fields=True):
    """A statement about an outlet, with where it is written and when that was read."""

    words: Words
    source: str
    checked: str | None = None


class Outlet(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A newspaper, portal, broadcaster, agency or community site."""

    name: str
    domains: tuple[str, ...]
    """Host names, the main one first; sub-domains are included."""
    lang: Lang
    country: str
    """ISO 3166-1 alpha-2."""
    kind: OutletKind
    brands: tuple[str, ...] = ()
    """How it spells its own name in its own pages: in datelines, promos, footers."""
    aliases: tuple[str, ...] = ()
    """Further names under which others cite it."""
    readers: tuple[str, ...] = ()
    """What it calls its readers; nobody else calls them so."""
    paid_labels: tuple[str, ...] = ()
    """Its own labels of pieces that somebody paid for, before the first sentence or behind the last."""
    codes: tuple[str, ...] = ()
    """Small letters that stand for it in the brackets at the end of a piece."""
    wire: bool = False
    """Others print its reports as their own news, so a credit to it is a wire credit."""
    everyday: bool = False
    """Its name is also an everyday word, and may be the end of another name: `Cook Political Report`."""
    copyright: Literal["own", "shared"] = "own"
    """`shared`: its sister outlets print the same copyright line, so that does not tell the publisher."""
    dateline: Literal["own", "carried"] = "own"
    """`carried`: others print its datelines unchanged, so they do not tell the publisher."""
    owner: Claim | None = None
    state: Claim | None = None
    """What ties it to a state, if anything does."""
    bylines: tuple[BylinePattern, ...] = ()
    layouts: tuple[Layout, ...] = ()
