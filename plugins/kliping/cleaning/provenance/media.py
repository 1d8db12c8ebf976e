"""The media a piece is taken from (wires) and those it cites.

Input: a page and its parts. Output: each medium once, with the line and the very words that name it.
An agency whose reports others print is a wire wherever a cue stands before its name; a credit in closing
brackets or after a source label makes any medium a wire; every other medium is cited.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from msgspec import structs

from kliping.cleaning.cuts import Part
from kliping.cleaning.forms.shapes import bullet_length
from kliping.cleaning.lexicon.hints import CITE
from kliping.cleaning.lexicon.languages.sources import CUE_REACH
from kliping.cleaning.masthead.nameplates import names_of_providers
from kliping.cleaning.masthead.own_names import is_publisher, may_be_publisher
from kliping.cleaning.page import Page
from kliping.cleaning.provenance.media_names import NAME_REACH, ends_longer_name, names_of_media
from kliping.model import Basis, Medium, Role
from kliping.web import ADDRESS, host_of

SENTENCE_REACH = 1000
"""What of a sentence is read before and behind a name; some lines are as long as a file."""
_QUOTED = re.compile(r"(?<=\w )[\"“]")
"""`… telah tayang di Contoh.com dengan judul "Kabar Desa …"`: whatever the headline says, it names no source."""
_LISTED = re.compile(r"\s*[,|]\s*")
_SITE = re.compile(r"[\w-]{3,30}(?:\.[a-z]{2,5}){1,2}")


class Mention(NamedTuple):
    """A medium named in the text as a source."""

    medium: Medium
    is_wire: bool
    is_doubtful: bool = False
    """Whether the page itself may be the medium's, so that it is no source."""


def media_of(page: Page, parts: Sequence[Part]) -> tuple[tuple[Medium, ...], tuple[Medium, ...]]:
    """Wires and cited media, each in the order of first mention."""
    wires: dict[str, Medium] = {}
    cited: dict[str, Medium] = {}
    doubtful: set[str] = set()
    for mention in _mentions(page, parts):
        key = mention.medium.outlet or mention.medium.value.casefold()
        if mention.is_doubtful:
            doubtful.add(key)
        elif not is_publisher(page, mention.medium):
            (wires if mention.is_wire else cited).setdefault(key, mention.medium)
    for key in wires.keys() & doubtful:
        del wires[key]
    for key in cited.keys() & (doubtful | wires.keys()):
        del cited[key]
    return (
        _curated(page, page.sidecar.wires) if page.sidecar.wires is not None else tuple(wires.values()),
        _curated(page, page.sidecar.cited) if page.sidecar.cited is not None else tuple(cited.values()),
    )


def _mentions(page: Page, parts: Sequence[Part]) -> Iterator[Mention]:
    for outlet, at in names_of_providers(page).items():
        medium = _medium(page, at, page.known.knowledge.outlets[outlet].name, page.text(at), "source_credit")
        yield Mention(medium, True)
    for part in parts:
        find = _FINDERS.get(part.role)
        if find:
            yield from find(page, part.at, part.text)


def _in_sentence(page: Page, at: int, text: str) -> Iterator[Mention]:
    joined = -1
    names = names_of_media(page, text, page.hints[at]) if page.hints[at] & CITE else []
    starts = {start for start, _ in names}
    for start, name in names:
        stop = start + len(name)
        outlet = page.known.names.get(name)
        is_agency = page.known.knowledge.outlets[outlet].wire if outlet else _is_agency(page, text, start)
        wire = is_agency and page.known.sources.past.match(text, stop) is None
        before = _cue_before(page, text, start, stop, starts)
        if before or (outlet and 0 <= joined < start and page.known.naming.joined.fullmatch(text, joined, start)):
            cue = before + name if before else text[joined - NAME_REACH if joined > NAME_REACH else 0 : start] + name
            is_told = before is not None and _speaks_to(page, before) and may_be_publisher(page, name, before)
            is_doubtful = is_told or _is_edition_of_unknown(page, name)
            yield Mention(_medium(page, at, name, cue, "medium_after_cue"), wire, is_doubtful)
            joined = stop
            continue
        is_apart = text[start - 2 : start] == ", " and text[stop : stop + 1] == ","
        after = page.known.sources.after.match(text, stop + is_apart)
        if after and not page.known.sources.subject.match(text, after.end()):
            is_past = page.known.sources.past.match(text, after.end()) is not None
            yield Mention(_medium(page, at, name, name + after[0], "medium_before_cue"), wire and not is_past)


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


def _is_edition_of_unknown(page: Page, name: str) -> bool:
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


def _in_dateline(page: Page, at: int, text: str) -> Iterator[Mention]:
    """`MOSCOW (Reuters) –` on a page of another or an unknown publisher; a medium that is no agency may be it."""
    dateline = page.datelines[at]
    if dateline and dateline.outlet and dateline.outlet != page.outlet:
        outlet = page.known.knowledge.outlets[dateline.outlet]
        medium = _medium(page, at, outlet.name, text, "source_credit")
        is_doubtful = page.outlet is None and outlet.kind != "agency" and not page.known.speaks_for_itself(dateline.outlet)
        yield Mention(structs.replace(medium, outlet=dateline.outlet), True, is_doubtful)


