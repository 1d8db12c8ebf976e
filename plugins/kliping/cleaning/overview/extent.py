"""Where the body of the article begins and ends among the lines of the page.

Input: a page. Output: its `Extent`. Both ends lean outwards: a leftover is better than a lost sentence.
"""

from itertools import accumulate, takewhile
from typing import TYPE_CHECKING, NamedTuple

from kliping.cleaning.forms.dateline_parts import Dateline
from kliping.cleaning.forms.shapes import announces, bullet_length, ends_sentence, has_title_case, is_sentence
from kliping.cleaning.overview.opening import STANDFIRST_WORDS, is_long_paragraph, opens_story, stands_in_story
from kliping.cleaning.overview.tail import find_tail

if TYPE_CHECKING:
    from kliping.cleaning.page import Page

HEADLINE_SPACES = 2
"""No headline that stands twice has fewer spaces."""
HEADLINE_REACH = 5
"""The headline is printed again at most so many lines below a standfirst."""
LITTLE = 8
"""A standfirst is at most this part of the running text."""
KEY_POINTS = 5
"""No more sentences sum an article up."""
FEW = 4
"""They are at most this part of the running text."""
PARAGRAPH_WORDS = 12
"""No headline that begins like a dateline is as long."""
PIECE_WORDS = 3
"""Spaces; a piece of a sentence below a dateline has at least so many."""
FIRST = 0.6
"""The share of the page's threshold that is enough for running text right above the first paragraph."""
CLOSING = 12
"""The last part of the running text, in which notes on authors and calls to readers may be mixed with it."""


class Extent(NamedTuple):
    """The lines of the body, and where what follows it begins."""

    begin: int
    """The first paragraph; the number of lines where there is none."""
    end: int
    """One past the last sentence."""
    tail: int
    """The line after which nothing is body, by a mark; the number of lines where no mark stands."""
    closing: int
    """The line from which so little of the running text is left that words of a page's end may stand between it."""
    has_dateline: bool
    """Whether the first paragraph begins with a dateline."""


def find_extent(page: "Page") -> Extent:
    """The body lies between its first paragraph and the last sentence before a tail mark."""
    unknown = [at for at in page.filled(0, len(page)) if not page.is_known(at)]
    running = [at for at in unknown if page.is_liked(at)]
    prose = [at for at in running if page.prose[at]]
    mass = _mass(page, prose)
    tail = find_tail(page, mass)
    begin, has_dateline = _find_begin(page, [at for at in prose if at < tail], mass, tail)
    begin = _below_headline_in_copies(page, begin, tail)
    sentences = [
        at
        for at in running
        if begin <= at < tail and (page.prose[at] or is_sentence(page.sentence(at))) and not _said_before(page, at, begin)
    ]
    end = sentences[-1] + 1 if sentences else begin
    closing = next(at for at in range(len(mass)) if (mass[-1] - mass[at]) * CLOSING <= mass[-1])
    return Extent(begin, end, tail, max(closing, begin + 1), has_dateline)


def _said_before(page: "Page", at: int, begin: int) -> bool:
    """A copy of an earlier line of the body does not make the body longer."""
    other = page.copies[at]
    return other is not None and begin <= other < at


def _mass(page: "Page", prose: list[int]) -> list[int]:
    """How many words of running text stand before each line; the last value counts them all."""
    words = [0] * (len(page) + 1)
    for at in prose:
        words[at + 1] = page.text(at).count(" ") + 1
    return list(accumulate(words))


def _find_begin(page: "Page", prose: list[int], mass: list[int], tail: int) -> tuple[int, bool]:
    for at in page.filled(0, tail):
        dateline = page.datelines[at]
        if dateline is None or page.is_known(at) or mass[at] * 2 > mass[-1]:
            continue
        named = dateline.outlet is not None and is_sentence(page.text(at)[dateline.end :])
        opens = _stands_alone(page, at, dateline) or _runs_on(page, at, dateline) or opens_story(page, at, dateline)
        if (page.prose[at] or named or opens) and not stands_in_story(page, at):
            return at, True
    first = next((at for at in prose if page.credits[at] is None), _only_paragraph(page, prose))
    below = _below_second_headline(page, prose, first)
    dated = any(page.moments[at] for at in page.filled(first, below))
    if dated or (mass[below] - mass[first]) * LITTLE <= mass[-1] or _said_again(page, prose, first, below):
        first = below
    first = _below_standfirst(page, prose, first, mass)
    above = page.previous_filled(first)
    while above is not None and _goes_with_body(page, above):
        first, above = above, page.previous_filled(above)
    return first, False


def _only_paragraph(page: "Page", prose: list[int]) -> int:
    """Several sentences with the agency they are from in brackets behind them, where nothing else is running text."""
    return next((at for at in prose if (mark := page.closings[at]) and ". " in page.text(at)[: mark.start - 1]), len(page))


