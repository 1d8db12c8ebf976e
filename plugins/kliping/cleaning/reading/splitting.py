"""Text to the lines that the cleaner judges.

Input: a file's text. Output: its `Line`s. A line keeps its raw characters beside the cleaned ones, so that spans always
count raw characters.
"""

import re
from collections.abc import Iterator
from itertools import islice

from msgspec import Struct

from kliping.cleaning.reading.mending import clean_text, places_of
from kliping.cleaning.reading.rows import field_break

BREAKS_INSIDE = re.compile(r"[\r\v\f\x1c-\x1e\x85\u2028\u2029]+(?=.)", re.DOTALL)
"""Line breaks of other systems; the ledger counts line feeds only, so these part a line into several."""
_OTHER_BREAK = re.compile(r"[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_WRITTEN_BREAKS = re.compile(r"(?:[\r\v\f\x1c-\x1e\x85\u2028\u2029]|(?:\\r)?\\n)+")
"""The same where a program wrote its strings as they stand in its source: `\\n` are two characters."""
FEWEST_WRITTEN = 3
"""Fewer may be names of folders."""
_CRAWL_MARK = re.compile(r"\s{0,4}date \d{4}-\d\d(?:-\d\d)?\s+(?=\S)")


class Line(Struct, frozen=True, gc=False):
    """One line of the file, or a part of one where it holds other systems' line breaks."""

    number: int
    """From 1, counting line feeds."""
    start: int
    """Where `raw` begins in that line."""
    raw: str
    text: str
    """The words: repaired, composed, single spaces, none at the ends."""
    pieces: tuple[tuple[int, "Line"], ...] = ()
    """The lines it was joined from, each with its place in `text`; `raw` is then the first's."""


def split_lines(text: str) -> tuple[Line, ...]:
    """The lines of a text in order; joined again they give the text.

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
    """Where the cleaned character `at` stands in the whole raw line of the file."""
    if at <= 0:
        return line.start
    if at >= len(line.text):
        return line.start + len(line.raw)
    indent = len(line.raw) - len(line.raw.lstrip())
    if line.raw.startswith(line.text, indent):
        return line.start + indent + at
    return line.start + next(islice(places_of(line.raw), at, None))


def _parts(raw: str, breaks: re.Pattern[str]) -> Iterator[tuple[int, str, str]]:
    """Where each part of a line begins, its words, and all of it with the break at its end."""
    start = 0
    for match in breaks.finditer(raw):
        yield start, raw[start : match.start()], raw[start : match.end()]
        start = match.end()
    if start < len(raw) or not start:
        yield start, raw[start:], raw[start:]
