"""Paragraphs that a program broke at its margin, joined before anybody judges them.

`w3m -dump`, `lynx -dump`, `pandoc -t plain`, mails and PDF files write a paragraph on as many lines as it takes.
A broken line looks like a caption or a headline; the paragraph does not.

Input: a file's lines. Output: the same lines in order, the lines of one paragraph as one `Line`.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate, chain, pairwise
from typing import NamedTuple

from kliping.cleaning.forms.shapes import ends_sentence
from kliping.cleaning.reading import Line
from kliping.cleaning.renderings.pieces import as_one
from kliping.cleaning.renderings.printing import NO_PRINT, Printed
from kliping.cleaning.words import bare_words, words_of

NARROWEST, WIDEST = 40, 140
"""Characters of a line that is broken at a margin."""
FEWEST, FEWEST_UNEVEN = 3, 5
"""Sentences that go on below a broken line; fewer tell nothing, where letters are not of one width least."""
EXPLAINED = 0.8
"""The share of them that the margin has to explain."""
FULL = 0.75
"""The part of the margin that a broken line fills, where letters are not of one width."""
OVER = 0.2
"""The share of the characters beyond the margin: addresses, tables and pictures made of signs cannot be broken."""
NEARLY_ALL = 0.95
"""So many of the broken lines are no wider than the margin, where letters are not of one width."""
WIDER = 1.2
"""The widest of them are hardly wider than that."""
NEAR = 6
"""Lines on each side by which the width is told where letters are of several sizes."""
CENTRED = 6
"""Characters; the room before a centred line is wider than any indent, and may be so unlike that behind it."""
HEADS, HEADLINE_LINES = 3, 6
"""Of a print's heads the first may hold the headline, which takes at most so many lines."""
DASHES = "-–—"
_ITEM = re.compile(r"(?:[*+o•●▪◦‣·]|\d{1,3}[.)]) |[•●▪◦‣]")
ADDRESS = ("http://", "https://", "www.")


class Margin(NamedTuple):
    """Where lines end."""

    width: int
    """Characters of the longest line there is room for."""
    is_exact: bool
    """Whether letters are of one width, so that a line ends where the next word had no room."""


class _Row(NamedTuple):
    """A line as the program wrote it."""

    text: str
    """Its words."""
    length: int
    """With what stands before its first word."""
    indent: int
    first: int
    """The length of its first word."""


def join_wrapped(lines: Sequence[Line], apart: Collection[int] = (), printed: Printed = NO_PRINT) -> tuple[Line, ...]:
    """The lines, those of one paragraph joined, where the file is broken at a margin.

    Lines whose numbers are in `apart` stay as they are.
    """
    total = sum(len(line.text) for line in lines)
    if sum(len(line.text) for line in lines if len(line.text) > WIDEST) > OVER * total:
        return tuple(lines)
    rows = [_row(line) for line in lines]
    margin = find_margin(rows, is_printed=len(printed.starts) > 0)
    if margin is None:
        return tuple(lines)
    return tuple(_Page(lines, rows, margin, frozenset(apart), printed).joined())


def find_margin(rows: Sequence[_Row], *, is_printed: bool = False) -> Margin | None:
    """The margin that explains where sentences are broken; None if none does."""
    pairs = ((above, row) for above, row in pairwise(rows) if above.text and row.text)
    cut = [(above, row) for above, row in pairs if NARROWEST <= above.length <= WIDEST and _is_cut(above, row)]
    if len(cut) < FEWEST:
        return None
    lengths = sorted(above.length for above, _ in cut)
    width, fits = _best_width(cut)
    is_exact = fits >= max(FEWEST, EXPLAINED * sum(FULL * width <= length for length in lengths))
    if not is_exact:
        width = lengths[int(NEARLY_ALL * (len(lengths) - 1))]
        if len(cut) < FEWEST_UNEVEN:
            return None
        if not is_printed and sum(FULL * width <= length for length in lengths) < EXPLAINED * len(lengths):
            return None
    written = [row.length for row in rows if " " in row.text]
    over = sum(length for length in written if length > width * (1 if is_exact else WIDER))
    return Margin(width, is_exact) if is_printed or over <= OVER * sum(written) else None


def _best_width(cut: Sequence[tuple[_Row, _Row]]) -> tuple[int, int]:
    """The width at which most broken lines fit, but not with the first word of the line below; and how many fit."""
    steps: Counter[int] = Counter()
    for above, row in cut:
        steps[above.length] += 1
        steps[above.length + row.first + 1] -= 1
    counts = accumulate(steps[width] for width in range(WIDEST + 1))
    fits, width = max((fits, -width) for width, fits in enumerate(counts))
    return -width, fits


def _row(line: Line) -> _Row:
    raw = ("".join(piece.raw for _, piece in line.pieces) if line.pieces else line.raw).rstrip()
    bare = raw.lstrip("> \t\f")
    return _Row(line.text, len(raw), len(raw) - len(bare), len(bare.partition(" ")[0]))


def _is_cut(above: _Row, row: _Row) -> bool:
    """Whether a sentence can only go on here."""
    return row.text[0].islower() and not ends_sentence(above.text)


