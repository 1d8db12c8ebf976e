"""What a curator should look at in a cleaned page: one function for each kind of doubt, listed in their order.

Input: a page, its labelled parts and the passages made of them. Output: findings.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from kliping.cleaning.cuts import Part
from kliping.cleaning.overview.line_breaks import find_page_on_one_line
from kliping.cleaning.page import Page
from kliping.cleaning.rules.visits import day_of_crawl
from kliping.model import KEPT_ROLES, Block, Finding, Role
from kliping.web import host_of

STUB = 80
"""Words: with more, the article is there, whatever the page says about itself."""
LOST = "\ufffd"
"""Stands for a character that could not be decoded."""
_MISSING_PAGE = ".missing_page"
"""The rule of each language for error pages, consent forms and paywalls."""


class Cleaned(NamedTuple):
    """A page, and what became of it."""

    page: Page
    parts: Sequence[Part]
    blocks: Sequence[Block]


Finder = Callable[[Cleaned], Iterator[Finding]]


def findings_of(page: Page, parts: Sequence[Part], blocks: Sequence[Block]) -> Iterator[Finding]:
    """The findings of a page, by kind in the order of FINDERS, each kind in the order of the lines."""
    cleaned = Cleaned(page, parts, blocks)
    for find in FINDERS:
        yield from find(cleaned)


def _no_body(cleaned: Cleaned) -> Iterator[Finding]:
    if not any(block.text.strip() for block in cleaned.blocks):
        yield Finding(None, "no_body", "No line looks like running text; nothing of the file is article.")


def _doubtful_body(cleaned: Cleaned) -> Iterator[Finding]:
    """Of pages that hold no article one in ten has a body of such lines, of articles one in four hundred."""
    liking = cleaned.page.liking
    if cleaned.blocks and not any(map(liking.is_likely, range(len(cleaned.page)))):
        yield Finding(None, "doubtful_body", "No line is rather the article's than not; what is kept may be none.")


def _unknown_language(cleaned: Cleaned) -> Iterator[Finding]:
    if cleaned.page.lang == "und" and not cleaned.page.sidecar.lang:
        yield Finding(None, "language_unknown", "No known language is recognised; say it in the sidecar.")


def _character_lost(cleaned: Cleaned) -> Iterator[Finding]:
    lost = next((part for part in cleaned.parts if part.role in KEPT_ROLES and LOST in part.text), None)
    if lost:
        message = "A character was lost here before the text came; the page saved again as UTF-8 may still have it."
        yield Finding(cleaned.page.lines[lost.at].number, "character_lost", message)


def _page_on_one_line(cleaned: Cleaned) -> Iterator[Finding]:
    at = find_page_on_one_line(cleaned.page)
    if at is not None:
        message = "The page stands on one line, where no menu or headline can be told from sentences; save it line by line."
        yield Finding(cleaned.page.lines[at].number, "page_on_one_line", message)


def _second_article(cleaned: Cleaned) -> Iterator[Finding]:
    for above, part in pairwise(cleaned.parts):
        is_day_inside = part.role is Role.PUBLISHED and cleaned.page.extent.begin < part.at < cleaned.page.extent.end
        if is_day_inside and above.role is Role.HEADING:
            message = "A heading with a day of publication stands inside the body; does another article begin there?"
            yield Finding(cleaned.page.lines[above.at].number, "second_article", message)


def _stub(cleaned: Cleaned) -> Iterator[Finding]:
    missing = next((part for part in cleaned.parts if part.rule.endswith(_MISSING_PAGE)), None)
    if missing is None:
        return
    words = sum(len(block.text.split(maxsplit=STUB)) for block in cleaned.blocks)  # no more of them need be counted
    if words < STUB:
        message = f"The page calls itself missing or closed, and {words} words of it are article."
        yield Finding(cleaned.page.lines[missing.at].number, "stub", message)


def _doubtful_day(cleaned: Cleaned) -> Iterator[Finding]:
    for part in cleaned.parts:
        said = cleaned.page.own_dates.get(part.at) if part.role is Role.PUBLISHED else None
        number = cleaned.page.lines[part.at].number
        if said and said.refused and said.refused.problem:
            yield Finding(number, "date_refused", said.refused.problem)
        if part.rule == day_of_crawl.__name__:
            yield Finding(number, "date_of_crawl", "The day above the headline is long after the days in the body.")


def _publisher_unlike_address(cleaned: Cleaned) -> Iterator[Finding]:
    speaker, address = cleaned.page.publisher, cleaned.page.sidecar.url
    if speaker is None or speaker.at is None or not address:
        return
    host = host_of(address)
    if cleaned.page.known.knowledge.outlet_at(host) != speaker.outlet:
        message = f"The text speaks as {speaker.outlet}, but its address is at {host}."
        yield Finding(cleaned.page.lines[speaker.at].number, "publisher_unlike_address", message)


FINDERS: tuple[Finder, ...] = (
    _no_body,
    _doubtful_body,
    _unknown_language,
    _character_lost,
    _page_on_one_line,
    _second_article,
    _stub,
    _doubtful_day,
    _publisher_unlike_address,
)
"""The doubts about the page as a whole come first."""
