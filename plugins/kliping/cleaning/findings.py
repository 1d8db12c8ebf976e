"""What a curator should look at in a cleaned page: each kind of doubt is one function, and their list is their order.

Input: a page, its labelled parts and the passages made of them. Output: findings.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from kliping.cleaning.cuts import Part
from kliping.cleaning.overview.one_line import find_page_on_one_line
from kliping.cleaning.page import Page
from kliping.cleaning.rules.visits import day_of_crawl
from kliping.model import KEPT_ROLES, Block, Finding, Role
from kliping.web import host_of

STUB = 80
"""Words; an article with more is there, whatever the page says of itself."""
LOST = "\ufffd"
"""What stands in the place of a character that nobody can read any more."""
_MISSING_PAGE = ".missing_page"
"""The languages' rule of error pages, forms to agree to and paywalls."""

Finder = Callable[[Page, Sequence[Part], Sequence[Block]], Iterator[Finding]]


def findings_of(page: Page, parts: Sequence[Part], blocks: Sequence[Block]) -> Iterator[Finding]:
    """The findings of a page, by kind in the order of FINDERS, each kind in the order of the lines."""
    for find in FINDERS:
        yield from find(page, parts, blocks)


def _no_body(page: Page, parts: Sequence[Part], blocks: Sequence[Block]) -> Iterator[Finding]:
    if not any(block.text.strip() for block in blocks):
        yield Finding(None, "no_body", "No line looks like running text; nothing of the file is article.")


def _unknown_language(page: Page, parts: Sequence[Part], blocks: Sequence[Block]) -> Iterator[Finding]:
    if page.lang == "und":
        yield Finding(None, "language_unknown", "No known language is recognised; say it in the sidecar.")


def _character_lost(page: Page, parts: Sequence[Part], blocks: Sequence[Block]) -> Iterator[Finding]:
    lost = next((part for part in parts if part.role in KEPT_ROLES and LOST in part.text), None)
    if lost:
        message = "A character was lost here before the text came; the page saved again as UTF-8 may still have it."
        yield Finding(page.lines[lost.at].number, "character_lost", message)


def _page_on_one_line(page: Page, parts: Sequence[Part], blocks: Sequence[Block]) -> Iterator[Finding]:
    at = find_page_on_one_line(page)
    if at is not None:
        message = "The page stands on one line, where no menu or headline can be told from sentences; save it line by line."
        yield Finding(page.lines[at].number, "page_on_one_line", message)


def _second_article(page: Page, parts: Sequence[Part], blocks: Sequence[Block]) -> Iterator[Finding]:
    for above, part in pairwise(parts):
        is_day_inside = part.role is Role.PUBLISHED and page.extent.begin < part.at < page.extent.end
        if is_day_inside and above.role is Role.HEADING:
            message = "A heading with a day of publication stands inside the body; does another article begin there?"
            yield Finding(page.lines[above.at].number, "second_article", message)


def _stub(page: Page, parts: Sequence[Part], blocks: Sequence[Block]) -> Iterator[Finding]:
    missing = next((part for part in parts if part.rule.endswith(_MISSING_PAGE)), None)
    words = sum(len(block.text.split(maxsplit=STUB)) for block in blocks) if missing else 0  # no more need be counted
    if missing and words < STUB:
        message = f"The page calls itself missing or closed, and {words} words of it are article."
        yield Finding(page.lines[missing.at].number, "stub", message)


def _doubtful_day(page: Page, parts: Sequence[Part], blocks: Sequence[Block]) -> Iterator[Finding]:
    for part in parts:
        said = page.own_dates.get(part.at) if part.role is Role.PUBLISHED else None
        number = page.lines[part.at].number
        if said and said.refused and said.refused.problem:
            yield Finding(number, "date_refused", said.refused.problem)
        if part.rule == day_of_crawl.__name__:
            yield Finding(number, "date_of_crawl", "The day above the headline is long after the days in the body.")


def _publisher_unlike_address(page: Page, parts: Sequence[Part], blocks: Sequence[Block]) -> Iterator[Finding]:
    speaker, address = page.publisher, page.sidecar.url
    if speaker is None or speaker.at is None or not address:
        return
    host = host_of(address)
    if page.known.knowledge.outlet_at(host) != speaker.outlet:
        message = f"The text speaks as {speaker.outlet}, but its address is at {host}."
        yield Finding(page.lines[speaker.at].number, "publisher_unlike_address", message)


FINDERS: tuple[Finder, ...] = (
    _no_body,
    _unknown_language,
    _character_lost,
    _page_on_one_line,
    _second_article,
    _stub,
    _doubtful_day,
    _publisher_unlike_address,
)
"""Those about the whole page come first."""
