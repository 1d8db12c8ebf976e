"""The media that a sentence names as sources: behind a cue (`dikutip dari Contoh`), before one, or joined to such a name.

Input: a page and a line of its text. Output: each mention, with the very words that name the medium.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from msgspec import structs

from kliping.cleaning.lexicon.hints import CITE
from kliping.cleaning.lexicon.languages.sources import CUE_REACH
from kliping.cleaning.masthead.own_names import may_be_publisher
from kliping.cleaning.page import Page
from kliping.cleaning.provenance.media_names import NAME_REACH, names_of_media
from kliping.cleaning.words import words_of
from kliping.model import Basis, Medium

SENTENCE_REACH = 1000
"""What of a sentence is read before and behind a name; some lines are as long as a file."""
LIST = 20
"""Media in a list at most."""
_GLUED = re.compile(r"[a-z],?[A-Z]|[A-Z]{2}[a-z]{3}")


class Mention(NamedTuple):
    """A medium named in the text as a source."""

    medium: Medium
    is_wire: bool
    is_doubtful: bool = False
    """Whether the page itself may be the medium's, so that it is no source."""


def named_medium(page: Page, at: int, name: str, cue: str, rule: str) -> Medium:
    """The medium of a name, as the page prints it."""
    return Medium(
        value=name,
        outlet=outlet_named(page, name),
        basis=Basis.TEXT,
        line=page.lines[at].number,
        cue=cue.strip(" ,"),
        rule=rule,
    )


def outlet_named(page: Page, name: str) -> str | None:
    """The id of the outlet that a name stands for, in its own spelling or in small letters, or as a site's address."""
    outlet = page.known.names.get(name) or page.known.names_in_small.get(name)
    return outlet or (page.known.knowledge.outlet_at(name) if "." in name else None)


def media_in_sentence(page: Page, at: int, printed: str) -> Iterator[Mention]:
    """Each mention in a line, or in a sentence of it; its cue is as printed, also where a space is lost."""
    text, hints = _with_lost_spaces(page, at, printed)
    for one in _mentions(page, at, text, hints):
        yield one if text == printed else one._replace(medium=_as_printed(one.medium, printed))


def _as_printed(medium: Medium, printed: str) -> Medium:
    """The medium with its cue as the page has it: `dilansirAFP` for `dilansir AFP`."""
    words = (medium.cue or "").split()
    found = re.search(r"\s*".join(map(re.escape, words)), printed)
    return structs.replace(medium, cue=found[0]) if found else medium


def _mentions(page: Page, at: int, text: str, hints: int) -> Iterator[Mention]:
    joined = -1
    names = names_of_media(page, text, hints) if hints & CITE else []
    starts = {start for start, _ in names}
    for place, (start, name) in enumerate(names):
        stop = start + len(name)
        outlet = outlet_named(page, name)
        is_agency = page.known.knowledge.outlets[outlet].wire if outlet else _is_agency(page, text, start)
        before = _cue_before(page, text, start, stop, starts)
        wire = is_agency and not _gives_figures(page, before) and page.known.sources.past.match(text, stop) is None
        is_known = outlet is not None or name.casefold() in page.known.sources.listed_media
        if before or (is_known and 0 <= joined < start and _is_joined(page, text, joined, start, stop)):
            cue = before + name if before else text[joined - NAME_REACH if joined > NAME_REACH else 0 : start] + name
            is_told = before is not None and _speaks_to(page, before) and may_be_publisher(page, name, before)
            is_doubtful = is_told or is_edition_of_unknown(page, name)
            yield Mention(named_medium(page, at, name, cue, "medium_after_cue"), wire, is_doubtful)
            joined = stop
            continue
        is_apart = text[start - 2 : start] == ", " and text[stop : stop + 1] == ","
        after = page.known.sources.after.match(
            text, _end_of_joined(page, text, stop, names[place + 1 : place + LIST]) + is_apart
        )
        if after and not _is_story(page, text, start, after.end()):
            is_past = page.known.sources.past.match(text, after.end()) is not None
            yield Mention(named_medium(page, at, name, text[start : after.end()], "medium_before_cue"), wire and not is_past)


def _is_joined(page: Page, text: str, end: int, start: int, stop: int) -> bool:
    """Whether a name is in a list with the one that ends before it; behind a comma alone it may begin a clause of its own.

    `menurut Harian Contoh, AFP telah memecat …` is about AFP.
    """
    joined, ends = page.known.naming.joined, page.known.sources.name_end
    if joined.fullmatch(text, end, start) is None:
        return False
    return text[end:start].strip() != "," or ends.match(text, stop) is not None or joined.match(text, stop) is not None


