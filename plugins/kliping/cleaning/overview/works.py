"""Lines that describe a film, book or song, as reviews print them: `Sutradara: …`, `Penulis: …`, `Pemain: …`.

Input: a page. Output: those lines.
"""

import re
from typing import TYPE_CHECKING

from kliping.cleaning.words import bare_words

if TYPE_CHECKING:
    from kliping.cleaning.page import Page

FEWEST = 2
"""So many labels of works stand around what else such a description tells."""
_ENTRY = re.compile(r"(?:[^\W\d_][\w&/.-]{1,20}\s?){1,3}:\s?\S.{0,120}$")


def find_works(page: "Page") -> frozenset[int]:
    """The lines between the first and the last label of a work in each row of lines `Label: words` below running text.

    Above it such a row is a file's own head; behind it the piece's own writer may stand.
    A row below all running text that a writer or the piece's own headline begins has its own editor, too.
    """
    found: list[int] = []
    row: list[int] = []
    start = next((at for at, is_prose in enumerate(page.prose) if is_prose), len(page))
    for at in (*page.filled(start, len(page)), None):
        if at is not None and ":" in page.text(at) and _ENTRY.match(page.text(at)):
            row.append(at)
            continue
        places = [place for place, one in enumerate(row) if page.known.naming.work_label.match(page.text(one))]
        if len(places) >= FEWEST:
            signed = _own_bylines(page, row)
            found += [at for at in row[places[0] : places[-1] + 1] if at not in signed]
        row = []
    return frozenset(found)


def _own_bylines(page: "Page", row: list[int]) -> list[int]:
    """The lines of a row that name the piece's own writer and editor; none if a work's stand there."""
    signed = [at for at in row if page.known.author_label.match(page.text(at))]
    is_own = row[0] in signed or bare_words(page.text(row[0]).partition(":")[2]) in page.keys[: row[0]]
    return signed if is_own and True not in page.prose[row[-1] + 1 :] else []
