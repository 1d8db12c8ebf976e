"""What stands in the body: headings, lists, copies, and running text, which is kept when in doubt."""

from kliping.cleaning.forms.shapes import bullet_length, ends_sentence, number_length
from kliping.cleaning.page import Page
from kliping.model import Role

HEADING_WORDS = 14
"""No heading is longer."""
COPY_WORDS = 6
"""Shorter lines may be said twice in a body."""


def paragraph_repeated(page: Page, at: int) -> Role | None:
    """A paragraph that already stood in the body, or a part of one printed by itself."""
    other = page.copies[at]
    if other is None or page.text(at).count(" ") < COPY_WORDS or not page.extent.begin <= other < page.extent.tail:
        return None
    return Role.DUPLICATE


def unlike_the_article(page: Page, at: int) -> Role | None:
    """A line whose looks, words and neighbours are not those of the article: see `linemodel`."""
    return Role.BOILERPLATE if page.chances[at] < page.cut else None


def numbered_heading(page: Page, at: int) -> Role | None:
    """A short line that begins with a number, has no end mark and stands above running text."""
    if not number_length(page.text(at)) or not _could_be_heading(page, at):
        return None
    return Role.HEADING


def list_item(page: Page, at: int) -> Role | None:
    """A line that begins with a bullet or a number."""
    text = page.text(at)
    if text.startswith(("-", "–", "—")) and not _neighbour_is_item(page, at):
        return None
    return Role.LIST if bullet_length(text) or number_length(text) else None


def short_heading(page: Page, at: int) -> Role | None:
    """A short line without an end mark between paragraphs."""
    if page.previous_filled(at) is None or at <= page.extent.begin:
        return None
    return Role.HEADING if _could_be_heading(page, at) else None


def sentence_in_body(page: Page, at: int) -> Role:
    """Everything else: the words of the article."""
    return Role.BODY


def _could_be_heading(page: Page, at: int) -> bool:
    text = page.text(at)
    if text.count(" ") >= HEADING_WORDS or (ends_sentence(text) and not text.endswith(("?", "!"))):
        return False
    if text.endswith((",", ";", ":")) or at >= page.extent.end or text[:1].islower():
        return False
    below = page.next_filled(at)
    return below is not None and below < page.extent.end and page.prose[below]


def _neighbour_is_item(page: Page, at: int) -> bool:
    near = (page.previous_filled(at), page.next_filled(at))
    return any(one is not None and bullet_length(page.text(one)) for one in near)
