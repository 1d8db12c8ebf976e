"""Days of publication that a page prints below its article, or where nothing was found beside its headline.

Input: a page. Output: by line, what it says of the day.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from kliping.cleaning.forms.beside_dates import SIGNS, is_post
from kliping.cleaning.forms.moments import MomentLine
from kliping.cleaning.lexicon.hints import DATE

if TYPE_CHECKING:
    from kliping.cleaning.page import Page

BELOW = 15
"""Filled lines below the body that a labelled date of publication is among."""
BULLETS = "*•+ "
COUNTERS = ("comment_count", "counter")
"""The languages' rules for `3 Comments`."""
_STROKES = re.compile(r"\s*(?://|[|•·/])\s*")


def said_among(page: "Page", lines: Iterable[int]) -> dict[int, MomentLine]:
    """What those of the lines say that hold a day and are no post of another site."""
    return {
        at: said for at in lines if (said := page.head_dates.said(at)) is not None and not is_post(page.text(at), page.known)
    }


def find_days_below(page: "Page") -> dict[int, MomentLine]:
    """The one line from the body on whose day is that of filing or publication, or stands beside sections or a counter."""
    return _filed(page) or _labelled_below(page) or _filed_below(page)


def find_only_labelled(page: "Page") -> dict[int, MomentLine]:
    """`Village Agency Published: March 4, 2030, 3:33 pm`: the page's one such line, wherever its headline was looked for.

    A clock, a writer or a change beside the day tells that it is none of an event.
    """
    dated = (at for at, hints in enumerate(page.hints) if hints & DATE and not page.is_liked(at))
    found = said_among(page, dated)
    told = {at: said for at, said in found.items() if said.published and (said.is_labelled or _is_signed(said))}
    tells = any(said.has_clock or said.authors or said.updated for said in told.values())
    is_only = len(told) == 1 and tells
    return told if is_only and all(_is_signed(said) or _is_behind_label(page, at, said) for at, said in told.items()) else {}


def _is_signed(said: MomentLine) -> bool:
    """`By Nama Nama March 4, 2030 12:40 PM`."""
    return bool(said.authors) and said.has_clock


def _is_behind_label(page: "Page", at: int, said: MomentLine) -> bool:
    """Whether the label stands right before the day: `Published: March 4, 2030`, not `Date of birth: March 4, 1971`."""
    before = page.text(at)[: said.published.start if said.published else 0].rstrip(SIGNS)
    return any(label.end() == len(before) for label in page.known.days.label.finditer(before))


def _filed(page: "Page") -> dict[int, MomentLine]:
    """`This entry was posted in Desa on March 4, 2030 by nama`, wherever it stands; several are of other pieces."""
    return _only(page, (at for at in _dated_from_body_on(page) if page.known.naming.filing.match(page.text(at))))


def _labelled_below(page: "Page") -> dict[int, MomentLine]:
    """`First published on …` below the body; several such lines are those of other stories."""
    found = said_among(page, islice(page.filled(page.extent.end, len(page)), BELOW))
    found = {at: said for at, said in found.items() if said.published and _begins_with_label(page, at, said)}
    return found if len(found) == 1 else {}


def _begins_with_label(page: "Page", at: int, said: MomentLine) -> bool:
    """`Posted on March 4, 2030`, `Posted by Nama Nama on March 4, 2030 in Desa`, `Filed under "Desa" March 4, 2030`."""
    text, known = page.text(at).lstrip(BULLETS), page.known
    if known.days.label.match(text):
        return said.is_labelled
    if known.naming.section_label.match(text):
        return True
    return bool(said.authors) and known.author_label.match(text) is not None


def _filed_below(page: "Page") -> dict[int, MomentLine]:
    """`March 4, 2030 // Desa // No Comments`, `March 4, 2030 | Categories: Desa |`; several are of other stories."""
    return _only(page, (at for at in _dated_from_body_on(page) if _has_counter(page, at) or _has_sections(page, at)))


def _has_sections(page: "Page", at: int) -> bool:
    """Whether a label of sections stands on a line."""
    return page.known.naming.section_label.search(page.text(at)) is not None


def _has_counter(page: "Page", at: int) -> bool:
    """Whether a counter of comments stands on a line, between strokes."""
    found = (page.known.general.find(words.strip(SIGNS)) for words in _STROKES.split(page.text(at)) if words.strip(SIGNS))
    return any(phrase is not None and phrase.rule.id in COUNTERS for phrase in found)


def _dated_from_body_on(page: "Page") -> Iterator[int]:
    return (at for at in page.filled(page.extent.begin, len(page)) if page.hints[at] & DATE)


def _only(page: "Page", lines: Iterable[int]) -> dict[int, MomentLine]:
    """What the one line among these that tells a day of publication says; nothing where several do."""
    found = {at: said for at in lines if (said := page.head_dates.said(at)) is not None and said.published}
    return found if len(found) == 1 else {}
