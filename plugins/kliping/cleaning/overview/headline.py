"""Which line above the body is the headline.

Input: a page. Output: the line's index, or None: a first sentence is never made a headline.
"""

from typing import TYPE_CHECKING

from kliping.cleaning.forms.shapes import bullet_length, ends_sentence, has_title_case, opens_quote, vocabulary

if TYPE_CHECKING:
    from kliping.cleaning.page import Page

LONGEST = 220
SHARE, COUNT, MANY = 3.0, 3.0, 6
"""What shared words count: all of them shared, and six of them shared."""
GOOD_LENGTH, BEST_LENGTH, TITLE_CASE, ASKS = 1.75, 1.4, 0.5, 0.9
BULLET, STOP, BARS = 4.0, 3.4, 1.7
FIRST, FEW = 1.25, 12
"""What it counts to be the first line that may be the headline where few lines stand above the body."""
ABOVE_BYLINE, BYLINE_REACH = 1.75, 3
BESIDE_DATE = 1.25
ENOUGH = 3.5
"""A line with less is no headline. The weights were found by choosing among the lines of pages whose markup names it."""
READ = 12
"""Lines of the body whose words a headline shares."""


def find_title(page: "Page") -> int | None:
    """The best of the unclaimed lines above the body, by words shared with it, form and place."""
    candidates = [at for at in page.filled(0, page.extent.begin) if _may_be_title(page, at)]
    if not candidates or page.extent.begin >= len(page):
        return None
    body = set[str]()
    for at in list(page.filled(page.extent.begin, page.extent.end))[:READ]:
        body |= vocabulary(page.text(at))
    filled = list(page.filled(0, page.extent.begin))
    place_of = {at: place for place, at in enumerate(filled)}
    best, best_score = None, ENOUGH
    for at in candidates:
        if _repeats_line_above(page, at, candidates):
            continue
        below = filled[place_of[at] + 1 : place_of[at] + 1 + BYLINE_REACH]
        score = _form(page.text(at)) + _shared(page.text(at), body)
        score += FIRST * (at == candidates[0] and len(filled) <= FEW)
        score += ABOVE_BYLINE * any(page.moments[one] or page.bylines[one] is not None for one in below)
        score += BESIDE_DATE * _is_beside_date(page, at)
        if score > best_score:
            best, best_score = at, score
    return best


def _repeats_line_above(page: "Page", at: int, candidates: list[int]) -> bool:
    """A line that begins with the words of a candidate right above it is the standfirst."""
    above = page.previous_filled(at)
    return above in candidates and page.keys[at].startswith(f"{page.keys[above]} ")


def _form(text: str) -> float:
    """How much a line looks like a headline, whatever the article says."""
    words = len(text.split())
    score = GOOD_LENGTH * (4 <= words <= 20) + BEST_LENGTH * (6 <= words <= 16) + TITLE_CASE * has_title_case(text)
    score -= BULLET * (bullet_length(text) > 0 or text.startswith(("+ ", "o "))) + STOP * text.endswith(".")
    return score + ASKS * text.endswith(("?", "!")) - BARS * any(bar in text for bar in ("|", "›", " > "))


def _shared(text: str, body: set[str]) -> float:
    """How many of its longer words the body's first paragraphs say again, as a share and as a number."""
    words = vocabulary(text)
    if not words:
        return 0.0
    shared = len(words & body)
    return SHARE * shared / len(words) + COUNT * min(shared, MANY) / MANY


def _is_beside_date(page: "Page", at: int) -> bool:
    near = (page.previous_filled(at), page.next_filled(at))
    return any(one is not None and page.moments[one] is not None for one in near)


def _is_quoted_below(page: "Page", at: int) -> bool:
    """A quotation whose words stand in a longer line of the body is a pull quote, no headline."""
    other = page.copies[at]
    return opens_quote(page.text(at)) and other is not None and other >= page.extent.begin


def _may_be_title(page: "Page", at: int) -> bool:
    text = page.text(at)
    if page.claims[at] or page.moments[at] or page.bylines[at] is not None or len(text) > LONGEST:
        return False
    dateline = page.datelines[at]
    begin = page.extent.begin
    if (dateline and dateline.outlet) or (begin < len(page) and page.prose[at] and page.keys[at] == page.keys[begin]):
        return False
    if text.endswith(("...", "…", ",", ";", ":")) or text.count(" ") < 2 or _is_quoted_below(page, at):
        return False
    return page.credits[at] is None and not (ends_sentence(text) and page.prose[at] and at > 8)
