"""Which kinds of expressions can find something in a line, so that most lines need not be searched by most expressions.

Input: the phrases of each kind of expression. Output: `Hints`, which tells the kinds by the words of a line.
Every phrase begins and ends at the border of a word, so a line that holds the phrase also has its longest word.
"""

import re
from collections.abc import Iterable, Mapping

from kliping.cleaning.words import words_of

KINDS = 13
BRAND, NAME, MEDIUM, CITE, CREDIT, VOICE, PHRASE, AUTHOR, ROLE, READER, SOURCE, PROVIDED, DATE = (
    1 << place for place in range(KINDS)
)
"""The kinds of expressions: for an outlet's own name, a name by which others cite it, a word for media, a cue beside a
source, the label of a photo, a phrase that only an outlet itself prints, a phrase of a language, a label before a person's
name, a word that is in no name, what an outlet calls its readers, a label before a source, a cue before who provided a
piece, and for the figures of a year, or of a day and a month."""
ALL = (1 << KINDS) - 1
"""All kinds: for a line of which nothing is known."""
_FIGURES = re.compile(r"\d(?:\d{3}|\d?[/.-]\d)")


class Hints:
    """Tells kinds by words."""

    def __init__(self, phrases: Mapping[int, Iterable[str]]) -> None:
        self._kinds: dict[str, int] = {}
        self._signs: dict[str, int] = {}
        for kind, several in phrases.items():
            for phrase in several:
                words = words_of(phrase)
                where, key = (self._kinds, max(words, key=len)) if words else (self._signs, phrase.strip())
                where[key] = where.get(key, 0) | kind

    def of(self, text: str, words: Iterable[str]) -> int:
        """The kinds whose expressions may find something in a text; `words` are its words in small letters."""
        if not text:
            return 0
        kinds = 0 if words else ALL
        for kind in filter(None, map(self._kinds.get, words)):
            kinds |= kind
        for sign, kind in self._signs.items():
            if sign in text:
                kinds |= kind
        return kinds | DATE if _FIGURES.search(text) else kinds
