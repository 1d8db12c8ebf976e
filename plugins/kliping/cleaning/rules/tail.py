"""What stands below the body: initials, sources, labels, other stories."""

import re

from kliping.cleaning.bylines import read_bracketed_name, read_initials
from kliping.cleaning.page import Page
from kliping.cleaning.shapes import ends_sentence
from kliping.model import Role

ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)


def source_line(page: Page, at: int) -> Role | None:
    """A label for the source with an address or a name after it, below the first paragraph."""
    text = page.text(at)
    match = page.known.source_label.match(text)
    if match is None or at <= page.extent.begin:
        return None
    value = text[match.end() :]
    if ADDRESS.match(value):
        return Role.SOURCE
    short = 0 < len(value.split()) <= 8 and not ends_sentence(value)
    return Role.SOURCE if short and (":" in match[0] or page.known.name.fullmatch(value)) else None


def initials_in_brackets(page: Page, at: int) -> Role | None:
    """Initials alone in brackets below a paragraph."""
    return Role.SIGNOFF if at > page.extent.begin and read_initials(page.text(at)) else None


def name_in_brackets(page: Page, at: int) -> Role | None:
    """A full name alone in brackets below the last sentence."""
    if at < page.extent.end or not read_bracketed_name(page.text(at)):
        return None
    return Role.SIGNOFF


def after_the_end(page: Page, at: int) -> Role | None:
    """A line below a mark of the end, such as the heading of a list of other stories."""
    return Role.BOILERPLATE if at >= page.extent.tail else None


def fragment_after_body(page: Page, at: int) -> Role | None:
    """A few words without an end mark below the last sentence."""
    return Role.BOILERPLATE if at >= page.extent.end else None
