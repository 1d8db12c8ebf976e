"""What a file begins with: sentences without a headline, or a part with a number.

Input: a page. Output: how far the sentences reach; whether a line heads such a part.
"""

from itertools import takewhile
from typing import TYPE_CHECKING

from kliping.cleaning.forms.shapes import ends_sentence, number_of

if TYPE_CHECKING:
    from kliping.cleaning.page import Page


def find_opening(page: "Page") -> int:
    """One past the sentences that a file begins with, which are the article's where no headline stands; 0 where one does."""
    if page.title_at is not None:
        return 0
    return max(takewhile(lambda at: ends_sentence(page.text(at)), page.filled(0, len(page))), default=-1) + 1


def heads_first_part(page: "Page", at: int) -> bool:
    """`4. Bukit Utara` right above the first sentence, and `5. Bukit Selatan` above a later one: a heading, no headline."""
    number, begin = number_of(page.text(at)), page.extent.begin
    if number is None or page.next_filled(at) != begin or ends_sentence(page.text(at)):
        return False
    later = next((one for one in page.filled(begin, page.extent.end) if number_of(page.text(one)) == number + 1), None)
    below = None if later is None else page.next_filled(later)
    return below is not None and page.prose[below]
