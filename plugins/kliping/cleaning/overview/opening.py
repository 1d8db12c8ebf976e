"""The sentences a file begins with.

Input: a page. Output: how far they reach.
"""

from itertools import takewhile
from typing import TYPE_CHECKING

from kliping.cleaning.forms.shapes import ends_sentence

if TYPE_CHECKING:
    from kliping.cleaning.page import Page


def find_opening(page: "Page") -> int:
    """One past the sentences that a file begins with, which are the article's where no headline stands; 0 where one does."""
    if page.title_at is not None:
        return 0
    return max(takewhile(lambda at: ends_sentence(page.text(at)), page.filled(0, len(page))), default=-1) + 1
