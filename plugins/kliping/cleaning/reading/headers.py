"""The header that some scrapers write above a text in Markdown.

Input: a text. Output: how many lines its header has, and the fields in it.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

LONGEST = 60
"""Lines of the longest header."""
_JINA_FIRST, _JINA_END = "Title:", "Markdown Content:"
_MATTER = "---"
_FIELD = re.compile(r"([A-Za-z][A-Za-z_ ]{1,24}):(?:\s+(.*))?$")
_ITEM = re.compile(r"\s*- +(.*)")
_QUOTES = "\"'"
_KNOWN = {
    "title": "title",
    "url source": "url",
    "url": "url",
    "source": "url",
    "published time": "published",
    "published": "published",
    "date": "published",
    "author": "author",
    "authors": "author",
    "sitename": "publisher",
}
"""What each field states. `Title:`, `URL Source:` and `Published Time:` are Jina Reader's; the others stand in the front
matter that trafilatura, Defuddle and web clippers write."""


class Header(NamedTuple):
    """The lines above the text itself."""

    length: int = 0
    """In lines."""
    fields: tuple[tuple[str, str, str], ...] = ()
    """For each field, what it states, its value, and its name as it is written."""


def read_header(text: str) -> Header:
    """The header of a text; an empty one if it has none.

    >>> read_header("Title: Air Naik\\n\\nURL Source: https://a.id/b\\n\\nMarkdown Content:\\nAir naik.")
    Header(length=5, fields=(('title', 'Air Naik', 'Title'), ('url', 'https://a.id/b', 'URL Source')))
    """
    lines = text.lstrip().split("\n", LONGEST)[:LONGEST]
    above = text[: len(text) - len(text.lstrip())].count("\n")
    first, rest = lines[0].strip(), list(map(str.rstrip, lines[1:]))
    end = _MATTER if first == _MATTER else _JINA_END if first.startswith(_JINA_FIRST) else None
    if end is None or end not in rest:
        return Header()
    own = [first, *rest[: rest.index(end)]]
    fields = tuple(_fields(own))
    return Header(above + len(own) + 1, fields) if fields else Header()


def _fields(lines: list[str]) -> Iterator[tuple[str, str, str]]:
    """The known fields; each entry of a list is a field by itself, with the name of the list."""
    name = ""
    for line in lines:
        field, item = _FIELD.match(line), _ITEM.match(line)
        name = field[1] if field else name
        value = (field[2] if field else item[1] if item else None) or ""
        if name.lower() in _KNOWN and value.strip(f"{_QUOTES}[] "):
            yield _KNOWN[name.lower()], value.strip(f"{_QUOTES}[] "), name
