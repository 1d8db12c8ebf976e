"""Where readers' comments begin.

Input: a page, and how much running text stands before each line. Output: a line; the number of lines where no comment is.
"""

import re
from itertools import islice
from typing import TYPE_CHECKING

from kliping.cleaning.forms.shapes import ends_sentence, is_cut_short
from kliping.cleaning.people.bare_names import TIME_AGO

if TYPE_CHECKING:
    from kliping.cleaning.page import Page

COUNTERS = frozenset({"comment_count", "counter"})
"""Rules of the languages for the number of comments."""
COMMENTS = 3
"""So many heads of comments make a thread."""
SHORT = 60
"""The line of a comment's date is shorter, in characters."""
HEAD = 3
"""Lines below the number of comments among which the first one's writer and time stand."""
CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d\b")


def find_first_comment(page: "Page", mass: list[int]) -> int:
    """The head of the first of several readers' comments, or the number of comments above them."""
    heads = [at for at in page.filled(0, len(page)) if mass[at] and _heads_comment(page, at)]
    first = heads[0] if len(heads) >= COMMENTS else len(page)
    counted = (at for at in page.filled(0, first) if mass[at] * 2 >= mass[-1] and _counts_comments(page, at))
    return next(counted, first) if mass[-1] else first


def _heads_comment(page: "Page", at: int) -> bool:
    phrase, below = page.phrases[at], page.next_filled(at)
    if phrase is None or not phrase.rule.heads_comment or below is None:
        return False
    dated = CLOCK.search(page.text(at)) or (len(page.text(below)) < SHORT and CLOCK.search(page.text(below)))
    return is_cut_short(page.text(at)) or bool(dated)  # `Nama said...`


def _counts_comments(page: "Page", at: int) -> bool:
    """`3 comments`, and shortly below it a writer, the time of day and what the writer says."""
    phrase = page.phrases[at]
    if phrase is None or phrase.rule.id not in COUNTERS:
        return False
    below = list(islice(page.filled(at + 1, len(page)), HEAD + 1))
    times = [place for place, one in enumerate(below[:HEAD]) if tells_time(page, one)]
    return any(0 < place < len(below) - 1 and ends_sentence(page.text(below[place + 1])) for place in times)


def tells_time(page: "Page", at: int) -> bool:
    """Whether a line is a day with its hour, or a time counted from now."""
    moment, phrase = page.moments[at], page.phrases[at]
    return (moment is not None and moment.has_clock) or (phrase is not None and phrase.rule.id == TIME_AGO)
