"""Line breaks that are not those of the paragraphs: a whole page on one line, or paragraphs broken at a margin.

Input: a page. Output: the line that holds most of it; whether its body is broken so.
"""

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from kliping.cleaning.forms.shapes import ends_sentence, lower_share, may_be_broken

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
FEWEST_BROKEN = 3
"""Fewer broken lines tell nothing."""
_END = re.compile(r"[.!?…][\"”’»)]{0,2}\s")


def find_page_on_one_line(page: "Page") -> int | None:
    """The longest line, if such lines are most of the file and hold more than an article, or are all there is.

    Some programs join a page's pieces with spaces, or with nothing: then nobody can tell where a menu ends and the headline
    begins, nor where the first sentence does.
    """
    long = [at for at, line in enumerate(page.lines) if len(line.text) >= LONG and not line.pieces]
    filled = sum(map(bool, page.texts))
    if not long or sum(len(page.text(at)) for at in long) < MOST * sum(map(len, page.texts)):
        return None
    is_page = filled == 1 or any(_holds_list(page.text(at)) for at in long)
    return max(long, key=lambda at: len(page.text(at))) if is_page else None


def breaks_at_margin(page: "Page") -> bool:
    """Whether lines of the body with no blank line below them have one width, and half of them end inside a sentence.

    Mails and some archives print paragraphs so.
    """
    lines = list(page.filled(page.extent.begin, page.extent.end))
    broken = [at for at in lines[:-1] if page.text(at + 1)]
    inside = sum(not ends_sentence(page.text(at)) for at in broken)
    fits = all(may_be_broken(page.text(at)) for at in broken)
    return len(broken) >= FEWEST_BROKEN and fits and inside * 2 >= len(broken)


def _holds_list(text: str) -> bool:
    bounds = [0, *(match.end() for match in _END.finditer(text)), len(text)]
    return any(_is_list(text[start:end]) for start, end in pairwise(bounds))


def _is_list(text: str) -> bool:
    """Whether a stretch without a sentence's end begins with so many names."""
    words = text.split(maxsplit=LIST_WORDS)[:LIST_WORDS]
    return len(words) == LIST_WORDS and lower_share(" ".join(words)) < LIST_SMALL
