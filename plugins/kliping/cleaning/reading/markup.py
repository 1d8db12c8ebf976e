"""What HTML or Markdown says of an article beside its words, as values; who only asks for them needs no parser."""

import re
from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

_AND = re.compile(r",\s|;\s|\s(?:and|dan|&)\s")
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


class Markup(NamedTuple):
    """What a file's markup says beside its words."""

    statements: Statements
    elements: Mapping[int, Element]
    """What the elements around a line, or its Markdown, say of it, by the line's number."""


def name_authors(names: Iterable[str], cue: str) -> tuple[Statement, ...]:
    """Each author of fields that may name several."""
    return tuple(Statement(part, cue) for name in names for part in _AND.split(name) if part)
