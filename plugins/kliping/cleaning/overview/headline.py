"""Which line is the headline.

Input: a page. Output: the line's index, or None: a first sentence is never made a headline.
"""

import re
from itertools import islice
from typing import TYPE_CHECKING

from kliping.cleaning.forms.shapes import bullet_length, ends_sentence, has_title_case, key_of, opens_quote, vocabulary

if TYPE_CHECKING:
    from kliping.cleaning.page import Page

LONGEST = 220
READ = 12
"""Lines of the body whose words a headline shares."""
MANY = 6
"""More shared words count no more."""
FEW = 12
"""Where so few lines stand above the body, the first of them is likelier the headline."""
SHORTEST = 3
"""Spaces in a headline behind which the site's name may stand in its markup."""
REACH = 6
"""Lines below a headline in which a date or a byline speaks for it."""
SAME_HEAD = 5
"""Lines between two copies of a headline that stand at one head, where the first is meant; farther ones are in lists."""
MOST_DATES = 3
"""More dated lines above the body are a list of stories, where a date above a line says little."""
INSIDE = 30
"""Lines from the beginning of the body on, where a menu's sentences or captions were taken for it."""

SHARE, COUNT = 2.95, 2.1
GOOD_LENGTH, BEST_LENGTH, TOO_LONG, TITLE_CASE, ASKS, HAS_COLON = 0.6, 0.95, -1.3, 0.65, 1.3, 0.95
BULLET, STOP, BARS, NUMBER, CAPITALS, ADDRESS = -2.6, -2.95, -1.0, -2.9, -1.1, -1.1
NAVIGATION, NAVIGATION_FIRST = -3.15, 0.5
FIRST, NUMBERED_ABOVE, OFTEN = 1.35, 2.65, -0.9
DATE_SOON, DATE_OR_BYLINE, DATE_ABOVE, BYLINE_ABOVE, ABOVE_CREDIT = 1.55, 1.9, 1.9, -1.2, -1.15
IN_BODY, LIKE_BODY = -3.0, -1.35
ENOUGH = 3.2
"""A line with less is no headline. The weights were found by choosing among the lines of pages whose markup names it."""
_NUMBERED = re.compile(r"\d{1,3}[.)] ")


