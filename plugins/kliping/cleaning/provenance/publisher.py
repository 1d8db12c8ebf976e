"""Who published the piece, judged by what the page says of itself.

Input: a page. Output: the best evidence, or None: a wire or a medium merely cited is never the publisher.
"""

import re
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from kliping.cleaning.forms.bylines import is_signed_with_brand
from kliping.cleaning.forms.datelines import Dateline
from kliping.cleaning.lexicon.hints import BRAND, VOICE
from kliping.cleaning.lexicon.phrases import folded
from kliping.model import Basis, Publisher
from kliping.web import host_of

if TYPE_CHECKING:
    from kliping.cleaning.page import Page

_YEAR = re.compile(r"\b(?:19|20)\d\d\b|all rights? reserved", re.IGNORECASE)
_DAY_AND_NAME = re.compile(r"\d.*\([^()]+\):")
_COPYRIGHT = re.compile(r"copyright|©|hak cipta|all rights? reserved", re.IGNORECASE)
_MORE_OF_NAME = re.compile(r"\s(?P<word>[^\W\d_a-z][^\W_]*)")
_AS_CREDIT = re.compile(r"[^\W_]\s?[,/]\s?$")
"""`Nama, The Harian Post`, `Nama/The Harian Post`: so papers in English sign what they take from others."""
_COMPANY = frozenset(
    {"a", "all", "company", "corporation", "digital", "group", "inc", "llc", "ltd", "media", "network", "news"}
)
"""Words that may follow an outlet's name in its copyright line."""
SHORT = 120
"""Lines in which an outlet names itself are shorter, but for copyright lines."""
CUT_SHORT = ("...", "…")
"""How the lines of other stories' teasers end."""
MENU_LINES = 2
"""So many lines of a menu must name the outlet."""


class PublisherEvidence(NamedTuple):
    """What names an outlet as the publisher."""

    outlet: str
    at: int | None
    """The line that says so; None for evidence outside the text."""
    cue: str
    rule: str


def find_publisher(page: "Page") -> PublisherEvidence | None:
    """The strongest evidence: the outlet's own voice, its dateline, its name beside the writer's, a given address.

    Where voice and dateline agree the dateline is named, for it is what a reader looks at first.
    """
    said, printed = page.voice, _dateline(page)
    if said and printed and said.outlet == printed.outlet:
        return printed
    for find in (_signature, _name_at_edge, _name_in_menu, _name_in_author_box, _name_alone, _printed_address, _address):
        found = said or printed or find(page)
        if found:
            return found
    return None


def publisher_of(page: "Page") -> Publisher | None:
    """The publisher as the article states it."""
    curated = page.sidecar.publisher
    outlets = page.known.knowledge.outlets
    if curated:
        name = outlets[curated].name if curated in outlets else curated
        return Publisher(value=name, outlet=curated if curated in outlets else None, basis=Basis.CURATOR)
    found = page.publisher
    if found is None:
        return None
    return Publisher(
        value=outlets[found.outlet].name,
        outlet=found.outlet,
        basis=Basis.INFERRED if found.at is None else Basis.TEXT,
        line=None if found.at is None else page.lines[found.at].number,
        cue=found.cue,
        rule=found.rule,
    )


def find_voice(page: "Page") -> PublisherEvidence | None:
    """A promotion, a footer, a date line or a copyright line that names the outlet."""
    for at in page.filled(0, len(page)):
        text = page.text(at)
        if len(text) > 400:
            continue
        hints = page.hints[at]
        phrase = page.known.own_voices.find(text, hinted=hints & VOICE > 0)
        if phrase:
            return PublisherEvidence(phrase.name.partition(".")[0], at, text, phrase.name)
        if not hints & BRAND:
            continue
        brand = page.known.brand.search(text[:SHORT]) if len(text) < SHORT or _COPYRIGHT.match(text) else None
        if brand is None:
            continue
        outlet = page.known.brands[folded(brand[0])]
        if _is_beside_date(page, at, outlet) and page.known.speaks_for_itself(outlet):
            return PublisherEvidence(outlet, at, text, "brand_beside_date")
        if _holds_copyright(text, brand) and page.known.speaks_for_itself(outlet):
            return PublisherEvidence(outlet, at, text, "brand_in_copyright")
    return _closing_voice(page)


def _holds_copyright(text: str, brand: re.Match[str]) -> bool:
    """`© 2030 Harian Contoh Network`, not `© Harian Contoh Kamera 2030`: the name is whole."""
    if not _COPYRIGHT.search(text) or not _YEAR.search(text):
        return False
    more = _MORE_OF_NAME.match(text, brand.end())
    return more is None or more["word"].casefold() in _COMPANY


def _closing_voice(page: "Page") -> PublisherEvidence | None:
    """A closing mark as only one outlet writes it, glued to the last sentence."""
    for at in page.filled(0, len(page)):
        closing = page.closings[at]
        mark = page.text(at)[closing.start :] if closing and closing.start else ""
        phrase = page.known.own_voices.find(mark) if mark else None
        if phrase:
            return PublisherEvidence(phrase.name.partition(".")[0], at, mark, phrase.name)
    return None


def _is_beside_date(page: "Page", at: int, outlet: str) -> bool:
    """The name in the date line, or alone right above or below it."""
    moment = page.printed_moments[at]
    if moment:
        return moment.outlet == outlet
    if page.known.brands.get(page.text(at).casefold()) != outlet:
        return False
    near = (page.previous_filled(at), page.next_filled(at))
    return any(one is not None and page.printed_moments[one] for one in near)


