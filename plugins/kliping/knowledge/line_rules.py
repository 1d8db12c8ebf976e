"""What is true of single lines: the schema of the rules in the files of languages and outlets."""

from typing import Literal

from msgspec import Struct

from kliping.model import Lang, Role

Words = dict[Lang, str]
"""One text in each language of the readers."""

Where = Literal["top", "middle", "tail", "any"]
BylineRole = Literal["author", "editor", "contributor", "translator"]
"""What a byline can say that somebody did."""
NoticeKind = Literal["community", "paid"]
"""What readers must be told of a piece: that a member of a community wrote it, or that somebody paid for it."""


class Pattern(Struct, frozen=True, forbid_unknown_fields=True):
    """A regular expression over one cleaned line, with a line it must match and one it must not."""

    match: str
    yes: str
    no: str


class LineRule(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Which lines have a role: those that match a phrase as a whole, by their beginning or in part, or a pattern."""

    id: str
    role: Role
    words: Words
    """The reason in plain words, for the page that shows how an article was cleaned."""
    exact: tuple[str, ...] = ()
    """Whole lines."""
    starts: tuple[str, ...] = ()
    """Beginnings of lines."""
    contains: tuple[str, ...] = ()
    """Parts of lines."""
    patterns: tuple[Pattern, ...] = ()
    where: Where = "any"
    """Where it holds: `top` is above the body, `middle` within it, `tail` below it."""
    ends_body: bool = False
    """Nothing below such a line is body."""
    heads_comment: bool = False
    """It stands above the comment of a reader, if it or the line below has a clock time; the body ends above several."""
    heads_caption: bool = False
    """The line below it (`Perbesar`) is the caption of a photo, if that ends with a bracket."""
    leads_on: bool = False
    """It links to the next page; words below it that break off with dots are the beginning of that page."""
    next: bool = False
    """The line below it, or the whole list below it, has the same role: a label alone, above its links."""
    spares_sentences: bool = False
    """An article may say so too, so a full sentence that the line model does not take for the site's stays."""
    notice: NoticeKind | None = None
    """What readers must be told of a piece with such a line."""
    names_publisher: bool = False
    """Only the outlet itself prints such a line, so it tells the publisher."""
