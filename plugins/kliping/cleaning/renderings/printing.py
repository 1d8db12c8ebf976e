"""What a browser prints on every page: headline and day at the top, address and number at the foot.

Input: a file's lines. Output: its running lines, by their place in the file.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kliping.cleaning.reading import Line

NEAR = 3
"""So many lines at most stand at the top or the foot of each page."""
_PAGE = "\f"
_DIGITS = re.compile(r"\d+")
_HEAD = re.compile(r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}[:.]\d\d(?: ?[AP]M)? +(?=\S)")
_FOOT = re.compile(r"(?:(?:https?|file)://\S+ )?\d{1,3}/\d{1,3}")
"""`https://contoh.example/a 1/4`"""
_ADDRESS = re.compile(r"https?://\S+")


class Printed(NamedTuple):
    """A file that was printed on pages."""

    running: frozenset[int]
    """The lines that stand on every page."""
    heads: tuple[str, ...]
    """The words above each page, without the time of printing."""
    starts: frozenset[int]
    """The first lines of pages."""
    address: tuple[int, int] | None
    """The last running line that begins with the page's address, and how many of its characters that takes."""


NO_PRINT = Printed(frozenset(), (), frozenset(), None)
"""A file without pages."""


def find_print(lines: Sequence[Line]) -> Printed:
    """What is printed on every page of a file that has pages."""
    starts = frozenset(at for at, line in enumerate(lines) if _PAGE in line.raw)
    if not starts:
        return NO_PRINT
    pages = [page for page in _pages(lines, starts) if page]
    tops = [at for page in pages for at in page[:NEAR]]
    feet = [at for page in pages for at in page[-NEAR:]]
    running = {at for some in (tops, feet) for at in _repeated(lines, some, len(pages))}
    running |= {at for at in feet if _FOOT.fullmatch(lines[at].text)}
    running |= {page[0] for page in pages if _HEAD.match(lines[page[0]].text)}
    heads = (_HEAD.sub("", lines[at].text) for at in sorted(running.intersection(tops)))
    addresses = ((at, found) for at in sorted(running, reverse=True) if (found := _ADDRESS.match(lines[at].text)))
    address = next(((at, found.end()) for at, found in addresses), None)
    return Printed(frozenset(running), tuple(dict.fromkeys(heads)), starts, address)


def _pages(lines: Sequence[Line], starts: frozenset[int]) -> Iterator[list[int]]:
    """The lines with words of each page."""
    page: list[int] = []
    for at, line in enumerate(lines):
        if at in starts:
            yield page
            page = []
        if line.text:
            page.append(at)
    yield page


def _repeated(lines: Sequence[Line], some: Sequence[int], pages: int) -> Iterator[int]:
    """The lines that stand on more than half of the pages; they may differ in their numbers."""
    keys = [_DIGITS.sub("0", lines[at].text) for at in some]
    counts = Counter(keys)
    yield from (at for at, key in zip(some, keys, strict=True) if counts[key] > 1 and counts[key] * 2 > pages)
