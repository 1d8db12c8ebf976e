"""Words beside the date of a piece: its writer, its sections, counters and buttons.

Input: words of a cleaned line. Output: what they are, or what is left without them.
"""

import re

from kliping.cleaning.forms.bylines import NamedAuthor, read_byline
from kliping.cleaning.forms.shapes import is_prose, lower_share
from kliping.cleaning.lexicon.calendar import FoundDate
from kliping.cleaning.lexicon.compiled import Compiled
from kliping.model import Role

SIGNS = " ,;|·•●⋅–—-/()[]:»›>*+"
"""What may part the words beside a date."""
SHORT_NAME = 24
"""No account's name in small letters is longer."""
FEW_SMALL = 0.3
"""The share of words in small letters below which words beside a day are names, roles and sections."""
HARDLY_SMALL = 0.2
"""The same of words behind a day that stands first, which may be a sentence."""
_SECTION = re.compile(r"\s[A-Z&][\w&]*(?: [A-Z&][\w&]*){0,3}$")
_LAST_WORDS = re.compile(r"\s(?=[\dA-Z])")
_COUNTS = re.compile(r"\s(?=\d)")
_YEAR = re.compile(r"\d{4}|\d/\d\d(?!\d)")


def without_sections(text: str, known: Compiled) -> str:
    """`March 4, 2030` of `March 4, 2030 | Filed under: Desa, Kali`: without the sections behind the day; prose as it is."""
    label = known.naming.section_label.search(text)
    if label is None or is_prose(text):
        return text
    return text[: label.start()].rstrip(SIGNS) if _YEAR.search(text, 0, label.start()) else text


def begins_with_label(words: str, known: Compiled) -> bool:
    """`by oz on `, ` by luxurious`: a label and a word or two."""
    label, _, name = without_counter(words.strip(SIGNS), known).partition(" ")
    return label.rstrip(":").casefold() in known.author_roles and 0 < len(name) <= SHORT_NAME


def begins_anew(after: str, dates: list[FoundDate], known: Compiled) -> bool:
    """Whether the words behind the last date are of another kind: an age, a label, sections, a button."""
    if known.age.match(after) or known.moment_label.match(after.lstrip()) or _are_sections(dates, after, known):
        return True
    return is_furniture(after.strip(SIGNS), known) or begins_with_label(after, known)


def _are_sections(dates: list[FoundDate], after: str, known: Compiled) -> bool:
    """`21/06/2014 Nama Books, News`, `March 4, 2030 in Desa`: the day stands first, all behind it has capitals."""
    if dates[-1].precision == "minute" and _SECTION.fullmatch(after):
        return True
    if known.naming.place_behind.match(after) and lower_share(after.split(maxsplit=1)[-1]) < FEW_SMALL:
        return True
    return dates[0].start == 0 and len(dates) == 1 and lower_share(after) < HARDLY_SMALL


def is_signed(before: str, known: Compiled) -> bool:
    """`By Nama @nama Nov 18`, `By: Nama Nama on March 4`: the writer right before the day."""
    words, _, last = before.strip(SIGNS).rpartition(" ")
    return bool(read_writer(words if last in known.day_words else before.strip(SIGNS), known))


def read_writer(words: str, known: Compiled) -> tuple[NamedAuthor, ...] | None:
    """The names in the words beside a day: there `Created by Nama Nama` needs no colon."""
    label = known.naming.label_without_colon.match(words)
    return read_byline(f"{label[0]}:{words[label.end() :]}" if label else words, known)


def read_account(words: str, known: Compiled) -> tuple[NamedAuthor, ...]:
    """`by harbourmaster`: the name of an account behind a label."""
    label, _, name = words.partition(" ")
    role = known.author_roles.get(label.rstrip(":").casefold())
    is_name = (
        name.isalnum()
        and name[0].isalpha()
        and not (name.casefold() in known.function_words or name.casefold() in known.no_names)
    )
    return (NamedAuthor(name, role),) if role and is_name and not known.no_name_word.fullmatch(name) else ()


def says_nothing(words: str, known: Compiled) -> bool:
    """Counters, weekdays, a section's one word, buttons, reading times, times counted from now."""
    if words.isdigit() or known.calendar.weekday.fullmatch(words) or words.casefold() in known.author_roles:
        return True
    if words[0].isupper() and words.rstrip(".").isalpha() and words.casefold() not in known.brands:
        return True
    return is_furniture(words, known)


def is_furniture(words: str, known: Compiled) -> bool:
    """`add comment`: words that a data file knows."""
    phrase = known.general.find(words) if words else None
    return phrase is not None and phrase.rule.role is Role.BOILERPLATE


def without_counter(words: str, known: Compiled) -> str:
    """`by Nama Nama` of `by Nama Nama 5 Comments 12 Article Views`, `by Nama Nama Leave a Comment`."""
    cuts = (cut.start() for cut in _LAST_WORDS.finditer(words) if is_furniture(words[cut.end() :], known))
    words = words[: next(cuts, len(words))]
    return _COUNTS.split(words, maxsplit=1)[0] if known.naming.by.match(words) else words


def behind_counter(words: str, known: Compiled) -> str:
    """`by Nama Nama` of `3 Comments by Nama Nama`."""
    label = known.naming.by_inside.search(words)
    return words[label.end() :] if label and is_furniture(words[: label.start()], known) else words
