"""Captions of photos and their credits."""

import re

from kliping.cleaning.forms.credits import claims_rights, credit_at
from kliping.cleaning.forms.shapes import announces, ends_sentence, has_title_case, is_running_text
from kliping.cleaning.overview.captions import is_caption_below_credit, is_caption_below_label
from kliping.cleaning.page import Page
from kliping.cleaning.rules.cuts import Cut, Cuts
from kliping.model import Role

SHORTEST = 15
"""A shorter beginning may be said twice in one line by chance."""

SOURCE_BEHIND_STOP = re.compile(
    r"(?<=[.!?”\"] )[(\[](?=[^\W\d_])(?:[^()\[\]\d]{0,30}[^\W\d_A-Z][^()\[\]\d]{0,30}|[A-Z]{2,6} [^()\[\]\d]{2,30})[)\]]$"
    r"|(?<=\S )[(\[][^\W\d_][^()\[\]\d]{1,30}[/:] ?[^\W\d_][^()\[\]\d]{1,30}[)\]]$"
)
"""`… sungai. (Allkpop)`, `… sungai. (AA Photo)`, `… sungai [Nama/Media]`; an abbreviation in capitals is none."""
AGENCY_AT_END = re.compile(r"(?:(?<=[.!?”\"] )[-–—]{1,2} ?|(?<=[^\W\d_])/(?=\w+-))(?P<agency>[^\W\d_][\w /.-]{1,40})$")
"""`… sungai. — AFP`, `… sungai/Antara-Nama Nama`."""
_IN_CAPITALS = re.compile(r"\s?/\s?(?:[A-Z][A-Z.'’-]+ ){1,4}(?=[A-Z][a-z])")
_GLUED = re.compile(r"\s?/\s?(?:(?:via|[A-Z][\w.'’-]*) ){0,6}(?:[A-Z][A-Z.'’-]+|[A-Z]?[a-z.'’-]+)(?=[A-Z][a-z])")
_PRICE = re.compile(r"(?:[$€£]|Rp\.? ?)\d")
"""How a shop's offer begins, above the picture of what it sells."""
SURE = 0.9
"""The chance from which a line with a credit is taken for a sentence of the body."""
FEW_WORDS = 8
"""No standfirst is so short."""
LONGEST_TWICE = 1200
"""No line that says the same twice is longer."""
LONGEST_CREDIT = 60
"""What stands before a caption's copy, or behind it, is no longer."""


def caption_repeated(page: Page, at: int) -> Role | None:
    """A caption with its credit that already stood on the page."""
    if page.credits[at] is not None:
        return Role.DUPLICATE if page.copies[at] is not None else None
    below = page.next_filled(at)
    if below is None or at >= page.extent.begin or page.credits[below] is None:
        return None
    return Role.DUPLICATE if page.keys[below].startswith(page.keys[at]) else None


def caption_above_credit(page: Page, at: int) -> Role | None:
    """A line right above a photo's credit; a sentence only above the body."""
    below = page.next_filled(at)
    if below is None or not _is_credit(page, below) or not _may_be_caption(page, at):
        return None
    following = page.next_filled(below)
    has_its_own = following is not None and is_caption_below_credit(page, following)
    return None if has_its_own else Role.CAPTION


def _is_credit(page: Page, at: int) -> bool:
    """Whether a line is nothing but a photo's credit, and not a site's claim of its rights."""
    claim, credit = page.claims[at], page.credits[at]
    is_credit = (claim is not None and claim.rule.role is Role.CREDIT) or (credit is not None and credit.start == 0)
    return is_credit and not claims_rights(page.text(at), page.known)


def _may_be_caption(page: Page, at: int) -> bool:
    """Whether a line of three words or more, neither known as something else nor of the body, can be said of a picture."""
    text = page.text(at)
    if text.count(" ") < 2 or at == page.title_at or _PRICE.match(text):
        return False
    if page.credits[at] is not None or page.is_known(at):
        return False
    return at < page.extent.begin or not _is_of_body(page, at)


def _is_of_body(page: Page, at: int) -> bool:
    """A sentence, or a heading in capitals: the picture stands below it."""
    text = page.text(at)
    return page.prose[at] or ends_sentence(text) or announces(text) or has_title_case(text)


def caption_below_credit(page: Page, at: int) -> Role | None:
    """The line below a photo's credit, where the outlet prints its captions so; above the body wherever a slash is in it."""
    if page.claims[at] or page.credits[at] is not None:
        return None
    return Role.CAPTION if is_caption_below_credit(page, at) or _heads_caption_above_body(page, at) else None


def _heads_caption_above_body(page: Page, at: int) -> bool:
    """`REUTERS/NAMA`, without brackets, right above a line between headline and body."""
    title, above = page.title_at, page.previous_filled(at)
    if title is None or above is None or not title < above < at < page.extent.begin:
        return False
    credit, text = page.credits[above], page.text(above)
    return credit is not None and credit.start == 0 and "/" in text and text[0].isalnum()


def caption_below_label(page: Page, at: int) -> Cuts | None:
    """The line below a button that enlarges a photo: its caption, with the credit in brackets."""
    if not is_caption_below_label(page, at):
        return None
    start = _bracket_at_end(page.text(at))
    return (Cut(0, Role.CAPTION), Cut(start, Role.CREDIT, credit_alone.__name__)) if start else (Cut(0, Role.CREDIT),)


def _bracket_at_end(text: str) -> int:
    """Where the last bracket begins."""
    return max(text.rfind("("), text.rfind("["), 0)


