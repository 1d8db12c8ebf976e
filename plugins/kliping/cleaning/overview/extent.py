"""Where the body of the article begins and ends among the lines of the page.

Input: a page. Output: its `Extent`. Both ends lean outwards: a leftover is better than a lost sentence.
"""

from typing import TYPE_CHECKING, NamedTuple

from kliping.cleaning.forms.shapes import is_sentence
from kliping.model import Role

if TYPE_CHECKING:
    from kliping.cleaning.page import Page


class Extent(NamedTuple):
    """The lines of the body, and where what follows it begins."""

    begin: int
    """The first paragraph; the number of lines where there is none."""
    end: int
    """One past the last sentence."""
    tail: int
    """The line after which nothing is body, by a mark; the number of lines where no mark stands."""
    has_dateline: bool
    """Whether the first paragraph begins with a dateline."""


def find_extent(page: "Page") -> Extent:
    """The body lies between the first paragraph below the headline block and the last sentence before a tail mark."""
    running = [at for at in page.filled(0, len(page)) if _may_be_body(page, at)]
    prose = [at for at in running if page.prose[at]]
    tail = _find_tail(page, prose)
    begin, has_dateline = _find_begin(page, [at for at in prose if at < tail], tail)
    sentences = [
        at
        for at in running
        if begin <= at < tail and (page.prose[at] or is_sentence(page.text(at))) and not _said_before(page, at, begin)
    ]
    end = sentences[-1] + 1 if sentences else begin
    return Extent(begin, end, tail, has_dateline)


def _may_be_body(page: "Page", at: int) -> bool:
    claim = page.claims[at]
    if claim is not None and claim.rule.role is not Role.BODY:
        return False
    return page.moments[at] is None and page.bylines[at] is None and page.chances[at] >= page.cut


def _said_before(page: "Page", at: int, begin: int) -> bool:
    """A copy of an earlier line of the body does not make the body longer."""
    other = page.copies[at]
    return other is not None and begin <= other < at


def _words(page: "Page", lines: list[int]) -> int:
    return sum(page.text(at).count(" ") + 1 for at in lines)


def _find_tail(page: "Page", prose: list[int]) -> int:
    """The first mark of the end with far more running text before it than after it."""
    total = _words(page, prose)
    for at in page.filled(0, len(page)):
        phrase, closing = page.phrases[at], page.closings[at]
        mark = at if phrase and phrase.rule.ends_body else at + 1 if closing and closing.is_sure else None
        before = _words(page, [one for one in prose if one < mark]) if mark is not None else 0
        if mark is not None and before and before * 2 >= total:
            return mark
    return len(page)


def _find_begin(page: "Page", prose: list[int], tail: int) -> tuple[int, bool]:
    total = _words(page, prose)
    for at in page.filled(0, tail):
        dateline = page.datelines[at]
        if dateline is None or not (page.prose[at] or _stands_alone(page, at, dateline.end)):
            continue
        before = _words(page, [one for one in prose if one < at])
        if before * 2 <= total:
            return at, True
    anchor = max((at for at in page.filled(0, tail) if page.moments[at]), default=-1)
    below = [at for at in prose if at > anchor and not _is_caption(page, at)]
    if anchor >= 0 and _words(page, below) * 2 > total:
        return below[0], False
    first = next((at for at in prose if not _is_caption(page, at)), len(page))
    return first, False


def _stands_alone(page: "Page", at: int, end: int) -> bool:
    """A dateline on a line of its own, with running text below it."""
    following = page.next_filled(at)
    return end >= len(page.text(at)) and following is not None and page.prose[following]


def _is_caption(page: "Page", at: int) -> bool:
    return page.credits[at] is not None
