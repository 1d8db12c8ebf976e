"""Which line is the headline.

Input: a page. Output: the line's index, or None: a first sentence is never made a headline.
"""

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from kliping.cleaning.forms.names import read_bare_names
from kliping.cleaning.forms.shapes import ends_sentence, has_title_case, is_running_text, number_length, opens_quote
from kliping.cleaning.lexicon.hints import SOURCE
from kliping.cleaning.overview.headline_points import MOST_BY_THE_REST, SIGN_REACH, HeadlinePoints
from kliping.cleaning.overview.opening import heads_first_part
from kliping.cleaning.words import bare_words

if TYPE_CHECKING:
    from kliping.cleaning.page import Page

LONGEST = 220
"""Characters of the longest headline."""
MOST_WORDS = 31
"""A longer line is no headline."""
CLOCKED = 80
"""Characters of a line that tells a time of day and little else: `Updated Nov 19, 9:41 AM; posted Nov 18, 8:19 PM`."""
CLOCK_WORDS = 6
"""Spaces before a time of day behind which it is a headline's: `SMA Sepi Siswa di Tengah Aturan Masuk 06.30 WIB`."""
LISTED = ("* ", "+ ", "o ", "![")
"""Signs before the entries of menus and lists, and before a picture in Markdown."""
NAMED_SITE = 3
"""Spaces in a headline behind which the site's name may stand; a shorter one may be a section's name."""
SAME_HEAD = 5
"""Lines between two copies of a headline that stand at one head, where the first is meant; farther ones are in lists."""
INSIDE = 40
"""Lines from the beginning of the body on, where a menu's sentences or captions were taken for it."""
ENOUGH = 2.5
"""A line with fewer points is no headline."""
SENTENCE_WORDS = 12
"""Spaces in a line of the body with a full stop behind it from which on it is no headline."""
TOPIC_WORDS = 5
"""No topic above a headline has more words, where these stand in another order in it."""
BESIDE = ("link", "aside")
"""Elements of lines that stand beside the article."""


def find_title(page: "Page") -> int | None:
    """The line with the most points; of several copies at the same head, the first."""
    begin = page.extent.begin
    if begin >= len(page):
        return None
    stated = _stated_title(page)
    if stated is not None:
        return stated
    filled = [*page.filled(0, begin), *islice(page.filled(begin, page.extent.tail), INSIDE)]
    may_be = [_may_be_title(page, at) for at in filled]
    points = HeadlinePoints(page, filled, may_be)
    best = _best_rated(page, filled, list(_candidates(page, filled, may_be, points)), points)
    if best is None:
        return None
    return filled[_copy_without_site(page, filled, may_be, _first_of_copies(page, filled, may_be, best))]


def _best_rated(page: "Page", filled: list[int], candidates: list[int], points: HeadlinePoints) -> int | None:
    """The line with the most points, the first of several; lines that cannot win any more are not fully rated."""
    by_itself = {place: points.by_itself(place) for place in candidates}
    best, most = None, ENOUGH
    for place in sorted(candidates, key=by_itself.__getitem__, reverse=True):
        if by_itself[place] + MOST_BY_THE_REST <= most:
            break
        rest = points.by_the_rest(place)
        if by_itself[place] + rest <= most:
            continue
        score = by_itself[place] + (rest + points.for_names(place))
        if score > most and not (_repeats_line_above(page, filled, place) or _is_topic_above(page, filled, place)):
            best, most = place, score
    return best


def _candidates(page: "Page", filled: list[int], may_be: list[bool], points: HeadlinePoints) -> Iterator[int]:
    """The lines that can be the headline; inside the body no numbered item, and a sentence only if it is set apart."""
    for place, at in enumerate(filled):
        if at < page.extent.begin:
            is_headline = may_be[place] and not (heads_first_part(page, at) or _begins_story(page, place, at, points))
            is_headline = is_headline or _is_signed_sentence(page, place, at, points)
        else:
            is_other = number_length(page.text(at)) or _is_long_sentence(page.text(at))
            is_headline = may_be[place] and not is_other and not _is_bare_sentence(page, place, at, points, reach=1)
            is_headline = is_headline and not _goes_on(page, at, points, place)
            is_headline = is_headline and (not page.prose[at] or _is_set_apart(page, place, at, points))
        if is_headline:
            yield place