def find_title(page: "Page") -> int | None:
    """The best line by words shared with the body, form, place and neighbours; the first of several copies at one head."""
    begin = page.extent.begin
    if begin >= len(page):
        return None
    stated = _stated_title(page)
    if stated is not None:
        return stated
    body = set[str]()
    for at in islice(page.filled(begin, page.extent.end), READ):
        body |= vocabulary(page.text(at))
    filled = [*page.filled(0, begin), *islice(page.filled(begin, len(page)), INSIDE)]
    above = sum(at < begin for at in filled)
    candidates = [place for place, at in enumerate(filled) if _may_be_title(page, at)]
    best, best_score = None, ENOUGH
    best_place = 0
    places: dict[str, list[int]] = {}
    for place in candidates:
        at = filled[place]
        if at >= begin and not _is_signed_below(page, filled, place, REACH // 2):
            continue
        score = _form(page, at) + _shared(page.text(at), body) + _place(page, filled, place)
        score += FIRST * (place == candidates[0] and above <= FEW)
        if score > best_score and not _repeats_line_above(page, filled, place):
            best, best_score, best_place = at, score, place
        if score > ENOUGH:
            places.setdefault(page.keys[at], []).append(place)
    if best is None:
        return None
    return filled[next(place for place in places[page.keys[best]] if best_place - place <= SAME_HEAD)]


def _stated_title(page: "Page") -> int | None:
    """The first line that says what the markup states as the headline, with or without the site's name behind it."""
    for stated in page.stated_titles:
        key = key_of(stated)
        for at in page.filled(0, len(page)) if key.count(" ") >= 1 else ():
            if page.keys[at] == key or (page.keys[at].count(" ") >= SHORTEST and key.startswith(f"{page.keys[at]} ")):
                return None if page.prose[at] and at >= page.extent.begin else at
    return None


def _repeats_line_above(page: "Page", filled: list[int], place: int) -> bool:
    """A line that begins with the words of a headline right above it is the standfirst."""
    if not place or not _may_be_title(page, filled[place - 1]):
        return False
    return page.keys[filled[place]].startswith(f"{page.keys[filled[place - 1]]} ")


def _form(page: "Page", at: int) -> float:
    """How much a line looks like a headline, whatever the article says."""
    text = page.text(at)
    words = text.count(" ") + 1
    score = GOOD_LENGTH * (4 <= words <= 20) + BEST_LENGTH * (6 <= words <= 16) + TOO_LONG * (words > 20)
    score += TITLE_CASE * has_title_case(text) + ASKS * text.endswith(("?", "!")) + HAS_COLON * (": " in text)
    score += BULLET * (bullet_length(text) > 0 or text.startswith(("+ ", "o "))) + STOP * text.endswith(".")
    score += BARS * any(bar in text for bar in ("|", "›", " > ")) + NUMBER * (_NUMBERED.match(text) is not None)
    score += CAPITALS * text.isupper() + ADDRESS * ("@" in text or "http" in text)
    navigation = [match.start() for match in page.known.no_name_word.finditer(text)]
    return score + NAVIGATION * len(navigation) / words + NAVIGATION_FIRST * (navigation[:1] == [0])


def _shared(text: str, body: set[str]) -> float:
    """How many of its longer words the body's first paragraphs say again, as a share and as a number."""
    words = vocabulary(text)
    shared = len(words & body)
    return SHARE * shared / len(words) + COUNT * min(shared, MANY) / MANY if words else 0.0


def _place(page: "Page", filled: list[int], place: int) -> float:
    """How much its neighbours speak for it."""
    at = filled[place]
    before = filled[place - 1] if place else None
    score = LIKE_BODY * page.liking.chances[at] + IN_BODY * (at >= page.extent.begin)
    soon = filled[place + 1 : place + 1 + REACH // 2]
    score += DATE_SOON * (any(page.head_dates[one] for one in soon) and not page.lists_dates)
    score += DATE_OR_BYLINE * _is_signed_below(page, filled, place, REACH)
    if before is not None:
        score += DATE_ABOVE * (page.head_dates[before] and not page.lists_dates) + BYLINE_ABOVE * (
            page.bylines[before] is not None
        )
    score += NUMBERED_ABOVE * any(page.keys[one].endswith(page.keys[at]) for one in filled[max(0, place - 2) : place])
    score += ABOVE_CREDIT * any(page.credits[one] is not None for one in filled[place + 1 : place + 2])
    return score + OFTEN * (page.repetition.counts[page.keys[at]] > 2)


def _is_signed_below(page: "Page", filled: list[int], place: int, reach: int) -> bool:
    """Whether a date or a byline stands in the lines below."""
    return any(page.head_dates[at] or page.bylines[at] is not None for at in filled[place + 1 : place + 1 + reach])


def _is_quoted_below(page: "Page", at: int) -> bool:
    """A quotation whose words stand in a longer line of the body is a pull quote, no headline."""
    other = page.copies[at]
    return opens_quote(page.text(at)) and other is not None and other >= page.extent.begin


def _may_be_title(page: "Page", at: int) -> bool:
    text, begin = page.text(at), page.extent.begin
    if page.claims[at] or page.moments[at] or page.bylines[at] is not None or len(text) > LONGEST:
        return False
    dateline = page.datelines[at]
    if (dateline and dateline.outlet) or (page.prose[at] and (at >= begin or page.keys[at] == page.keys[begin])):
        return False
    if text.endswith(("...", "…", ",", ";", ":")) or text.count(" ") < 2 or _is_quoted_below(page, at):
        return False
    if text[0].islower() and at + 1 < len(page) and page.text(at + 1)[:1].islower():
        return False  # a line of a paragraph broken at its margin
    return page.credits[at] is None and not (ends_sentence(text) and page.prose[at] and at > 8)
