"""Where a site prints its own name outside the article: at the page's edge, in menus, author boxes and addresses.

Input: a page. Output: the outlet so named, with the line that says so, or None.
"""

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from kliping.cleaning.forms.dateline_parts import NAME_BEFORE_DASH, is_behind_dash
from kliping.cleaning.lexicon.alternatives import folded
from kliping.cleaning.lexicon.hints import BRAND, PROVIDED
from kliping.web import host_of

if TYPE_CHECKING:
    from kliping.cleaning.page import Page

SHORT_LINE = 120
"""Lines in which an outlet names itself are shorter, but for copyright lines."""
SIGNS = ("*", "+", "o", "•")
"""Signs of list items, alone where an item holds nothing but a picture."""
ITEMS = tuple(f"{sign} " for sign in SIGNS)
AUTHOR_BOX = "author_box"
"""The languages' rule of notes on authors."""
TEASER_AND_SENTENCE = 2
"""Lines below an outlet's name among which the dash stands that was behind it."""
BOTH = BRAND | PROVIDED
MENU_LINES = 2
"""So many lines of a menu must name the outlet."""


class PublisherEvidence(NamedTuple):
    """What names an outlet as the publisher."""

    outlet: str
    at: int | None
    """The line that says so; None for evidence outside the text."""
    cue: str
    rule: str


def name_at_edge(page: "Page") -> PublisherEvidence | None:
    """The outlet's name alone on the first or the last line, as sites print it beside their sign.

    Buttons in a list may follow the last one.
    """
    filled = list(page.filled(0, len(page)))
    last = [at for at in filled if not _is_item(page.text(at))][-1:]
    for at in dict.fromkeys((*filled[:1], *last)):
        outlet = page.known.brands.get(page.text(at).casefold())
        if outlet and page.known.speaks_for_itself(outlet):
            return PublisherEvidence(outlet, at, page.text(at), "brand_at_page_edge")
    return None


def _is_item(text: str) -> bool:
    return text in SIGNS or text.startswith(ITEMS)


def name_in_menu(page: "Page") -> PublisherEvidence | None:
    """`About the BBC`, `Contact BBC News`: at least two lines of the site's menu name one outlet and no other.

    The letters of an agency prove nothing here: they stand for other bodies, too.
    """
    named: dict[str, dict[str, int]] = {}
    for at in page.filled(0, len(page)):
        text = page.text(at).lstrip("*+•- ")
        match = page.known.menu_line.fullmatch(text) if len(text) < SHORT_LINE and page.hints[at] & BRAND else None
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


def name_in_author_box(page: "Page") -> PublisherEvidence | None:
    """`Nama is a reporter for Harian Contoh`, where the article itself does not tell it of somebody."""
    for at in page.filled(0, len(page)):
        text = page.text(at)
        if not page.hints[at] & BRAND or len(text) > 2 * SHORT_LINE:
            continue
        phrase = page.general_phrases[at]
        is_box = phrase is not None and phrase.rule.id == AUTHOR_BOX and not page.is_spared(at, phrase)
        brand = page.known.brand.search(text) if is_box else None
        if brand:
            outlet = page.known.brands[brand[0].casefold()]
            if page.known.speaks_for_itself(outlet):
                return PublisherEvidence(outlet, at, text, "brand_in_author_box")
    return None


def names_of_providers(page: "Page") -> dict[str, int]:
    """`© Provided by Harian Contoh`: the outlets whose piece an aggregator's page prints, each with its line."""
    found: dict[str, int] = {}
    for at in page.filled(0, len(page)):
        cue = page.known.rights.provided.search(page.text(at)) if page.hints[at] & BOTH == BOTH else None
        brand = page.known.brand.match(page.text(at), cue.end()) if cue else None
        if brand:
            found.setdefault(page.known.brands[folded(brand[0])], at)
    return found


def name_before_dash(page: "Page") -> PublisherEvidence | None:
    """`Contoh` alone, another story's headline at most, and `- Warga …`: a dateline that a teaser was put into.

    It stands above all running text and its dash is the only one: in a review of papers each has its own.
    Where no outlet begins its datelines with its name, that is a photo's credit above a point.
    """
    if not page.habits.datelines_name_sites or sum(map(is_behind_dash, page.texts)) != 1:
        return None
    for at in page.filled(0, page.prose.index(True) if True in page.prose else 0):
        outlet = page.known.brands.get(page.text(at).casefold()) if page.hints[at] & BRAND else None
        if outlet is None or not page.known.speaks_for_itself(outlet):
            continue
        below = islice(page.filled(at + 1, len(page)), TEASER_AND_SENTENCE)
        if any(map(is_behind_dash, map(page.text, below))):
            return PublisherEvidence(outlet, at, page.text(at), NAME_BEFORE_DASH)
    return None


def name_alone(page: "Page") -> PublisherEvidence | None:
    """The outlet's name alone on several lines, and no other outlet's on any.

    In a list only its address counts: a bare name may be a topic or a sister of the site.
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


def printed_address(page: "Page") -> PublisherEvidence | None:
    """The page's own address alone on a line above the running text, where buttons to share it stand, or on the last line.

    If others print the outlet's pieces, too, the address must stand there twice.
    """
    own = [] if page.own_address is None else [page.own_address]
    hosts = {at: host_of(page.text(at)) for at in page.addresses_above or own}
    outlets = {page.known.knowledge.outlet_at(host) for host in hosts.values()}
    outlet = outlets.pop() if len(outlets) == 1 else None
    if outlet is None or (len(hosts) < MENU_LINES and not page.known.speaks_for_itself(outlet)):
        return None
    at = min(hosts)
    return PublisherEvidence(outlet, at, page.text(at), "address_alone")
