"""Which of a page's date lines are the article's own: not the day of the visit, not those of other stories.

Input: a page. Output: by line, what its own date lines say.
"""

import re
from itertools import islice
from typing import TYPE_CHECKING

from kliping.cleaning.days.below_body import find_days_below, find_only_labelled, said_among
from kliping.cleaning.days.other_days import is_labelled_else, is_of_another, is_of_event, is_of_photo, is_told
from kliping.cleaning.forms.beside_dates import SIGNS, is_post, is_signed, without_sections
from kliping.cleaning.forms.moments import MomentLine, read_head_line
from kliping.cleaning.forms.names import read_bare_names
from kliping.cleaning.lexicon.calendar import FoundDate
from kliping.cleaning.lexicon.hints import DATE
from kliping.cleaning.people.beside_days import with_persons
from kliping.days import day_of
from kliping.model import Role

if TYPE_CHECKING:
    from kliping.cleaning.page import Page

NEAR = 8
"""Filled lines below the headline that come before those above it."""
RIGHT_BELOW = 2
"""Filled lines right below the headline, where a day among a few words is its own."""
FEW_BESIDE = 20
"""Spaces in such a line."""
FOOT = 2
"""Filled lines at most below a headline that stands at the foot of the page, with its day."""
MOST_DATES = 3
"""More dated lines above the body are a list of stories, where a date above a line says little."""
_CLOCK = re.compile(r"\d\d?[:.]\d\d(?:[:.]\d\d)?(?: ?[AaPp]\.?[Mm]\.?)?(?: [A-Z]{2,4})?")


class HeadDates:
    """What each line says if it stands at the head of the article; read when asked for."""

    def __init__(self, page: "Page") -> None:
        self._page = page
        self._said: dict[int, MomentLine | None] = {}

    def __getitem__(self, at: int) -> bool:
        return self.said(at) is not None

    def said(self, at: int) -> MomentLine | None:
        """The line as a date line beside the headline."""
        if at not in self._said:
            said = None if is_of_another(self._page, at) else self._page.moments[at] or self._read(at)
            self._said[at] = said and self._with_clock(at, self._with_label(at, with_persons(self._page, at, said)))
        return self._said[at]

    def _with_label(self, at: int, said: MomentLine) -> MomentLine:
        """With what a label alone on the line above says of its day: that of publication, or of a change."""
        above = self._page.previous_filled(at)
        label = self._page.known.days.label.fullmatch(self._page.text(above).strip("*•: ")) if above is not None else None
        if label is None or said.is_labelled or said.updated:
            return said
        if label["updated"]:
            return said._replace(published=None, updated=said.published)
        return said._replace(is_labelled=True)

    def _with_clock(self, at: int, said: MomentLine) -> MomentLine:
        """With the time of day that stands alone on the line below its day."""
        below, day = self._page.next_filled(at), said.published
        if below is None or day is None or day.precision != "day" or not _CLOCK.fullmatch(self._page.text(below)):
            return said
        both = f"{self._page.text(at)[day.start : day.end]} {self._page.text(below)}"
        found = self._page.known.calendar.find_in_head(both, month_first=self._page.month_first)
        return said._replace(published=found[0]._replace(start=day.start, end=day.end)) if len(found) == 1 else said

    def _read(self, at: int) -> MomentLine | None:
        page, phrase = self._page, self._page.phrases[at]
        is_other = phrase is not None and phrase.rule.role is not Role.PUBLISHED
        if is_other or not page.hints[at] & DATE:
            return None
        if page.prose[at] and not (self._is_labelled(at) or without_sections(page.text(at), page.known) != page.text(at)):
            return None
        said = read_head_line(page.text(at), page.known, month_first=page.month_first)
        return None if said and is_of_photo(page, at, said) else said

    def _is_labelled(self, at: int) -> bool:
        """`Posted by Nama on 4 March 2030 in Berita, Desa, Kali`: a label and no full stop, or where it was filed."""
        text, known = self._page.text(at), self._page.known
        if text.endswith("."):
            return known.naming.filing.match(text) is not None
        return known.days.label.match(text) is not None


def find_own_dates(page: "Page") -> dict[int, MomentLine]:
    """The first line that names the day of publication, by nearness to the headline, and those that go with it."""
    head = said_among(page, _head_lines(page))
    own = {at: said for at, said in head.items() if (said.published or said.refused) and not _heads_part(page, at, said)}
    labelled = next((at for at, said in own.items() if said.is_labelled), None)
    first = labelled if labelled is not None else next(iter(own), None)
    below = find_days_below(page) if labelled is None else {}
    if first is None or (below and head[first].updated):
        updated = {at: said for at, said in head.items() if said.updated}
        return updated | (below or _labelled_above(page) or (find_only_labelled(page) if updated else _elsewhere(page)))
    day = _day_of(head[first])
    again = (at for at, said in head.items() if _day_of(said) == day and (said.has_clock or at in own))
    with_day = {first, *again}
    return {at: said for at, said in head.items() if at in with_day or said.updated}


def lists_other_days(page: "Page") -> bool:
    """Whether so many dated lines stand above the body that they are of other stories."""
    return sum(page.moments[at] is not None for at in page.filled(0, page.extent.begin)) > MOST_DATES


def _day_of(said: MomentLine) -> str | None:
    return day_of(said.published.value) if said.published else None


