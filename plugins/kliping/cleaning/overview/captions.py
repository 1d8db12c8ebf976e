"""Whether a line is a photo's caption, by the line above it or by its own words.

Input: a page and a line. Output: a claim.
"""

import re
from typing import TYPE_CHECKING

from kliping.cleaning.forms.names import read_bare_names
from kliping.cleaning.forms.shapes import ends_sentence, has_title_case
from kliping.cleaning.words import vocabulary
from kliping.model import Role

if TYPE_CHECKING:
    from kliping.cleaning.page import Page

LONG, PICTURES = 80, 3
"""Characters of a line that tells a story, and how many captions of several sentences a gallery has at least."""
OWNER_WORDS = 4
"""Spaces in the words for whose picture it is are fewer."""
_NAMED = re.compile(r"[^\W\d_][^,\d]{8,},(?P<name>(?: [^\W\d_a-z][\w'’-]+){2,3})")
"""`Kepala Pelabuhan, Nama Nama`: whom the picture shows."""


def tells_in_captions(page: "Page") -> bool:
    """Whether the article is a gallery: each long line ends with a photo's credit, and three have several sentences."""
    long = [at for at in page.filled(0, len(page)) if len(page.text(at)) >= LONG]
    told = [page.text(at)[: credit.start - len(". ")] for at in long if (credit := page.credits[at]) and credit.start]
    return len(told) == len(long) and sum(". " in words for words in told) >= PICTURES


def is_caption_below_credit(page: "Page", at: int) -> bool:
    """Whether the outlet prints a photo's credit first and its caption on this line below it."""
    above = page.previous_filled(at)
    if above is None or not page.has_layout(lambda layout: layout.caption_below_credit):
        return False
    credit, phrase = page.credits[above], page.phrases[above]
    is_credit = (credit is not None and credit.start == 0) or (phrase is not None and phrase.rule.role is Role.CREDIT)
    return is_credit or _credits_outlet(page, above) or _stands_above_dateline(page, at, above)


def _stands_above_dateline(page: "Page", at: int, above: int) -> bool:
    """`Editor: Nama`, a few words that credit the picture, then this line, which describes it, then the dateline."""
    byline, below = page.previous_filled(above), page.next_filled(at)
    dateline = page.datelines[below] if below is not None else None
    if byline is None or not page.bylines[byline] or dateline is None or dateline.outlet != page.outlet:
        return False
    return page.text(above).count(" ") < OWNER_WORDS and not ends_sentence(page.text(above))


def _credits_outlet(page: "Page", at: int) -> bool:
    """`Editor: Nama` and below it `Harian-Contoh.com` alone, as a credit of the picture."""
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


def is_of_picture(page: "Page", at: int) -> bool:
    """Whether the line speaks as captions do, or a picture's button or credit stands beside it.

    Indonesian outlets print the picture right above the dateline.
    """
    text = page.text(at)
    if page.known.captions.word.search(text) or _tells_of_somebody(page, text):
        return True
    if page.habits.captions_head_datelines and page.extent.has_dateline and page.next_filled(at) == page.extent.begin:
        return True
    return any(_belongs_to_picture(page, near) for near in (page.previous_filled(at), page.next_filled(at)))


def _tells_of_somebody(page: "Page", text: str) -> bool:
    """`Nama berpose di jembatan`: a person the body names, then what they do in the picture or who they are."""
    named = _NAMED.fullmatch(text)
    if named and vocabulary(named["name"]) <= page.body_words and read_bare_names(named["name"], page.known):
        return True
    if has_title_case(text):
        return False
    return any(found["name"].casefold() in page.body_words for found in page.known.captions.doing.finditer(text))


def _belongs_to_picture(page: "Page", at: int | None) -> bool:
    if at is None:
        return False
    phrase, credit = page.phrases[at], page.credits[at]
    return (phrase is not None and phrase.name.endswith(".picture_button")) or (credit is not None and credit.start == 0)
