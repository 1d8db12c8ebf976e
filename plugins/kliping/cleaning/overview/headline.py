"""Which line above the body is the headline.

Input: a page. Output: the line's index, or None: a first sentence is never made a headline.
"""

from typing import TYPE_CHECKING

from kliping.cleaning.forms.shapes import ends_sentence, has_title_case, opens_quote, vocabulary

if TYPE_CHECKING:
    from kliping.cleaning.page import Page

LONGEST = 220
BESIDE_DATE = 0.75
"""What it counts that a line stands right above or below the date."""
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
    keys = [page.keys[at] for at in candidates]
    best, best_score = None, 1.5
    for place, at in enumerate(candidates):
        text = page.text(at)
        words = vocabulary(text)
        shared = len(words & body) / len(words) if words else 0.0
        score = 3 * shared + (1.5 if has_title_case(text) else 0) + (1 if place == 0 else 0)
        score += 0.5 * (keys.count(keys[place]) > 1) + 0.5 * (4 <= len(text.split()) <= 20)
        score += BESIDE_DATE * _is_beside_date(page, at)
        score -= 1.5 * text.endswith(".")
        if score > best_score:
            best, best_score = at, score
    return best


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
