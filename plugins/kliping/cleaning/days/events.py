"""Days on which something takes place, which are no days of publication.

Input: a page and a line with a day. Output: whether what stands beside it tells of an event.
"""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kliping.cleaning.page import Page

ABOVE = 2
"""Filled lines above a day that a label of an event is among: `Next Match:`, whom one plays against, the day."""
_CLOCK = r"\d{1,2}(?:[:.]\d\d)?"
_HALF = r"[ap]\.?m\b"
_HOURS = re.compile(rf"(?<![\d/.-]){_CLOCK}\s?(?:{_HALF}\.?)?\s?[-–—]\s?{_CLOCK}\s?{_HALF}", re.IGNORECASE)
"""`7pm – 2am`: from when to when."""
_SIGNS = " *•·-–—|:"


def is_of_event(page: "Page", at: int) -> bool:
    """Whether a day's line, or the next one, says from when to when, or a label such as `Venue:` stands beside it."""
    label, below = page.known.event_label, page.next_filled(at)
    if _HOURS.search(page.text(at)):
        return True
    if below is not None and (_tells_hours(page.text(below)) or label.match(page.text(below).lstrip(_SIGNS))):
        return True
    above = page.previous_filled(at)
    for _ in range(ABOVE):
        if above is None:
            return False
        if label.fullmatch(page.text(above).lstrip(_SIGNS)):
            return True
        above = page.previous_filled(above)
    return False


def _tells_hours(text: str) -> bool:
    """Whether a line begins so, behind a sign."""
    hours = _HOURS.search(text)
    return hours is not None and not any(map(str.isalnum, text[: hours.start()]))
