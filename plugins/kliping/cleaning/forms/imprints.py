"""What sites print below a piece, and some scrapers glue to its last sentence.

Input: a cleaned line. Output: where its imprint's copyright line begins and where the links before it do, or None.
"""

from typing import NamedTuple

from kliping.cleaning.forms.shapes import ends_sentence
from kliping.cleaning.lexicon.compiled import Compiled

LONGEST = 300
"""Characters of the longest copyright line."""
NAMES = 120
"""Most characters of the labels and names of those who made the piece."""
LINKS = 600
"""Most characters of the links to other stories."""


class Imprint(NamedTuple):
    """The end of a line that does not belong to the article."""

    notice: int
    """Where the copyright line begins."""
    notice_end: int
    """Where the copyright line ends, behind its year."""


def read_imprint(text: str, known: Compiled) -> Imprint | None:
    """The copyright line behind the last sentence, or behind the names of those who made the piece; None if none."""
    if "©" not in text:
        return None
    match = known.rights.notice.search(text, max(0, len(text) - LONGEST))
    if match is None or not (before := text[: match.start()].rstrip()):
        return None
    labels = known.author_label.finditer(before, max(0, len(before) - NAMES))
    is_behind_names = any(label[0].rstrip().endswith(":") for label in labels)
    is_behind_end = ends_sentence(before) or before.endswith(")")
    return Imprint(match.start(), match.end()) if is_behind_names or is_behind_end else None


def links_start(text: str, end: int, known: Compiled) -> int | None:
    """Where links to other stories begin that reach up to `end`; None if there are none."""
    match = known.links.at_end.search(text[:end].rstrip(), max(0, end - LINKS))
    return match.start() if match else None
