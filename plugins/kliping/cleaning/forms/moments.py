"""Lines that say when a piece was published or changed, alone or together with its author or outlet.

Input: a cleaned line. Output: the moments and what else the line holds, or None for a line of another kind.
"""

import re
from collections.abc import Iterable
from functools import partial
from typing import NamedTuple

from kliping.cleaning.forms.beside_dates import (
    FEW_SMALL,
    SIGNS,
    begins_anew,
    begins_with_label,
    behind_counter,
    is_post,
    is_signed,
    read_account,
    read_writer,
    says_nothing,
    without_counter,
    without_day_word,
    without_filing,
    without_sections,
)
from kliping.cleaning.forms.bylines import NamedAuthor, without_role
from kliping.cleaning.forms.day_order import glued_days
from kliping.cleaning.forms.names import FULL_NAME, names_in
from kliping.cleaning.forms.shapes import lower_share
from kliping.cleaning.lexicon.calendar import FoundDate
from kliping.cleaning.lexicon.compiled import Compiled

LONGEST = 200
"""Characters of the longest such line."""
WITH_SECTIONS = 1000
"""Characters of the longest one with sections and keywords behind its date."""
DATE_BEGINS = 90
"""Most characters before the date, counted from a stroke that ends sections."""
OTHER_WORDS = 14
"""Words of other kinds that may stand beside the date in a line at the head of the article."""
SECTION_WORDS = 4
"""Words of the longest section before a day and its hour."""
MANY_WORDS = 25
"""Words of other kinds that may stand beside a date with a label or a writer."""
SENTENCE_WORDS = 4
"""Spaces behind a day from which the words, with a full stop behind a small letter, are a sentence."""
MOST_DATES, FEW_WORDS = 3, 3
"""Most days in a line that is no schedule, and most spaces on both sides of a day in a line that is no headline."""
NAMES = range(2, 9)
"""How many words the names of writers without a label may have."""
_INSIDE_SENTENCE = (").", "),")
"""Signs behind a day that ends a piece of a sentence: `kata lurah, Selasa (10/6/2025).`"""
_PIECES = re.compile(r"\s*[|•·●⋅・]\s*|\s-\s|\s{2,}|\s/\s")
_FAR_AWAY = re.compile(r"\d\d{3}|\d([/.-])\d\d?\1\d")
_APART_BEFORE = re.compile(r"(?:^|[|•·●⋅・/–—:;>»›*\]-])\s*$")
_APART_AFTER = re.compile(r"\s*(?:$|\.\s|[|•·●⋅・/–—;>»›*\[(#]|--?\s)")


class MomentLine(NamedTuple):
    """What a line with a date says."""

    published: FoundDate | None
    updated: FoundDate | None
    refused: FoundDate | None
    """A date that cannot be read as a day."""
    authors: tuple[NamedAuthor, ...]
    outlet: str | None
    """The id of the outlet that it names; None if it names none."""
    is_labelled: bool = False
    """Whether a word such as `Published` says that it is the day of publication."""

    @property
    def has_clock(self) -> bool:
        """Whether it says the time of day."""
        return any(date.precision == "minute" for date in (self.published, self.updated) if date)


class _Dates(NamedTuple):
    """The dates in a line by what they say, and the words beside them."""

    said: dict[str, FoundDate]
    beside: tuple[str, ...]
    is_labelled: bool
    is_apart: bool
    """Whether each date is separated from the words beside it by a sign or a label."""


def read_moment_line(text: str, known: Compiled, *, month_first: bool | None = False) -> MomentLine | None:
    """What a line says that holds only dates, authors and outlets; None for any other line."""
    dates = _dates_in(text, known, month_first)
    left = _what_is_left("  ".join(dates.beside), known) if dates and not _stands_in_headline(dates, text, known) else None
    return _moment_line(dates, *left) if dates and left else None


def read_head_line(text: str, known: Compiled, *, month_first: bool | None = False) -> MomentLine | None:
    """The same for a line beside the headline, where sections, counters and roles may stand in it too.

    The date is separated from the rest, `October 12, 2018 / 0 Comments / in News / by Nama`, or the rest is no sentence.
    """
    dates = _dates_in(text, known, month_first)
    if dates is None or is_post(text, known) or not (dates.is_apart or _is_no_sentence(text, dates, known)):
        return None
    authors: list[NamedAuthor] = []
    others = 0
    for words in map(partial(behind_counter, known=known), _pieces("  ".join(dates.beside))):
        signed = without_counter(words, known)
        named = read_writer(signed, known) or read_account(signed, known)
        authors += named or ()
        others += 0 if named or says_nothing(words, known) else words.count(" ") + 1
    most = MANY_WORDS if dates.is_labelled or authors else OTHER_WORDS
    return _moment_line(dates, tuple(authors), None) if others <= most else None


def _stands_in_headline(dates: _Dates, text: str, known: Compiled) -> bool:
    """Whether a day stands inside a headline: `Panen Raya Desa, 1 September 2030 Ribuan Warga Datang ke Lereng`."""
    first, last = next(iter(dates.said.values())), next(reversed(dates.said.values()))
    before, after = text[: first.start], text[last.end :]
    if after.startswith(": ") and after[2:3].isalpha() and max(before.count(" "), after.count(" ") - FEW_WORDS) > 1:
        return True
    is_free = not dates.is_labelled and known.author_label.match(before) is None
    return is_free and after[1:2].isalpha() and min(before.count(" "), after.count(" ")) > FEW_WORDS


