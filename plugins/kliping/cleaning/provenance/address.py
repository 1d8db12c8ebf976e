"""Where the page and its original can be read.

Input: a page and its parts. Output: addresses with their basis.
"""

from collections.abc import Iterable

from kliping.cleaning.cuts import Part
from kliping.cleaning.page import Page
from kliping.model import Basis, Fact, Role
from kliping.web import ADDRESS, host_of, is_web_address


def url_of(page: Page) -> Fact | None:
    """The address of this very page, as the curator or a line says; another outlet's address is the source's."""
    if page.sidecar.url:
        return Fact(value=page.sidecar.url, basis=Basis.CURATOR)
    at, publisher = page.own_address, page.publisher
    if at is None or (publisher and page.known.knowledge.outlet_at(host_of(page.text(at))) != publisher.outlet):
        return None
    return _printed(page, at, "own_address")


def original_url_of(page: Page, parts: Iterable[Part]) -> Fact | None:
    """The source address the text prints, else the page's own."""
    if page.sidecar.original_url:
        return Fact(value=page.sidecar.original_url, basis=Basis.CURATOR)
    named = (part.at for part in parts if part.role is Role.SOURCE and part.at != page.own_address)
    found = filter(None, (_printed(page, at, "source_address") for at in named))
    own = None if page.own_address is None else _printed(page, page.own_address, "own_address")
    return next(found, None) or url_of(page) or own


def _printed(page: Page, at: int, rule: str) -> Fact | None:
    """The address that a line prints."""
    address = ADDRESS.search(page.text(at))
    value = address[0].rstrip(".,;)") if address else ""
    if not is_web_address(value):
        return None
    return Fact(value=value, basis=Basis.TEXT, line=page.lines[at].number, cue=page.text(at), rule=rule)
