"""What a file or its body begins with: sentences without a headline, lines beside it, a part with a number, a dateline.

Input: a page. Output: how far the sentences reach; the lines where day and writer stand; whether a line heads such a part;
the dateline, its place, and whether it opens the body.
"""

import re
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from kliping.cleaning.domains import END
from kliping.cleaning.forms.dateline_parts import NAME_BEFORE_DASH, Dateline, is_behind_dash
from kliping.cleaning.forms.datelines import read_bare_dateline
from kliping.cleaning.forms.shapes import bullet_length, ends_sentence, number_of
from kliping.cleaning.lexicon.languages.sources import CUE_REACH

if TYPE_CHECKING:
    from kliping.cleaning.page import Page

ABOVE = 4
"""Filled lines above the headline that its day and its writer are among."""
INSIDE = 12
"""Filled lines below the headline in which they may stand where captions were taken for the body."""
STANDFIRST_WORDS = 45
"""No standfirst or caption above the body is longer."""
CAPTION_WORDS = 30
"""A caption that has more of them does not read like the article."""
TOLD = 3
"""Sentences right above a dateline that are more than a standfirst and captions."""
_FIGURE = re.compile(r"\d")


class Head(NamedTuple):
    """A headline, and the lines with words around it from the top."""

    title: int
    above: list[int]
    below: list[int]
    """Those before the body."""
    inside: list[int]
    """The first ones of the body."""


def find_head(page: "Page") -> Head | None:
    """The lines among which an article's day and writer stand; None without a headline."""
    title, begin, end = page.title_at, page.extent.begin, page.extent.end
    if title is None:
        return None
    below = list(page.filled(title + 1, begin))
    inside = list(page.filled(max(begin, title + 1), end))[: max(0, INSIDE - len(below))]
    return Head(title, list(page.filled(0, title))[-ABOVE:], below, inside)


def find_opening(page: "Page") -> int:
    """One past the sentences that a file begins with, which are the article's where no headline stands; 0 where one does."""
    if page.title_at is not None:
        return 0
    return max(takewhile(lambda at: ends_sentence(page.text(at)), page.filled(0, len(page))), default=-1) + 1


def heads_first_part(page: "Page", at: int) -> bool:
    """`4. Bukit Utara` right above the first sentence, and `5. Bukit Selatan` above a later one: a heading, no headline."""
    number, begin = number_of(page.text(at)), page.extent.begin
    if number is None or page.next_filled(at) != begin or ends_sentence(page.text(at)):
        return False
    later = next((one for one in page.filled(begin, page.extent.end) if number_of(page.text(one)) == number + 1), None)
    below = None if later is None else page.next_filled(later)
    return below is not None and page.prose[below]


def find_dateline(page: "Page", at: int) -> Dateline | None:
    """The dateline a body begins with, with or without a dash."""
    dateline = page.datelines[at] or read_bare_dateline(page.text(at), page.known)
    return dateline or _place_of_byline(page, at) or place_alone(page, at)


def find_place(page: "Page", at: int) -> str | None:
    """The place; where outlets print their own names there, no word that is the site's name or a common one.

    `LERENGPOS, BUKIT –` is Bukit, if a list knows it; `LERENGPOS –` is no place where the page is called so.
    An outlet, an address or a day beside a word says that it is a place.
    """
    dateline = find_dateline(page, at)
    if dateline is None or dateline.place is None:
        return None
    if dateline.names_site or _FIGURE.search(dateline.cue) or not page.habits.datelines_name_sites:
        return dateline.place
    first, _, rest = dateline.place.partition(", ")
    if page.has_layout(lambda layout: layout.edition_before_dash):
        return dateline.place if page.known.place.fullmatch(first) else None
    if any(_names_page(page, one) for one in (first, first.partition(" ")[0])) and not page.known.place.match(first):
        return None  # `Lerengpos Kabar Desa –`: the site's name and a section
    if not first.isalpha() or page.known.place.fullmatch(first):
        return dateline.place
    is_told = _is_told(page, at, dateline.end, first)
    is_rest = bool(rest) and page.known.place.fullmatch(rest) is not None and not is_told
    is_other = not is_told and (_is_common(page, first) or _is_credited(page, first))
    is_none = is_rest or is_other or _names_page(page, first)
    return (rest or None) if is_none else dateline.place


def _is_common(page: "Page", word: str) -> bool:
    """Whether a word stands in small letters on the page, or everywhere."""
    name = word.casefold()
    return name in page.known.joining_words or page.persons.is_common(name)


