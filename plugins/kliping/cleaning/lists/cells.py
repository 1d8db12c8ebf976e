"""Which lines are cells of the article's tables, or hours, years and numbers that stand alone above its parts.

Input: a page, and what the line model says of its lines. Output: rows of lines.
"""

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import TYPE_CHECKING

from kliping.cleaning.forms.shapes import announces, ends_sentence
from kliping.cleaning.lists.entries import is_advert, is_button

if TYPE_CHECKING:
    from kliping.cleaning.overview.liking import Liking
    from kliping.cleaning.page import Page

CELL_WORDS = 4
"""A cell has no more spaces."""
COLUMNS = range(2, 7)
"""How many cells a row may have."""
MOST = 600
"""Cells of the longest table."""
ROWS = 3
"""Fewer rows tell nothing."""
YEARS, LONG_NUMBER = range(1500, 2101), 3
"""Numbers that are years, and figures of a number that does not count parts of the article."""
LONGEST_NUMBER = 15
"""Characters of a number in a cell."""
LONGEST_CLOCK = 23
"""Characters of a clock time alone."""
NOON = 12
_NUMBER = re.compile(r"[€£$]?[+−-]?\d{1,3}(?:[.,]?\d{3})*(?:[.,]\d+)?%?|\d{1,2}[.:]\d\d")
_CLOCK = re.compile(
    r"(?:[^\W\d_]{2,6}\.? )?(?P<hour>\d{1,2})[.:](?P<minute>\d\d) ?(?:(?P<half>[apAP])\.?[mM]\.?)?(?: ?[A-Z]{2,4})?"
)
"""`14.05`, `Pukul 14.05 WIB`, `2:05pm`."""


def find_parted(page: "Page", liking: "Liking") -> Iterator[list[int]]:
    """Hours, years or numbers alone, each right above a sentence of the article, that go up or down from part to part."""
    row: list[int] = []
    values: list[tuple[str, int]] = []
    for at in page.filled(0, len(page)):
        value = _value(page.text(at))
        if value is None or not _heads_sentence(page, at, liking):
            continue
        if values and not _goes_on(values, value):
            yield from _told(row)
            row, values = [], []
        row.append(at)
        values.append(value)
    yield from _told(row)


def _told(row: list[int]) -> Iterator[list[int]]:
    if len(row) > 1:
        yield row


def _heads_sentence(page: "Page", at: int, liking: "Liking") -> bool:
    below = page.next_filled(at)
    return below is not None and ends_sentence(page.text(below)) and liking.is_kept(below) and not page.is_known(below)


def _value(text: str) -> tuple[str, int] | None:
    """What a line is that is a number or a clock time alone, and how much it says."""
    if text.isascii() and text.isdigit() and text[0] != "0":
        return ("year", int(text)) if int(text[:5]) in YEARS else ("number", int(text)) if len(text) < LONG_NUMBER else None
    clock = _CLOCK.fullmatch(text) if len(text) <= LONGEST_CLOCK else None
    if clock is None:
        return None
    hour = int(clock["hour"])
    if clock["half"]:
        hour = hour % NOON + (NOON if clock["half"] in "pP" else 0)
    return "clock", hour * 60 + int(clock["minute"])


def _goes_on(values: list[tuple[str, int]], value: tuple[str, int]) -> bool:
    """Whether the next value is of the same kind and goes the same way; numbers that count follow each other."""
    (kind, last), (other, now) = values[-1], value
    if kind != other or now == last or (kind == "number" and abs(now - last) != 1):
        return False
    return len(values) < 2 or (now > last) == (last > values[-2][1])


def find_cells(page: "Page", liking: "Liking") -> Iterator[list[int]]:
    """Lines of a few words right below a line of the article, every second or third of which is a number."""
    row: list[int] = []
    above: int | None = None
    for at in (*page.filled(0, len(page)), None):
        if at is not None and is_advert(page, at):
            continue
        is_below = above is not None and liking.is_sure(above)
        if at is not None and (is_below or liking.is_sure(at)) and _is_cell(page, at):
            row.append(at)
            continue
        if is_below and above is not None and 0 < len(row) <= MOST:
            yield from _tabled(page, above, row)
        row, above = [], at


def _is_cell(page: "Page", at: int) -> bool:
    text = page.text(at)
    if text.count(" ") > CELL_WORDS or ends_sentence(text) or announces(text):
        return False
    return _is_number(text) or not (page.is_known(at) or page.credits[at] is not None or is_button(page, at))


def _is_number(text: str) -> bool:
    return len(text) <= LONGEST_NUMBER and _NUMBER.fullmatch(text) is not None


def _tabled(page: "Page", above: int, row: list[int]) -> Iterator[list[int]]:
    """The cells that repeat one order of words and numbers, below a heading of the columns at most."""
    is_number = [_is_number(page.text(at)) for at in row]
    if all(is_number):
        pager = [str(number) for number in range(1, len(row) + 1)]
        if len(row) >= ROWS and announces(page.text(above)) and [page.text(at) for at in row] != pager:
            yield row
        return
    orders = ((columns, start) for columns in COLUMNS for start in range(columns + 1))
    length, columns, start = max(
        ((_length(is_number, *order), *order) for order in orders), key=lambda found: (found[0], -found[1], -found[2])
    )
    if length >= ROWS * columns:
        yield row[: start + length]


def _length(is_number: list[bool], columns: int, start: int) -> int:
    """How many cells from `start` on repeat the order of the first row, whole rows only."""
    first = is_number[start : start + columns]
    if True not in first or False not in first:
        return 0
    places = range(start, len(is_number))
    same = len(list(takewhile(lambda place: is_number[place] == first[(place - start) % columns], places)))
    return same - same % columns
