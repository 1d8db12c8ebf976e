"""Lines that say when the piece was published or changed, alone or together with its author or outlet.

Input: a cleaned line. Output: the moments and what else the line holds, or None for a line of another kind.
"""

import re
from typing import NamedTuple

from kliping.cleaning.forms.bylines import NamedAuthor, names_in, read_byline
from kliping.cleaning.forms.dates import FoundDate
from kliping.cleaning.lexicon.compiled import Compiled
from kliping.model import Role

LONGEST = 200
"""No such line is longer."""
DATE_BEGINS = 90
"""What stands before the date is no longer."""
_SIGNS = " ,;|·•–—-/()[]:»>*+"
_PIECES = re.compile(r"\s*[|•·]\s*|\s-\s|\s{2,}")
_FAR_AWAY = re.compile(r"\d\d{3}")


class MomentLine(NamedTuple):
    """What a date line says."""

    published: FoundDate | None
    updated: FoundDate | None
    refused: FoundDate | None
    """A date that the calendar does not know."""
    authors: tuple[NamedAuthor, ...]
    outlet: str | None
    """The outlet it names."""

    @property
    def has_clock(self) -> bool:
        """Whether it says the time of day."""
        return any(date.precision == "minute" for date in (self.published, self.updated) if date)


def read_moment_line(text: str, known: Compiled, *, month_first: bool | None = False) -> MomentLine | None:
    """The line as a date line; None where anything but a date, an author or an outlet is left in it."""
    if not text or len(text) > LONGEST or not _FAR_AWAY.search(text):
        return None
    dates = known.calendar.find(text, month_first=month_first)
    if not dates or dates[0].start > DATE_BEGINS or len(dates) > 3:
        return None
    said: dict[str, FoundDate] = {}
    rest: list[str] = []
    done = 0
    for date in dates:
        before = text[done : date.start]
        labels = list(known.moment_label.finditer(before))
        label = labels[-1] if labels else None
        if label:
            before = f"{before[: label.start()]}  {before[label.end() :]}"
        rest.append(before)
        done = date.end
        kind = "refused" if date.problem else "updated" if label and label["updated"] else "published"
        said.setdefault(kind, date)
    rest.append(text[done:])
    left = _what_is_left("  ".join(rest), known)
    if left is None:
        return None
    return MomentLine(said.get("published"), said.get("updated"), said.get("refused"), *left)


def _what_is_left(rest: str, known: Compiled) -> tuple[tuple[NamedAuthor, ...], str | None] | None:
    """Authors and outlet in the words beside the date; None where there are other words."""
    authors: list[NamedAuthor] = []
    outlet = None
    for piece in _PIECES.split(rest):
        words = piece.strip(_SIGNS)
        if not words or _says_nothing(words, known):
            continue
        brand = known.brands.get(words.casefold())
        if brand:
            outlet = outlet or brand
            continue
        named = read_byline(words, known)
        if named is None:
            names = names_in(_without_label(words, known), known)
            if names is None or not 2 <= len(words.split()) <= 8:
                return None
            named = tuple(NamedAuthor(name, "author") for name in names)
        authors += named
    return tuple(authors), outlet


def _says_nothing(words: str, known: Compiled) -> bool:
    """Counters, weekdays, a section's one word, buttons, reading times."""
    if words.isdigit() or known.calendar.weekday.fullmatch(words) or words.casefold() in known.author_roles:
        return True
    if words[0].isupper() and words.isalpha() and words.casefold() not in known.brands:
        return True
    phrase = known.general.find(words)
    return phrase is not None and phrase.rule.role is Role.BOILERPLATE


def _without_label(words: str, known: Compiled) -> str:
    """`Nama, Jurnalis`: the label may stand behind the name."""
    head, comma, tail = words.rpartition(",")
    return head.strip(_SIGNS) if comma and tail.strip(_SIGNS).casefold() in known.author_roles else words
