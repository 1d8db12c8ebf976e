"""How much a line speaks for being the headline: by its form, the words it shares with the text, and its neighbours.

Input: a page, and its lines from the top to somewhat below the beginning of the body. Output: a line's points.
The weights were found by choosing among the lines of pages whose markup names the headline.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from itertools import islice
from math import log1p
from typing import TYPE_CHECKING

from kliping.cleaning.forms.names import read_bare_names
from kliping.cleaning.forms.shapes import bullet_length, has_title_case, is_cut_short, opens_quote
from kliping.cleaning.lexicon.hints import DATE, ROLE
from kliping.cleaning.people.bare_names import TIME_AGO

if TYPE_CHECKING:
    from kliping.cleaning.page import Page

READ = 12
"""Lines of the body whose words a headline shares."""
FOLLOWING = 8
"""Sentences below the line whose words it shares too, for the body may begin elsewhere than it seems."""
MANY = 6
"""More shared words count no more."""
FEW = 12
"""Where so few lines stand above the body, the first of them is likelier the headline."""
SOON = 3
"""Lines below a headline in which a date or a byline speaks most for it."""
SIGN_REACH = 6
"""Lines below a headline in which a date or a byline speaks for it."""
NEAR = 3
"""Lines around a line in which a headline stands that it repeats behind the names of sections."""
FAR = 15
"""Lines above the next sentence from which on the line heads no text."""
PATH_ABOVE = 12
"""Lines above a headline in which a path of sections may end with it."""

TOPIC_WORDS = 3
"""A topic above a headline has fewer spaces."""
LONG_HEADLINE = 6
"""Words of a headline that a shorter line right above it is the topic of."""
NAME_WORDS = 5
"""A line of names has no more spaces."""
TOP = 3
"""Lines of the file among which a headline stands most often, where the file holds little but the article."""

GOOD_WORDS, BEST_WORDS = range(4, 21), range(6, 17)
"""How many words most headlines have."""
OFTEN_SAID = 2
"""Lines of the same words; more of them are a button or a section."""
PLAIN_SPACES = 3
"""A headline or standfirst has no fewer spaces."""
NEXT = 2
"""Lines below a number's line in which the same words stand without it."""
SHARE, COUNT = 1.75, 1.4
GOOD_LENGTH, BEST_LENGTH, TOO_LONG, TWO_WORDS, TITLE_CASE, ASKS, HAS_COLON = 1.25, 1.05, -1.0, -1.35, 1.55, 1.6, 1.2
BULLET, STOP, BARS, NUMBER, ADDRESS, PROSE, NAVIGATION = -3.1, -1.8, -2.8, -3.1, -1.85, -1.5, -4.65
DOTS, QUOTES, HOLDS_DATE, IS_NAME, IS_TOPIC = -0.9, -1.65, -1.45, -1.6, -0.85
FIRST, FIRST_OF_FEW, OFTEN, NUMBERED_ABOVE, PATH_ENDS_WITH_IT, IS_PATH = 0.15, 0.3, -0.35, 2.1, 2.2, -1.0
DATE_SOON, BYLINE_SOON, DATE_OR_BYLINE, DATE_ABOVE, BYLINE_ABOVE = 0.7, 1.45, 2.75, 1.25, -1.3
LIKE_BODY, BELOW_LIKE_BODY, BULLET_BELOW, HEADS_LINE, BELOW_LINE = -1.05, -0.6, -0.2, 1.0, -0.9
IN_BODY, UNSIGNED_IN_BODY, SENTENCES_ABOVE, FAR_FROM_TEXT = -2.15, -1.75, -3.05, -0.2
NEAR_TOP, HEADS_SENTENCE, KICKER, BELOW_RUBRIC = 1.0, 1.2, -2.15, 0.7
GLUED_ABOVE, GLUED_BELOW = -1.9, -2.45
TOPIC_ABOVE = -1.6
"""For a topic's or section's name right above a headline."""
NUMBERED_WORDS = 3
"""Words that a line has at least to be the headline of the one above, which is numbered."""
PATH_WORDS = 4
"""Behind a path of sections that lost its spaces a headline has at least as many words."""
MOST_BY_THE_REST = sum(
    (
        2 * (SHARE + COUNT),
        *(NUMBERED_ABOVE, PATH_ENDS_WITH_IT),
        *(FIRST, FIRST_OF_FEW, HEADS_LINE, NEAR_TOP, HEADS_SENTENCE, BELOW_RUBRIC),
    )
)
"""No line has more points for the words it shares, its copies and its setting."""
_NUMBERED = re.compile(r"\d{1,3}[.)] ")
_TOPICS = (" & ", " , ")
"""`Film & Musik`, `Panen , Desa`: how sections and keywords are strung together, seldom headlines."""
_BARS = ("|", "›", " > ", "→", "❯", "»", " / ")


