"""Lines joined or cut, while each character still knows its place in the file.

Input: lines, and how much of each is words. Output: one `Line` with its pieces; a piece without words is a program's mark.
"""

from collections.abc import Iterable, Iterator, Sequence

from kliping.cleaning.reading import Line
from kliping.cleaning.reading.mending import places_of


def as_one(parts: Iterable[tuple[str, str, Line]]) -> Line:
    """One line of all parts: each is the glue before it, its words, and the line they stand on."""
    texts: list[str] = []
    length = 0
    pieces: list[tuple[int, Line]] = []
    for glue, words, line in parts:
        length += len(glue)
        pieces += [(length + place, piece) for place, piece in line.pieces] or [(length, line)]
        texts += (glue, words)
        length += len(words)
    first = pieces[0][1]
    return Line(first.number, first.start, first.raw, "".join(texts), tuple(pieces))


def without_marks(line: Line, marks: Iterable[tuple[int, int]]) -> Line:
    """The line without some stretches of its words."""
    return as_one(_parts(line, marks))


def _parts(line: Line, marks: Iterable[tuple[int, int]]) -> Iterator[tuple[str, str, Line]]:
    """The words between the marks, and the marks as lines without words."""
    places = _places(line)
    has_words = is_apart = False
    stop = line.start
    for start, end, is_mark in _stretches(marks, len(line.text)):
        begin, stop = stop, line.start + len(line.raw) if end == len(line.text) else places[end]
        written = line.text[start:end]
        words = "" if is_mark else written.strip()
        is_apart = is_apart or written.startswith(" ")
        glue = " " if words and has_words and is_apart else ""
        yield glue, words, Line(line.number, begin, line.raw[begin - line.start : stop - line.start], words)
        is_apart = written.endswith(" ") or (is_apart and not words)
        has_words = has_words or words != ""


def _stretches(marks: Iterable[tuple[int, int]], length: int) -> Iterator[tuple[int, int, bool]]:
    """Marks and the text between them, in order; of two marks at one place the first counts."""
    done = 0
    for start, end in marks:
        if start < done or start == end:
            continue
        if start > done:
            yield done, start, False
        yield start, end, True
        done = end
    if done < length:
        yield done, length, False


def _places(line: Line) -> Sequence[int]:
    """Where each character of the words stands in the file's line."""
    indent = len(line.raw) - len(line.raw.lstrip())
    if line.raw.startswith(line.text, indent):
        return range(line.start + indent, line.start + indent + len(line.text))
    return [line.start + place for place in places_of(line.raw)]
