"""Headline, date and byline, and copies of them."""

import re

from kliping.cleaning.cuts import Cut, Cuts
from kliping.cleaning.forms.moments import MomentLine
from kliping.cleaning.forms.shapes import ends_sentence, has_title_case, is_cut_short, is_prose
from kliping.cleaning.overview.opening import heads_first_part
from kliping.cleaning.page import Page
from kliping.cleaning.people.bare_names import is_above_headline, is_below_headline
from kliping.model import Role

PAGE_MARKER = "page_marker"
"""The languages' rule of pagers."""
SHORTEST_REST = 2
"""Spaces at least in a headline behind a medium's name; fewer words are a section."""
_TITLE_TAIL = re.compile(r"\s[-–—|]\s(?P<words>[^-–—|]{2,40})$")
SHORTEST_CUT, SHORTEST_TITLE = 8, 20
"""Characters of a beginning that repeats the headline, and of a headline that other words are glued to."""
LONGEST_GLUED = 300
"""No such words are longer."""


def headline(page: Page, at: int) -> Role | Cuts | None:
    """The line above the body that shares most with it and has a headline's form, without a site's name around it."""
    if at != page.title_at:
        return None
    text = page.text(at)
    start = _behind_medium(page, text)
    end = start + _without_site(page, text[start:])
    cuts = (Cut(0, Role.BOILERPLATE), Cut(start, Role.TITLE), Cut(end, Role.BOILERPLATE))
    kept = tuple(cut for cut, is_there in zip(cuts, (start > 0, True, end < len(text)), strict=True) if is_there)
    return kept if len(kept) > 1 else Role.TITLE


def _behind_medium(page: Page, text: str) -> int:
    """How long `THE VERGE | ` is before a headline of three words and more; 0 where no medium's name stands there."""
    name, bar, rest = text.partition(" | ")
    return len(name) + len(bar) if rest.count(" ") >= SHORTEST_REST and _is_medium(page, name) else 0


def _is_medium(page: Page, name: str) -> bool:
    """Whether the words are the name of an outlet or of a medium that is listed."""
    name = name.casefold()
    return name in page.known.brands or name in page.known.sources.listed_media


def _without_site(page: Page, text: str) -> int:
    """The length of a headline without what only a page's title has: `- Harian Contoh`, its own outlet, or `– Halaman 2`.

    Behind a bar any medium is the site's: `| The Verge`.
    """
    tail = _TITLE_TAIL.search(text)
    if tail is None:
        return len(text)
    words = tail["words"]
    phrase = page.known.general.find(words)
    is_marker = phrase is not None and phrase.rule.id == PAGE_MARKER
    is_own = page.outlet is not None and page.known.brands.get(words.casefold()) == page.outlet
    is_site = is_own or (tail[0].startswith(" | ") and _is_medium(page, words))
    return _without_site(page, text[: tail.start()]) if is_marker or is_site else len(text)


def headline_repeated(page: Page, at: int) -> Role | None:
    """The headline again above the body, whole or cut short with dots."""
    title = page.title_at
    if title is None or at == title:
        return None
    key, whole = page.keys[at], page.keys[title]
    if at > page.extent.begin and key == whole and ends_sentence(page.text(at)) and not ends_sentence(page.text(title)):
        return None  # `“Kami tidak takut.”` below `Kami Tidak Takut`: the very words that the headline has
    if key == whole or key in {f"{word} {whole}" for word in page.known.enlarge_words}:
        return Role.DUPLICATE
    if at >= page.extent.begin:
        return None
    cut_short = is_cut_short(page.text(at)) and len(key) > SHORTEST_CUT and whole.startswith(key)
    return Role.DUPLICATE if cut_short else None


