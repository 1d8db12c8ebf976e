"""What HTML or Markdown says about an article beside its words, as values; this module needs no parser."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

Element = Literal["paragraph", "caption", "link", "aside"]
"""What the elements around a line say of it.

`paragraph`: it is a paragraph in the element with most of the running text. `caption`: it stands in a `figcaption`.
`link`: all its words are a link to another page, outside that element. `aside`: it stands in a box or menu.
"""


class Statement(NamedTuple):
    """A value that the markup states."""

    value: str
    cue: str
    """The element that states it."""


class Statements(NamedTuple):
    """What the markup states about the article; None for what it does not state."""

    title: Statement | None = None
    heading: Statement | None = None
    """The only heading of the first rank on the page."""
    published: Statement | None = None
    updated: Statement | None = None
    publisher: Statement | None = None
    url: Statement | None = None
    authors: tuple[Statement, ...] = ()
    """Fields, each of which may name several authors."""


class Markup(NamedTuple):
    """What the markup of a file says beside its words."""

    statements: Statements
    elements: Mapping[int, Element]
    """What elements, or Markdown, say of a line, by the number of the line."""
