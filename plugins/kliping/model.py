"""The values that pass from stage to stage: a span of a line, a fact with its basis, an article.

All are immutable and compare by value. `Article` is the contract of `kliping parse --json`: its fields are the keys there.
They are msgspec Structs and not dataclasses, because one definition then writes JSON, reads a cache and gives the schema.
"""

import re
from enum import StrEnum

from msgspec import Struct

Lang = str
"""A language tag as in BCP 47, such as `id` or `en`."""


class Role(StrEnum):
    """What a span of the file is: the ledger knows no other roles."""

    TITLE = "title"
    STANDFIRST = "standfirst"
    PUBLISHED = "published"
    BYLINE = "byline"
    DATELINE = "dateline"
    CAPTION = "caption"
    CREDIT = "credit"
    HEADING = "heading"
    BODY = "body"
    QUOTE = "quote"
    LIST = "list"
    SIGNOFF = "signoff"
    SOURCE = "source"
    SEE_ALSO = "see_also"
    KEYWORD = "keyword"
    DISCLAIMER = "disclaimer"
    DUPLICATE = "duplicate"
    BOILERPLATE = "boilerplate"
    BLANK = "blank"


KEPT_ROLES = frozenset({Role.TITLE, Role.STANDFIRST, Role.CAPTION, Role.HEADING, Role.BODY, Role.QUOTE, Role.LIST})
"""Roles whose words a reader sees as the article."""

MOVED_ROLES = frozenset(
    {
        Role.PUBLISHED,
        Role.BYLINE,
        Role.DATELINE,
        Role.CREDIT,
        Role.SIGNOFF,
        Role.SOURCE,
        Role.SEE_ALSO,
        Role.KEYWORD,
        Role.DISCLAIMER,
    }
)
"""Roles whose words move into a field or a note; spans of the roles in neither set are removed."""

BLOCK_KINDS = {Role.BODY: "paragraph", Role.HEADING: "heading", Role.QUOTE: "quote", Role.LIST: "list"}
"""Roles of the lines of which the blocks of the body are made, each with the kind of its blocks."""

ANCHOR = re.compile(r"[ph]([1-9]\d*)")
"""The anchor of a block; `Block.anchor` says what its letter and its number mean."""


class Basis(StrEnum):
    """How a value is known; `docs/parse.md` explains each."""

    TEXT = "text"
    MARKUP = "markup"
    INFERRED = "inferred"
    GENERATED = "generated"
    """Never used so far; the contract of `kliping parse` reserves it."""
    CURATOR = "curator"


class Span(Struct, frozen=True, gc=False):  # plain values: nothing in it could lead back to it
    """One stretch of one line, and its fate."""

    line: int
    """From 1, over the decoded text split at line feeds."""
    start: int
    end: int
    """Character offsets in that line, `end` excluded."""
    role: Role
    rule: str
    """The name of the rule that decided, such as `id.see_also` or `caption_repeated`."""


class Finding(Struct, frozen=True):
    """A doubt that a curator should look into; nothing was removed because of it."""

    line: int | None
    code: str
    message: str


class Fact(Struct, frozen=True, kw_only=True):
    """A value, and how it is known."""

    value: str
    basis: Basis
    line: int | None = None
    """The line it was read from, if the basis is `text`."""
    cue: str | None = None
    """The very words from which it was read."""
    rule: str | None = None
    """The name of the rule that read it."""


class Moment(Fact, frozen=True, kw_only=True):
    """A point in time: `value` is ISO 8601, no more precise than `precision`, with the zone that the text names."""

    precision: str
    """`minute`, `day`, `month` or `year`."""


class Publisher(Fact, frozen=True, kw_only=True):
    """The outlet that published the piece; `value` is its name."""

    outlet: str | None
    """The outlet's id, or None for one that no data file describes."""


class Author(Fact, frozen=True, kw_only=True):
    """A person who made the piece, or the initials of one."""

    role: str
    """`author`, `editor`, `contributor`, `initials` or `translator`."""


class Medium(Fact, frozen=True, kw_only=True):
    """A wire from which the piece is taken, or a medium that it cites."""

    outlet: str | None
    """The outlet's id, or None for one that no data file describes."""
    url: str | None = None
    """The address that the text gives for it."""


class Figure(Struct, frozen=True, kw_only=True):
    """The words beside a photo; the photo itself is never taken over."""

    caption: str
    credit: str | None
    date: str | None
    """The day that the caption names, ISO 8601."""
    line: int


class Block(Struct, frozen=True, kw_only=True):
    """One paragraph, heading, quotation or list of the body."""

    kind: str
    """One of those in `BLOCK_KINDS`; a `list` has one item a line of `text`."""
    text: str
    line: int
    anchor: str
    """`p1`, `p2` … over paragraphs, quotations and lists; `h1` … over headings."""


class SeeAlso(Struct, frozen=True, kw_only=True):
    """A line that points to another story."""

    text: str
    line: int


class Notice(Struct, frozen=True, kw_only=True):
    """What readers must be told of the piece: `community`, a member of one wrote it, or `paid`, somebody paid for it."""

    value: str
    basis: Basis
    line: int | None = None
    cue: str | None = None


class Tag(Struct, frozen=True, kw_only=True):
    """An entry of the vocabulary that the article names."""

    id: str
    basis: Basis
    line: int | None
    """The line of its first mention."""
    because: str
    """The words that name it."""


class TopicLink(Struct, frozen=True, kw_only=True):
    """A topic to which the article belongs, and why."""

    id: str
    basis: Basis
    because: str


class Article(Struct, frozen=True, kw_only=True):
    """One article, with the basis of each value and the fate of each character."""

    id: str
    source_path: str
    lang: Lang
    title: Fact | None
    standfirst: Fact | None
    published: Moment | None
    updated: Moment | None
    publisher: Publisher | None
    authors: tuple[Author, ...]
    dateline: Fact | None
    wires: tuple[Medium, ...]
    cited: tuple[Medium, ...]
    url: Fact | None
    """The address of this very page at its outlet."""
    original_url: Fact | None
    """Where the original can be read: the source the text prints, else `url`."""
    figures: tuple[Figure, ...]
    blocks: tuple[Block, ...]
    see_also: tuple[SeeAlso, ...]
    keywords: tuple[str, ...]
    notices: tuple[Notice, ...]
    tags: tuple[Tag, ...]
    topics: tuple[TopicLink, ...]
    reports_until: Moment | None
    """The newest full date in the body: it orders articles without a date, and is never shown as their own."""
    findings: tuple[Finding, ...]
    ledger: tuple[Span, ...]