def _is_bare_sentence(page: "Page", place: int, at: int, points: HeadlinePoints, reach: int = SIGN_REACH) -> bool:
    """`Jalan itu kini sudah bisa dilewati.`: a sentence with its full stop, which nothing below signs."""
    text = page.text(at)
    is_told = text.endswith(".") and is_running_text(text) and not has_title_case(text)
    return is_told and not points.is_signed(place, reach)


def _is_long_sentence(text: str) -> bool:
    """`Hadir dalam rapat itu Kepala Desa Nama, Camat Nama, … .`: names with a full stop, in the body."""
    return text.endswith(".") and text.count(" ") >= SENTENCE_WORDS


def _is_signed_sentence(page: "Page", place: int, at: int, points: HeadlinePoints) -> bool:
    """Whether a sentence above the body, unlike the article's, stands above a date or a byline, as some headlines do."""
    is_like_body = page.datelines[at] is not None or page.liking.is_likely(at)
    return not is_like_body and points.is_signed(place, SIGN_REACH) and _is_no_other(page, at)


def _begins_story(page: "Page", place: int, at: int, points: HeadlinePoints) -> bool:
    """`Tak ada yang datang.`: a file's first line, if it is a bare sentence, or as short as this above running text."""
    text, below = page.text(at), page.next_filled(at)
    if place or not text.endswith("."):
        return False
    is_short = below is not None and page.prose[below] and text[-2:-1].islower() and not has_title_case(text)
    return _is_bare_sentence(page, place, at, points) or (is_short and not points.is_signed(place, SIGN_REACH))


def _goes_on(page: "Page", at: int, points: HeadlinePoints, place: int) -> bool:
    """Whether a file begins with a sentence of the body, and an unsigned line below is just as like the body."""
    begins = next(page.filled(0, len(page)), None) == page.extent.begin and page.prose[page.extent.begin]
    return begins and place > 0 and page.liking.is_sure(at) and not points.is_signed(place)


def _is_set_apart(page: "Page", place: int, at: int, points: HeadlinePoints) -> bool:
    """Whether a longer question or quotation is a headline, though it stands inside the body.

    It is if a date or a byline stands below it, a date above it, or it is the file's first line and in title case.
    """
    return points.is_signed(place) or points.is_below_date(place) or (not place and has_title_case(page.text(at)))


def _first_of_copies(page: "Page", filled: list[int], may_be: list[bool], best: int) -> int:
    """The first line of the same head that says the same."""
    key = page.keys[filled[best]]
    near = range(max(0, best - SAME_HEAD), best)
    return next((place for place in near if may_be[place] and page.keys[filled[place]] == key), best)


def _copy_without_site(page: "Page", filled: list[int], may_be: list[bool], best: int) -> int:
    """The line near it that says the same without the site’s name: `Panen Raya - Contoh`, `Panen Raya`."""
    head, dash, _ = page.text(filled[best]).rpartition(" - ")
    if not dash or head.count(" ") < NAMED_SITE:
        return best
    key, near = bare_words(head), range(max(0, best - SAME_HEAD), min(len(filled), best + SAME_HEAD + 1))
    return next((place for place in near if may_be[place] and page.keys[filled[place]] == key), best)


def _stated_title(page: "Page") -> int | None:
    """The first line that says what the markup states as the headline, with or without the site's name behind it.

    Links in boxes and menus may say the same: they come last.
    """
    lines = sorted(page.filled(0, len(page)), key=lambda at: page.element(at) in BESIDE) if page.stated_titles else ()
    for stated in page.stated_titles:
        key = bare_words(stated)
        for at in lines if key.count(" ") >= 1 else ():
            is_without_site = page.keys[at].count(" ") >= NAMED_SITE and key.startswith(f"{page.keys[at]} ")
            if page.keys[at] == key or is_without_site:
                return None if page.prose[at] and page.element(at) == "paragraph" else at
    return None


def _repeats_line_above(page: "Page", filled: list[int], place: int) -> bool:
    """A line that begins with the words of a headline right above it is the standfirst, unless it is a headline itself."""
    if not place or not _may_be_title(page, filled[place - 1]) or _is_topic_above(page, filled, place - 1):
        return False
    return page.keys[filled[place]].startswith(f"{page.keys[filled[place - 1]]} ")


