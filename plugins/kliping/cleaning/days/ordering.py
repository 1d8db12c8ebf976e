"""Whether the month stands first in a page's dates in figures.

Input: a page. Output: True, False, or None where nothing tells.
"""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from kliping.cleaning.forms.day_order import (
    has_american_clock,
    has_figures,
    has_late_clock,
    has_slashes,
    order_told,
    orders_by_weekday,
    orders_near,
    orders_of_pair,
)
from kliping.cleaning.lexicon.hints import DATE

if TYPE_CHECKING:
    from kliping.cleaning.page import Page


def find_order(page: "Page") -> bool | None:
    """Whether 5/12/2022 means May; None where nobody can know.

    Told by a date in figures that has one reading only, else by a weekday before one, else by the publisher's country, else
    by a day near it that names its month or stands on its line, else by a clock of 24 hours behind it, else by whose page it
    is, else by how days with a month's name are written: who writes `March 4, 2030` puts the month first in figures too.
    """
    calendar = page.known.calendar
    dated = [text for text, hints in page.hinted() if hints & DATE]
    figured = list(filter(has_figures, dated))
    told = set(map(order_told, figured)) - {None} or set().union(*(orders_by_weekday(text, calendar) for text in figured))
    if len(told) != 1 and page.voice is not None:
        return page.known.knowledge.outlets[page.voice.outlet].country in page.habits.month_first_in
    told = told or orders_near(figured, _spelled_days(page, dated)) or set().union(*map(orders_of_pair, figured))
    if len(told) == 1:
        return told.pop()
    if not told and any(map(has_late_clock, figured)):
        return False
    if not told and (any(map(has_american_clock, figured)) or (figured and _is_of_month_first_company(page))):
        return True
    slashed = list(filter(has_slashes, figured))
    if told or not slashed or any(map(calendar.tells_zone, slashed)):
        return None
    spelled = set().union(*map(calendar.orders_spelled, dated))
    return spelled.pop() if len(spelled) == 1 else None


def _is_of_month_first_company(page: "Page") -> bool:
    """`© 2030 Contoh LLC`: whether the page belongs to a company of a country that writes the month first."""
    tails = page.known.month_first_companies
    return any(not tails.isdisjoint(notice) for notice in page.copyright_notices)


def _spelled_days(page: "Page", dated: list[str]) -> Iterator[date]:
    """The days whose month is named."""
    for text in dated:
        for found in page.known.calendar.find(text):
            if found.day and page.known.calendar.orders_spelled(text[found.start : found.end]):
                yield found.day
