"""The line from which on nothing is the article: a mark of the end, or the first of several readers' comments.

Input: a page, and how many words of running text stand before each line. Output: the line.
"""

import re
from itertools import islice
from typing import TYPE_CHECKING

from kliping.cleaning.forms.bylines import tells_staff
from kliping.cleaning.forms.shapes import is_cut_short

if TYPE_CHECKING:
    from kliping.cleaning.page import Page

NEXT = 2
"""Lines below a photo's caption among which the story goes on."""
COMMENTS = 3
"""So many heads of comments make a thread."""
SHORT = 60
"""The line of a comment's date is shorter, in characters."""
CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d\b")


def find_tail(page: "Page", mass: list[int]) -> int:
    """The first sure mark of the end with at least as much running text before it as after it.

    A language's labels of other stories are no sure mark: such a box may stand in the middle of the article.
    """
    comments = _first_comment(page, mass)
    for at in page.filled(0, comments):
        phrase, closing = page.phrases[at], page.closings[at]
        own = phrase is not None and phrase.rule.ends_body and phrase.owner == page.outlet
        closes = closing is not None and closing.is_sure and not _is_of_photo(page, at)
        closes = closes or tells_staff(page.text(at), page.bylines[at] or ())
        mark = at if own else at + 1 if closes else None
        if mark is not None and mass[mark] and mass[mark] * 2 >= mass[-1]:
            return mark
        if phrase is not None and phrase.rule.ends_body and phrase.rule.heads_comment and mass[at]:
            return at
    return comments


def _first_comment(page: "Page", mass: list[int]) -> int:
    """The head of the first of several readers' comments; the number of lines where there are none."""
    heads = [at for at in page.filled(0, len(page)) if mass[at] and _heads_comment(page, at)]
    return heads[0] if len(heads) >= COMMENTS else len(page)


def _heads_comment(page: "Page", at: int) -> bool:
    phrase, below = page.phrases[at], page.next_filled(at)
    if phrase is None or not phrase.rule.heads_comment or below is None:
        return False
    dated = CLOCK.search(page.text(at)) or (len(page.text(below)) < SHORT and CLOCK.search(page.text(below)))
    return is_cut_short(page.text(at)) or bool(dated)  # `Nama said...`


def _is_of_photo(page: "Page", at: int) -> bool:
    """`Warga di jembatan. (Contoh.com/Nama)`: outlet and photographer in a bracket, with the story going on below."""
    closing = page.closings[at]
    if closing is None or page.credits[at] is None or not any(one.role == "author" for one in closing.authors):
        return False
    below = islice((one for one in page.filled(at + 1, len(page)) if not page.is_known(one)), NEXT)
    return any(page.prose[one] and page.liking.is_sure(one) for one in below)
