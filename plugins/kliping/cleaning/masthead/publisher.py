"""Who published the piece, judged by what the page says of itself.

Input: a page. Output: the best evidence, or None: a wire or a medium merely cited is never the publisher.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kliping.cleaning.forms.bylines import is_signed_with_brand
from kliping.cleaning.forms.dateline_parts import Dateline
from kliping.cleaning.forms.shapes import is_cut_short
from kliping.cleaning.lexicon.alternatives import folded
from kliping.cleaning.lexicon.hints import BRAND, VOICE
from kliping.cleaning.masthead.nameplates import (
    SHORT_LINE,
    PublisherEvidence,
    name_alone,
    name_at_edge,
    name_before_dash,
    name_in_author_box,
    name_in_menu,
    names_of_providers,
    printed_address,
)
from kliping.cleaning.masthead.own_names import LONGEST_NOTICE
from kliping.cleaning.masthead.own_reporting import name_in_reporting
from kliping.model import Role
from kliping.web import host_of

if TYPE_CHECKING:
    from kliping.cleaning.page import Page

LONGEST_SIGNATURE = 80
"""Characters; a line with writer and outlet is shorter."""
_SENTENCE = re.compile(r"[\"“‘'(]?[^\W\d_]\S* \S+ \S")
"""How a sentence behind an outlet's name begins."""
_SITE = re.compile(r"(?:[\w-]+\.)+[^\W\d_]{2,6}\b")
_DAY_AND_NAME = re.compile(r"\d.*\([^()]+\):")
_MORE_OF_NAME = re.compile(r"\s(?P<word>[^\W\d_a-z][^\W_]*)")
_AS_CREDIT = re.compile(r"[^\W_]\s?[,/]\s?$")
"""`Nama, The Harian Post`, `Nama/The Harian Post`: so papers in English sign what they take from others."""


def find_publisher(page: "Page") -> PublisherEvidence | None:
    """The strongest evidence, unless it names an outlet that provided the piece to another site."""
    found = _find(page)
    return None if found and found.at is not None and found.outlet in names_of_providers(page) else found


def _find(page: "Page") -> PublisherEvidence | None:
    """The outlet's own voice, its dateline, its name beside the writer's, a given address.

    If voice and dateline agree, the dateline is the evidence: readers look there first.
    """
    said, printed = page.voice, _dateline(page)
    if said and printed and said.outlet == printed.outlet:
        return printed
    finders = (
        _signature,
        name_before_dash,
        name_at_edge,
        name_in_menu,
        name_in_author_box,
        name_alone,
        printed_address,
        _address,
        name_in_reporting,
    )
    for find in finders:
        found = said or printed or find(page)
        if found:
            return found
    return None


def find_voice(page: "Page") -> PublisherEvidence | None:
    """A promotion, a footer, a date line or a copyright line that names the outlet; else its own closing mark."""
    voices = (_voice_in(page, at) for at in page.filled(0, len(page)))
    return next(filter(None, voices), None) or _closing_voice(page)


def _voice_in(page: "Page", at: int) -> PublisherEvidence | None:
    """The outlet that a line names as the page's own: by a phrase of its own, beside the date, in a claim of rights."""
    text, hints = page.text(at), page.hints[at]
    if len(text) > LONGEST_NOTICE:
        return None
    phrase = page.known.own_voices.find(text, hinted=hints & VOICE > 0)
    if phrase and not (phrase.rule.role is Role.BODY and _is_of_another_site(page, phrase.owner)):
        return PublisherEvidence(phrase.owner, at, text, phrase.name)
    may_name = hints & BRAND and (len(text) < SHORT_LINE or page.known.rights.word.match(text))
    brand = page.known.brand.search(text[:SHORT_LINE]) if may_name else None
    outlet = page.known.brands[folded(brand[0])] if brand else None
    if brand is None or outlet is None or not page.known.speaks_for_itself(outlet):
        return None
    if _is_beside_date(page, at, outlet):
        return PublisherEvidence(outlet, at, text, "brand_beside_date")
    is_own = page.known.knowledge.outlets[outlet].copyright == "own"
    if is_own and _holds_copyright(page, text, brand) and not _is_syndicated(page):
        return PublisherEvidence(outlet, at, text, "brand_in_copyright")
    return None


