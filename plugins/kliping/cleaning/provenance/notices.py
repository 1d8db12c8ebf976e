"""What readers must know of a piece: that somebody paid for it, or that a member of a community wrote it.

Input: a page and its parts. Output: each notice with the words that give it.
"""

from collections.abc import Iterable, Iterator

from kliping.cleaning.cuts import Part
from kliping.cleaning.page import Page
from kliping.cleaning.rules.edges import paid_label_before_dash
from kliping.model import Basis, Notice, Role

ABOVE, BELOW = 2, 3
"""Filled lines above and below the headline among which a bare label speaks of the piece."""


def notices_of(page: Page, parts: Iterable[Part]) -> Iterator[Notice]:
    """The notices in the order of the page."""
    for part in parts:
        value = _value(page, part)
        if value:
            yield Notice(value=value, basis=Basis.TEXT, line=page.lines[part.at].number, cue=part.text)


def _value(page: Page, part: Part) -> str | None:
    """What a stretch of a line tells readers, if anything."""
    at = part.at
    if part.rule == paid_label_before_dash.__name__:
        return "paid"
    closing, phrase = page.closings[at], page.phrases[at]
    if part.role is Role.SIGNOFF and closing and closing.is_paid:
        return "paid"
    if phrase is None or phrase.name != part.rule:
        return None
    is_label = page.text(at).casefold().rstrip(":") in phrase.rule.exact
    return phrase.rule.notice if not is_label or _labels_the_piece(page, at) else None


def _labels_the_piece(page: Page, at: int) -> bool:
    """`Advertorial` beside the headline, once, or `(adv)` below the article; elsewhere such a label heads adverts."""
    if at >= page.extent.begin:
        return page.text(at).startswith("(")
    title = page.title_at
    if title is None or page.repetition.counts[page.keys[at]] > 1:
        return False
    return page.count_filled(at + 1, title) < ABOVE if at < title else page.count_filled(title + 1, at) < BELOW
