"""Other stories on the page: headline, lead and age of each, one below the other.

Input: a page. Output: the lines of their headlines and leads.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kliping.cleaning.forms.shapes import ends_sentence
from kliping.cleaning.overview.comments import tells_time

if TYPE_CHECKING:
    from kliping.cleaning.page import Page

STORIES = 2
"""One story with its age may be the page's own."""
HEADLINE_WORDS = 2
"""No headline has fewer spaces."""


def find_teasers(page: "Page") -> frozenset[int]:
    """The lines of several stories right below each other, with nothing told below the age of the last."""
    found: list[int] = []
    run: list[tuple[int, int, int]] = []
    for story in (*_stories(page), None):
        if run and (story is None or page.next_filled(run[-1][2]) != story[0]):
            if len(run) >= STORIES and not _goes_on(page, run[-1][2]):
                found += [at for headline, lead, _ in run for at in (headline, lead)]
            run = []
        if story is not None:
            run.append(story)
    return frozenset(found)


def _goes_on(page: "Page", age: int) -> bool:
    """Whether a sentence stands below a time, with a heading in between or not: the time heads it, as in live reports."""
    below = page.next_filled(age)
    if below is None or page.phrases[below] is not None:
        return False
    following = page.next_filled(below)
    return any(one is not None and ends_sentence(page.text(one)) for one in (below, following))


def _stories(page: "Page") -> Iterator[tuple[int, int, int]]:
    """Headline, lead and age wherever they stand below each other."""
    for age in page.filled(0, len(page)):
        lead = page.previous_filled(age) if tells_time(page, age) else None
        headline = page.previous_filled(lead) if lead is not None and ends_sentence(page.text(lead)) else None
        if lead is not None and headline is not None and _may_be_headline(page, headline):
            yield headline, lead, age


def _may_be_headline(page: "Page", at: int) -> bool:
    text = page.text(at)
    return text.count(" ") >= HEADLINE_WORDS and not ends_sentence(text.rstrip("?!")) and page.phrases[at] is None
