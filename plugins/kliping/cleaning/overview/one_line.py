"""A whole page on one line: some programs join a page's pieces with spaces, or with nothing.

There, nobody can tell where a menu ends and the headline begins, nor where the first sentence does.

Input: a page. Output: the line that holds most of it.
"""

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from kliping.cleaning.forms.shapes import lower_share

if TYPE_CHECKING:
    from kliping.cleaning.page import Page

LONG = 1500
"""Characters of a line that may hold a page."""
MOST = 0.6
"""The share of the file that such lines hold."""
LIST_WORDS = 30
"""So many words in a row with hardly a small letter at their beginning are a menu or headlines, not a sentence."""
LIST_SMALL = 0.25
"""A smaller share of such words is hardly any."""
_END = re.compile(r"[.!?…][\"”’»)]{0,2}\s")


def find_page_on_one_line(page: "Page") -> int | None:
    """The longest line, if such lines are most of the file and hold more than an article, or are all there is."""
    long = [at for at, line in enumerate(page.lines) if len(line.text) >= LONG and not line.pieces]
    filled = sum(map(bool, page.texts))
    if not long or sum(len(page.text(at)) for at in long) < MOST * sum(map(len, page.texts)):
        return None
    is_page = filled == 1 or any(_holds_list(page.text(at)) for at in long)
    return max(long, key=lambda at: len(page.text(at))) if is_page else None


def _holds_list(text: str) -> bool:
    bounds = [0, *(match.end() for match in _END.finditer(text)), len(text)]
    return any(_is_list(text[start:end]) for start, end in pairwise(bounds))


def _is_list(text: str) -> bool:
    """Whether a stretch without a sentence's end begins with so many names."""
    words = text.split(maxsplit=LIST_WORDS)[:LIST_WORDS]
    return len(words) == LIST_WORDS and lower_share(" ".join(words)) < LIST_SMALL
