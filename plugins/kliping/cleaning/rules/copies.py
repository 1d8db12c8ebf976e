"""Captions and other words that a page says twice.

Input: a page and a line's index. Output: a role, the cuts of a line that holds several, or None.
"""

import re

from kliping.cleaning.cuts import Cut, Cuts
from kliping.cleaning.forms.credits import credit_at
from kliping.cleaning.forms.shapes import ends_sentence, is_running_text
from kliping.cleaning.page import Page
from kliping.cleaning.rules.pictures import LONGEST_CREDIT
from kliping.cleaning.words import bare_words
from kliping.model import Role

SHORTEST = 15
"""A shorter beginning may be said twice in one line by chance."""
FEW_WORDS = 8
"""No standfirst is so short."""
SHORTEST_CREDIT = 3
"""Characters; brackets around a credit come on top."""
FEWEST_WORDS = 2
"""Spaces of a short caption at least."""
LONGEST_TWICE = 1200
"""No line that says the same twice is longer."""
_BRACKET = re.compile(r"[(\[]")
_BEFORE_CREDIT = re.compile(
    r"(?P<caption>.{5,}?)(?P<own>\s\([^()/]{2,40}/[^()/]{2,40}\))?\s?(?P<again>(?P=caption)\s\([^()/]{2,40}/[^()/]{2,40}\))"
)
"""`Pantai di desaPantai di desa (Nama/Kabar)`, `Pantai di desa (Nama/Kabar)Pantai di desa (Nama/Kabar)`."""


def caption_repeated(page: Page, at: int) -> Role | None:
    """A caption with its credit that already stood on the page, or the words of the one right above."""
    if page.credits[at] is not None:
        return Role.DUPLICATE if page.copies[at] is not None else None
    above = page.previous_filled(at)
    credit = page.credits[above] if above is not None else None
    if above is not None and credit and credit.start and bare_words(page.text(above)[: credit.start]) == page.keys[at]:
        return Role.DUPLICATE
    below = page.next_filled(at)
    if below is None or at >= page.extent.begin or page.credits[below] is None:
        return None
    return Role.DUPLICATE if page.keys[below].startswith(page.keys[at]) else None


def caption_before_its_copy(page: Page, at: int) -> Role | None:
    """A caption whose copy on the next line has its credit in front, or a sentence that the next line repeats.

    A repeated sentence may also be the standfirst: it must be short, or stand where the outlet prints its pictures.
    """
    below = page.next_filled(at)
    if below is None:
        return None
    title, text = page.title_at, page.text(at)
    if page.keys[below] == page.keys[at] and page.credits[at] is None and title is not None and title < at:
        is_short = FEWEST_WORDS <= text.count(" ") < FEW_WORDS or _stands_between_day_and_dateline(page, at, below)
        return Role.CAPTION if at < page.extent.begin and is_short and ends_sentence(text) else None
    return Role.CAPTION if _credit_in_front(page, below, at) else None


def _stands_between_day_and_dateline(page: Page, at: int, below: int) -> bool:
    """Whether it stands where pictures do: right below the day, with its copy right above the first sentence."""
    above = page.previous_filled(at)
    is_below_day = above is not None and above in page.own_dates
    heads_dateline = page.extent.has_dateline and page.next_filled(below) == page.extent.begin
    return page.habits.captions_head_datelines and is_below_day and heads_dateline


def credit_before_copy(page: Page, at: int) -> Cuts | None:
    """A photo's credit, and behind it the caption of the line above once more."""
    above = page.previous_filled(at)
    length = _credit_in_front(page, at, above) if above is not None else 0
    return (Cut(0, Role.CREDIT), Cut(length, Role.DUPLICATE)) if length else None


def caption_below_its_copy(page: Page, at: int) -> Cuts | None:
    """A caption in the body whose copy stands on the line above, without the credit that ends this one in brackets."""
    start = _credit_behind_copy(page, at)
    return (Cut(0, Role.CAPTION), Cut(start, Role.CREDIT)) if start else None


