"""Days on a page that are those of a visit to it: when somebody copied it.

Input: a page and a line. Output: its role, or None for a line of another kind.
"""

from kliping.cleaning.days.other_days import is_below_weather
from kliping.cleaning.lexicon.calendar import FoundDate
from kliping.cleaning.page import Page
from kliping.model import Role

LONG_AFTER = 60
"""Days; a report is not published so long after the newest day it names."""
FIRST_LINES = 2
"""Lines at the top of a page among which whoever copied it writes the day."""
BESIDE = 3
"""Lines above the headline among which another day is the article's own, however old the days it tells of."""


def day_of_crawl(page: Page, at: int) -> Role | None:
    """A day above the headline, below the day's weather or long after every day the body names.

    One with a time of day is the article's own, unless it stands above everything and a menu below it.
    """
    moment = page.moments[at]
    if moment is None or moment.is_labelled or moment.published is None or (moment.has_clock and not _heads_menu(page, at)):
        return None
    is_of_visit = is_below_weather(page, at) or (_may_be_of_visit(page, at) and _is_long_after(page, moment.published))
    return Role.BOILERPLATE if is_of_visit else None


def _may_be_of_visit(page: Page, at: int) -> bool:
    """Whether a day above the headline has the place and the form of a day that was noted by whoever copied the page.

    `March 4, 2030` is how a page prints its own day, `Senin, 4 Maret 2030` may be that of the visit.
    """
    title, text = page.title_at, page.text(at)
    if title is None or at > title or not (text[:1].isdigit() or page.known.dates.weekday.match(text)):
        return False
    return page.count_filled(0, at) < FIRST_LINES or page.count_filled(at, title) > BESIDE


def _is_long_after(page: Page, visit: FoundDate) -> bool:
    """Whether every day that the body names is long before this one."""
    newest = page.newest_in_body[0].day if page.newest_in_body else None
    return visit.day is not None and newest is not None and (visit.day - newest).days > LONG_AFTER


def _heads_menu(page: Page, at: int) -> bool:
    """Whether it is the page's first line, too far above the headline for an article's day."""
    is_first = page.previous_filled(at) is None
    return is_first and page.title_at is not None and page.count_filled(at, page.title_at) > BESIDE