def _is_topic_above(page: "Page", filled: list[int], place: int) -> bool:
    """`Banjir di Kota Melati` above `Banjir di Kota Melati Surut, Warga Pulang ke Rumah`: what the headline is about.

    Or, where the outlet prints topics there, above `Warga Pulang, Banjir di Kota Melati Surut`, with most of its words.
    """
    if place + 1 == len(filled):
        return False
    below = page.text(filled[place + 1])
    topic, whole = page.keys[filled[place]].split(" "), page.keys[filled[place + 1]].split(" ")
    again = sum(word in whole for word in topic)
    prints_topics = page.has_layout(lambda layout: layout.topic_above_headline)
    says_again = prints_topics and len(topic) <= TOPIC_WORDS and 2 * len(topic) <= len(whole) and 4 * again >= 3 * len(topic)
    begins = says_again or (whole[: len(topic)] == topic != whole)
    return begins and not ends_sentence(below) and has_title_case(below) and _may_be_title(page, filled[place + 1])


def _names_writer(page: "Page", at: int) -> bool:
    """A first name and a surname above the day of publication, in no line of the body."""
    text, below = page.text(at), page.next_filled(at)
    if text.count(" ") != 1 or below is None or page.moments[below] is None or page.vocabulary(at) & page.body_words:
        return False
    return bool(read_bare_names(text, page.known))


def _is_quoted_below(page: "Page", at: int) -> bool:
    """A quotation whose words stand in a longer line of the body is a pull quote, no headline."""
    other = page.copies[at]
    return opens_quote(page.text(at)) and other is not None and other >= page.extent.begin


def _tells_day(page: "Page", at: int) -> bool:
    """`Village News 22 December 2030 Updated: 2 January 2031`, `Posted on March 4, 2030 by nama`: when it was made."""
    said = page.head_dates.said(at) if len(page.text(at)) <= CLOCKED else None
    return said is not None and (said.updated is not None or (said.is_labelled and said.published is not None))


def _may_be_title(page: "Page", at: int) -> bool:
    return not (page.prose[at] and page.text(at).endswith(".")) and _is_no_other(page, at)


def _is_no_other(page: "Page", at: int) -> bool:
    """Whether nothing in a line tells that it is another part of the page."""
    return not (_is_known_as_other(page, at) or _has_form_of_other(page, at) or _is_part_of_sentence(page, at))


def _is_known_as_other(page: "Page", at: int) -> bool:
    """Whether the page knows a line as a caption, a day, a byline, a dateline, a copy, or by a data file."""
    if page.claims[at] or page.moments[at] or page.bylines[at] is not None or page.credits[at] is not None:
        return True
    dateline, begin = page.datelines[at], page.extent.begin
    if (dateline and dateline.outlet) or (page.prose[at] and at != begin and page.keys[at] == page.keys[begin]):
        return True
    if page.element(at) == "caption" or _tells_day(page, at) or _names_writer(page, at) or _is_quoted_below(page, at):
        return True
    source = page.known.sources.label.match(page.text(at)) if page.hints[at] & SOURCE else None
    return source is not None and ":" in source[0]


def _has_form_of_other(page: "Page", at: int) -> bool:
    """Whether a line is too short or too long, tells a time of day, or has the signs of a list, a remark or a label."""
    text = page.text(at)
    if len(text) > LONGEST or not 1 <= text.count(" ") < MOST_WORDS:
        return True
    clock = page.known.dates.clock_told.search(text) if len(text) <= CLOCKED else None
    if clock and text[: clock.start()].count(" ") <= CLOCK_WORDS:
        return True
    in_brackets = text[0] == "(" and text[-1] == ")"
    return in_brackets or text.startswith((*LISTED, "...", "…")) or text.endswith((",", ";", ":", "|", ")."))


def _is_part_of_sentence(page: "Page", at: int) -> bool:
    """Whether a line is the last sentence with its mark, or of a paragraph that is broken at its margin."""
    closing = page.closings[at]
    if closing is not None and closing.start > 0:
        return True
    goes_on_below = page.text(at)[0].islower() and at + 1 < len(page) and page.text(at + 1)[:1].islower()
    return goes_on_below or (at > 0 and page.text(at - 1).endswith(","))
