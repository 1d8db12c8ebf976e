"""Addresses alone on a line.

Input: the lines of a page. Output: which of them are nothing but an address, and which is the page's own.
"""

from itertools import takewhile
from typing import TYPE_CHECKING

from kliping.cleaning.forms.shapes import is_prose
from kliping.web import host_of

LAST = 3
"""The last filled lines, among which the address may stand."""
OF_HOST = 3
"""Slashes of an address that names a site and none of its pages."""

if TYPE_CHECKING:
    from kliping.cleaning.lines import PageLines


def find_addresses_above(page: "PageLines") -> list[int]:
    """The lines above the running text that are nothing but an address."""
    above = takewhile(lambda at: not is_prose(page.text(at)), page.filled(0, len(page)))
    return [at for at in above if _is_address(page.text(at))]


def find_own_address(page: "PageLines") -> int | None:
    """The line with the page's address, as whoever saved it wrote it above the text or last.

    If there are several above the text, they are of buttons to share it. Among the last lines, only a known outlet's counts,
    with nothing but calls and labels below it.
    """
    above = page.addresses_above
    if above:
        return above[0] if len(above) == 1 else None
    last = list(page.filled(0, len(page)))[-LAST:]
    below = list(takewhile(lambda at: not is_prose(page.text(at)), reversed(last)))
    addresses = [at for at in below if _is_address(page.text(at))]
    if len(addresses) != 1:
        return None
    return addresses[0] if page.known.knowledge.outlet_at(host_of(page.text(addresses[0]))) else None


def _is_address(text: str) -> bool:
    return text.startswith(("https://", "http://")) and " " not in text and text.count("/") > OF_HOST
