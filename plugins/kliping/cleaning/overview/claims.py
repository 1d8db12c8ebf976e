"""Lines that data files know, and the lists their labels announce.

Input: a page's phrases. Output: for each line the rule that claims it, or None.
"""

import re
from typing import TYPE_CHECKING

from kliping.cleaning.forms.shapes import announces, bullet_length, ends_sentence, has_title_case, is_sentence, number_length
from kliping.cleaning.lexicon.phrases import Phrase
from kliping.model import Role

if TYPE_CHECKING:
    from kliping.cleaning.page import Page

LIST_REACH = 12
"""Lines with bullets a label may announce."""
HEADLINE_REACH = 3
"""Lines without bullets a label may announce."""
HEADLINE_WORDS = 4
"""Spaces; a shorter line below the first of them is a heading of the article."""
WHOLE_HEADLINE = 7
"""Spaces; below a label without a colon a shorter line is one too."""
_NAME = re.compile(r"[A-Z][\w.'’-]+ [A-Z][\w.'’-]+")
STOPS = (".", ".”", '."')
"""How such a sentence ends; what asks the reader is the site's own."""


SPARED = 0.4
"""Of 572 such lines on labelled pages none was the article's, and three were thought likelier."""


def is_spared(page: "Page", at: int, phrase: Phrase) -> bool:
    """`Cancel anytime, the leaflets promised.`: a sentence of the article, though it begins like one of a site.

    A sentence about somebody whose name also stands outside the page's sentences is not spared: it is about the writer.
    """
    text = page.text(at)
    says_so = phrase.rule.spares_sentences and is_sentence(text) and text.endswith(STOPS)
    if not says_so or page.liking.chances[at] < SPARED:
        return False
    name = _NAME.match(text)
    others = (one for one in page.filled(0, len(page)) if one != at and not page.prose[one])
    return name is None or not any(name[0] in page.text(one) for one in others)


def spread_claims(page: "Page") -> tuple[Phrase | None, ...]:
    """Each line's own phrase, and the phrase of a bare label for the lines of its list."""
    claims = list(page.phrases)
    for at, phrase in enumerate(page.phrases):
        if phrase and phrase.rule.next and _is_bare_label(page, at, phrase):
            for below in _list_below(page, at, phrase):
                claims[below] = phrase
    return tuple(claims)


def is_announced(page: "Page", at: int) -> bool:
    """True for a line that stands in a list below a label."""
    return page.claims[at] is not None and page.phrases[at] is None


def _is_bare_label(page: "Page", at: int, phrase: Phrase) -> bool:
    """Whether a line is only a label; one for links needs a colon, for without it the links are mostly gone."""
    text = page.text(at)
    if text.endswith(":") or (phrase.rule.role is Role.SEE_ALSO and phrase.rule.exact and not phrase.rule.starts):
        below = page.next_filled(at)
        bulleted = below is not None and bullet_length(page.text(below)) > 0
        is_whole = below is not None and _is_whole_headline(page.text(below))
        return text.endswith(":") or bulleted or is_whole or not phrase.rule.id.endswith("_label")
    return text.casefold().rstrip(" :") in {one.casefold().rstrip(" :") for one in phrase.rule.exact}


def _is_whole_headline(text: str) -> bool:
    """More words than a heading of the article has, in title case, without a number and an end mark."""
    is_long = text.count(" ") >= WHOLE_HEADLINE and not number_length(text)
    return is_long and has_title_case(text) and not ends_sentence(text)


def _list_below(page: "Page", label: int, phrase: Phrase) -> list[int]:
    found: list[int] = []
    above = label
    for at in page.filled(label + 1, len(page)):
        bullet = bullet_length(page.text(at)) > 0
        if found and page.keys[at] == page.keys[above]:
            found.append(at)
            continue
        if page.phrases[at] or len(found) >= (LIST_REACH if bullet else HEADLINE_REACH):
            break
        if not bullet and not _may_be_headline(page, at, phrase, first=not found):
            break
        short = page.text(at).count(" ") < HEADLINE_WORDS
        if found and not bullet and (at > above + 1 or bullet_length(page.text(above)) or short):
            break
        if found and number_length(page.text(at)) and not number_length(page.text(above)):
            break
        found.append(at)
        above = at
    return found


def _may_be_headline(page: "Page", at: int, phrase: Phrase, *, first: bool) -> bool:
    """A label of other stories may announce one full sentence above the headline, never below."""
    closing = page.closings[at]
    if page.bylines[at] is not None or (closing and closing.start == 0) or announces(page.text(at)):
        return False
    if first and phrase.rule.role is Role.BOILERPLATE and phrase.rule.where == "top":
        return True
    return not page.prose[at] and not ends_sentence(page.text(at).rstrip("?!"))
