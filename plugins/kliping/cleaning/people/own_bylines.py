"""Which of a page's bylines are of its article rather than of other stories.

Input: a page. Output: the lines.
"""

from itertools import islice
from typing import TYPE_CHECKING

from kliping.cleaning.forms.bylines import read_badge, tells_staff

if TYPE_CHECKING:
    from kliping.cleaning.page import Page

FIRST, LAST = 2, 8
"""Filled lines above the body, where no headline stands, that a byline is among: the first, whatever buttons stand below it,
and the last."""
BELOW = 12
"""Lines below the body, without those that a data file knows, that its signature is among."""


def find_own_bylines(page: "Page") -> frozenset[int]:
    """The lines with a byline of this article rather than of another story on the page.

    `By Nama` below the body counts only if no byline stands above the body and no second one follows.
    """
    begin, end = page.extent.begin, page.extent.end
    signed = [at for at in page.filled(0, len(page)) if page.bylines[at] is not None]
    if not signed:
        return frozenset()
    head = _head_lines(page)
    last = set(list(page.filled(begin, end))[-BELOW:])
    inside = {at for at in signed if begin <= at < end and not _is_weak(page, at) and (page.bylines[at] or at in last)}
    own = {at for at in signed if (at in head and not _heads_part(page, at)) or at in inside or _is_badge(page, at)}
    bottom = set(islice((at for at in page.filled(end, len(page)) if not page.phrases[at]), BELOW))
    weak = [at for at in signed if at in bottom and _is_weak(page, at)]
    has_author = any(page.bylines[at] for at in own) or any(said.authors for said in page.own_dates.values())
    own |= {at for at in signed if at in bottom and at not in weak}
    named = {author.name for at in weak for author in page.bylines[at] or ()}
    return frozenset(own if has_author or len(named) > 1 else own | set(weak))


def _head_lines(page: "Page") -> set[int]:
    if page.head is not None:
        return {*page.head.above, *page.head.below, *page.head.inside}
    above = list(page.filled(0, page.extent.begin))
    return {*above[:FIRST], *above[-LAST:]}


def _heads_part(page: "Page", at: int) -> bool:
    """`Laporan Polisi Dicabut`: without a colon, inside the body and below so many sentences that captions are not meant."""
    if not page.extent.begin < at < page.extent.end or not _is_weak(page, at):
        return False
    return page.liking.tells_story(page.filled(page.extent.begin, at))


def _is_badge(page: "Page", at: int) -> bool:
    """A byline in a form of the outlet's own."""
    return page.outlet is not None and read_badge(page.text(at), page.known, page.outlet) is not None


def _is_weak(page: "Page", at: int) -> bool:
    """A byline as lists of stories print it too: without a colon, and naming no editor."""
    names, text = page.bylines[at], page.text(at)
    is_plain = ":" not in text and ("|" not in text or page.known.naming.by.match(text) is not None)
    return bool(names) and is_plain and not tells_staff(text, names or ())