def _signature(page: "Page") -> PublisherEvidence | None:
    """`Nama - detikNews`, `(Tribunnews.com/Nama)`: the writer's name beside the outlet's."""
    for at in page.filled(0, len(page)):
        text, closing = page.text(at), page.closings[at]
        if closing:
            mark = text[closing.start :] if closing.authors and not closing.media else ""
        else:
            mark = text if len(text) < 80 and is_signed_with_brand(text, page.known, page.hints[at]) else ""
        for brand in page.known.brand.finditer(mark):
            outlet = page.known.brands[folded(brand[0])]
            known = page.known.knowledge.outlets[outlet]
            if page.lang == "en" and known.country != "ID" and _AS_CREDIT.search(mark[: brand.start()]):
                continue
            if page.known.speaks_for_itself(outlet) and (not known.wire or not closing):
                return PublisherEvidence(outlet, at, mark, "brand_beside_name")
    return None


def _dateline(page: "Page") -> PublisherEvidence | None:
    for at in page.filled(0, len(page)):
        dateline = page.datelines[at]
        if dateline is None or dateline.outlet is None or page.text(at).endswith(CUT_SHORT):
            continue  # a line that breaks off is another story's teaser
        if page.known.speaks_for_itself(dateline.outlet) and not _is_credit(page, dateline):
            return PublisherEvidence(dateline.outlet, at, dateline.cue, "brand_in_dateline")
    return None


def _is_credit(page: "Page", dateline: Dateline) -> bool:
    """`KOTA, Oct 03 (BBC):`: of a day, a name in brackets and a colon, the name is that of whose report it is."""
    outlet = page.known.knowledge.outlets[dateline.outlet or ""]
    return outlet.kind != "agency" and _DAY_AND_NAME.search(dateline.cue) is not None


def _name_at_edge(page: "Page") -> PublisherEvidence | None:
    """The outlet's name alone on the first or the last line, as sites print it beside their sign."""
    filled = list(page.filled(0, len(page)))
    for at in dict.fromkeys((*filled[:1], *filled[-1:])):
        outlet = page.known.brands.get(page.text(at).casefold())
        if outlet and page.known.speaks_for_itself(outlet):
            return PublisherEvidence(outlet, at, page.text(at), "brand_at_page_edge")
    return None


def _name_in_menu(page: "Page") -> PublisherEvidence | None:
    """`About the BBC`, `Contact BBC News`: at least two lines of the site's menu name one outlet and no other.

    An agency's letters stand for other bodies too, so they prove nothing here.
    """
    named: dict[str, dict[str, int]] = {}
    for at in page.filled(0, len(page)):
        text = page.text(at).lstrip("*+•- ")
        match = page.known.menu_line.fullmatch(text) if len(text) < SHORT and page.hints[at] & BRAND else None
        if match:
            outlet = page.known.brands[folded(match["brand"])]
            named.setdefault(outlet, {}).setdefault(text.casefold(), at)
    if len(named) != 1:
        return None
    (outlet, lines), *_ = named.items()
    if len(lines) < MENU_LINES or page.known.knowledge.outlets[outlet].wire:
        return None
    at = min(lines.values())
    return PublisherEvidence(outlet, at, page.text(at), "brand_in_menu")


def _name_in_author_box(page: "Page") -> PublisherEvidence | None:
    """`Nama is a reporter for Harian Contoh`."""
    for at in page.filled(0, len(page)):
        text = page.text(at)
        if not page.hints[at] & BRAND or len(text) > 2 * SHORT:
            continue
        phrase = page.general_phrases[at]
        brand = page.known.brand.search(text) if phrase and phrase.name.endswith(".author_box") else None
        if brand:
            outlet = page.known.brands[brand[0].casefold()]
            if page.known.speaks_for_itself(outlet):
                return PublisherEvidence(outlet, at, text, "brand_in_author_box")
    return None


def _name_alone(page: "Page") -> PublisherEvidence | None:
    """The outlet's name alone on several lines, and no other outlet's on any.

    In a list its address counts, for a bare name may be a topic or a sister of the site.
    """
    named: dict[str, list[int]] = {}
    for at in page.filled(0, len(page)):
        text = page.text(at).casefold() if page.hints[at] & BRAND else ""
        name = text.strip("*+•- ")
        outlet = page.known.brands.get(name) if name == text or "." in name else None
        if outlet:
            named.setdefault(outlet, []).append(at)
    if len(named) != 1:
        return None
    (outlet, lines), *_ = named.items()
    if len(lines) < MENU_LINES or not page.known.speaks_for_itself(outlet):
        return None
    return PublisherEvidence(outlet, lines[0], page.text(lines[0]), "brand_alone_again")


def _printed_address(page: "Page") -> PublisherEvidence | None:
    """The page's own address alone on a line above the running text, as buttons to share it print it."""
    above = takewhile(lambda at: not page.prose[at], page.filled(0, len(page)))
    hosts = {at: host_of(page.text(at)) for at in above if _is_address(page.text(at))}
    outlets = {page.known.knowledge.outlet_at(host) for host in hosts.values()}
    outlet = outlets.pop() if len(outlets) == 1 else None
    if outlet is None or not page.known.speaks_for_itself(outlet):
        return None
    at = min(hosts)
    return PublisherEvidence(outlet, at, page.text(at), "address_above_body")


def _is_address(text: str) -> bool:
    return text.startswith(("https://", "http://")) and " " not in text and text.count("/") > 3


def _address(page: "Page") -> PublisherEvidence | None:
    host = host_of(page.sidecar.url or "")
    outlet = page.known.knowledge.outlet_at(host)
    return PublisherEvidence(outlet, None, host, "domain_of_address") if outlet else None
