"""Captions of photos and their credits."""

import re

from kliping.cleaning.cuts import Cut, Cuts
from kliping.cleaning.forms.credits import claims_rights
from kliping.cleaning.forms.shapes import announces, ends_sentence, has_title_case
from kliping.cleaning.overview.captions import is_caption_below_credit, is_caption_below_label
from kliping.cleaning.page import Page
from kliping.model import Role

SOURCE_BEHIND_STOP = re.compile(
    r"(?<=[.!?”\"] )[(\[](?=[^\W\d_])(?:[^()\[\]\d]{0,30}[^\W\d_A-Z][^()\[\]\d]{0,30}|[A-Z]{2,6} [^()\[\]\d]{2,30})[)\]]$"
    r"|(?<=\S )[(\[][^\W\d_][^()\[\]\d]{1,30}[/:] ?[^\W\d_][^()\[\]\d]{1,30}[)\]]$"
)
"""`… sungai. (Allkpop)`, `… sungai. (AA Photo)`, `… sungai [Nama/Media]`; an abbreviation in capitals is none."""
AGENCY_AT_END = re.compile(r"(?:(?<=[.!?”\"] )[-–—]{1,2} ?|(?<=[^\W\d_])/(?=\w+-))(?P<agency>[^\W\d_][\w /.-]{1,40})$")
"""`… sungai. — AFP`, `… sungai/Antara-Nama Nama`."""
BETWEEN_HYPHENS = re.compile(r"(?<=[^\s-]) ?-(?:[^-–—]{0,40}[^-–—\s])? ?-$")
"""`… di jembatan-Nama Nama-`, `… di jembatan--`."""
_IN_CAPITALS = re.compile(r"\s?/\s?(?:[A-Z][A-Z.'’-]+ ){1,4}(?=[A-Z][a-z])")
_PRICE = re.compile(r"(?:[$€£]|Rp\.? ?)\d")
"""How a shop's offer begins, above the picture of what it sells."""
SENTENCE = 0.75
"""The chance from which a line with a credit is taken for a sentence of the body."""
LONGEST_CREDIT = 60
"""What tells a photo's maker is no longer."""


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
    """The line below a photo's credit, if the outlet prints captions there, or the credit has a slash and no bracket."""
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


def caption_that_tells(page: Page, at: int) -> Cuts | None:
    """A caption of a gallery, whose sentences are the article; its credit leaves."""
    credit = page.credits[at]
    if credit is None or not credit.start or not page.is_gallery:
        return None
    return (Cut(0, Role.BODY), Cut(credit.start, Role.CREDIT, credit_alone.__name__))


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
    if text.endswith("-"):
        source = BETWEEN_HYPHENS.search(text, start)
    else:
        source = SOURCE_BEHIND_STOP.search(text, start) if text.endswith((")", "]")) else AGENCY_AT_END.search(text, start)
    if source is None or not (source.lastgroup is None or page.known.photo_agency.match(source["agency"])):
        return None
    return (Cut(0, Role.CAPTION), Cut(source.start(), Role.CREDIT))


def credit_in_front(page: Page, at: int) -> Cuts | None:
    """`KOMPAS.com/NAMA Warga menyeberangi sungai`: a credit in capitals and its caption; above the body it may be glued."""
    text = page.text(at)
    if "/" not in text[:LONGEST_CREDIT]:
        return None
    forms = (_IN_CAPITALS, page.known.captions.credit_in_front) if at < page.extent.begin else (_IN_CAPITALS,)
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
    if page.liking.chances[at] < SENTENCE:
        return False
    if extent.begin <= at < extent.end:
        return text.endswith(".")
    is_next = extent.begin < extent.end and page.next_filled(extent.end - 1) == at
    return is_next and credit is not None and text[credit.start] in "([" and text[: credit.start].endswith(". ")


def _inside_prose(page: Page, at: int) -> bool:
    """The last paragraph may end with an agency in brackets; a caption never begins with a dateline."""
    return page.datelines[at] is not None or at == page.extent.end - 1
