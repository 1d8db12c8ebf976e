"""Lines that stand on a page more than once in the same words.

Input: a page. Output: `Repetition`, whose properties are worked out once, when first asked for.
"""

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kliping.cleaning.page import Page


class Repetition:
    """How often a page says the same, and where."""

    def __init__(self, page: "Page") -> None:
        self._page = page

    @cached_property
    def counts(self) -> Counter[str]:
        """How often the page has each line, by its bare words."""
        return Counter(self._page.keys)

    @cached_property
    def body_keys(self) -> frozenset[str]:
        """The bare words of the body's lines."""
        page = self._page
        return frozenset(page.keys[at] for at in page.filled(page.extent.begin, page.extent.end))

    @cached_property
    def last_title_at(self) -> int | None:
        """The last line above the body that is the headline or says it again."""
        page, title = self._page, self._page.title_at
        if title is None:
            return None
        return max((at for at in page.filled(title, page.extent.begin) if page.keys[at] == page.keys[title]), default=title)
