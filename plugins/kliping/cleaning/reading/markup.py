"""What HTML or Markdown says of an article beside its words, as values; who only asks for them needs no parser."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

Element = Literal["paragraph", "caption", "link", "aside"]
"""What its elements say of a line.

`paragraph`: it is one of the element that holds most of them, the article's text. `caption`: a `figcaption`.
`link`: all its words lead to another page, and it stands apart from the text. `aside`: it stands in a box or menu beside it.
"""


class Statement(NamedTuple):
    """A value the markup states."""

    value: str
    cue: str
    """Which element states it."""


class Statements(NamedTuple):
    """What the markup states about the article."""

    title: Statement | None = None
    heading: Statement | None = None
    """The page's only heading of the first rank."""
    published: Statement | None = None
    updated: Statement | None = None
    publisher: Statement | None = None
    url: Statement | None = None
    authors: tuple[Statement, ...] = ()
    """Fields, each of which may name several."""


class Markup(NamedTuple):
    """What a file's markup says beside its words."""

    statements: Statements
    elements: Mapping[int, Element]
    """What the elements around a line, or its Markdown, say of it, by the line's number."""
