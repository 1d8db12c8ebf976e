"""Names on lines of their own above what each of two or more says, as interviews print them.

Input: a page, and what the line model says of its lines. Output: the lines with the names.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kliping.cleaning.forms.shapes import ends_sentence
from kliping.cleaning.lists.entries import is_button

if TYPE_CHECKING:
    from kliping.cleaning.overview.liking import Liking
    from kliping.cleaning.page import Page

SPEAKERS, TURNS = 2, 3
"""Fewer speakers, or fewer turns of each, may be buttons between paragraphs."""
NAME_WORDS = 4
"""Spaces; no name has more."""


def find_turns(page: "Page", liking: "Liking") -> Iterator[list[int]]:
    """The names of an interview, each right above a sentence of the article."""
    names: defaultdict[str, list[int]] = defaultdict(list)
    for at in page.filled(0, len(page)):
        if _names_speaker(page, at, liking):
            names[page.keys[at]].append(at)
    spoken = [row for row in names.values() if len(row) >= TURNS]
    if len(spoken) >= SPEAKERS:
        yield from spoken


def _names_speaker(page: "Page", at: int, liking: "Liking") -> bool:
    """A short line that stands elsewhere, too, begins with a capital, has no end, and stands right above a sentence."""
    text, below = page.text(at), page.next_filled(at)
    if page.repetition.counts[page.keys[at]] < TURNS or page.is_known(at) or below is None:
        return False
    if not text[0].isupper() or text.count(" ") > NAME_WORDS or ends_sentence(text) or is_button(page, at):
        return False
    return ends_sentence(page.text(below)) and liking.is_kept(below)
