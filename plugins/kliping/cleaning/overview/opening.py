"""The sentences a file begins with.

Input: a page and a line. Output: whether the line is one of them.
"""

from typing import TYPE_CHECKING

from kliping.cleaning.forms.shapes import ends_sentence

if TYPE_CHECKING:
    from kliping.cleaning.page import Page


def opens_file(page: "Page", at: int) -> bool:
    """Where no headline stands, the sentences that a file begins with are the article's."""
    return page.title_at is None and all(ends_sentence(page.text(one)) for one in page.filled(0, at + 1))
