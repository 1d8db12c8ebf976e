"""Paragraphs broken at a margin, as mails and some archives print them.

Input: a page. Output: whether its body is broken so.
"""

from typing import TYPE_CHECKING

from kliping.cleaning.forms.shapes import ends_sentence, may_be_broken

if TYPE_CHECKING:
    from kliping.cleaning.page import Page

FEWEST = 3
"""Fewer broken lines tell nothing."""


def breaks_at_margin(page: "Page") -> bool:
    """Whether lines with no blank line below them have one width, and half of them end inside a sentence."""
    lines = list(page.filled(page.extent.begin, page.extent.end))
    broken = [at for at in lines[:-1] if page.text(at + 1)]
    inside = sum(not ends_sentence(page.text(at)) for at in broken)
    fits = all(may_be_broken(page.text(at)) for at in broken)
    return len(broken) >= FEWEST and fits and inside * 2 >= len(broken)
