"""What stands in the body: headings, lists, copies, and running text, which is kept when in doubt."""

from kliping.cleaning.forms.shapes import (
    bullet_length,
    ends_sentence,
    has_title_case,
    is_cut_short,
    is_running_text,
    number_length,
)
from kliping.cleaning.overview.opening import find_sentence_below_brand
from kliping.cleaning.page import Page
from kliping.cleaning.rules.top import PAGE_MARKER
from kliping.model import Role

COPIES = 3
"""What stands on a page more often is a refrain, such as an interviewer's question, and no copy."""
CLOSING_QUOTES = "\"'”’» "
HEADING_WORDS = 14
"""No heading is longer."""
HEADING_REACH = 4
"""A photo or a link may stand between a numbered heading and its text."""
HEADLINE_WORDS = 5
"""No headline is shorter."""
BEGINNING_WORDS = 8
"""Spaces in the beginning of an article."""
LINK_WORDS = 7
"""A shorter line with a bullet may be an entry of a list."""
SUBHEAD_WORDS = 7
"""Above a file's first paragraph a longer line may be a paragraph itself."""


def paragraph_repeated(page: Page, at: int) -> Role | None:
    """A paragraph that already stood in the body, or a part of one by itself, which below the headline sums it up."""
    other, text = page.copies[at], page.sentence(at)
    if other is None or not is_running_text(text) or not page.extent.begin <= other < page.extent.tail:
        return None
    if not ends_sentence(page.text(other)) and (other >= page.extent.end or ends_sentence(text)):
        return None  # a teaser of this very article below it, cut short, or a heading out of this sentence's words
    if not page.is_liked(other):
        return None
    if at == page.extent.begin and at != 0 and page.previous_filled(at) == page.title_at:
        return Role.STANDFIRST
    is_refrain = text.rstrip(CLOSING_QUOTES).endswith("?") or page.repetition.counts[page.keys[at]] > COPIES
    return None if is_refrain else Role.DUPLICATE


def beginning_cut_short(page: Page, at: int) -> Role | None:
    """A dateline and words without an end below the last sentence, and the headline above them.

    It is the article's beginning, which every page repeats, or that of another story.
    """
    if at <= page.extent.begin:
        return None
    below = page.next_filled(at)
    heads_other = below is not None and _breaks_off(page, below) and _could_head(page, at)
    return Role.BOILERPLATE if heads_other or _breaks_off(page, at) else None


def _could_head(page: Page, at: int) -> bool:
    return page.closings[at] is None and not page.prose[at] and has_title_case(page.text(at))


def _breaks_off(page: Page, at: int) -> bool:
    below, text = page.next_filled(at), page.text(at)
    if page.datelines[at] is None or (below is not None and not page.is_known(below)):
        return False
    return text.count(" ") >= BEGINNING_WORDS and (text[-1].isalnum() or is_cut_short(text))


def headline_twice_in_a_row(page: Page, at: int) -> Role | None:
    """A headline below the last sentence that stands again on the next line, as a video's title and its link do."""
    below, text = page.next_filled(at), page.text(at)
    if at < page.extent.end or below is None or page.keys[below] != page.keys[at]:
        return None
    long_enough = text.count(" ") >= HEADLINE_WORDS and not ends_sentence(text.rstrip("?!"))
    return Role.BOILERPLATE if long_enough and has_title_case(text) else None


def headline_with_bullet_below_body(page: Page, at: int) -> Role | None:
    """A headline with a bullet, beside another line with one, below the article's last sentence: a link."""
    text = page.text(at)
    words = text[bullet_length(text) :]
    if at < page.extent.end or words == text or page.liking.is_announced(at) or ends_sentence(text.rstrip("?!0123456789 ")):
        return None
    is_headline = words.count(" ") >= LINK_WORDS and "- " not in words and not words.endswith("?") and has_title_case(words)
    return Role.SEE_ALSO if is_headline and _neighbour_is_item(page, at) else None


def heading_of_page(page: Page, at: int) -> Role | None:
    """A heading right below the mark of a page's number (`2 dari 3 halaman`)."""
    above = page.previous_filled(at)
    claim = None if above is None else page.claims[above]
    is_marked = claim is not None and claim.rule.id == PAGE_MARKER and page.extent.begin < at
    return Role.HEADING if is_marked and _could_be_heading(page, at) else None