def caption_before_its_copy(page: Page, at: int) -> Role | None:
    """A caption whose copy on the next line has its credit in front, or a few words that stand there twice."""
    below = page.next_filled(at)
    if below is None:
        return None
    title, text = page.title_at, page.text(at)
    if page.keys[below] == page.keys[at] and page.credits[at] is None and title is not None and title < at:
        is_caption = at < page.extent.begin and 2 <= text.count(" ") < FEW_WORDS and ends_sentence(text)
        return Role.CAPTION if is_caption else None
    return Role.CAPTION if _credit_in_front(page, below, at) else None


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
    """That copy."""
    below = page.next_filled(at)
    return Role.DUPLICATE if below is not None and _credit_behind_copy(page, below) else None


def _credit_behind_copy(page: Page, at: int) -> int:
    """Where brackets begin behind the words of the line above; 0 where there are none, or nothing of the body below."""
    above, text = page.previous_filled(at), page.text(at)
    if above is None or not text.endswith((")", "]")) or not page.extent.begin < at < page.extent.end - 1:
        return 0
    start = len(page.text(above)) + 1
    fits = start > SHORTEST and 3 < len(text) - start <= LONGEST_CREDIT and text.startswith(f"{page.text(above)} ")
    return start if fits and text[start] in "([" and _bracket_at_end(text) == start else 0


def _credit_in_front(page: Page, at: int, above: int) -> int:
    """How long the credit is that stands before a copy of the line above; 0 where there is none."""
    text, caption = page.text(at), page.text(above)
    length = len(text) - len(caption)
    fits = len(caption) >= 2 * SHORTEST and 3 <= length <= LONGEST_CREDIT
    if not fits or page.datelines[at] is not None or not text.endswith(caption):
        return 0
    front = text[:length].rstrip()
    return 0 if ends_sentence(front) or front.endswith(("-", "–", "—")) else length  # `, Berlin - …`, once a dateline


def caption_twice_in_line(page: Page, at: int) -> Cuts | None:
    """Caption, credit and the caption once more, all on one line."""
    text, again = page.text(at), _begins_again(page.text(at))
    caption = len(text) - again
    if not again or not _is_caption_with_credit(page, text[:caption], text[caption:again].strip()):
        return None
    if caption >= again - 1:
        return (Cut(0, Role.CAPTION), Cut(again, Role.DUPLICATE))
    return (Cut(0, Role.CAPTION), Cut(caption + (text[caption] == " "), Role.CREDIT), Cut(again, Role.DUPLICATE))


def words_twice_in_line(page: Page, at: int) -> Cuts | None:
    """The same words at both ends of one line that is no caption nor like the article: a teaser's headline, a table."""
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
    return ("/" in rest and len(rest) > 2) or any(known.match(rest) for known in (page.known.photo_agency, page.known.brand))


def caption_with_credit(page: Page, at: int) -> Cuts | None:
    """A line that ends with a photo's credit: the words before it are the caption."""
    credit, closing = page.credits[at], page.closings[at]
    if credit is None or not credit.start or _inside_prose(page, at) or _is_sure_sentence(page, at):
        return None
    names_source = closing is not None and bool(closing.media) and at >= page.extent.begin
    if names_source or claims_rights(page.text(at), page.known):
        return None
    return (Cut(0, Role.CAPTION), Cut(credit.start, Role.CREDIT, credit_alone.__name__))


def caption_with_source(page: Page, at: int) -> Cuts | None:
    """A line between headline and body that ends with a name in brackets or behind a dash: a caption."""
    title, text, other = page.title_at, page.text(at), page.copies[at]
    if title is None or not title < at < page.extent.begin or (other is not None and page.keys[other] == page.keys[at]):
        return None
    start = max(0, len(text) - LONGEST_CREDIT)
    source = SOURCE_BEHIND_STOP.search(text, start) if text.endswith((")", "]")) else AGENCY_AT_END.search(text, start)
    if source is None or not (source.lastgroup is None or page.known.photo_agency.match(source["agency"])):
        return None
    return (Cut(0, Role.CAPTION), Cut(source.start(), Role.CREDIT))


def credit_in_front(page: Page, at: int) -> Cuts | None:
    """`KOMPAS.com/NAMA Warga menyeberangi sungai`: a credit in capitals and its caption; above the body it may be glued."""
    text = page.text(at)
    if "/" not in text[:LONGEST_CREDIT]:
        return None
    forms = (_IN_CAPITALS, _GLUED) if at < page.extent.begin else (_IN_CAPITALS,)
    ends = [owner.end() for names in (page.known.photo_agency, page.known.brand) if (owner := names.match(text))]
    person = next((found for end in ends for form in forms if (found := form.match(text, end))), None)
    if person is None or " " not in text[person.end() :]:
        return None
    return (Cut(0, Role.CREDIT, credit_alone.__name__), Cut(person.end(), Role.CAPTION))


def credit_alone(page: Page, at: int) -> Role | None:
    """A line that is only a photo's credit."""
    if _inside_prose(page, at):
        return None
    credit = page.credits[at]
    return Role.CREDIT if credit and credit.start == 0 else None


def _is_sure_sentence(page: Page, at: int) -> bool:
    """A sentence of the body may hold the words of a credit; behind the last one its reporter may stand in brackets."""
    text, credit, extent = page.text(at), page.credits[at], page.extent
    if page.liking.chances[at] < SURE:
        return False
    if extent.begin <= at < extent.end:
        return text.endswith(".")
    is_next = extent.begin < extent.end and page.next_filled(extent.end - 1) == at
    return is_next and credit is not None and text[credit.start] in "([" and text[: credit.start].endswith(". ")


def _inside_prose(page: Page, at: int) -> bool:
    """The last paragraph may end with an agency in brackets; a caption never begins with a dateline."""
    return page.datelines[at] is not None or at == page.extent.end - 1