class _Page:
    """The lines of a file that is broken at a margin."""

    def __init__(
        self, lines: Sequence[Line], rows: Sequence[_Row], margin: Margin, apart: frozenset[int], printed: Printed
    ) -> None:
        self.lines, self.rows, self.margin, self.apart, self.printed = lines, rows, margin, apart, printed
        counts = Counter(chain.from_iterable(words_of(row.text) for row in rows))
        is_typeset = not margin.is_exact or len(printed.starts) > 0
        self.words = frozenset(word for word in counts if counts[word] > 1) if is_typeset else None
        """Words that are no rest of one that a hyphen broke; None where no typesetter did."""
        below = (at for at in range(1, len(rows)) if rows[at].text and ends_sentence(rows[at - 1].text))
        self.is_tight = sum(not self._is_full(at) for at in below) >= FEWEST
        """Whether paragraphs have no blank line between them."""
        self.heads = [bare_words(head) for head in printed.heads[:HEADS]]

    def joined(self) -> Iterator[Line]:
        """The lines, each paragraph as one."""
        start = 0
        while start < len(self.lines):
            end = start + 1
            while self.rows[end - 1].text and (below := self._below(start, end)) is not None:
                end = below + 1
            yield as_one(_parts(self.lines[start:end], self.words)) if end > start + 1 else self.lines[start]
            start = end

    def _below(self, start: int, end: int) -> int | None:
        """The line on which the paragraph from `start` to `end` goes on; None if it has ended."""
        at = next((one for one in range(end, len(self.rows)) if not self._is_between(one)), len(self.rows))
        if at == len(self.rows) or not self.rows[at].text:
            return None
        if not self.apart.isdisjoint(line.number for line in self.lines[end - 1 : at + 1]):
            return None
        above, row = self.rows[end - 1], self.rows[at]
        if at == end:
            goes_on = self._goes_on(start, at) or self._is_headline(start, at)
        elif self.printed.starts.isdisjoint(range(end, at + 1)):
            goes_on = self.rows[end].length > 0 and above.length <= self.margin.width * WIDER and _is_cut(above, row)
        else:
            goes_on = above.length >= FULL * self.margin.width and _is_cut(above, row)
        return at if goes_on else None

    def _is_between(self, at: int) -> bool:
        """Whether a line holds nothing of the author's: only marks, or in a print nothing."""
        return not self.rows[at].text and (self.rows[at].length > 0 or len(self.printed.starts) > 0)

    def _is_headline(self, start: int, at: int) -> bool:
        """Whether the words up to a line are those that a print repeats above each page."""
        if not self.heads or at - start > HEADLINE_LINES:
            return False
        words = bare_words(" ".join(row.text for row in self.rows[start : at + 1]))
        return any(words in head for head in self.heads)

    def _goes_on(self, start: int, at: int) -> bool:
        """Whether a line is the next one of the paragraph that begins on another."""
        begin, above, row = self.rows[start], self.rows[at - 1], self.rows[at]
        if row.text.startswith(ADDRESS) or _ITEM.match(row.text):
            return False
        hangs = above is begin and (_ITEM.match(begin.text) or begin.text[0] in DASHES)
        if row.indent > above.indent and not hangs and not self._is_centred(row):
            return False
        is_end = ends_sentence(above.text) and not ends_sentence(row.text) and not self._is_full(at + 1)
        if is_end and self.is_tight:
            return False  # a heading or a day without a blank line above; of a paragraph it would be the end
        if self.margin.is_exact:
            return self._is_full(at)
        width = self._width_near(at) if self.printed.starts else self.margin.width
        is_near = FULL * width <= above.length <= WIDER * self.margin.width
        return is_near and (self._is_full(at) or not ends_sentence(above.text))

    def _is_full(self, at: int) -> bool:
        """Whether the first word of a line had no room on the one above."""
        if at == len(self.rows) or not self.rows[at].text:
            return False
        above, row, width = self.rows[at - 1], self.rows[at], self.margin.width
        return above.length <= width * (WIDER if self._is_centred(row) else 1) and width < above.length + 1 + row.first

    def _is_centred(self, row: _Row) -> bool:
        """Whether there is as much room before the words as behind them, as lynx sets headlines."""
        return row.indent > CENTRED and abs(row.indent + row.length - self.margin.width) <= CENTRED

    def _width_near(self, at: int) -> int:
        """The width of the lines around one: a print may have letters of several sizes."""
        near = sorted(row.length for row in self.rows[max(0, at - NEAR) : at + NEAR] if row.text)
        return max(NARROWEST, near[len(near) * 3 // 4])


def _parts(lines: Sequence[Line], known: Collection[str] | None) -> Iterator[tuple[str, str, Line]]:
    """Each line's words and the glue before them; words broken by a hyphen are whole again."""
    glue = ""
    filled = [line for line in lines if line.text]
    below = dict(zip(map(id, filled), (line.text for line in filled[1:]), strict=False))
    for line in lines:
        rest = below.get(id(line), "")
        is_hyphenated = line.text[-1:] == "-" and line.text[-2:-1].isalpha() and rest[:1].isalpha()
        is_broken = is_hyphenated and known is not None and _is_broken(line.text, rest, known)
        words = line.text[:-1] if is_broken else line.text
        yield glue if words else "", words, line
        if words:
            glue = "" if is_hyphenated else " "


def _is_broken(above: str, below: str, known: Collection[str]) -> bool:
    """Whether the hyphen at the end of a line only breaks the word; in `anak-` and `anak` it is part of it."""
    rest = words_of(below.partition(" ")[0])
    begun = above.rpartition(" ")[2].rstrip("-")
    return below[0].islower() and not below.startswith(begun) and rest[0] not in known
