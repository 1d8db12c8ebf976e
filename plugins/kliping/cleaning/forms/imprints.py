"""What sites print below a piece, glued to its last sentence by scrapers that write an article on one line.

Input: a cleaned line. Output: where its imprint's copyright line begins and where the links before it do, or None.
"""

from typing import NamedTuple

from kliping.cleaning.forms.shapes import ends_sentence
from kliping.cleaning.lexicon.compiled import Compiled

LONGEST = 300
"""No copyright line is longer."""
NAMES = 120
"""The labels and names of who made the piece are no longer."""
LINKS = 600
"""Nor are the links to other stories."""


class Imprint(NamedTuple):
    """The end of a line that is none of its article."""

    notice: int
    """Where the copyright line begins."""
    notice_end: int
    """Behind its year."""


def read_imprint(text: str, known: Compiled) -> Imprint | None:
    """The copyright line behind a line's last sentence or behind the names of who made the piece."""
    if "©" not in text:
        return None
    match = known.sources.notice.search(text, max(0, len(text) - LONGEST))
    if match is None or not (before := text[: match.start()].rstrip()):
        return None
    labels = known.author_label.finditer(before, max(0, len(before) - NAMES))
    is_behind_names = any(label[0].rstrip().endswith(":") for label in labels)
    is_behind_end = ends_sentence(before) or before.endswith(")")
    return Imprint(match.start(), match.end()) if is_behind_names or is_behind_end else None


def links_start(text: str, end: int, known: Compiled) -> int | None:
    """Where links to other stories begin that reach up to the imprint's names."""
    match = known.links.at_end.search(text[:end].rstrip(), max(0, end - LINKS))
    return match.start() if match else None
