"""Lines that give themselves away, whatever stands around them."""

import re

from kliping.cleaning.cuts import Cut, Cuts
from kliping.cleaning.domains import END
from kliping.cleaning.lexicon.hints import BRAND
from kliping.cleaning.overview.opening import place_alone
from kliping.cleaning.page import Page
from kliping.model import Role

SHORT = 60
"""Names of outlets alone on a line are shorter."""
_COUNTER = re.compile(r"\d{1,3}/\d{1,3}|[\d:]{4,8}[.,]\d{3} --> [\d:]{4,8}[.,]\d{3}.{0,40}")
"""`3/12` above a picture, `00:00:01,000 --> 00:00:04,000`"""
_BARS = re.compile(r"\s*[|•·]\s*")
_DOMAIN = re.compile(rf"(?:[\w-]{{1,30}}\.){{1,3}}(?:{END})", re.IGNORECASE)


def empty_line(page: Page, at: int) -> Role | None:
    """A line without a visible character."""
    return Role.BLANK if not page.text(at) else None


def code_alone(page: Page, at: int) -> Role | None:
    """A line of a program, a style or markup."""
    return Role.BOILERPLATE if at in page.code else None


def names_in_a_row(page: Page, at: int) -> Role | None:
    """A menu or headlines of other stories on one line."""
    return Role.BOILERPLATE if at in page.rows_of_names else None


def lines_below_in_one(page: Page, at: int) -> Role | None:
    """An element's text on one line, whose parts stand below it."""
    return Role.DUPLICATE if at in page.containers else None


def own_address_alone(page: Page, at: int) -> Role | None:
    """The page's own address, above the text or last."""
    return Role.SOURCE if at == page.own_address else None


def story_with_its_age(page: Page, at: int) -> Role | None:
    """The headline or lead of another story in a list that tells how old each is."""
    return Role.BOILERPLATE if at in page.teasers else None


def phrase_in_data(page: Page, at: int) -> Cuts | None:
    """A line that a data file knows, or of a list its label announces, under that rule's own name.

    The credit behind a caption is parted from it.
    """
    claim, credit = page.claims[at], page.credits[at]
    if claim is None or not (_stands_right(page, at, claim.rule.where) or _is_note_at_end(page, at)):
        return None
    whole = Cut(0, claim.rule.role, claim.name)
    if claim.rule.role is not Role.CAPTION or credit is None or not credit.start:
        return (whole,)
    return (whole, Cut(credit.start, Role.CREDIT))


def brand_alone(page: Page, at: int) -> Role | None:
    """An outlet's name alone on a line, several of them with bars between, or a bare domain."""
    text = page.text(at)
    if page.hints[at] & BRAND and len(text) < SHORT:
        names = [one for one in _BARS.split(text.casefold()) if one]
        if names and all(one in page.known.brands for one in names):
            return Role.SOURCE if _is_agency_below_headline(page, at) else Role.BOILERPLATE
    return Role.BOILERPLATE if "." in text and len(text) < SHORT and _DOMAIN.fullmatch(text) else None


def _is_agency_below_headline(page: Page, at: int) -> bool:
    """An agency in the writer's place."""
    outlet = page.known.brands.get(page.text(at).casefold())
    below_title = at < page.extent.begin and page.title_at is not None and page.previous_filled(at) == page.title_at
    return below_title and outlet is not None and page.known.knowledge.outlets[outlet].wire


def city_alone(page: Page, at: int) -> Role | None:
    """The place a story is told from, on a line of its own above the first paragraph."""
    return Role.DATELINE if place_alone(page, at) else None


def number_alone(page: Page, at: int) -> Role | None:
    """A bare number, as counters and pagers print it, or the time of a subtitle; not a cell of the article's table."""
    if page.liking.is_item(at):
        return None
    return Role.BOILERPLATE if page.text(at).isdigit() or _COUNTER.fullmatch(page.text(at)) else None


def signs_alone(page: Page, at: int) -> Role | None:
    """A line of signs only, outside the body: inside, it may belong to a listing or part scenes. A lone stop anywhere."""
    outside = not page.extent.begin <= at < page.extent.end
    is_sign = page.text(at) == "." or (outside and not any(map(str.isalnum, page.text(at))))
    return Role.BOILERPLATE if is_sign else None


def _stands_right(page: Page, at: int, where: str) -> bool:
    if where == "any":
        return True
    extent = page.extent
    if where == "top":
        return at < extent.begin
    if where == "tail":
        return at >= extent.end or at >= extent.tail
    return extent.begin <= at < extent.end


def _is_note_at_end(page: Page, at: int) -> bool:
    """Whether a note on an author or a call to readers stands among the last sentences, where more of them follow."""
    claim = page.phrases[at]
    if claim is None or claim.rule.where != "tail" or claim.rule.next or claim.rule.heads_comment:
        return False
    return at >= page.extent.closing
