"""Which lines are items of the article's own lists, whatever the line model says of each by itself.

Input: a page, and what the line model says of its lines. Output: `Lists`.
Prices, line-ups, schedules and steps look as menus do; what announces, counts or encloses them tells.
"""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from kliping.cleaning.forms.shapes import announces, bullet_length, ends_sentence, number_length, number_of
from kliping.cleaning.lists.cells import find_cells, find_parted
from kliping.cleaning.lists.entries import has_sign, is_advert, is_button, is_caption, is_entry, is_headline, is_of_site
from kliping.cleaning.lists.turns import find_turns

if TYPE_CHECKING:
    from kliping.cleaning.overview.liking import Liking
    from kliping.cleaning.page import Page

DOUBT = 3
"""By how much the chance of a clause before a colon is multiplied, if it is long enough to tell what follows."""
TELLING = 8
"""A line with so many spaces is that long."""
COUNTED = 3
"""Fewer headings with numbers tell nothing."""
ITEMS = 4
"""Fewer items tell nothing of each other."""
MOST_COUNTED, MOST_LISTED = 0.6, 0.8
"""The part of lines that count, or of items without a line between, from which the others belong to them."""
ROWS, ROW_WORDS = 5, 24
"""So many rows make a table, and no row has more words."""
FEW_ROWS, SHORT_ROW = 3, 8
"""So many short rows right below a line of the article make one too, and no such row has more spaces."""
NEAR_HIGHEST = 0.8
"""The part of the highest chance on a page from which the line above a table is surely the article's."""
MOST_ENCLOSED = 40
"""No list that only the lines around it tell is longer."""
FEWEST_LAST, FEW_LIKED, MOST_ABOVE = 3, 0.3, 4
"""Fewer lines below the last sentence, or less of them liked, may be a site's; headline, day and writer take no more."""
DIGIT = re.compile(r"\d")
SCORE = re.compile(r"\d ?[–-] ?\d")
"""`Mill End 2-1 Abbey Park`."""
MATCH = re.compile(r"(?:[^\W\d_a-z][\w.'’-]*\s){1,4}(?:[Vv][Ss]?\.?)(?:\s[^\W\d_a-z][\w.'’-]*){1,4}")
"""`Bukit Rovers vs Lereng United`, and nothing else."""
LABELLED = re.compile(r"(?:[^\W\d_][\w'’/.-]*[ :]){1,4}(?<=:) ?\S")
"""`Ketua: Nama Nama, S.H.`, `Dini Hari: Berawan`."""


class Lists(NamedTuple):
    """Line by line, what is known of lists."""

    items: Sequence[bool]
    """Descriptions of works, rows of tables, lines that count, items, speakers, and lines that the article's own enclose."""
    announced: Sequence[bool]
    """Items that a line of the article announces."""


def find_lists(page: "Page", liking: "Liking") -> Lists:
    """Which lines of a page are items of its article's lists."""
    items = [at in page.works for at in range(len(page))]
    for find in (_tables, _countings, _bulleted, _enclosed, _last, find_parted, find_cells, find_turns):
        for row in find(page, liking):
            for at in row:
                items[at] = True
    return Lists(items, _announced(page, liking))


def _announced(page: "Page", liking: "Liking") -> list[bool]:
    """Whether each line is an item of a list that a line of the article ending with a colon announces.

    Items without a sign reach up to the first line that is no entry, or that something else knows.
    """
    found, is_open, bare = [False] * len(page), False, 0
    for at in page.filled(0, len(page)):
        if page.is_known(at):
            bare = 0
            continue  # an advert may part a list with signs from what announces it
        signed = has_sign(page.text(at))
        if is_open and (signed or (bare and is_entry(page, at))):
            found[at] = True
            bare = 0 if signed else bare - 1
        else:
            is_open = _announces_list(page, at, liking)
            bare = MOST_ENCLOSED if is_open else 0
    return found


def _announces_list(page: "Page", at: int, liking: "Liking") -> bool:
    """Whether a line of the article ends with a colon; a clause needs less chance than a few words do."""
    text = page.text(at)
    if not announces(text):
        return text.endswith(":") and liking.is_sure(at)
    return liking.chances[at] * (DOUBT if text.count(" ") >= TELLING else 1) >= liking.cut


def _countings(page: "Page", liking: "Liking") -> Iterator[list[int]]:
    """Headings that number the article's parts, half of them right above its text, or numbered lines, mostly liked."""

    def is_article(at: int | None) -> bool:
        if at is None or not liking.is_kept(at) or page.is_known(at):
            return False
        return page.prose[at] and not number_length(page.text(at))

    for row in _counted_rows(page):
        headings = sum(is_article(page.next_filled(at)) for at in row)
        if (len(row) >= COUNTED and headings * 2 >= len(row)) or _are_liked(row, liking, MOST_COUNTED):
            yield row


def _bulleted(page: "Page", liking: "Liking") -> Iterator[list[int]]:
    """Items with bullets or numbers and no other line between them: most of them liked, or between two paragraphs."""
    row: list[int] = []
    above: int | None = None
    for at in (*page.filled(0, len(page)), None):
        if at is not None and has_sign(page.text(at)) and not page.is_known(at):
            row.append(at)
            continue
        between = len(row) >= FEW_ROWS and all(one is not None and liking.is_sure(one) for one in (above, at))
        if _are_liked(row, liking, MOST_LISTED) or (between and not any(_may_lead_on(page, one) for one in row)):
            yield row
        row, above = [], at


