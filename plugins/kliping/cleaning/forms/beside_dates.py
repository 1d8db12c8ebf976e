"""What stands beside the date of a piece: its writer, sections, counters and buttons.

Input: words of a cleaned line. Output: what they are, or what is left without them.
"""

import re

from kliping.cleaning.forms.bylines import NamedAuthor, read_byline
from kliping.cleaning.forms.shapes import is_prose, lower_share
from kliping.cleaning.lexicon.calendar import FoundDate
from kliping.cleaning.lexicon.compiled import Compiled
from kliping.model import Role

SIGNS = " ,;|·•●⋅–—-/()[]:»›>*+"
"""Signs that may separate what stands beside a date."""
SHORT_NAME = 24
"""Characters of the longest name of an account in small letters."""
FEW_SMALL = 0.3
"""The share of words with a small first letter below which words beside a day are names, roles and sections."""
HARDLY_SMALL = 0.2
"""The same for words behind a day at the beginning of a line, which may be a sentence."""
STRUNG, FEW_STRUNG = " , ", 2
"""What stands between links in a row, where a program parted them from the comma, and how often it may in a sentence."""
STOPS = (".", "!", "?")
_SECTION = re.compile(r"\s[A-Z&][\w&]*(?: [A-Z&][\w&]*){0,3}$")
_LAST_WORDS = re.compile(r"\s(?=[\dA-Z])")
_COUNTS = re.compile(r"\s(?=\d)")
_YEAR = re.compile(r"\d{4}|\d/\d\d(?!\d)")


def without_sections(text: str, known: Compiled) -> str:
    """A line without the sections behind its day: `March 4, 2030 | Filed under: Desa, Kali`; prose is returned as it is.

    Four and more that are strung together, `March 4, 2030 Nama Desa , Kali , Lereng , Hilir`, are cut behind the first.
    """
    label = None if is_prose(text) else known.naming.section_label.search(text)
    if label:
        end = label.start()
    elif text.count(STRUNG) > FEW_STRUNG and not text.endswith(STOPS):
        end = text.find(STRUNG)
    else:
        return text
    return text[:end].rstrip(SIGNS) if _YEAR.search(text, 0, end) and not is_prose(text[:end]) else text


def without_filing(text: str, known: Compiled) -> tuple[str, int]:
    """`This entry was posted March 4, 2030 by nama` of the same with sections before the day and a sentence behind.

    With it, how many characters less stand before the day.
    """
    filing = known.naming.filing.match(text)
    days = known.calendar.find(text) if filing else []
    if filing is None or not days:
        return text, 0
    begin, end = days[-1].start, days[-1].end
    writer = text[end:].partition(". ")[0].rstrip(". ")
    return f"{filing[0]} {text[begin:end]}{writer}", begin - filing.end() - 1


def is_post(text: str, known: Compiled) -> bool:
    """`— Nama Nama (@nama) March 4, 2030`: a post on another site; before a writer of the page stands `by`."""
    return "(@" in text and known.naming.by_inside.search(text) is None


def begins_with_label(words: str, known: Compiled) -> bool:
    """Whether the words are a label and a short name: `by oz on `, ` by luxurious`."""
    label, _, name = without_counter(words.strip(SIGNS), known).partition(" ")
    return label.rstrip(":").casefold() in known.author_roles and 0 < len(name) <= SHORT_NAME


def begins_anew(after: str, dates: list[FoundDate], known: Compiled) -> bool:
    """Whether something new begins behind the last date: an age, a label, sections, a button."""
    if known.days.age.match(after.lstrip()) or known.days.label.match(after.lstrip()) or _are_sections(dates, after, known):
        return True
    return is_furniture(after.strip(SIGNS), known) or begins_with_label(after, known)


def _are_sections(dates: list[FoundDate], after: str, known: Compiled) -> bool:
    """`21/06/2014 Nama Books, News`, `March 4, 2030 in Desa`: the day stands first, all behind it has capitals."""
    if dates[-1].precision == "minute" and _SECTION.fullmatch(after):
        return True
    if known.naming.place_behind.match(after) and lower_share(after.split(maxsplit=1)[-1]) < FEW_SMALL:
        return True
    return dates[0].start == 0 and len(dates) == 1 and lower_share(after) < HARDLY_SMALL


def without_day_word(before: str, known: Compiled) -> str:
    """`Nama Nama |` of `Nama Nama | on`: what stands before a day without the word that leads to it."""
    ahead, _, last = before.rstrip().rpartition(" ")
    return ahead if ahead and last in known.days.words_before else before


def is_signed(before: str, known: Compiled) -> bool:
    """Whether the writer stands right before the day: `By Nama @nama Nov 18`, `By: Nama Nama on March 4`."""
    words, _, last = before.strip(SIGNS).rpartition(" ")
    return bool(read_writer(words if last in known.days.words_before else before.strip(SIGNS), known))


def read_writer(words: str, known: Compiled) -> tuple[NamedAuthor, ...] | None:
    """The names in words beside a day, where `Created by Nama Nama` needs no colon; None if the words are no byline."""
    label = known.naming.label_without_colon.match(words)
    return read_byline(f"{label[0]}:{words[label.end() :]}" if label else words, known)


def read_account(words: str, known: Compiled) -> tuple[NamedAuthor, ...]:
    """The name of an account behind a label: `by harbourmaster`; empty if there is none."""
    label, _, name = words.partition(" ")
    role = known.author_roles.get(label.rstrip(":").casefold())
    is_name = (
        name.isalnum()
        and name[0].isalpha()
        and not (name.casefold() in known.function_words or name.casefold() in known.no_names)
    )
    return (NamedAuthor(name, role),) if role and is_name and not known.no_name_word.fullmatch(name) else ()


def says_nothing(words: str, known: Compiled) -> bool:
    """Whether the words are a counter, a weekday, a section of one word, a button, or a time counted from now."""
    if words.isdigit() or known.dates.weekday.fullmatch(words) or words.casefold() in known.author_roles:
        return True
    if words[0].isupper() and words.rstrip(".").isalpha() and words.casefold() not in known.brands:
        return True
    return is_furniture(words, known)


def is_furniture(words: str, known: Compiled) -> bool:
    """Whether a line rule knows the words as no part of an article: `add comment`."""
    phrase = known.general.find(words) if words else None
    return phrase is not None and phrase.rule.role is Role.BOILERPLATE


def without_counter(words: str, known: Compiled) -> str:
    """The words without counters and buttons at the end: `by Nama Nama 5 Comments`, `by Nama Nama Leave a Comment`."""
    cuts = (cut.start() for cut in _LAST_WORDS.finditer(words) if is_furniture(words[cut.end() :], known))
    words = words[: next(cuts, len(words))]
    return _COUNTS.split(words, maxsplit=1)[0] if known.naming.by.match(words) else words


def behind_counter(words: str, known: Compiled) -> str:
    """The words without a counter at the beginning: `3 Comments by Nama Nama`."""
    label = known.naming.by_inside.search(words)
    return words[label.end() :] if label and is_furniture(words[: label.start()], known) else words