def _names_page(page: "Page", word: str) -> bool:
    """Whether an address, a copyright line or a closing mark on the page has the word for who made it."""
    name = word.casefold()
    closings = (owner.casefold() for closing in page.closings if closing for owner in closing.media)
    if name in closings or any(name in notice for notice in page.copyright_notices):
        return True
    if any(_quotes_others(page, text, word) for text in page.texts):
        return True
    address = re.compile(rf"(?<!\w){name}\.(?:{END})\b", re.IGNORECASE)
    return any(address.search(text) for text in (page.sidecar.url or "", *page.texts))


def _quotes_others(page: "Page", text: str, name: str) -> bool:
    """`Dikutip LERENGPOS dari Reuters`: the page names itself where it says what it takes from others."""
    sources = page.known.sources
    named = (match.span() for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text))
    quoted = (at for at, end in named if sources.from_another.match(text, end))
    return any(sources.quoting.search(text[max(0, at - CUE_REACH) : at]) for at in quoted)


def _is_credited(page: "Page", word: str) -> bool:
    """Whether a photo's credit has the word; that of a place's office has it too."""
    credits = (page.text(at)[credit.start :] for at, credit in enumerate(page.credits) if credit)
    return any(re.search(rf"\b{word}\b", credit) for credit in credits)


def _is_told(page: "Page", at: int, end: int, place: str) -> bool:
    """Whether running text behind the dateline or the headline names a place inside a sentence."""
    word = re.compile(rf"(?<=\W)(?:{place.title()}|{place.upper()})\b")
    others = (one for one in page.filled(0, len(page)) if one != at and (page.prose[one] or one == page.title_at))
    return word.search(page.text(at), end) is not None or any(word.search(page.text(one)) for one in others)


def find_sentence_below_brand(page: "Page") -> int | None:
    """The first sentence below the outlet's name that lost its dash to it; None where no name did."""
    said = page.publisher
    if said is None or said.at is None or said.rule != NAME_BEFORE_DASH:
        return None
    return next((at for at in page.filled(said.at + 1, len(page)) if is_behind_dash(page.text(at))), None)


def place_alone(page: "Page", at: int) -> Dateline | None:
    """`NEW DELHI`, `New Delhi:`: a city alone on a line between headline and body, in capitals or with a colon.

    In small letters it stands between them alone, or with copies of the headline.
    """
    if page.title_at is None or not page.title_at < at < page.extent.begin:
        return None
    text = page.text(at)
    city = page.known.place.match(text)
    title = page.keys[page.title_at]
    is_between = page.next_filled(at) == page.extent.begin
    is_between = is_between and all(page.keys[one] == title for one in page.filled(page.title_at, at))
    is_alone = city is not None and text in (f"{city[0]}:", city[0].upper(), city[0] if is_between else "")
    return Dateline(len(text), city[0], None, text) if city and is_alone else None


def opens_story(page: "Page", at: int, dateline: Dateline) -> bool:
    """`OLDTOWN >> Not again.`: a few words behind a place, right above running text that is surely the article's."""
    words, below = page.text(at)[dateline.end :], page.next_filled(at)
    if dateline.place is None or below is None or not (" " in words and ends_sentence(words)):
        return False
    return page.prose[below] and page.liking.is_sure(below)


def is_long_paragraph(page: "Page", at: int) -> bool:
    """Whether a line has more words than a caption, and the line model rather takes it for the article's."""
    return page.text(at).count(" ") >= CAPTION_WORDS and page.liking.is_likely(at)


def stands_in_story(page: "Page", at: int) -> bool:
    """Whether so many paragraphs, or so long a one, stand right above a dateline that the story goes on there."""
    above = page.previous_filled(at)
    for _ in range(TOLD):
        while above is not None and page.claims[above] is not None:
            above = page.previous_filled(above)
        if above is None or not page.prose[above] or not page.liking.is_sure(above) or bullet_length(page.text(above)):
            return False
        if page.is_known(above) or page.credits[above] is not None or page.copies[above] is not None:
            return False
        if page.text(above).count(" ") >= STANDFIRST_WORDS:
            return True
        above = page.previous_filled(above)
    return True


def _place_of_byline(page: "Page", at: int) -> Dateline | None:
    """`DUBAI Divers …` right below the byline `By Nama | DUBAI`."""
    above = page.previous_filled(at)
    if above is None or above not in page.own_bylines:
        return None
    text, (_, bar, place) = page.text(at), page.text(above).rpartition("| ")
    end = len(place) + 1
    again = bar and place.isupper() and text.startswith(f"{place} ") and text[end : end + 1].isupper()
    return Dateline(end, place, None, place) if again else None
