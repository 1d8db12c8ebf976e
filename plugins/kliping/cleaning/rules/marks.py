"""Lines that give themselves away, whatever stands around them."""

from kliping.cleaning.lexicon.hints import BRAND
from kliping.cleaning.page import Page
from kliping.cleaning.rules.cuts import Cut, Cuts
from kliping.model import Role


def empty_line(page: Page, at: int) -> Role | None:
    """A line without a visible character."""
    return Role.BLANK if not page.text(at) else None


def phrase_in_data(page: Page, at: int) -> Cuts | None:
    """A line that a data file knows, or of a list its label announces, under that rule's own name."""
    claim = page.claims[at]
    if claim is None or not (_stands_right(page, at, claim.rule.where) or _is_note_at_end(page, at)):
        return None
    return (Cut(0, claim.rule.role, claim.name),)


def brand_alone(page: Page, at: int) -> Role | None:
    """An outlet's name alone on a line."""
    is_brand = page.hints[at] & BRAND and page.text(at).casefold() in page.known.brands
    return Role.BOILERPLATE if is_brand else None


def number_alone(page: Page, at: int) -> Role | None:
    """A bare number, as counters and pagers print it."""
    return Role.BOILERPLATE if page.text(at).isdigit() else None


def _stands_right(page: Page, at: int, where: str) -> bool:
    if where == "any":
        return True
    extent = page.extent
    if where == "top":
        return at < extent.begin
    if where == "tail":
        return at >= extent.end or at >= extent.tail
    return extent.begin <= at < extent.end


def _is_note_at_end(page: Page, at: int) -> bool:
    """A note on an author or a call to readers among the last sentences: other such lines the data does not know follow."""
    claim = page.phrases[at]
    if claim is None or claim.rule.where != "tail" or claim.rule.next or claim.rule.heads_comment:
        return False
    return at >= page.extent.closing
