"""Lines that give themselves away, whatever stands around them."""

from kliping.cleaning.page import Page
from kliping.cleaning.rules.cuts import Cut, Cuts
from kliping.cleaning.shapes import bullet_length, ends_sentence
from kliping.model import Role

LABEL_REACH = 12
"""Lines a label's list may be long."""


def empty_line(page: Page, at: int) -> Role | None:
    """A line without a visible character."""
    return Role.BLANK if not page.text(at) else None


def phrase_in_data(page: Page, at: int) -> Cuts | None:
    """A line that a data file knows, under that rule's own name."""
    phrase = page.phrases[at]
    if phrase is None or not _stands_right(page, at, phrase.rule.where):
        return None
    return (Cut(0, phrase.rule.role, phrase.name),)


def list_below_label(page: Page, at: int) -> Cuts | None:
    """A line of the list that a label right above announces."""
    if page.prose[at]:
        return None
    above = page.previous_filled(at)
    for _ in range(LABEL_REACH):
        if above is None:
            return None
        phrase = page.phrases[above]
        if phrase and phrase.rule.next:
            is_label = page.text(above).rstrip().endswith(":") or phrase.rule.role is Role.KEYWORD
            return (Cut(0, phrase.rule.role, phrase.name),) if is_label and _belongs(page, above, at) else None
        if phrase or page.prose[above] or not bullet_length(page.text(above)):
            return None
        above = page.previous_filled(above)
    return None


def number_alone(page: Page, at: int) -> Role | None:
    """A bare number, as counters and pagers print it."""
    return Role.BOILERPLATE if page.text(at).isdigit() else None


def _belongs(page: Page, label: int, at: int) -> bool:
    first = page.next_filled(label) == at
    return bullet_length(page.text(at)) > 0 or (first and not ends_sentence(page.text(at)))


def _stands_right(page: Page, at: int, where: str) -> bool:
    if where == "any":
        return True
    extent = page.extent
    if where == "top":
        return at < extent.begin
    if where == "tail":
        return at >= extent.end or at >= extent.tail
    return extent.begin <= at < extent.end
