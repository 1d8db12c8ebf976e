"""Captions that the line above them gives away: a photo's credit, or the button that enlarges the photo.

Input: a page and a line. Output: whether the line is such a caption.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kliping.cleaning.page import Page


def is_caption_below_credit(page: "Page", at: int) -> bool:
    """Whether the outlet prints a photo's credit first and its caption on this line below it."""
    above = page.previous_filled(at)
    if above is None or not page.has_layout(lambda layout: layout.caption_below_credit):
        return False
    credit = page.credits[above]
    return (credit is not None and credit.start == 0) or _credits_outlet(page, above)


def _credits_outlet(page: "Page", at: int) -> bool:
    """`Editor: Nama` and below it `Harian-Contoh.com` alone: whose picture it is."""
    above = page.previous_filled(at)
    is_signed = above is not None and bool(page.bylines[above])
    return is_signed and page.known.brands.get(page.text(at).casefold()) == page.outlet


def is_caption_below_label(page: "Page", at: int) -> bool:
    """Whether a data file says of the line above that this one, with a bracket at its end, is a photo's caption."""
    if not page.text(at).endswith((")", "]", ".")) or not page.text(at).rstrip(".").endswith((")", "]")):
        return False
    above = page.previous_filled(at)
    phrase = page.phrases[above] if above is not None else None
    return phrase is not None and phrase.rule.heads_caption and page.datelines[at] is None
