"""The media a piece is taken from (wires) and those it cites.

Input: a page and its parts. Output: each medium once, with the line and the very words that name it.
An agency whose reports others print is a wire wherever a cue stands before its name; a credit in closing
brackets or after a source label makes any medium a wire; every other medium is cited.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import structs

from kliping.cleaning.cuts import Part
from kliping.cleaning.forms.shapes import bullet_length
from kliping.cleaning.lexicon.alternatives import folded
from kliping.cleaning.masthead.nameplates import names_of_providers
from kliping.cleaning.masthead.own_names import is_publisher
from kliping.cleaning.page import Page
from kliping.cleaning.provenance.media_names import ends_longer_name, names_of_media
from kliping.cleaning.provenance.sentences import Mention, is_edition_of_unknown, media_in_sentence, named_medium
from kliping.model import Basis, Medium, Role
from kliping.web import ADDRESS, host_of

_QUOTED = re.compile(r"(?<=\w )[\"“]")
"""`… telah tayang di Contoh.com dengan judul "Kabar Desa …"`: whatever the headline says, it names no source."""
_LISTED = re.compile(r"\s*[,|]\s*")
_SITE = re.compile(r"[\w-]{3,30}(?:\.[a-z]{2,5}){1,2}")


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
    names = [medium.value for medium in (*wires.values(), *cited.values())]
    for key in [key for key, medium in cited.items() if medium.outlet is None and _is_shortened(medium.value, names)]:
        del cited[key]
    return (
        _curated(page, page.sidecar.wires) if page.sidecar.wires is not None else tuple(wires.values()),
        _curated(page, page.sidecar.cited) if page.sidecar.cited is not None else tuple(cited.values()),
    )


def _is_shortened(name: str, others: Iterable[str]) -> bool:
    """`The Post` or `Journal Contoh` beside a longer name that ends so."""
    short = name.removeprefix("The ")
    return any(other.endswith(f" {short}") and other != f"The {short}" for other in others)


def _mentions(page: Page, parts: Sequence[Part]) -> Iterator[Mention]:
    for outlet, at in names_of_providers(page).items():
        medium = named_medium(page, at, page.known.knowledge.outlets[outlet].name, page.text(at), "source_credit")
        yield Mention(medium, True)
    last = max((part.at for part in parts if part.role is Role.BODY), default=-1)
    for part in parts:
        find = _FINDERS.get(part.role)
        if find:
            found = find(page, part.at, part.text)
            is_within = part.role is Role.SOURCE and part.at < last
            yield from (one for one in found if not is_within or one.medium.outlet)  # else where a picture is from


def _in_dateline(page: Page, at: int, text: str) -> Iterator[Mention]:
    """`MOSCOW (Reuters, AFP) –` on a page of another or an unknown publisher; a medium that is no agency may be it."""
    dateline = page.datelines[at]
    if dateline is None or dateline.outlet is None:
        return
    named = (page.known.brands[folded(brand[0])] for brand in page.known.brand.finditer(dateline.cue))
    agencies = (one for one in named if page.known.knowledge.outlets[one].wire)
    for id_ in dict.fromkeys((dateline.outlet, *agencies)):
        outlet = page.known.knowledge.outlets[id_]
        medium = named_medium(page, at, outlet.name, text, "source_credit")
        is_doubtful = page.outlet is None and outlet.kind != "agency" and not page.known.speaks_for_itself(id_)
        if id_ != page.outlet:
            yield Mention(structs.replace(medium, outlet=id_), True, is_doubtful)


def _in_credit(page: Page, at: int, text: str) -> Iterator[Mention]:
    address = ADDRESS.search(text)
    if address:
        url = address[0].rstrip(".,;)")
        outlet = page.known.knowledge.outlet_at(host_of(url))
        if outlet:
            name = page.known.knowledge.outlets[outlet].name
            medium = named_medium(page, at, name, text, "source_address")
            yield Mention(structs.replace(medium, outlet=outlet, url=url), True)
        return
    name = text[bullet_length(text) :]
    alone = page.known.brands.get(name.casefold())
    if alone:
        value = name if name in page.known.names else page.known.knowledge.outlets[alone].name
        medium = named_medium(page, at, value, text, "source_credit")
        yield Mention(structs.replace(medium, outlet=alone), True)
        return
    closing = page.closings[at]
    day = next(iter(page.known.calendar.find(text)), None)
    quote = _QUOTED.search(text)
    stop = min(day.start if day else len(text), quote.start() if quote else len(text))
    found = names_of_media(page, text[:stop], page.hints[at])
    printed = dict.fromkeys(name for start, name in found if not _is_of_staff(page, text, name, start + len(name)))
    for name in dict.fromkeys((*printed, *(closing.media if closing else ()), *_listed_behind_label(page, text, found))):
        medium = named_medium(page, at, name, text, "source_credit")
        outlet = medium.outlet or page.known.brands.get(name.casefold()) or page.known.codes.get(name.casefold())
        yield Mention(structs.replace(medium, outlet=outlet), True, is_edition_of_unknown(page, name))


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
            yield Mention(named_medium(page, at, match[0], text, "source_credit"), True)


def _in_labelled_closing(page: Page, at: int, text: str) -> Iterator[Mention]:
    """`Pewarta: AFP Editor: Nama` behind the last sentence."""
    if page.known.author_label.match(text):
        yield from _in_byline(page, at, text)


_FINDERS: dict[Role, Callable[[Page, int, str], Iterator[Mention]]] = {
    **dict.fromkeys((Role.BODY, Role.QUOTE, Role.LIST), media_in_sentence),
    Role.DATELINE: _in_dateline,
    Role.SOURCE: _in_credit,
    Role.BYLINE: _in_byline,
    Role.SIGNOFF: _in_labelled_closing,
}
"""What looks for sources in the words of each role that can name one."""


def _curated(page: Page, names: tuple[str, ...]) -> tuple[Medium, ...]:
    outlets = page.known.knowledge.outlets
    ids = {name: name if name in outlets else page.known.names.get(name) for name in names}
    values = {name: outlets[name].name if name in outlets else name for name in names}
    return tuple(Medium(value=values[name], outlet=ids[name], basis=Basis.CURATOR) for name in names)
