"""Where the page and its original can be read.

Input: a page and its labels. Output: addresses with their basis.
"""

from kliping.cleaning.page import Page
from kliping.cleaning.rules.cuts import Cuts
from kliping.cleaning.rules.tail import ADDRESS
from kliping.model import Basis, Fact, Role
from kliping.web import is_web_address


def url_of(page: Page) -> Fact | None:
    """The address of this very page, which only a person can know."""
    return Fact(value=page.sidecar.url, basis=Basis.CURATOR) if page.sidecar.url else None


def original_url_of(page: Page, labels: tuple[Cuts, ...]) -> Fact | None:
    """The source address the text prints, else the page's own."""
    if page.sidecar.original_url:
        return Fact(value=page.sidecar.original_url, basis=Basis.CURATOR)
    for at, cuts in enumerate(labels):
        if cuts[-1].role is not Role.SOURCE and not any(cut.role is Role.SOURCE for cut in cuts[:-1]):
            continue
        address = ADDRESS.search(page.text(at))
        value = address[0].rstrip(".,;)") if address else ""
        if is_web_address(value):
            return Fact(
                value=value,
                basis=Basis.TEXT,
                line=page.lines[at].number,
                cue=page.text(at),
                rule="source_address",
            )
    return url_of(page)