def _may_lead_on(page: "Page", at: int) -> bool:
    """Whether an item is a headline of another story, a button or a caption."""
    return is_headline(page, at) or is_button(page, at) or is_caption(page, at)


def _are_liked(row: Sequence[int], liking: "Liking", most: float) -> bool:
    """Whether the line model keeps so many of the items that it has probably misjudged the others."""
    return len(row) >= ITEMS and sum(liking.is_kept(at) for at in row) >= most * len(row)


def _counted_rows(page: "Page") -> Iterator[list[int]]:
    """Lines that count upwards from 1 or 2; one number may be missing in between."""
    row: list[int] = []
    last = 0
    for at in page.filled(0, len(page)):
        number = number_of(page.text(at))
        if number is None or page.is_known(at):
            continue
        if number <= last or number > last + 2:
            yield row
            row, last = [], 0
        if number <= last + 2:
            row.append(at)
            last = number
    yield row


def _tables(page: "Page", liking: "Liking") -> Iterator[list[int]]:
    """Many rows with numbers: half of them liked, or right below the article or a heading; days may head their parts."""
    sure = NEAR_HIGHEST * max(liking.chances, default=0.0)
    rows: list[int] = []
    days: list[int] = []
    above: tuple[int, ...] = ()
    for at in (*page.filled(0, len(page)), None):
        if at is not None and is_advert(page, at):
            continue
        if at is not None and _is_row(page.text(at)) and not page.is_known(at):
            rows += (*days, at)
            days = []
            continue
        if at is not None and _is_day(page, at):
            days = [*days, at] if rows else [at]
            continue
        liked = sum(liking.is_kept(row) for row in rows)
        is_many = len(rows) >= ROWS and (liked * 2 >= len(rows) or any(liking.chances[one] >= sure for one in above))
        is_below = bool(above) and liking.chances[above[-1]] >= sure and liking.is_sure(above[-1])
        is_above = at is not None and page.prose[at] and liking.chances[at] >= sure
        if is_many or (is_below and _make_small_table(page, rows, is_above=is_above)):
            yield rows
        if at is not None:
            above = (*above[-1:], at) if not rows else (at,)
        rows, days = [], []


def _make_small_table(page: "Page", rows: list[int], *, is_above: bool) -> bool:
    """Whether a few short rows below a line of the article all have figures, or have labels and stand above another."""
    texts = [page.text(at) for at in rows]
    if len(rows) < FEW_ROWS or any(text.count(" ") > SHORT_ROW for text in texts):
        return False
    if any(is_of_site(page, at) and not SCORE.search(page.text(at)) for at in rows):
        return False
    return all(map(DIGIT.search, texts)) or (is_above and all(map(LABELLED.match, texts)))


def _is_row(text: str) -> bool:
    """A line with a number in it, its own in a list aside, or with a label, that is no sentence, or who plays whom."""
    if not 1 <= text.count(" ") <= ROW_WORDS or ends_sentence(text):
        return False
    start = bullet_length(text) or number_length(text)
    return bool(DIGIT.search(text, start) or LABELLED.match(text, start) or MATCH.fullmatch(text, start))


def _enclosed(page: "Page", liking: "Liking") -> Iterator[list[int]]:
    """Unknown lines between two of the article, or between its last line and the mark that closes it.

    An outlet that signs its articles labels everything else above its sign, headlines of other stories excepted.
    """
    marks = [at for at in page.filled(0, len(page)) if _closes_article(page, at)]
    row: list[int] = []
    days: list[int] = []
    is_below = False
    for at in page.filled(0, marks[-1] + 1 if marks else 0):
        is_mark = _closes_article(page, at)
        if is_mark or (liking.is_kept(at) and not page.is_known(at)):
            if is_below and len(row) <= MOST_ENCLOSED:
                yield row
            row, days, is_below = [], [], not is_mark
        elif _is_day(page, at):
            days.append(at)
        elif not (page.is_known(at) or is_headline(page, at) or is_caption(page, at)):
            row += (*days, at)
            days = []


def _last(page: "Page", liking: "Liking") -> Iterator[list[int]]:
    """All lines below the last sentence of a file that holds little but its article: entries without signs, some liked."""
    sentences = [at for at in page.filled(0, len(page)) if ends_sentence(page.text(at)) and liking.is_kept(at)]
    first = next((at for at in sentences if page.prose[at]), len(page))
    row = list(page.filled(sentences[-1] + 1, len(page))) if sentences else []
    is_liked = sum(liking.is_kept(at) for at in row) >= max(1, FEW_LIKED * len(row))
    is_bare = len(row) >= FEWEST_LAST and page.count_filled(0, first) <= MOST_ABOVE
    if is_liked and is_bare and not any(is_of_site(page, at) for at in row):
        yield row


def _closes_article(page: "Page", at: int) -> bool:
    """A mark on a line of its own that surely closes the piece."""
    closing = page.closings[at]
    return closing is not None and closing.is_sure and not closing.start


def _is_day(page: "Page", at: int) -> bool:
    """A line that is a day or a weekday and heads what takes place on it."""
    moment = page.moments[at]
    if moment is None:
        return page.known.dates.weekday.fullmatch(page.text(at).rstrip(":")) is not None
    return not moment.has_clock
