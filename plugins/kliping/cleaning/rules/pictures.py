"""Captions of photos and their credits."""

from kliping.cleaning.page import Page
from kliping.cleaning.rules.cuts import Cut, Cuts
from kliping.model import Role


def caption_repeated(page: Page, at: int) -> Role | None:
    """A caption with its credit that already stood on the page."""
    first = page.first_of_key.get(page.keys[at], at)
    if first >= at or page.credits[at] is None:
        return None
    return Role.DUPLICATE


def caption_with_credit(page: Page, at: int) -> Cuts | None:
    """A line that ends with a photo's credit: the words before it are the caption."""
    if _inside_prose(page, at):
        return None
    credit = page.credits[at]
    if credit is None or credit.start == 0:
        return None
    return (Cut(0, Role.CAPTION), Cut(credit.start, Role.CREDIT, credit_alone.__name__))


def credit_alone(page: Page, at: int) -> Role | None:
    """A line that is only a photo's credit."""
    if _inside_prose(page, at):
        return None
    credit = page.credits[at]
    return Role.CREDIT if credit and credit.start == 0 else None


def _inside_prose(page: Page, at: int) -> bool:
    """The last paragraph may end with an agency in brackets; a caption never begins with a dateline."""
    return page.datelines[at] is not None or at == page.extent.end - 1
