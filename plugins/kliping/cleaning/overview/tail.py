"""The line from which on nothing is the article: a mark of the end, or the first of several readers' comments.

Input: a page, and how many words of running text stand before each line. Output: the line.
"""

from itertools import islice
from typing import TYPE_CHECKING

from kliping.cleaning.forms.bylines import tells_staff
from kliping.cleaning.overview.comments import find_first_comment

if TYPE_CHECKING:
    from kliping.cleaning.page import Page

NEXT = 2
"""Lines below a photo's caption among which the story goes on."""


def find_tail(page: "Page", mass: list[int]) -> int:
    """The first sure mark of the end with at least as much running text before it as after it.

    A language's labels of other stories are no sure mark: such a box may stand in the middle of the article.
    """
    comments = find_first_comment(page, mass)
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


def _is_of_photo(page: "Page", at: int) -> bool:
    """`Warga di jembatan. (Contoh.com/Nama)`: outlet and photographer in a bracket, with the story going on below."""
    closing = page.closings[at]
    if closing is None or page.credits[at] is None or not any(one.role == "author" for one in closing.authors):
        return False
    below = islice((one for one in page.filled(at + 1, len(page)) if not page.is_known(one)), NEXT)
    return any(page.prose[one] and page.liking.is_sure(one) for one in below)
