"""What is glued to the beginning or the end of a paragraph."""

import re

from kliping.cleaning.bylines import read_initials
from kliping.cleaning.datelines import read_bare_dateline
from kliping.cleaning.page import Page
from kliping.cleaning.rules.cuts import Cut
from kliping.model import Role

_CLOSING = re.compile(r"(?P<mark>[(\[][^()\[\]]{2,60}[)\]])\.?$")
_CODE = re.compile(r"[A-Z]{1,3}-\d{1,3}|[^\W\d_]{2,4}\d{0,2}")


def dateline_before_dash(page: Page, at: int) -> Cut | None:
    """Place and outlet before the first sentence of the body."""
    if at != page.extent.begin:
        return None
    dateline = page.datelines[at] or read_bare_dateline(page.text(at))
    return Cut(dateline.end, Role.DATELINE) if dateline else None


def initials_after_last_sentence(page: Page, at: int) -> Cut | None:
    """Initials in brackets glued to the last paragraph."""
    mark = _closing_mark(page, at)
    return Cut(mark.start(), Role.SIGNOFF) if mark and read_initials(mark["mark"]) else None


def credit_after_last_sentence(page: Page, at: int) -> Cut | None:
    """Agencies in brackets glued to the last paragraph, with desk codes or initials beside them."""
    mark = _closing_mark(page, at)
    if mark is None:
        return None
    parts = [part.strip() for part in mark["mark"][1:-1].split("/")]
    named = [part for part in parts if part in page.known.names or part.upper() in page.known.names]
    others = [part for part in parts if part not in named]
    return Cut(mark.start(), Role.SOURCE) if named and all(_CODE.fullmatch(part) for part in others) else None


def _closing_mark(page: Page, at: int) -> re.Match[str] | None:
    if at != page.extent.end - 1:
        return None
    text = page.text(at)
    return _CLOSING.search(text, max(0, len(text) - 64))