def _said_again(page: "Page", prose: list[int], start: int, stop: int) -> bool:
    """Whether each paragraph of a stretch stands again below it."""
    return {page.keys[at] for at in prose if start <= at < stop} <= {page.keys[at] for at in prose if at >= stop}


def _goes_with_body(page: "Page", at: int) -> bool:
    """A line right above the first paragraph that announces it, or that the line model takes for the article too."""
    if page.previous_filled(at) is None and not _begins_file(page, at):
        return False  # the first line of a file is its headline rather than a subhead
    new = page.credits[at] is None and page.copies[at] is None and not page.is_known(at)
    text = page.text(at)
    cut_short = page.liking.is_sure(at) and not has_title_case(text)
    sure = page.prose[at] or is_sentence(text) or cut_short or page.liking.tells(at)
    near = page.is_liked(at) or (page.prose[at] and page.liking.chances[at] >= FIRST * page.liking.cut)
    return new and (announces(text) or (sure and near))


def _begins_file(page: "Page", at: int) -> bool:
    """Whether a line is running text, or has a stop and too many words for a headline, however many of them are names."""
    text = page.text(at)
    is_long = text.endswith(".") and text.count(" ") + 1 >= PARAGRAPH_WORDS and not has_title_case(text)
    return is_long or (page.prose[at] and not text.endswith("?"))


def _below_second_headline(page: "Page", prose: list[int], first: int) -> int:
    """A line from above that stands again shortly after is the headline: the body begins below it."""
    above = {page.keys[at] for at in page.filled(0, first)}
    for place, at in enumerate(page.filled(first + 1, len(page))):
        if place >= HEADLINE_REACH:
            break
        if page.credits[at] or page.is_known(at) or page.text(at).count(" ") < HEADLINE_SPACES:
            continue
        if page.keys[at] in above:
            return next((one for one in prose if one > at), first)
    return first


def _below_headline_in_copies(page: "Page", at: int, tail: int) -> int:
    """Where the first paragraph stands again right below one line without an end mark, that line is the headline."""
    between = page.next_filled(at) if at < len(page) else None
    below = page.next_filled(between) if between is not None else None
    if between is None or below is None or below >= tail or page.keys[below] != page.keys[at]:
        return at
    return at if page.prose[between] or page.is_known(between) else below


def _below_standfirst(page: "Page", prose: list[int], first: int, mass: list[int]) -> int:
    """Where a date, a byline or a photo's credit stands between the first two paragraphs, the body begins below it."""
    first = _below_key_points(page, prose, first, mass)
    second = next((at for at in prose if at > first), None)
    if second is None or mass[first + 1] - mass[first] > STANDFIRST_WORDS or (mass[second] - mass[first]) * FEW > mass[-1]:
        return first
    between = list(page.filled(first + 1, second))
    if any(page.moments[at] or page.bylines[at] for at in between):
        return second
    credit = page.credits[between[0]] if between else None
    return second if credit and credit.start == 0 and not is_long_paragraph(page, first) else first


def _below_key_points(page: "Page", prose: list[int], first: int, mass: list[int]) -> int:
    """A few sentences with bullets right below the headline sum the article up; the body begins below them."""
    points = list(takewhile(lambda at: bullet_length(page.text(at)), (at for at in prose if at >= first)))
    below = next((at for at in prose if points and at > points[-1]), None)
    if below is None or len(points) > KEY_POINTS or (mass[below] - mass[first]) * FEW > mass[-1]:
        return first
    return below


def _runs_on(page: "Page", at: int, dateline: Dateline) -> bool:
    """Whether so many words follow a dateline that they are a paragraph, though its end mark is missing."""
    words = page.text(at)[dateline.end :]
    is_long = words.count(" ") + 1 >= PARAGRAPH_WORDS and not has_title_case(words)
    return is_long and (dateline.names_site or page.is_liked(at))


def _stands_alone(page: "Page", at: int, dateline: Dateline) -> bool:
    """Whether a dateline has a line of its own above running text; if it names the outlet, any piece of text will do."""
    following = page.next_filled(at)
    while following is not None and page.is_known(following):
        following = page.next_filled(following)
    if following is None or dateline.end < len(page.text(at)):
        return False
    dated = page.text(at)[-2:].strip(".,").isdigit()  # above lines broken at the margin, too
    text = page.text(following)
    goes_on = dateline.outlet is not None and text.count(" ") >= PIECE_WORDS and not has_title_case(text)
    is_short = ends_sentence(text) and page.liking.is_sure(following)
    return page.prose[following] or is_short or (dated and page.is_liked(following)) or goes_on