def _is_of_another_site(page: "Page", outlet: str) -> bool:
    """Whether a copyright line names another site, which reprinted the whole piece: `Copyright © Contoh.az`."""
    short = (page.text(at) for at in page.filled(0, len(page)) if len(page.text(at)) < SHORT_LINE)
    sites = [site for text in short if page.known.rights.word.match(text) for site in _SITE.findall(text)]
    return bool(sites) and all(page.known.knowledge.outlet_at(site.lower()) != outlet for site in sites)


def _holds_copyright(page: "Page", text: str, brand: re.Match[str]) -> bool:
    """Whether a copyright line has the whole name: `© 2030 Harian Contoh Network`, not `© Harian Contoh Kamera 2030`."""
    if not page.known.rights.word.search(text) or not page.known.rights.claim.search(text):
        return False
    more = _MORE_OF_NAME.match(text, brand.end())
    return more is None or more["word"].casefold() in page.known.company_words


def _is_syndicated(page: "Page") -> bool:
    """`Distributed by Tribune Content Agency`, `Via SyndiGate.info`: the piece was sold to the site that prints it."""
    return any(page.known.rights.syndicator.search(page.text(at)) for at in page.filled(0, len(page)))


def _closing_voice(page: "Page") -> PublisherEvidence | None:
    """A closing mark or a copyright line as only one outlet writes it, glued to the last sentence."""
    for at in page.filled(0, len(page)):
        for mark in _marks_behind(page, at):
            phrase = page.known.own_voices.find(mark)
            if phrase:
                return PublisherEvidence(phrase.owner, at, mark, phrase.name)
    return None


def _marks_behind(page: "Page", at: int) -> Iterator[str]:
    closing, imprint = page.closings[at], page.imprints[at]
    if imprint:
        yield page.text(at)[imprint.notice : imprint.notice_end]
    elif closing and closing.start:
        yield page.text(at)[closing.start :]


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
            may_sign = page.hints[at] & BRAND and len(text) < LONGEST_SIGNATURE
            is_signed = may_sign and is_signed_with_brand(text, page.known, page.hints[at])
            mark = text if is_signed else ""
        for brand in page.known.brand.finditer(mark) if mark else ():
            outlet = page.known.brands[folded(brand[0])]
            known = page.known.knowledge.outlets[outlet]
            credits = page.habits.closings_credit and known.country not in page.habits.closings_sign_in
            if credits and _AS_CREDIT.search(mark[: brand.start()]):
                continue
            if mark.isupper() and mark[: brand.start()].rstrip()[-1:].isalpha():
                continue  # a heading in capitals
            if page.known.speaks_for_itself(outlet) and (not known.wire or not closing):
                return PublisherEvidence(outlet, at, mark, "brand_beside_name")
    return None


def _dateline(page: "Page") -> PublisherEvidence | None:
    for at in page.filled(0, len(page)):
        dateline = page.datelines[at]
        if dateline is None or is_cut_short(page.text(at)):
            continue  # a line that breaks off is another story's teaser
        if dateline.outlet is None:
            if dateline.names_site and dateline.place and page.prose[at]:
                return None  # `KOTA, warta.example – `: another site's page, and what stands below is quoted
            continue
        if dateline.place is None and not _SENTENCE.match(page.text(at), dateline.end):
            continue  # `Contoh Daily - News`, `Contoh Daily - 1 day ago …`: what an aggregator calls its source
        if page.known.speaks_for_itself(dateline.outlet) and not _is_credit(page, dateline):
            return PublisherEvidence(dateline.outlet, at, dateline.cue, "brand_in_dateline")
    return None


def _is_credit(page: "Page", dateline: Dateline) -> bool:
    """`KOTA, Oct 03 (BBC):`: after a day, the name in brackets before the colon is that of the source of the report."""
    outlet = page.known.knowledge.outlets[dateline.outlet or ""]
    return outlet.kind != "agency" and _DAY_AND_NAME.search(dateline.cue) is not None


def _address(page: "Page") -> PublisherEvidence | None:
    host = host_of(page.sidecar.url or "")
    outlet = page.known.knowledge.outlet_at(host)
    return PublisherEvidence(outlet, None, host, "domain_of_address") if outlet else None
