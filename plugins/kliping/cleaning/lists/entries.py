"""What one line can be in a list of the article, by its own words.

Input: a page and a line. Output: a claim.
"""

import re
from typing import TYPE_CHECKING

from kliping.cleaning.forms.shapes import bullet_length, has_title_case, is_cut_short, number_length
from kliping.cleaning.linemodel import load_line_model
from kliping.cleaning.linemodel.words import KINDS
from kliping.cleaning.words import words_of
from kliping.web import ADDRESS

if TYPE_CHECKING:
    from kliping.cleaning.page import Page

HEADLINE_WORDS = 4
"""Spaces; no headline has fewer."""
BUTTONS = frozenset(KINDS.index(kind) + 1 for kind in ("advert", "comment", "legal", "navigation", "share"))
"""Kinds of words, counted from 1, that buttons and menus are made of."""
PHONE = re.compile(r"(?<!\d)\(?\+?\d{2,4}[)\s-]\s?\d{3}[\s-]?\d{3}")
"""`(021) 555 1234`."""
ADVERT = "advert_label"
"""The languages' rule for such labels."""
LISTED = re.compile(r"\s[–—-]\s|\(.+\)|^\W?\d")
"""A dash, a bracket or a number in front: seldom in headlines, often in lists."""


def is_entry(page: "Page", at: int) -> bool:
    """A line without a sign that can stand in a list: no sentence, headline of another story or caption."""
    return page.text(at)[-1].isalnum() and not (_is_other(page, at) or is_caption(page, at))


def is_of_site(page: "Page", at: int) -> bool:
    """What no list without signs holds, something else knows, or a button, an address or a bullet says of a page's end."""
    text = page.text(at)
    is_told = page.is_known(at) or page.credits[at] is not None or has_sign(text) or PHONE.search(text) is not None
    return is_told or is_button(page, at) or _is_other(page, at)


def is_advert(page: "Page", at: int) -> bool:
    """The label of an advert, which may stand anywhere in a list."""
    phrase = page.phrases[at]
    return phrase is not None and phrase.rule.id == ADVERT


def is_button(page: "Page", at: int) -> bool:
    """`Share on Facebook`, `Share 12`, `Terms of use`, `Sponsored by`: words of buttons and menus."""
    kinds = load_line_model().lists.kinds
    words = [word for word in words_of(page.text(at)) if word not in page.known.joining_words and not word.isdigit()]
    return bool(words) and all(kinds.get(word) in BUTTONS for word in words)


def _is_other(page: "Page", at: int) -> bool:
    """A sentence, a link or a headline, which no list without signs holds."""
    text = page.text(at)
    is_sentence = page.prose[at] or (text.endswith(".") and text.count(" ") >= HEADLINE_WORDS)
    return is_sentence or is_cut_short(text) or ADDRESS.match(text) is not None or is_headline(page, at)


def is_headline(page: "Page", at: int) -> bool:
    """A line that heads another story or a video: printed twice, or in capitals without what lists have."""
    text = page.text(at)
    if text.count(" ") < HEADLINE_WORDS:
        return False
    is_repeated = page.repetition.counts[page.keys[at]] > 1
    return is_repeated or (has_title_case(text) and LISTED.search(text) is None)


def is_caption(page: "Page", at: int) -> bool:
    """A line with a photo's credit or a name in brackets at its end."""
    return page.credits[at] is not None or page.closings[at] is not None


def has_sign(text: str) -> bool:
    """A bullet or a number stands before it."""
    return bool(bullet_length(text) or number_length(text))