def find_newest(page: "Page") -> tuple[FoundDate, int] | None:
    """The newest full date the body names, and its line."""
    newest: tuple[FoundDate, int] | None = None
    for at in page.filled(page.extent.begin, page.extent.end):
        dates = page.known.calendar.find(page.text(at), month_first=page.month_first) if page.hints[at] & DATE else ()
        for found in dates:
            if found.day and not page.claims[at] and (newest is None or day_of(found.value) > day_of(newest[0].value)):
                newest = (found, at)
    return newest


def _head_lines(page: "Page") -> list[int]:
    """The lines between headline and body, then those right above the headline, then the first ones of the body."""
    extent, head = page.extent, page.head
    if extent.begin == len(page):
        return _lines_of_one_day(page)
    if head is None:
        return [*reversed(list(page.filled(0, extent.begin))[-NEAR:]), *list(page.filled(extent.begin, extent.end))[:1]]
    foot = list(page.filled(head.title + 1, len(page))) if head.title >= extent.end else []
    if 0 < len(foot) <= FOOT:
        return foot
    return [*head.below[:NEAR], *reversed(head.above), *head.below[NEAR:], *head.inside]


def _lines_of_one_day(page: "Page") -> list[int]:
    """The lines with a day on a page without running text; with a clock, if one has it. Nothing where they tell several."""
    found = {at: said for at in page.filled(0, len(page)) if page.hints[at] & DATE and (said := page.head_dates.said(at))}
    clocked = {at: said for at, said in found.items() if said.has_clock and said.published}
    days = {_day_of(said) for said in (clocked or found).values() if said.published}
    return list(clocked or found) if len(days) == 1 else []


def _heads_part(page: "Page", at: int, said: MomentLine) -> bool:
    """Whether a day stands below so much of the story that it heads a part of it: no label or writer is beside it.

    Or it is told inside the story: in a sentence, or behind a label of something else.
    """
    if page.head is None or at not in page.head.inside:
        return False
    if is_told(page, at) or is_labelled_else(page, at, said):
        return True
    if said.is_labelled or said.authors:
        return False
    return page.liking.tells_story(one for one in page.head.inside if one < at)


def _day_right_below(page: "Page") -> dict[int, MomentLine]:
    """`nama February 6, 2030 Desa`: the only day in a few words right below the headline."""
    lines = page.filled(page.title_at + 1, page.extent.end) if page.title_at is not None else iter(())
    for at in islice(lines, RIGHT_BELOW):
        text = page.text(at)
        if (
            page.prose[at]
            or text.endswith(".")
            or is_post(text, page.known)
            or not page.hints[at] & DATE
            or page.known.calendar.tells_event(text)
            or is_of_event(page, at)
        ):
            continue
        text = without_sections(text, page.known)
        dates = page.known.calendar.find_in_head(text, month_first=page.month_first)
        if len(dates) == 1 and dates[0].day and text.count(" ") <= FEW_BESIDE and _tells_no_event(text, dates[0], page):
            return {at: MomentLine(dates[0], None, None, (), None)}
    return {}


def _tells_no_event(text: str, day: FoundDate, page: "Page") -> bool:
    """Whether nothing, a writer, a section or an account stands before a day, and behind it no word of place or day."""
    known, before, behind = page.known, text[: day.start].strip(SIGNS), text[day.end :]
    ahead, _, weekday = before.rpartition(" ")
    before = ahead.strip(SIGNS) if known.dates.weekday.fullmatch(weekday) else before
    if known.naming.place_behind.search(behind) or known.naming.tells_where.search(behind) or _names_weekday(behind, page):
        return False
    if not before or is_signed(before, known) or read_bare_names(before, known) or page.persons.has_first_name(before):
        return True
    if " " in before or behind.strip(SIGNS)[:1].islower():
        return False  # `Opening July 9, 2031 near Oldtown`
    return before.islower() or not page.persons.is_common(before.casefold())


def _names_weekday(words: str, page: "Page") -> bool:
    """Whether a weekday is among the words."""
    return any(page.known.dates.weekday.fullmatch(word.strip(SIGNS)) for word in words.split())


def _elsewhere(page: "Page") -> dict[int, MomentLine]:
    """The day of a page whose head names none."""
    return _day_right_below(page) or _only_day(page) or find_only_labelled(page)


def _labelled_above(page: "Page") -> dict[int, MomentLine]:
    """`Published: …` anywhere above the body, where no other day is told."""
    lines = page.filled(0, page.extent.begin)
    found = {at: said for at in lines if (said := page.moments[at]) and said.is_labelled and said.published}
    return found if len({_day_of(said) for said in found.values()}) == 1 else {}


def _only_day(page: "Page") -> dict[int, MomentLine]:
    """The only line below the headline that tells a day, where menus passed for the beginning of the body."""
    if page.title_at is None:
        return {}
    lines = [at for at in page.filled(page.title_at + 1, page.extent.end) if page.moments[at]]
    found = {at: said for at, said in said_among(page, lines).items() if said.published}
    return found if len(found) == 1 and all(_is_of_piece(page, at, said) for at, said in found.items()) else {}


def _is_of_piece(page: "Page", at: int, said: MomentLine) -> bool:
    """A day of publication and not of an event: a label, clock, writer or counter stands beside it."""
    day = said.published
    if is_labelled_else(page, at, said):
        return False
    if day is None or said.is_labelled or said.has_clock or said.authors or day.end < len(page.text(at)):
        return day is not None
    beside = [one for one in (page.previous_filled(at), page.next_filled(at)) if one is not None]
    if any(page.bylines[one] or page.general_phrases[one] for one in beside):
        return True
    return any(page.persons.is_surely_person(page.text(one)) for one in beside)
