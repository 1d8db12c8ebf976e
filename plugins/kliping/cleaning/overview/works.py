"""Lines that describe a film, book or song, as reviews print them: `Sutradara: …`, `Penulis: …`, `Pemain: …`.

Input: a page. Output: those lines.
"""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kliping.cleaning.page import Page

FEWEST = 2
"""So many labels of works stand around what else such a description tells."""
_ENTRY = re.compile(r"(?:[^\W\d_][\w&/.-]{1,20}\s?){1,3}:\s?\S.{0,120}$")


def find_works(page: "Page") -> frozenset[int]:
    """The lines between the first and the last label of a work in each row of lines `Label: words` below running text.

    Above it such a row is a file's own head; behind it the piece's own writer may stand.
    """
    found: list[int] = []
    row: list[int] = []
    start = next((at for at, is_prose in enumerate(page.prose) if is_prose), len(page))
    for at in (*page.filled(start, len(page)), None):
        if at is not None and _ENTRY.match(page.text(at)):
            row.append(at)
            continue
        places = [place for place, one in enumerate(row) if page.known.naming.work_label.match(page.text(one))]
        if len(places) >= FEWEST:
            found += row[places[0] : places[-1] + 1]
        row = []
    return frozenset(found)