def _in_credit(page: Page, at: int, text: str) -> Iterator[Mention]:
    address = ADDRESS.search(text)
    if address:
        url = address[0].rstrip(".,;)")
        outlet = page.known.knowledge.outlet_at(host_of(url))
        if outlet:
            name = page.known.knowledge.outlets[outlet].name
            medium = _medium(page, at, name, text, "source_address")
            yield Mention(structs.replace(medium, outlet=outlet, url=url), True)
        return
    name = text[bullet_length(text) :]
    alone = page.known.brands.get(name.casefold())
    if alone:
        value = name if name in page.known.names else page.known.knowledge.outlets[alone].name
        medium = _medium(page, at, value, text, "source_credit")
        yield Mention(structs.replace(medium, outlet=alone), True)
        return
    closing = page.closings[at]
    day = next(iter(page.known.calendar.find(text)), None)
    quote = _QUOTED.search(text)
    stop = min(day.start if day else len(text), quote.start() if quote else len(text))
    found = names_of_media(page, text[:stop], page.hints[at])
    printed = dict.fromkeys(name for start, name in found if not _is_of_staff(page, text, name, start + len(name)))
    for name in dict.fromkeys((*printed, *(closing.media if closing else ()), *_listed_behind_label(page, text, found))):
        medium = _medium(page, at, name, text, "source_credit")
        outlet = medium.outlet or page.known.brands.get(name.casefold()) or page.known.codes.get(name.casefold())
        yield Mention(structs.replace(medium, outlet=outlet), True)


def _listed_behind_label(page: Page, text: str, found: Sequence[tuple[int, str]]) -> Iterator[str]:
    """`Sumber | : | AFP,contoh.es |`, `Sumber : marca`: media and sites in a list, however they are spelled."""
    label = page.known.sources.label.match(text)
    for value in filter(None, _LISTED.split(text[label.end() :])) if label else ():
        if any(value in name or name in value for _, name in found):
            continue
        outlet = page.known.brands.get(value.casefold())
        if outlet:
            yield page.known.knowledge.outlets[outlet].name
        elif value.casefold() in page.known.sources.listed_media or _is_site(page, value):
            yield value


def _is_site(page: Page, value: str) -> bool:
    """`contoh.com` behind a label, but no office's or network's address."""
    return _SITE.fullmatch(value) is not None and page.known.naming.no_site.search(value) is None


def _is_of_staff(page: Page, text: str, name: str, stop: int) -> bool:
    """`Harian Contoh's Nama Nama`, `Harian Contoh reporter Nama Nama contributed to this report`.

    If the publisher is unknown, that is the paper's own writer, unless it is an agency: those write for others.
    """
    if page.outlet is not None:
        return False
    outlet, behind = page.known.names.get(name), text[stop:].lstrip().partition(" ")[0]
    is_wire = outlet is not None and page.known.knowledge.outlets[outlet].wire
    return behind in ("'s", "’s") or (not is_wire and behind.removesuffix("s") in page.known.author_roles)


def _in_byline(page: Page, at: int, text: str) -> Iterator[Mention]:
    """`By AFP`, `by Daily Sabah with AA`: an agency in an author's place."""
    for match in page.known.name.finditer(text):
        is_wire = page.known.knowledge.outlets[page.known.names[match[0]]].wire
        if is_wire and not ends_longer_name(page, match):
            yield Mention(_medium(page, at, match[0], text, "source_credit"), True)


def _in_labelled_closing(page: Page, at: int, text: str) -> Iterator[Mention]:
    """`Pewarta: AFP Editor: Nama` behind the last sentence."""
    if page.known.author_label.match(text):
        yield from _in_byline(page, at, text)


_FINDERS: dict[Role, Callable[[Page, int, str], Iterator[Mention]]] = {
    **dict.fromkeys((Role.BODY, Role.QUOTE, Role.LIST), _in_sentence),
    Role.DATELINE: _in_dateline,
    Role.SOURCE: _in_credit,
    Role.BYLINE: _in_byline,
    Role.SIGNOFF: _in_labelled_closing,
}
"""What looks for sources in the words of each role that can name one."""


def _medium(page: Page, at: int, name: str, cue: str, rule: str) -> Medium:
    return Medium(
        value=name,
        outlet=page.known.names.get(name),
        basis=Basis.TEXT,
        line=page.lines[at].number,
        cue=cue.strip(" ,"),
        rule=rule,
    )


def _curated(page: Page, names: tuple[str, ...]) -> tuple[Medium, ...]:
    outlets = page.known.knowledge.outlets
    ids = {name: name if name in outlets else page.known.names.get(name) for name in names}
    values = {name: outlets[name].name if name in outlets else name for name in names}
    return tuple(Medium(value=values[name], outlet=ids[name], basis=Basis.CURATOR) for name in names)
