"""The writers that a date line names, mostly without a label.

Input: a page, a line and what it says. Output: the same with those who are persons on this page.
"""

import re
from typing import TYPE_CHECKING

from kliping.cleaning.forms.bylines import NamedAuthor, without_addresses
from kliping.cleaning.forms.moments import MomentLine
from kliping.cleaning.forms.names import read_bare_names
from kliping.cleaning.lexicon.calendar import FoundDate

if TYPE_CHECKING:
    from kliping.cleaning.page import Page

_SIGNS = re.compile(r"\s[|•·●⋅/–—-]\s")
_COUNTS = re.compile(r"(?: \d+)+$")
"""Counters of comments and shares."""


def with_persons(page: "Page", at: int, said: MomentLine) -> MomentLine:
    """The date line without those of its names that no label vouches for and that are no person's on this page."""
    text, known, persons = page.text(at), page.known, page.persons
    if known.author_label.search(text) or known.naming.by.search(text):
        named = tuple(one for one in said.authors if persons.may_be(one.name))
        clock = said.has_clock or known.naming.filing.match(text) is not None
        return said._replace(authors=tuple(one for one in named if persons.may_be_account(one.name, text, has_clock=clock)))
    day = said.published or said.updated or said.refused
    named = said.authors or _named_beside(text, day, page) if day else said.authors
    named = tuple(one for one in named if persons.is_person(one.name))
    # beside a first name, other words are sections, as they are behind a day
    sure = tuple(
        one
        for place, one in enumerate(named)
        if persons.has_first_name(one.name) is not False or _is_joined(page, text, named, place)
    )
    before = tuple(one for one in named if day is None or text.find(one.name) < day.start)
    return said._replace(authors=sure or before)


def _named_beside(text: str, day: FoundDate, page: "Page") -> tuple[NamedAuthor, ...]:
    """The name a line begins with, `Nama Nama · Berita Contoh · Posted: `, or a first name and a surname behind its day."""
    before = read_bare_names(_SIGNS.split(without_addresses(text[: day.start]), maxsplit=1)[0], page.known)[:1]
    end = max(one.end for one in page.known.calendar.find_in_head(text, month_first=page.month_first) or [day])
    rest = _SIGNS.split(_COUNTS.sub("", text[end:]).strip(" ,|"), maxsplit=1)[0].partition(",")[0]
    behind = [name for name in read_bare_names(rest, page.known)[:1] if page.persons.has_first_name(name)]
    return tuple(NamedAuthor(name, "author") for name in (before or behind))


def _is_joined(page: "Page", text: str, named: tuple[NamedAuthor, ...], place: int) -> bool:
    """`Nama Nama and John Smith`: whether a comma or `and` joins it to a listed name, and nothing is against it."""
    name = named[place].name
    if page.persons.is_hardly_name(name):
        return False
    start = text.find(name)
    for other in (one.name for one in named if one.name != name and page.persons.has_first_name(one.name)):
        first, last = sorted(((start, name), (text.find(other), other)))
        if page.known.naming.joined.fullmatch(text[first[0] + len(first[1]) : last[0]]):
            return True
    return False
