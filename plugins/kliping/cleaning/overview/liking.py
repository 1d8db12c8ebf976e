"""Which lines can be of the article as far as the line model knows, corrected by what stands around them.

Input: a page. Output: `Liking`, which answers line by line.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from kliping.cleaning.forms.shapes import announces, ends_sentence, is_sentence, may_be_broken
from kliping.cleaning.linemodel import COUNTED, cut_of, load_line_model, score_lines
from kliping.cleaning.lists.items import Lists, find_lists
from kliping.cleaning.nearest import Nearest, nearest

if TYPE_CHECKING:
    from kliping.cleaning.page import Page

TRUST = 4
"""By how much the chance of a full sentence between two others of the article is multiplied."""
LAST_TRUST = 20
"""The same for a short sentence right below the last paragraph."""
LONG_TRUST = 3
"""The same for either, if it is so long that its own words tell enough."""
TELLING = 8
"""A line with so many spaces is that long."""
HALF_FAR, FAR = 30, 60
"""So many lines in a row that are unlike the article separate a doubtful line from it, and any line."""
MIDDLE = 0.5
"""The chance from which a line is rather the article's than not."""
SURE = 0.8
"""The chance from which a line is surely the article's."""
CAPTIONS = 2
"""So many sentences below the headline may be captions, however sure the line model is that they are the article's."""
ENDS = (".", ".”", '."')
STOPS = (*ENDS, ":", ";", "!", "?")
NAMING = 3
"""Spaces; names of writers and sections have fewer."""
NEVER = 0.01
"""A line this unlike the article is not of it."""