def caption_above_its_copy(page: Page, at: int) -> Role | None:
    """The copy above such a caption."""
    below = page.next_filled(at)
    return Role.DUPLICATE if below is not None and _credit_behind_copy(page, below) else None


def _credit_behind_copy(page: Page, at: int) -> int:
    """Where brackets begin behind the words of the line above; 0 without brackets, or without body below."""
    above, text = page.previous_filled(at), page.text(at)
    if above is None or not text.endswith((")", "]")) or not page.extent.begin < at < page.extent.end - 1:
        return 0
    start = len(page.text(above)) + 1
    is_credit = SHORTEST_CREDIT < len(text) - start <= LONGEST_CREDIT
    fits = start > SHORTEST and text.startswith(f"{page.text(above)} ")
    return start if is_credit and fits and text[start] in "([" and not _BRACKET.search(text, start + 1) else 0


def _credit_in_front(page: Page, at: int, above: int) -> int:
    """How long the credit is that stands before a copy of the line above; 0 where there is none."""
    text, caption = page.text(at), page.text(above)
    length = len(text) - len(caption)
    fits = len(caption) >= 2 * SHORTEST and SHORTEST_CREDIT <= length <= LONGEST_CREDIT
    if not fits or page.datelines[at] is not None or not text.endswith(caption):
        return 0
    front = text[:length].rstrip()
    return 0 if ends_sentence(front) or front.endswith(("-", "–", "—")) else length  # `, Berlin - …`, once a dateline


def caption_twice_in_line(page: Page, at: int) -> Cuts | None:
    """Caption, credit and the caption once more, all on one line."""
    text, again = page.text(at), _begins_again(page.text(at))
    both = _BEFORE_CREDIT.fullmatch(text) if text.endswith(")") and len(text) <= LONGEST_TWICE else None
    if both:
        own, credit = both.end("caption") + 1, text.rindex("(")
        if both["own"]:
            return (Cut(0, Role.CAPTION), Cut(own, Role.CREDIT), Cut(both.start("again"), Role.DUPLICATE))
        return (Cut(0, Role.DUPLICATE), Cut(both.start("again"), Role.CAPTION), Cut(credit, Role.CREDIT))
    caption = len(text) - again
    if not again or not _is_caption_with_credit(page, text[:caption], text[caption:again].strip()):
        return None
    if caption >= again - 1:
        return (Cut(0, Role.CAPTION), Cut(again, Role.DUPLICATE))
    return (Cut(0, Role.CAPTION), Cut(caption + (text[caption] == " "), Role.CREDIT), Cut(again, Role.DUPLICATE))


def words_twice_in_line(page: Page, at: int) -> Cuts | None:
    """The same words at both ends of a line that is neither caption nor article: a teaser's headline, a table."""
    again = _begins_again(page.text(at))
    return (Cut(0, Role.BOILERPLATE), Cut(again, Role.DUPLICATE)) if again and not page.is_liked(at) else None


def _begins_again(text: str) -> int:
    """Where the first words of a line stand again up to its end; 0 where they do not."""
    if not 2 * SHORTEST <= len(text) <= LONGEST_TWICE:
        return 0
    again = text.rfind(text[:SHORTEST])
    return again if again >= SHORTEST and text.startswith(text[again:]) else 0


def _is_caption_with_credit(page: Page, caption: str, rest: str) -> bool:
    """Whether the words are followed by a photo's credit, or speak of a picture themselves, in a full sentence."""
    if not rest or caption == rest:
        return (is_running_text(caption) and caption.endswith(".")) or page.known.captions.word.search(caption) is not None
    if credit_at(f"{caption}. {rest}", page.known):
        return True
    names_two = "/" in rest and len(rest) >= SHORTEST_CREDIT
    return names_two or any(known.match(rest) for known in (page.known.photo_agency, page.known.brand))