def unlike_the_article(page: Page, at: int) -> Role | None:
    """A line whose looks, words and neighbours are not those of the article: see `linemodel`."""
    if at == page.extent.begin or at < min(page.extent.begin, page.opening) or _is_signed_end(page, at):
        return None
    return Role.BOILERPLATE if not page.is_liked(at) or _heads_file(page, at) else None


def _is_signed_end(page: Page, at: int) -> bool:
    """`Apa pendapatmu? (abc)` right below the body: its last sentence, with the writer's mark behind it."""
    closing, above = page.closings[at], page.previous_filled(at)
    is_behind = closing is not None and closing.start > 0 and bool(closing.authors)
    return is_behind and above is not None and above < page.extent.end <= at


def headline_between_paragraphs(page: Page, at: int) -> Role | None:
    """A headline without an end mark between paragraphs, where the outlet prints other stories' headlines there."""
    text = page.text(at)[bullet_length(page.text(at)) :]
    if not page.mixes_headlines or not _is_inside(page, at) or (page.prose[at] and ends_sentence(text)):
        return None
    if page.liking.is_likely(at):
        return None  # an entry of a list, or a subhead
    long_enough = text.count(" ") >= HEADLINE_WORDS and not ends_sentence(text.rstrip("?!"))
    return Role.SEE_ALSO if long_enough and has_title_case(text) and not number_length(text) else None


def _is_inside(page: Page, at: int) -> bool:
    """Between two paragraphs, or between the outlet's name and the first sentence behind it."""
    first = find_sentence_below_brand(page)
    is_cut_off = first is not None and page.next_filled(at) == first
    return is_cut_off or page.extent.begin < at < page.extent.end


def numbered_heading(page: Page, at: int) -> Role | None:
    """A short line that begins with a number, has no end mark and stands above running text."""
    if not number_length(page.text(at)) or not _has_heading_form(page, at):
        return None
    below = at
    for _ in range(HEADING_REACH):
        following = page.next_filled(below)
        if following is None or number_length(page.text(following)):
            return None
        if page.prose[following]:
            return Role.HEADING
        below = following
    return None


def list_item(page: Page, at: int) -> Role | None:
    """A line that begins with a bullet or a number."""
    text = page.text(at)
    if text.startswith(("-", "–", "—")) and not _neighbour_is_item(page, at):
        return None
    return Role.LIST if bullet_length(text) or number_length(text) else None


def short_heading(page: Page, at: int) -> Role | None:
    """A short line without an end mark between paragraphs."""
    if page.previous_filled(at) is None or at <= page.extent.begin:
        return None
    return Role.HEADING if _could_be_heading(page, at) else None


def sentence_in_body(page: Page, at: int) -> Role:
    """Everything else: the words of the article."""
    return Role.BODY


def _heads_file(page: Page, at: int) -> bool:
    """The first line of a file, short, without an end mark and above the first paragraph, is no part of the body."""
    text, begin = page.text(at), page.extent.begin
    is_first = at < begin < len(page) and page.previous_filled(at) is None
    return is_first and text.count(" ") < SUBHEAD_WORDS and not ends_sentence(text)


def _has_heading_form(page: Page, at: int) -> bool:
    text, closing = page.text(at), page.closings[at]
    if text.count(" ") >= HEADING_WORDS or (ends_sentence(text) and not text.endswith(("?", "!"))):
        return False
    if closing is not None and closing.start:
        return False  # `… setelah hujan reda. (bt/contoh)`
    is_signature = text.startswith("—")  # `— Nama (@nama) March 4, 2030` below a quoted post
    return not (is_signature or text.endswith((",", ";", ":")) or text[:1].islower()) and at < page.extent.end


def _could_be_heading(page: Page, at: int) -> bool:
    if at in page.works or not _has_heading_form(page, at) or (at + 1 < len(page) and page.text(at + 1)[:1].islower()):
        return False  # a line of a paragraph broken at its margin goes on below
    below = page.next_filled(at)
    while below is not None and (page.is_known(below) or page.credits[below] or page.copies[below] is not None):
        below = page.next_filled(below)
    return below is not None and below < page.extent.end and page.prose[below]


def _neighbour_is_item(page: Page, at: int) -> bool:
    near = (page.previous_filled(at), page.next_filled(at))
    return any(one is not None and bullet_length(page.text(one)) for one in near)
