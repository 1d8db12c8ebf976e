"""Marks that programs write between the words: numbers and addresses of links, signs before quoted lines, quotes around all.

Input: a file's lines. Output: by the line's place in the file, where such marks stand among its words.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from kliping.cleaning.reading import Line

Stretch = tuple[int, int]
Marks = Iterator[tuple[int, Stretch]]
"""The place of a line, and a stretch of its words."""

FEWEST = 3
"""Marks of one kind; fewer may be the author's own."""
MOST_LINES = 0.6
"""The share of a mail's lines that are quoted."""
_NUMBER = re.compile(r"\[(\d{1,4})\](?=([^\W_]|[\"'“‘#@$])?)")
_LISTED = re.compile(r"\d{1,4}\. (?:https?|ftps?|file|mailto|tel|javascript|data|whatsapp|android-app):\S*")
_LIST_HEADS = frozenset(("References", "Visible links", "Visible links:", "Hidden links:"))
_ADDRESS = re.compile(r"\[(?:https?://|//?|#|mailto:|tel:)[^\]\s]*\]")
_QUOTED = re.compile(r"(?:> ?)+")
_QUOTES = "\"'"


def find_marks(lines: Sequence[Line]) -> dict[int, list[Stretch]]:
    """Where such marks stand in each line's words, in order."""
    found: dict[int, list[Stretch]] = {}
    for find in FINDERS:
        for at, stretch in find(lines):
            found.setdefault(at, []).append(stretch)
    return {at: sorted(stretches) for at, stretches in found.items()}


def _link_numbers(lines: Sequence[Line]) -> Marks:
    """`[12]` right before a link's words, counted from 1, and the list of their addresses, as lynx writes them."""
    numbers = [(at, found) for at, line in enumerate(lines) if "[" in line.text for found in _NUMBER.finditer(line.text)]
    count = 0
    counted = []
    for at, found in numbers:
        if count < int(found[1]) <= count + FEWEST:  # a picture's link has no words and is listed elsewhere
            count = int(found[1])
            counted.append((at, found))
    if len(counted) < FEWEST or sum(found[2] is not None for _, found in counted) * 2 < len(counted):
        return  # notes stand behind words
    yield from ((at, found.span()) for at, found in counted)
    listed = {at for at, line in enumerate(lines) if _LISTED.fullmatch(line.text)}
    heads = {at for at, line in enumerate(lines) if line.text in _LIST_HEADS}
    yield from ((at, (0, len(lines[at].text))) for at in sorted(listed | heads))


def _link_addresses(lines: Sequence[Line]) -> Marks:
    """`[https://…]` behind a link's words."""
    found = [(at, one.span()) for at, line in enumerate(lines) if "[" in line.text for one in _ADDRESS.finditer(line.text)]
    if len(found) >= FEWEST:
        yield from found


def _quote_signs(lines: Sequence[Line]) -> Marks:
    """`>` before the lines of a mail that is answered or passed on."""
    found = [(at, match.span()) for at, line in enumerate(lines) if (match := _QUOTED.match(line.text))]
    if len(found) >= max(FEWEST, MOST_LINES * sum(1 for line in lines if line.text)):
        yield from found


def _quotes_around_all(lines: Sequence[Line]) -> Marks:
    """The quotes around a text that was a field of a table or a string of a program, and those doubled inside it."""
    filled = [at for at, line in enumerate(lines) if line.text]
    if len(filled) < FEWEST:
        return
    first, last = filled[0], filled[-1]
    begun, ended = lines[first].text, lines[last].text
    if begun[0] not in _QUOTES or ended[-1] != begun[0] or begun.count(begun[0]) % 2 == 0:
        return
    yield first, (0, 1)
    yield last, (len(ended) - 1, len(ended))
    if begun[0] == '"':
        yield from ((at, (one.start(), one.start() + 1)) for at in filled for one in re.finditer('""', lines[at].text[:-1]))


FINDERS: tuple[Callable[[Sequence[Line]], Marks], ...] = (_link_numbers, _link_addresses, _quote_signs, _quotes_around_all)
