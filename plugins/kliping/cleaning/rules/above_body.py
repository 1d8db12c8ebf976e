"""What stands between headline and body, or above both: standfirst, key points, captions, links, remarks of the site.

Input: a page and a line's index. Output: a role, the cuts of a line that holds several, or None.
"""

from kliping.cleaning.cuts import Cut, Cuts
from kliping.cleaning.forms.shapes import (
    announces,
    bullet_length,
    ends_sentence,
    has_title_case,
    is_prose,
    lower_share,
    number_length,
)
from kliping.cleaning.overview.captions import is_of_picture
from kliping.cleaning.overview.copies import RUN_WORDS
from kliping.cleaning.page import Page
from kliping.cleaning.rules.top import headline_repeated
from kliping.model import Role

HEADLINE_WORDS = 4
"""No headline has fewer spaces."""
PHRASE_WORDS = 4
"""No standfirst that is no sentence has fewer spaces."""
BEGINNING = 0.85
"""The chance from which a sentence above the body is taken for its beginning rather than for a caption."""
SAYING_WORDS = 2
"""A line that says anything has no fewer spaces."""
CLAUSE = 0.5
"""The share of words in small letters from which a phrase is no heading."""
AGAIN, SHARED = 2, 0.4
"""So many longer words, and such a share of a line's, are the body's too where it says the line again."""


def line_repeated_above_body(page: Page, at: int) -> Role | None:
    """A line above the body that stands there twice, or again in the body; one with a number is of its contents."""
    if at >= page.extent.begin:
        return None
    text = page.text(at)
    in_body = page.keys[at] in page.repetition.body_keys and (text.count(" ") >= RUN_WORDS or number_length(text) > 0)
    return Role.DUPLICATE if in_body or page.copies[at] is not None else None


def standfirst(page: Page, at: int) -> Role | None:
    """The first line of words below the headline, before body and photos."""
    title = page.title_at
    if title is None or not title < at < page.extent.begin:
        return None
    if bullet_length(page.text(at)) or not (page.prose[at] or _sums_up(page, at)):
        return None
    if page.text(at).rpartition(" - ")[2].casefold() in page.known.brands:
        return None  # `Panen Raya di Lereng - HARIAN CONTOH`: what a picture is called
    if any(_says_something(page, one) for one in page.filled(title + 1, at)):
        return None
    return Role.CAPTION if page.has_no_standfirst else Role.STANDFIRST


def key_point(page: Page, at: int) -> Cuts | None:
    """A sentence with a bullet between headline and body, which sums the article up."""
    title, bullet = page.title_at, bullet_length(page.text(at))
    if title is None or not title < at < page.extent.begin or not bullet or not page.is_liked(at):
        return None
    return (Cut(0, Role.BOILERPLATE), Cut(bullet, Role.STANDFIRST)) if page.prose[at] else None


def bullet_above_body(page: Page, at: int) -> Role | None:
    """A headline with a bullet and no end mark between headline and body: a link to another story; else a button."""
    title, text = page.title_at, page.text(at)
    if title is None or not title < at < page.extent.begin or not bullet_length(text):
        return None
    if text.count(" ") < HEADLINE_WORDS or ends_sentence(text.rstrip("?!")) or page.prose[at] or page.credits[at]:
        return None
    return Role.SEE_ALSO if has_title_case(text[bullet_length(text) :]) else Role.BOILERPLATE


def caption_above_body(page: Page, at: int) -> Role | None:
    """Words above the body that the body says again, and that speak of a picture; where no standfirst is printed, any."""
    if not _stands_above_body(page, at):
        return None
    below_title = page.title_at is not None and at > page.title_at
    is_caption = (page.has_no_standfirst and below_title) or (_says_again(page, at) and is_of_picture(page, at))
    return Role.CAPTION if is_caption else None


def remark_above_body(page: Page, at: int) -> Role | None:
    """A sentence above the body that is neither headline nor standfirst nor caption: the site's own."""
    return Role.BOILERPLATE if at >= page.opening and _stands_above_body(page, at) else None


def fragment_above_headline(page: Page, at: int) -> Role | None:
    """A line without an end mark above the headline, or above a copy of it; a headline at the foot stands above nothing."""
    title = page.repetition.last_title_at
    if page.extent.has_dateline and at >= page.extent.begin:
        return None  # the article has begun, whatever line passes for its headline
    if title is None or not at < title < page.extent.end or page.prose[at] or ends_sentence(page.text(at).rstrip("?!")):
        return None
    return Role.BOILERPLATE


def _says_something(page: Page, at: int) -> bool:
    """False for dates, bylines, buttons and copies, which may stand between headline and standfirst."""
    if page.moments[at] or page.bylines[at] is not None or page.claims[at] or page.copies[at] is not None:
        return False
    return page.text(at).count(" ") >= SAYING_WORDS and headline_repeated(page, at) is None


def _sums_up(page: Page, at: int) -> bool:
    """A phrase in small letters, of words that the body says again: no button, section, byline or heading."""
    text = page.text(at)
    if text.count(" ") < PHRASE_WORDS or text.endswith(":") or lower_share(text) < CLAUSE:
        return False
    is_next = page.previous_filled(at) == page.title_at
    return _says_again(page, at) or (is_next and len(page.vocabulary(at) & page.body_words) == 1)


def _stands_above_body(page: Page, at: int) -> bool:
    """A sentence, or below the headline words of the body, that can hardly be the body's beginning."""
    if at >= page.extent.begin or page.text(at).count(" ") < PHRASE_WORDS or page.liking.chances[at] >= BEGINNING:
        return False
    if page.is_liked(at) and (announces(page.text(at)) or page.extent.begin == len(page)):
        return False  # `Berikut cara memasak nasi goreng:`; and where no body is found, nothing stands above it
    above_title = page.title_at is not None and at < page.title_at
    return is_prose(page.text(at)) or (not above_title and _shares_words(page, at))


def _says_again(page: Page, at: int) -> bool:
    return len(page.vocabulary(at) & page.body_words) >= AGAIN and _shares_words(page, at)


def _shares_words(page: Page, at: int) -> bool:
    words = page.vocabulary(at)
    return bool(words) and len(words & page.body_words) >= SHARED * len(words)
