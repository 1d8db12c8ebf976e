"""Days on a page that are none of publication: of a visit to it, or of something that takes place.

Input: a page and a line with a day. Output: whether what stands beside it tells so.
"""

import re
from typing import TYPE_CHECKING

from kliping.cleaning.forms.beside_dates import SIGNS
from kliping.cleaning.forms.moments import MomentLine
from kliping.cleaning.forms.shapes import ends_sentence
from kliping.cleaning.lexicon.hints import DATE

if TYPE_CHECKING:
    from kliping.cleaning.page import Page

WEATHER, WEATHER_ABOVE = "weather", 2
"""The languages' rule for a temperature, and how many lines above the day of the visit it may stand."""
ABOVE = 2
"""Filled lines above a day that a label of an event is among: `Next Match:`, whom one plays against, the day."""
SENTENCE_WORDS = 4
"""Spaces before a day in a caption."""
_CLOCK = r"\d?(?:[:.]\d\d)?"
"""Behind its first digit."""
_HALF = r"[ap]\.?m\b"
_HOURS = re.compile(
    rf"\d(?<![\d/.-]\d){_CLOCK}\s?(?:(?:{_HALF}\.?)?\s?[-–—]\s?|{_HALF}\.?\s)\d{_CLOCK}\s?{_HALF}",
    re.IGNORECASE,
)
"""`7pm – 2am`, `7:00pm 8:30pm`: from when to when."""
_SIGNS = " *•·-–—|:"


def is_of_another(page: "Page", at: int) -> bool:
    """Whether a day is that of the visit or of an event."""
    return bool(page.hints[at] & DATE) and (is_below_weather(page, at) or is_of_event(page, at))


def is_below_weather(page: "Page", at: int) -> bool:
    """Whether a day stands below `27.8 C` and a place: what a site shows its visitors."""
    if not page.hints[at] & DATE:
        return False
    phrases = (page.phrases[above] for above in page.filled(max(0, at - WEATHER_ABOVE), at))
    return any(phrase is not None and phrase.rule.id == WEATHER for phrase in phrases)


def is_of_event(page: "Page", at: int) -> bool:
    """Whether a day's line, or the next one, says from when to when, or a label such as `Venue:` stands beside it."""
    below = page.next_filled(at)
    if _HOURS.search(page.text(at)) or _begins_with_label(page, at):
        return True
    if below is not None and (_tells_hours(page.text(below)) or _begins_with_label(page, below)):
        return True
    above = page.previous_filled(at)
    for _ in range(ABOVE):
        if above is None:
            return False
        if page.known.days.event_label.fullmatch(page.text(above).lstrip(_SIGNS)):
            return True
        above = page.previous_filled(above)
    return False


def is_told(page: "Page", at: int) -> bool:
    """`Tanggal 12 Juni 1998 terpahat di lonceng.`: what the line model surely takes for a sentence of the article."""
    text = page.text(at)
    return text.endswith(".") and text[-2:-1].islower() and page.liking.is_sure(at)


def is_labelled_else(page: "Page", at: int, said: MomentLine) -> bool:
    """`Tanggal lahir: 4 Maret 1971`: whether only other words than labels of days or writers stand before a colon."""
    day = said.published or said.updated or said.refused
    words, colon, behind = page.text(at)[: day.start if day else 0].rpartition(":")
    words = words.strip(SIGNS)
    if not (colon and words) or behind.strip(SIGNS):
        return False
    return page.known.days.label.fullmatch(words) is None and page.known.author_label.match(f"{words}: ") is None


def is_of_photo(page: "Page", at: int, said: MomentLine) -> bool:
    """A day behind a photo's credit is the photo's, and so is one in the sentence that stands before it."""
    credit, day = page.credits[at], said.published or said.updated or said.refused
    if credit is None or day is None:
        return False
    caption = page.text(at)[: credit.start].rstrip()
    return credit.start < day.start or (ends_sentence(caption) and caption[: day.start].count(" ") >= SENTENCE_WORDS)


def _begins_with_label(page: "Page", at: int) -> bool:
    """`Venue: the old quay`, but no sentence: `Next meeting of the council will be held in May, the mayor said.`."""
    return not page.prose[at] and page.known.days.event_label.match(page.text(at).lstrip(_SIGNS)) is not None


def _tells_hours(text: str) -> bool:
    """Whether a line begins so, behind a sign."""
    hours = _HOURS.search(text)
    return hours is not None and not any(map(str.isalnum, text[: hours.start()]))