def _is_no_sentence(text: str, dates: _Dates, known: Compiled) -> bool:
    """Whether the words beside a day are no sentence: a label, a writer, a few words, names."""
    if known.photo_agency.search(text) or _stands_in_headline(dates, text, known):
        return False
    words = " ".join(dates.beside)
    last = next(reversed(dates.said.values()))
    if text.endswith(".") and text.rpartition(" ")[2].islower() and text.count(" ", last.end) >= SENTENCE_WORDS:
        return False  # `Senin malam, 4 Maret 2030. Balai Desa, Lereng Utara—menjadi ramai.`
    first = next(iter(dates.said.values()))
    before = text[: first.start].strip(SIGNS)
    if before and known.naming.place_behind.match(text[last.end :]) and not (dates.is_apart or dates.is_labelled):
        return known.author_label.match(before) is not None  # `Digelar Sabtu, 8 Maret 2031 di Balai Desa`
    if _is_account(before, known) and text[last.end :].istitle():
        return True  # `desakali 4 Maret 2030 Panen`
    if " " not in words.strip() and last.end == len(text) and words.strip().casefold() not in known.function_words:
        return True  # `conservatism May 16, 2030`: a section
    if last.precision == "minute" and last.end == len(text) and words.strip().count(" ") < SECTION_WORDS:
        return True  # `Armenian-Azerbaijani conflict Materials 20 December 2015 12:56`
    return dates.is_labelled or known.author_label.match(words) is not None or lower_share(words) < FEW_SMALL


def _is_account(words: str, known: Compiled) -> bool:
    """`harbourspin`: a word in small letters that is none of the language's."""
    return words.isalpha() and words.islower() and words not in known.function_words and words not in known.joining_words


def _moment_line(dates: _Dates, authors: tuple[NamedAuthor, ...], outlet: str | None) -> MomentLine:
    said = dates.said
    moments = (said.get("published"), said.get("updated"), said.get("refused"))
    return MomentLine(*moments, authors, outlet, dates.is_labelled)


def _dates_in(text: str, known: Compiled, month_first: bool | None) -> _Dates | None:
    may_date = len(text) <= WITH_SECTIONS and _FAR_AWAY.search(text)
    text, cut = without_filing(without_sections(text, known), known) if may_date else ("", 0)
    if not text or len(text) > LONGEST or text.endswith(_INSIDE_SENTENCE):
        return None
    dates = known.calendar.find_in_head(text, month_first=month_first)
    if (
        not dates
        or dates[0].start - max(0, text.rfind(" / ", 0, dates[0].start)) > DATE_BEGINS
        or len(dates) > MOST_DATES
        or known.calendar.tells_event(text)
    ):
        return None
    said: dict[str, FoundDate] = glued_days(dates, text)
    beside: list[str] = []
    done, is_labelled, is_apart, updated = 0, False, True, False
    for date in dates:
        before = text[done : date.start]
        labels = list(known.days.label.finditer(before))
        again = updated and not before.strip()  # `Updated: April 29, 2030 10:28 PM EDT 2030-04-30 02:28:53 GMT`
        updated = again or any(label["updated"] for label in labels)
        kind = "refused" if date.problem else "updated" if updated else "published"
        said.setdefault(kind, date)
        telling = [label for label in labels if label[0].casefold() not in known.days.words_before]
        is_labelled = is_labelled or any(label["published"] for label in telling)
        signed = is_signed(before, known) or begins_with_label(before, known)
        ahead = without_day_word(before, known)
        is_apart = is_apart and bool(telling or _APART_BEFORE.search(ahead) or signed or 0 < done == date.start)
        beside.append(_without(before, labels))
        done = date.end
    after = text[done:]
    is_apart = is_apart and bool(_APART_AFTER.match(after) or begins_anew(after, dates, known))
    beside.append(_without(after, known.days.label.finditer(after)))
    said = {kind: day._replace(start=day.start + cut, end=day.end + cut) for kind, day in said.items()} if cut else said
    return _Dates(said, tuple(beside), is_labelled, is_apart)


def _without(text: str, found: Iterable[re.Match[str]]) -> str:
    """The text with two spaces instead of what is found in it."""
    done, kept = 0, ""
    for match in found:
        kept, done = f"{kept}{text[done : match.start()]}  ", match.end()
    return kept + text[done:]


def _pieces(rest: str) -> list[str]:
    return [words for piece in _PIECES.split(rest) if (words := piece.strip(SIGNS))]


def _what_is_left(rest: str, known: Compiled) -> tuple[tuple[NamedAuthor, ...], str | None] | None:
    """The authors and the outlet in the words beside a date; None if other words are among them."""
    labelled: list[NamedAuthor] = []
    unlabelled: list[NamedAuthor] = []
    outlet = None
    for words in _pieces(rest):
        if says_nothing(words, known):
            continue
        brand = known.brands.get(words.casefold())
        if brand:
            outlet = outlet or brand
            continue
        named = read_writer(words, known)
        labelled += named or ()
        if named is None:
            if words.rpartition(" ")[2].islower() or known.naming.place_behind.match(f" {words}"):
                return None  # `Panen Raya Diperpanjang hingga` before the day, `di Balai Desa` behind it
            bare = without_role(words, known)
            names, whole = names_in(bare, known), FULL_NAME if bare == words else range(FULL_NAME.stop)
            if names is None or len(words.split()) not in NAMES or any(name.count(" ") not in whole for name in names):
                return None
            is_phrase = known.naming.tells_where.search(words) is not None  # `Panen di Lereng`
            full = bool(names) and names[0].count(" ") in whole and not is_phrase  # not `MIM, Jawa Tengah`
            unlabelled += [NamedAuthor(name, "author") for name in names] if full else []
    return tuple(labelled or unlabelled), outlet  # `Posted by Nama | Nama Nama, Desa`: beside a label, keywords
