"""Days on a page that are those of a visit to it: when somebody copied it.

Input: a page and a line. Output: its role, or None for a line of another kind.
"""

from kliping.cleaning.overview.dating import is_below_weather
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
    moment, newest = page.moments[at], page.newest_in_body
    if moment is None or moment.is_labelled or moment.published is None:
        return None
    if moment.has_clock and not _heads_menu(page, at):
        return None
    if is_below_weather(page, at):
        return Role.BOILERPLATE
    if newest is None:
        return None
    if not (page.text(at)[:1].isdigit() or page.known.calendar.weekday.match(page.text(at))):
        return None  # `March 4, 2030` is how a page prints its own day, `Senin, 4 Maret 2030` may be that of the visit
    if page.title_at is None or at > page.title_at or moment.published.day is None or newest[0].day is None:
        return None
    if sum(1 for _ in page.filled(0, at)) >= FIRST_LINES and sum(1 for _ in page.filled(at, page.title_at)) <= BESIDE:
        return None
    return Role.BOILERPLATE if (moment.published.day - newest[0].day).days > LONG_AFTER else None


def _heads_menu(page: Page, at: int) -> bool:
    """Whether it is the page's first line, with more lines between it and the headline than an article's day has."""
    is_first = page.previous_filled(at) is None
    return is_first and page.title_at is not None and sum(1 for _ in page.filled(at, page.title_at)) > BESIDE