def _with_lost_spaces(page: Page, at: int, text: str) -> tuple[str, int]:
    """The text with the space back between a cue and a name that are glued (`dilansirAFP`), and its hints."""
    spaced = page.known.sources.lost_space.sub(_with_space, text) if _GLUED.search(text) else text
    if "." in spaced:
        spaced = page.known.sources.glued_site.sub(lambda site: _parted(page, site), spaced)
    return spaced, page.hints[at] if spaced == text else page.known.hints.of(spaced, words_of(spaced))


def _with_space(match: re.Match[str]) -> str:
    """`dilansir ` for `dilansir` in `dilansirAFP`, and ` dan ` in `ReutersdanAFP`."""
    return f" {match[0]} " if match["both"] else f"{match[0]} "


def _parted(page: Page, match: re.Match[str]) -> str:
    """`dari contoh.com` for `daricontoh.com`, if the site is an outlet's."""
    return f"{match['link']} {match['site']}" if page.known.knowledge.outlet_at(match["site"]) else match[0]


def _gives_figures(page: Page, cue: str | None) -> bool:
    """Whether a cue such as `menurut data` precedes: a rate or a number is the agency's, the report is not."""
    return cue is not None and page.known.sources.of_figures.search(cue) is not None


def _is_story(page: Page, text: str, start: int, stop: int) -> bool:
    """Whether a medium is the story and not its source: what it did itself (`… reported a loss`), what its speaker said."""
    sources = page.known.sources
    is_office = sources.office.search(text[max(0, start - CUE_REACH) : start]) is not None
    return is_office or sources.subject.match(text, stop) is not None


def _end_of_joined(page: Page, text: str, stop: int, next_names: list[tuple[int, str]]) -> int:
    """Where the last of the names joined to one ends: `Harian Contoh and Contoh Post broke the story`."""
    for start, name in next_names:
        if start > stop and page.known.naming.joined.fullmatch(text, stop, start):
            stop = start + len(name)
    return stop


def _cue_before(page: Page, text: str, start: int, stop: int, starts: set[int]) -> str | None:
    """The words that make the name behind them a source; None if they belong to another name or it is itself the story."""
    words, before = page.known.sources, text[max(0, start - CUE_REACH) : start]
    match = words.before.search(before) or (words.reporter.search(before) if words.speaks.match(text, stop) else None)
    if match is None or words.quotes_another.match(text, stop) or words.subject.match(text, stop):
        return None
    another = words.from_another.match(text, stop)
    if another and another.end() in starts:
        return None
    if _may_be_person(page, text, start, stop) and words.citing.match(match[0]) and not words.name_end.match(text, stop):
        return None
    if _speaks_to(page, match[0]) and not _is_spoken_to(page, text, start, stop):
        return None
    return match[0]


def _may_be_person(page: Page, text: str, start: int, stop: int) -> bool:
    """`Tirto` in `menurut Tirto kecil`: an outlet's name that is also an everyday word or somebody's."""
    outlet = page.known.names.get(text[start:stop])
    return outlet is not None and page.known.knowledge.outlets[outlet].everyday


def _is_agency(page: Page, text: str, start: int) -> bool:
    """`kantor berita Iran Contoh`: an agency that no file describes."""
    return page.known.sources.agency_before.search(text[max(0, start - CUE_REACH) : start]) is not None


def is_edition_of_unknown(page: Page, name: str) -> bool:
    """`detikSulsel` on a page of unknown publisher: editions are mostly cited by their sisters."""
    return page.outlet is None and name in page.known.own_words.editions


def _speaks_to(page: Page, cue: str) -> bool:
    """Whether a cue such as `kepada` or `told` precedes: people speak to the medium, maybe on its own page."""
    return page.known.sources.speech_cue.match(cue) is not None


def _is_spoken_to(page: Page, text: str, start: int, stop: int) -> bool:
    """`kata Nama kepada Harian Contoh`, not `hadiah kepada Harian Contoh`."""
    first, last = max(0, start - SENTENCE_REACH), stop + SENTENCE_REACH
    begin, end = text.rfind(". ", first, start), text.find(". ", stop, last)
    return page.known.sources.speech_word.search(text, max(begin, first), end if end > 0 else last) is not None