def headline_with_credit(page: Page, at: int) -> Cuts | None:
    """The headline again with a photo's credit or caption glued to it."""
    title = page.title_at
    if title is None or at == title:
        return None
    text, whole = page.text(at), page.text(title)
    if (
        len(whole) < SHORTEST_TITLE
        or not text.startswith(whole)
        or len(text) == len(whole)
        or len(text) > len(whole) + LONGEST_GLUED
    ):
        return None
    start = len(whole) + (text[len(whole)] == " ")
    credit = page.credits[at]
    rest = text[start:]
    speaks_of_picture = page.known.captions.word.search(rest) is not None
    is_glued = start == len(whole)
    goes_on = rest[:1].islower() or not (is_glued or has_title_case(whole) or credit or speaks_of_picture)
    if goes_on and ends_sentence(rest):
        return None  # a sentence that begins with the words of the headline, which is written as sentences are
    if " " not in rest or (credit and credit.start <= start):
        return (Cut(0, Role.DUPLICATE), Cut(start, Role.CREDIT))
    if credit and credit.start > start:
        return (Cut(0, Role.DUPLICATE), Cut(start, Role.CAPTION), Cut(credit.start, Role.CREDIT))
    if not is_prose(rest):
        return (Cut(0, Role.DUPLICATE), Cut(start, Role.CAPTION if speaks_of_picture else Role.BOILERPLATE))
    return (Cut(0, Role.DUPLICATE), Cut(start, Role.STANDFIRST)) if at < page.extent.begin else None


def date_line(page: Page, at: int) -> Role | Cuts | None:
    """A line beside the headline that holds the day of publication."""
    moment = page.own_dates.get(at)
    return _date_and_byline(page, at, moment) if moment else None


def date_of_another_story(page: Page, at: int) -> Role | None:
    """A line that is nothing but a date, and far from the headline: of the visit, or of a story in a list."""
    moment, claim = page.moments[at], page.claims[at]
    if moment is None or page.extent.begin <= at < page.extent.end:
        return None
    if claim and claim.rule.names_publisher:
        return None  # `Published in Dawn, March 4th, 2030`: the outlet says it of this story
    in_schedule = at >= page.extent.end and not moment.has_clock and page.is_liked(at)
    return None if in_schedule else Role.BOILERPLATE


def numbered_part_at_begin(page: Page, at: int) -> Role | None:
    """A heading with a number right above the first sentence, as the later pages of a list of things begin."""
    return Role.HEADING if heads_first_part(page, at) else None


def name_beside_date(page: Page, at: int) -> Role | None:
    """A name alone on a line beside the date line, a label or another name."""
    above = page.previous_filled(at)
    labelled = above is not None and page.bylines[above] == () and above in page.own_bylines
    in_body = page.extent.begin <= at < page.extent.end and not is_below_headline(page, at)
    is_above = page.title_at is not None and at < page.title_at and not is_above_headline(page, at)
    if (in_body and not labelled) or is_above:
        return None
    if _is_above_source(page, at):
        return None  # whom a picture shows, above `Sumber :` and its photographer
    credit = page.credits[at]
    if credit and ("/" in page.text(at) or (credit.start and page.known.photo_label.match(page.text(at), credit.start))):
        return None
    return Role.BYLINE if page.bare_names[at] else None


def _is_above_source(page: Page, at: int) -> bool:
    """Whether the label of a source is alone on the next line."""
    below = page.next_filled(at)
    return below is not None and page.known.sources.label.fullmatch(page.text(below)) is not None


def byline(page: Page, at: int) -> Role | None:
    """A line that is nothing but who made the piece."""
    if page.bylines[at] is None or page.prose[at] or (page.credits[at] and at < page.extent.begin):
        return None
    return Role.BYLINE if at in page.own_bylines else None


def byline_of_another_story(page: Page, at: int) -> Role | None:
    """A byline outside the article, as lists of stories print them."""
    inside = page.extent.begin <= at < page.extent.end
    return Role.BOILERPLATE if page.bylines[at] is not None and not inside and not page.prose[at] else None


def _date_and_byline(page: Page, at: int, moment: MomentLine) -> Role | Cuts:
    text = page.text(at)
    first = moment.published or moment.updated or moment.refused
    if not moment.authors or first is None:
        return Role.PUBLISHED
    where = text.find(moment.authors[0].name)
    if where < first.start:
        return (Cut(0, Role.BYLINE), Cut(_label_start(text, where, first.start, page), Role.PUBLISHED))
    return (Cut(0, Role.PUBLISHED), Cut(first.end, Role.BYLINE))


def _label_start(text: str, named: int, date_start: int, page: Page) -> int:
    """Where the part about the date begins: at its label, if that stands behind the name."""
    labels = [label.start() for label in page.known.days.label.finditer(text[:date_start], named)]
    return labels[-1] if labels else date_start