class HeadlinePoints:
    """Counts the points of the lines that may be the headline."""

    def __init__(self, page: "Page", filled: list[int], may_be: list[bool]) -> None:
        self._page, self._filled, self._may_be = page, filled, may_be
        begin = page.extent.begin
        self._above = sum(at < begin for at in filled)
        self._first = next((place for place, may in enumerate(may_be) if may), None)
        self._body = self._words(islice(page.filled(begin, page.extent.end), READ))
        self._dated = [page.head_dates[at] or _tells_age(page, at) for at in filled]
        self._named = [page.bylines[at] is not None for at in filled]
        self._parts_lines = bool(filled) and not all(page.texts[filled[0] : filled[-1]])
        self._prose = [place for place, at in enumerate(filled) if page.prose[at]]
        self._liked = [place for place in self._prose if page.liking.is_likely(filled[place])]
        self._following: dict[int, set[str]] = {}
        self._same_end: dict[str, list[int]] = {}
        for place, at in enumerate(filled):
            self._same_end.setdefault(page.keys[at].rpartition(" ")[2], []).append(place)

    def by_itself(self, place: int) -> float:
        """The points of a line for its form and for the dates and bylines beside it; these are cheap to count."""
        return self._form(place) + self._signs(place)

    def by_the_rest(self, place: int) -> float:
        """Its other points, for shared words, copies and setting: at most MOST_BY_THE_REST."""
        return self._shared(place) + self._copies(place) + self._setting(place)

    def for_names(self, place: int) -> float:
        """What nothing but persons' names cost it: this takes longer to find out than all the rest."""
        return IS_NAME * self._is_name(place)

    def is_signed(self, place: int, reach: int = SOON) -> bool:
        """Whether a date or a byline stands in the lines below."""
        below = slice(place + 1, place + 1 + reach)
        return True in self._dated[below] or True in self._named[below]

    def is_below_date(self, place: int) -> bool:
        """Whether a day stands right above it that is in no list of dated stories."""
        return place > 0 and self._dated[place - 1] and not self._page.lists_dates

    def _form(self, place: int) -> float:
        """The points for its form, whatever the article says."""
        at = self._filled[place]
        text = self._page.text(at)
        words = text.count(" ") + 1
        score = GOOD_LENGTH * (words in GOOD_WORDS) + BEST_LENGTH * (words in BEST_WORDS)
        score += TOO_LONG * (words >= GOOD_WORDS.stop) + TWO_WORDS * (words == 2) + TITLE_CASE * has_title_case(text)
        score += DOTS * is_cut_short(text) + ASKS * text.endswith(("?", "!")) + HAS_COLON * (": " in text)
        score += BULLET * (bullet_length(text) > 0) + STOP * text.endswith(".") + PROSE * self._page.prose[at]
        score += BARS * any(map(text.__contains__, _BARS)) + NUMBER * (_NUMBERED.match(text) is not None)
        score += ADDRESS * ("@" in text or "http" in text) + QUOTES * opens_quote(text)
        hints, known = self._page.hints[at], self._page.known
        holds_date = bool(hints & DATE and known.calendar.find(text))
        score += HOLDS_DATE * holds_date + IS_TOPIC * any(map(text.__contains__, _TOPICS))
        return score + NAVIGATION * (len(known.no_name_word.findall(text)) / words if hints & ROLE else 0)

    def _shared(self, place: int) -> float:
        """The points for its longer words that the body and the next sentences repeat: by their share and their number."""
        words = self._page.vocabulary(self._filled[place])
        if not words:
            return 0.0
        shared = (len(words & self._body), len(words & self._words_below(place)))
        return sum(SHARE * one / len(words) + COUNT * min(one, MANY) / MANY for one in shared)

    def _words_below(self, place: int) -> set[str]:
        nth = bisect_right(self._prose, place)
        if nth not in self._following:
            lines = (self._filled[one] for one in self._prose[nth : nth + FOLLOWING])
            self._following[nth] = self._words(lines)
        return self._following[nth]

    def _words(self, lines: Iterable[int]) -> set[str]:
        return set().union(*map(self._page.vocabulary, lines))

    def _copies(self, place: int) -> float:
        """The points for lines that end with the same words, as paths of sections do above a headline."""
        key = self._page.keys[self._filled[place]]
        words = key.count(" ") + 1
        numbered = path_ends = is_path = False
        for other in self._same_end[key.rpartition(" ")[2]] if words > 1 else ():
            if other == place or abs(other - place) > PATH_ABOVE:
                continue
            others = self._page.keys[self._filled[other]]
            glued = words >= PATH_WORDS and others.endswith(key)
            longer = len(others) > len(key) and (others.endswith(f" {key}") or glued)
            numbered = numbered or (0 < place - other <= NEXT and words >= NUMBERED_WORDS and (longer or others == key))
            path_ends = path_ends or (other < place and longer)
            is_path = is_path or (abs(other - place) <= NEAR and others.count(" ") >= 2 and key.endswith(f" {others}"))
        often = self._page.repetition.counts[key] > OFTEN_SAID
        return NUMBERED_ABOVE * numbered + PATH_ENDS_WITH_IT * path_ends + IS_PATH * is_path + OFTEN * often

    def _signs(self, place: int) -> float:
        """The points for the dates and bylines beside it."""
        soon = slice(place + 1, place + 1 + SOON)
        tells = not self._page.lists_dates
        score = BYLINE_SOON * (True in self._named[soon]) + DATE_SOON * (tells and True in self._dated[soon])
        score += DATE_OR_BYLINE * self.is_signed(place, SIGN_REACH)
        if place:
            score += DATE_ABOVE * self.is_below_date(place) + BYLINE_ABOVE * self._named[place - 1]
        return score

    def _setting(self, place: int) -> float:
        """The points for its place and for the kinds of lines around it."""
        page, filled = self._page, self._filled
        score = LIKE_BODY * page.liking.chances[filled[place]]
        score += FIRST * (place == self._first) + FIRST_OF_FEW * (place == self._first and self._above <= FEW)
        if place + 1 < len(filled):
            below = filled[place + 1]
            score += BELOW_LIKE_BODY * page.liking.chances[below] + BULLET_BELOW * (bullet_length(page.text(below)) > 0)
            score += (
                KICKER * self._is_kicker(place)
                + TOPIC_ABOVE * self._is_topic(place)
                + HEADS_LINE * self._is_plain(place + 1)
                + HEADS_SENTENCE * page.prose[below]
            )
        score += NEAR_TOP * (place < TOP) + BELOW_LINE * (place > 0 and self._is_plain(place - 1))
        score += BELOW_RUBRIC * (place > 0 and page.text(filled[place - 1]).count(" ") <= 1) + self._glue(filled[place])
        score += SENTENCES_ABOVE * log1p(bisect_right(self._liked, place - 1))
        nth = bisect_right(self._prose, place)
        score += FAR_FROM_TEXT * (nth == len(self._prose) or self._prose[nth] - place > FAR)
        if place >= self._above:
            score += IN_BODY + UNSIGNED_IN_BODY * (not self.is_signed(place))
        return score

    def _glue(self, at: int) -> float:
        """The points of a line that no blank line parts from its neighbours, as in menus, on a page that has blank lines."""
        texts = self._page.texts
        above, below = at > 0 and texts[at - 1] != "", at + 1 < len(texts) and texts[at + 1] != ""
        return (GLUED_ABOVE * above + GLUED_BELOW * below) if self._parts_lines else 0.0

    def _is_name(self, place: int) -> bool:
        """Whether it is nothing but persons' names."""
        page, text = self._page, self._page.text(self._filled[place])
        names = read_bare_names(text, page.known) if text.count(" ") <= NAME_WORDS else ()
        return bool(names) and all(map(page.persons.is_surely_person, names))

    def _is_kicker(self, place: int) -> bool:
        """`BLACK WATER FEARS` above a longer headline that is not all in capitals."""
        text, below = self._page.text(self._filled[place]), self._page.text(self._filled[place + 1])
        return text.isupper() and len(text) < len(below) and not below.isupper() and self._is_plain(place + 1)

    def _is_topic(self, place: int) -> bool:
        """`Panen Raya` right above a line that has a headline's length and capitals."""
        text, below = self._page.text(self._filled[place]), self._page.text(self._filled[place + 1])
        is_long = below.count(" ") + 1 >= LONG_HEADLINE
        return text.count(" ") < TOPIC_WORDS and is_long and has_title_case(below) and self._is_plain(place + 1)

    def _is_plain(self, place: int) -> bool:
        """Whether a line could be a headline or a standfirst by its words."""
        text = self._page.text(self._filled[place])
        is_path = any(map(text.__contains__, _BARS))
        return self._may_be[place] and text.count(" ") >= PLAIN_SPACES and not bullet_length(text) and not is_path


def _tells_age(page: "Page", at: int) -> bool:
    """`This article is more than 3 months old`, beside a headline as its day is."""
    phrase = page.phrases[at]
    return phrase is not None and phrase.rule.id == TIME_AGO
