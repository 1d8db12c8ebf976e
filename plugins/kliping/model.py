"""The values that pass from stage to stage: a span of a line, a fact with its basis, an article.

All are immutable and compare by value. `Article` is the contract of `kliping parse --json`: its fields are the keys.
Structs rather than dataclasses, because one definition then encodes to JSON, decodes a cache and yields the schema.
"""

from enum import StrEnum

from msgspec import Struct

Lang = str
"""A language tag as in BCP 47, such as `id` or `en`."""


class Role(StrEnum):
    """What a span of the file is; the closed list of the ledger."""

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
"""Roles whose words move into a field or a note; the roles in neither set are removals."""


class Basis(StrEnum):
    """How a value is known."""

    TEXT = "text"
    MARKUP = "markup"
    INFERRED = "inferred"
    GENERATED = "generated"
    """No value of ours has it; the contract of `kliping parse` keeps a place for it."""
    CURATOR = "curator"


class Span(Struct, frozen=True, gc=False):
    """One stretch of one line and its fate; holds nothing that could lead back to it, so no collector need follow it."""

    line: int
    """From 1, over the decoded text split at line feeds."""
    start: int
    end: int
    """Character offsets in that line, `end` excluded."""
    role: Role
    rule: str
    """Name of the rule that decided, such as `id.see_also` or `caption_repeated`."""


class Finding(Struct, frozen=True):
    """Something doubtful that a curator should look at; nothing was lost because of it."""

    line: int | None
    code: str
    message: str


class Fact(Struct, frozen=True, kw_only=True):
    """A value and how it is known."""

    value: str
    basis: Basis
    line: int | None = None
    """The line it was read from, where the basis is the text."""
    cue: str | None = None
    """The very words that gave it away."""
    rule: str | None = None
    """Name of the rule that read it."""


class Moment(Fact, frozen=True, kw_only=True):
    """A point in time: `value` is ISO 8601, as precise as `precision` says, with the zone the text names."""

    precision: str
    """`minute`, `day`, `month` or `year`."""


class Publisher(Fact, frozen=True, kw_only=True):
    """Who published the piece; `value` is the outlet's name."""

    outlet: str | None
    """The outlet's id, or None for one that no data file describes."""


class Author(Fact, frozen=True, kw_only=True):
    """A person or a pair of initials named as having made the piece."""

    role: str
    """`author`, `editor`, `contributor`, `initials` or `translator`."""


class Medium(Fact, frozen=True, kw_only=True):
    """A wire the piece is taken from, or a medium it cites."""

    outlet: str | None
    """The outlet's id, or None for one that no data file describes."""
    url: str | None = None
    """The address the text prints for it."""


class Figure(Struct, frozen=True, kw_only=True):
    """A photo's words; the photo itself is never taken."""

    caption: str
    credit: str | None
    date: str | None
    """The day the caption names, ISO 8601."""
    line: int


class Block(Struct, frozen=True, kw_only=True):
    """One paragraph, heading, quotation or list of the body."""

    kind: str
    """`paragraph`, `heading`, `quote` or `list` (one item a line of `text`)."""
    text: str
    line: int
    anchor: str
    """`p1`, `p2` … over paragraphs, quotations and lists; `h1` … over headings."""


class SeeAlso(Struct, frozen=True, kw_only=True):
    """A line that points to another story."""

    text: str
    line: int


class Notice(Struct, frozen=True, kw_only=True):
    """What kind of piece it is, where readers must be told: `community` or `paid`."""

    value: str
    basis: Basis
    line: int | None = None
    cue: str | None = None


class Tag(Struct, frozen=True, kw_only=True):
    """A vocabulary entry the article names."""

    id: str
    basis: Basis
    line: int | None
    """The line of its first mention."""
    because: str
    """The words matched."""


class TopicLink(Struct, frozen=True, kw_only=True):
    """A topic the article belongs to, and why."""

    id: str
    basis: Basis
    because: str


class Article(Struct, frozen=True, kw_only=True):
    """One article, with every value's basis and every character's fate."""

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
    """The newest full date the body names; it orders undated pieces and is never shown as a publication date."""
    findings: tuple[Finding, ...]
    ledger: tuple[Span, ...]
