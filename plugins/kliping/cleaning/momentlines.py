"""Lines that say when the piece was published or changed, alone or together with its author or outlet.

Input: a cleaned line. Output: the moments and what else the line holds, or None for a line of another kind.
"""

from typing import NamedTuple

from kliping.cleaning.bylines import NamedAuthor, names_in, read_byline
from kliping.cleaning.compiled import Compiled
from kliping.cleaning.dates import FoundDate

LONGEST = 160
"""No such line is longer."""
_SIGNS = " ,;|·•–—-/()[]:»>\u00b7"


class MomentLine(NamedTuple):
    """What a date line says."""

    published: FoundDate | None
    updated: FoundDate | None
    refused: FoundDate | None
    """A date that the calendar does not know."""
    authors: tuple[NamedAuthor, ...]
    outlet: str | None
    """The outlet it names."""


def read_moment_line(text: str, known: Compiled, lang: str) -> MomentLine | None:
    """The line as a date line; None where anything but a date, an author or an outlet is left in it."""
    if not text or len(text) > LONGEST:
        return None
    dates = known.calendar.find(text, month_first=False)
    if not dates or dates[0].start > 90:
        return None
    published, updated, refused = None, None, None
    rest, done = "", 0
    for date in dates:
        before = text[done : date.start]
        labels = list(known.moment_label.finditer(before))
        label = labels[-1] if labels else None
        if label:
            before = before[: label.start()] + " " + before[label.end() :]
        rest += before + " "
        done = date.end
        if date.problem:
            refused = refused or date
        elif label and label["updated"]:
            updated = updated or date
        else:
            published = published or date
    rest = (rest + text[done:]).strip(_SIGNS)
    left = _what_is_left(rest, known)
    if left is None:
        return None
    return MomentLine(published, updated, refused, *left)


def _what_is_left(rest: str, known: Compiled) -> tuple[tuple[NamedAuthor, ...], str | None] | None:
    """Authors and outlet in the words beside the date; None where there are other words."""
    if not rest or rest.isdigit():
        return (), None
    weekday = known.calendar.weekday.fullmatch(rest)
    if weekday:
        return (), None
    brand = known.brands.get(rest.strip(_SIGNS).casefold())
    if brand:
        return (), brand
    if rest.casefold() in known.author_roles:
        return (), None
    authors = read_byline(rest, known)
    if authors is not None:
        return authors, None
    words = rest.strip(_SIGNS)
    for label in known.author_roles:
        if words.casefold().endswith(f", {label}") or words.casefold().endswith(f" , {label}"):
            words = words[: -len(label)].strip(_SIGNS)
    names = names_in(words, known)
    if names and 2 <= len(words.split()) <= 8:
        return tuple(NamedAuthor(name, "author") for name in names), None
    return None