class Liking:
    """The line model's word on a page."""

    def __init__(self, page: "Page") -> None:
        self._page = page

    def is_liked(self, at: int) -> bool:
        """Whether a line can be of the article.

        A full sentence between two such lines, or right before the mark that closes the piece, needs less chance:
        neighbours of another kind may have swayed the model.
        """
        if self._is_far_below(at):
            return False
        if self.is_kept(at) or self._is_last_sentence(at) or self._goes_with_liked(at):
            return True
        return self.chances[at] >= NEVER and (self._lists.announced[at] or self._is_sentence_among_liked(at))

    def is_kept(self, at: int) -> bool:
        """Whether the line model keeps a line, before what stands around it is asked."""
        return self.chances[at] >= self.cut

    def is_likely(self, at: int) -> bool:
        """Whether a line is rather the article's than not, as the line model says."""
        return self.chances[at] >= MIDDLE

    def is_sure(self, at: int) -> bool:
        """Whether a line is surely the article's, as the line model says."""
        return self.chances[at] >= SURE

    def tells_story(self, lines: Iterable[int]) -> bool:
        """Whether so many of these lines are surely sentences of the article that captions are not meant."""
        return sum(self._page.prose[at] and self.is_sure(at) for at in lines) > CAPTIONS

    def tells(self, at: int) -> bool:
        """Whether a paragraph of an HTML page's text is no name, caption or section: it has a stop or a figure."""
        text = self._page.text(at)
        is_whole = text.endswith(STOPS) or any(map(str.isdigit, text))
        return is_whole and text.count(" ") >= NAMING and self._page.element(at) == "paragraph"

    def is_item(self, at: int) -> bool:
        """Whether a line is an item of the article's list or a cell of its table, whatever the line model says of it."""
        return self._lists.items[at]

    def is_announced(self, at: int) -> bool:
        """Whether a line is an item of a list that the article announces."""
        return self._lists.announced[at]

    def _is_far_below(self, at: int) -> bool:
        """Whether a line stands so far below the middle of the article, past lines unlike it, that it is no part of it."""
        if self._page.element(at) == "paragraph":
            return False
        unlike = self._unlike_above[at]
        return unlike >= FAR or (unlike >= HALF_FAR and self.chances[at] < MIDDLE)

    @cached_property
    def _unlike_above(self) -> list[int]:
        """For each line below the middle of the article, the longest row of lines unlike it in between.

        Where no line is likely the article's, its middle is the line that promises most of it.
        """
        page, longest = self._page, [0] * len(self._page)
        mass = [chance * min(page.text(at).count(" ") + 1, COUNTED) for at, chance in enumerate(self.chances)]
        sums = list(accumulate(words if self.chances[at] >= MIDDLE else 0.0 for at, words in enumerate(mass)))
        middle = bisect_left(sums, sums[-1] / 2) if any(sums) else mass.index(max(mass))
        row = most = 0
        for at in page.filled(middle, len(page)):
            if not self.is_kept(at):
                row += 1
            else:
                most, row = max(most, row), 0
            longest[at] = max(most, row)
        return longest

    def _is_believed(self, at: int, trust: float) -> bool:
        """Whether a line is like the article if its chance is multiplied by `trust`; for a long one, by LONG_TRUST."""
        is_long = self._page.text(at).count(" ") >= TELLING
        return self.chances[at] * (LONG_TRUST if is_long else trust) >= self.cut

    def _goes_with_liked(self, at: int) -> bool:
        """An item of the article's list, the rest of its sentence, or a paragraph of HTML between two of its own."""
        return self._lists.items[at] or self._ends_broken_line(at) or at in self._paragraphs

    def _is_sentence_among_liked(self, at: int) -> bool:
        """Running text or a clause that announces, which closes the piece or stands between two lines of the article."""
        page = self._page
        sentence = page.sentence(at)
        if not (page.prose[at] or is_sentence(sentence) or announces(page.text(at))):
            return False
        closes_piece = sentence != page.text(at) and not self._has_liked_below(at)
        return closes_piece or (self._is_believed(at, TRUST) and self._stands_among_liked(at))

    def _is_last_sentence(self, at: int) -> bool:
        """A sentence right below the article's last paragraph; adverts and links may stand between."""
        page, above = self._page, self._prose_near[0][at]
        if above is None or not self.is_kept(above) or self._unknown_above[at] != above:
            return False
        return page.text(at).endswith(ENDS) and " " in page.text(at) and self._is_believed(at, LAST_TRUST)

    def _ends_broken_line(self, at: int) -> bool:
        """The rest of a sentence that the line right above breaks off at its margin."""
        page = self._page
        above = page.text(at - 1) if at else ""
        if not may_be_broken(above) or not (above[-1].isalnum() or above[-1] == ","):
            return False
        return self.is_kept(at - 1) and not page.is_known(at - 1) and ends_sentence(page.sentence(at))

    @cached_property
    def _lists(self) -> Lists:
        return find_lists(self._page, self)

    @cached_property
    def chances(self) -> Sequence[float]:
        """How likely each line is running text of the article."""
        return array("d", score_lines(self._page.texts, load_line_model(), self._page.words))

    @cached_property
    def cut(self) -> float:
        """The chance from which a line of this page is kept."""
        return cut_of(self._page.texts, self.chances)

    @cached_property
    def _paragraphs(self) -> frozenset[int]:
        """The paragraphs of an HTML page's text between two that are like the article."""
        page = self._page
        all_of_them = [at for at in range(len(page)) if page.element(at) == "paragraph"]
        liked = [place for place, at in enumerate(all_of_them) if self.is_kept(at)]
        return frozenset(all_of_them[liked[0] : liked[-1]] if liked else ())

    def _has_liked_below(self, at: int) -> bool:
        below = self._prose_near[1][at]
        return below is not None and self.is_kept(below)

    def _stands_among_liked(self, at: int) -> bool:
        found = [one for one in (column[at] for column in self._prose_near) if one is not None]
        return bool(found) and all(self.is_kept(one) for one in found)

    @cached_property
    def _unknown_above(self) -> Nearest:
        """For each line the last one above it whose words alone do not tell what it is."""
        page = self._page
        return nearest([bool(page.text(at)) and not page.is_known(at) for at in range(len(page))])[0]

    @cached_property
    def _prose_near(self) -> tuple[Nearest, Nearest]:
        """For each line the last running text above it, and the first below it."""
        page = self._page
        return nearest([page.prose[at] and not page.is_known(at) for at in range(len(page))])
