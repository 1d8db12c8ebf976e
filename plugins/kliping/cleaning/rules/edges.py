"""What is glued to the beginning, the inside or the end of a paragraph."""

import re

from kliping.cleaning.cuts import Cut
from kliping.cleaning.forms.imprints import links_start
from kliping.cleaning.overview.opening import find_dateline, find_sentence_below_brand
from kliping.cleaning.page import Page
from kliping.model import Role

DASHES = " -–—:"
"""What stands between such a label and the sentence."""
ANY_DASH = ("-", "–", "—")
_DASH = re.compile(r"(?:--|[-–—])\s(?=[“\"]?[^\W\d_a-z])")


def paid_label_before_dash(page: Page, at: int) -> Cut | None:
    """`INFO BISNIS – `: before the first sentence of the body, the label of a piece that somebody paid for."""
    dateline = page.datelines[at] if at == page.extent.begin else None
    if dateline is None or dateline.cue.rstrip(DASHES).casefold() not in page.known.paid_labels:
        return None
    return Cut(dateline.end, Role.DISCLAIMER)


def lead_before_dateline(page: Page, at: int) -> Cut | None:
    """The standfirst on the line of the first sentence, before its dateline."""
    dateline = page.datelines[at] if at == page.extent.begin else None
    return Cut(dateline.start, Role.STANDFIRST) if dateline and dateline.start else None


def dateline_before_dash(page: Page, at: int) -> Cut | None:
    """Place and outlet before the first sentence of the body."""
    if at != page.extent.begin:
        return None
    dateline = find_dateline(page, at)
    return Cut(dateline.end, Role.DATELINE) if dateline else None


def dash_below_dateline(page: Page, at: int) -> Cut | None:
    """`- Warga …` below `JAKARTA, KOMPAS.com` or `VIVAnews` alone on its line: the dash that a link left there."""
    dash = _DASH.match(page.text(at))
    if dash is None or not (_is_below_dateline(page, at) or at == find_sentence_below_brand(page)):
        return None
    return Cut(dash.end(), Role.DATELINE)


def _is_below_dateline(page: Page, at: int) -> bool:
    """Whether the line above is a whole dateline that lacks its dash."""
    begin = page.extent.begin
    if at <= begin or page.previous_filled(at) != begin:
        return False
    dateline = page.datelines[begin]
    return dateline is not None and dateline.end == len(page.text(begin)) and not dateline.cue.endswith(ANY_DASH)


def mark_after_last_sentence(page: Page, at: int) -> Cut | None:
    """Initials, agencies, codes or a reporter's name in brackets glued to the last paragraph."""
    closing, is_last = page.closings[at], at >= page.extent.end - 1
    if closing is None:
        credit = page.credits[at] if is_last and not page.text(at).endswith(".") else None  # `… naik (Reuters).`
        return Cut(credit.start, Role.SIGNOFF) if credit and credit.start and page.text(at)[credit.start] in "([" else None
    if not closing.start or not (is_last or closing.is_sure):
        return None
    return Cut(closing.start, Role.SOURCE if closing.media else Role.SIGNOFF)


def copyright_after_last_sentence(page: Page, at: int) -> Cut | None:
    """`… kata dia. Editor: Nama Copyright © Harian Contoh 2030 …`: the copyright line behind the last sentence."""
    imprint = page.imprints[at] if at >= page.extent.end - 1 else None
    return Cut(imprint.notice, Role.BOILERPLATE) if imprint else None


def links_after_last_sentence(page: Page, at: int) -> Cut | None:
    """`… kata dia. Baca juga: … Editor: Nama Copyright © …`: the links between the last sentence and the imprint."""
    imprint, closing = page.imprints[at] if at >= page.extent.end - 1 else None, page.closings[at]
    if imprint is None:
        return None
    start = links_start(page.text(at), closing.start if closing else imprint.notice, page.known)
    return Cut(start, Role.SEE_ALSO) if start else None


def see_also_in_brackets(page: Page, at: int) -> tuple[int, int] | None:
    """A bracket in or below a paragraph's sentences that points to another story: only the bracket leaves."""
    return page.pointer(at)
