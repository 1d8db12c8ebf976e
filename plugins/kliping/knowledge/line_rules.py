"""What is true of a line: the rules that the files of languages and outlets have."""

from typing import Literal

from msgspec import Struct

from kliping.model import Lang, Role

Words = dict[Lang, str]
"""The same words in each language of the reader."""

Where = Literal["top", "middle", "tail", "any"]
BylineRole = Literal["author", "editor", "contributor", "translator"]
"""What a byline can say that somebody did."""
NoticeKind = Literal["community", "paid"]
"""What readers must be told of a piece: a member of a community wrote it, somebody paid for it."""


class Pattern(Struct, frozen=True, forbid_unknown_fields=True):
    """A regular expression over one cleaned line, with a line it must match and one it must not."""

    match: str
    yes: str
    no: str


class LineRule(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Lines that have one role: matched whole, by their beginning or by a pattern; case is ignored."""

    id: str
    role: Role
    words: Words
    """The reason in plain words, for the ledger page."""
    exact: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()
    contains: tuple[str, ...] = ()
    patterns: tuple[Pattern, ...] = ()
    where: Where = "any"
    """`top`: before the body; `tail`: after it; `middle`: within it."""
    ends_body: bool = False
    """After such a line nothing is body any more."""
    heads_comment: bool = False
    """Such a line with a clock time in it or below it stands above a reader's comment; the body ends before several."""
    heads_caption: bool = False
    """The line below it that ends with a bracket is a photo's caption (`Perbesar`)."""
    leads_on: bool = False
    """It leads to the next page; words cut short with dots below it are the next page's first."""
    next: bool = False
    """The line after it, or all of the list after it, has the same role (a label alone, its links below)."""
    notice: NoticeKind | None = None
    """What readers must be told when the line stands in a file."""
    names_publisher: bool = False
    """Such a line is the outlet's own voice, so it is evidence of the publisher."""
