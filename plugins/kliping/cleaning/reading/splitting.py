"""From a text to the lines that the cleaner judges.

Input: the text of a file. Output: its `Line`s. A line keeps its raw characters beside the cleaned ones, because spans count
raw characters.
"""

import re
from collections.abc import Iterator
from itertools import islice

from msgspec import Struct

from kliping.cleaning.reading.mending import clean_text, places_of
from kliping.cleaning.reading.rows import field_break

BREAKS_INSIDE = re.compile(r"[\r\v\f\x1c-\x1e\x85\u2028\u2029]+(?=.)", re.DOTALL)
"""Line breaks of other systems: the ledger counts only line feeds, so these cut one line into several `Line`s."""
_OTHER_BREAK = re.compile(r"[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_WRITTEN_BREAKS = re.compile(r"(?:[\r\v\f\x1c-\x1e\x85\u2028\u2029]|(?:\\r)?\\n)+")
"""The same, and line feeds that a program wrote as two characters, `\\n`."""
FEWEST_WRITTEN = 3
"""Written line feeds from which they are taken for line breaks: fewer may be names of folders."""
_CRAWL_MARK = re.compile(r"\s{0,4}date \d{4}-\d\d(?:-\d\d)?\s+(?=\S)")


class Line(Struct, frozen=True, gc=False):
    """One line of the file, or a part of one that holds line breaks of other systems."""

    number: int
    """The number of the line in the file, from 1."""
    start: int
    """Where `raw` begins in that line."""
    raw: str
    text: str
    """The words: mended, with single spaces and none at the ends."""
    pieces: tuple[tuple[int, "Line"], ...] = ()
    """The lines from which it was joined, each with its place in `text`; `raw` is then that of the first."""


def split_lines(text: str) -> tuple[Line, ...]:
    """The lines of a text, in order; the raw ones, joined again, are the text.

    >>> [line.text for line in split_lines("Satu\\u00a0 kata \\n\\nDua")]
    ['Satu kata', '', 'Dua']
    """
    lines: list[Line] = []
    written = text.count("\\n")
    breaks = (
        _WRITTEN_BREAKS if written >= FEWEST_WRITTEN and written > text.count("\n") else field_break(text) or BREAKS_INSIDE
    )
    several = breaks is not BREAKS_INSIDE or _OTHER_BREAK.search(text) is not None
    for number, raw in enumerate(text.split("\n"), start=1):
        mark = _CRAWL_MARK.match(raw) if number == 1 else None
        if mark:
            lines.append(Line(number, 0, mark[0], clean_text(mark[0])))
            lines.append(Line(number, mark.end(), raw[mark.end() :], clean_text(raw[mark.end() :])))
            continue
        if not several:
            lines.append(Line(number, 0, raw, clean_text(raw)))
            continue
        for start, words, part in _parts(raw, breaks):
            lines.append(Line(number, start, part, clean_text(words)))
    return tuple(lines)


def raw_offset(line: Line, at: int) -> int:
    """The place in the line of the file at which the cleaned character `at` stands."""
    if at <= 0:
        return line.start
    if at >= len(line.text):
        return line.start + len(line.raw)
    indent = len(line.raw) - len(line.raw.lstrip())
    if line.raw.startswith(line.text, indent):
        return line.start + indent + at
    return line.start + next(islice(places_of(line.raw), at, None))


def _parts(raw: str, breaks: re.Pattern[str]) -> Iterator[tuple[int, str, str]]:
    """The parts of a line: where each begins, its words, and all its characters with the break at the end."""
    start = 0
    for match in breaks.finditer(raw):
        yield start, raw[start : match.start()], raw[start : match.end()]
        start = match.end()
    if start < len(raw) or not start:
        yield start, raw[start:], raw[start:]
