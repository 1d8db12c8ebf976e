"""A file's lines as its author wrote them, whatever program rendered the page.

Input: a file's lines. Output: the same lines in order; a paragraph is one `Line`, and a program's marks have no words.
"""

from collections.abc import Collection, Sequence

from kliping.cleaning.reading import Line
from kliping.cleaning.renderings.marks import Stretch, find_marks
from kliping.cleaning.renderings.pieces import without_marks
from kliping.cleaning.renderings.printing import Printed, find_print
from kliping.cleaning.renderings.wrapping import join_wrapped

LONGEST = 300_000
"""Characters; a longer file is no page that a program rendered."""


def undo_rendering(lines: tuple[Line, ...], apart: Collection[int] = ()) -> tuple[Line, ...]:
    """The lines without a program's marks and breaks; those whose numbers are in `apart` stay as they are."""
    if sum(len(line.text) for line in lines) > LONGEST:
        return lines
    printed = find_print(lines)
    marks = find_marks(lines) | _running(lines, printed)
    marks = {at: stretches for at, stretches in marks.items() if lines[at].number not in apart}
    bare = [without_marks(line, marks[at]) if at in marks else line for at, line in enumerate(lines)] if marks else lines
    return join_wrapped(bare, apart, printed)


def _running(lines: Sequence[Line], printed: Printed) -> dict[int, list[Stretch]]:
    """The running lines as marks, except the page's own address, which is kept once."""
    marks = {at: [(0, len(lines[at].text))] for at in printed.running}
    if printed.address:
        at, length = printed.address
        marks[at] = [(length, len(lines[at].text))]
    return marks
