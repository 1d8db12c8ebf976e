"""What the words of a line can lead to, so that most expressions need not look through most lines.

Input: the phrases of each kind of expression. Output: `Hints`, which gives a line the kinds that could find anything in it.
Every phrase stands at word borders, so a line that holds it holds each of its words, its longest too.
"""

import re
from collections.abc import Iterable, Mapping

from kliping.cleaning.words import words_of

BRAND, NAME, MEDIUM, CITE, CREDIT, VOICE, PHRASE, AUTHOR, ROLE, DATE = (1 << place for place in range(10))
"""Kinds: an outlet's own name, a name others cite it by, a word for media, a cue beside a source, a photo's
label, an outlet's own phrase, a phrase of the languages, a label before a name, a word that no name holds; figures of a
year, or of a day and a month."""
ALL = (1 << 10) - 1
"""Nothing is known of the line: everything may stand in it."""
_FIGURES = re.compile(r"\d(?:\d{3}|\d?[/.-]\d)")


class Hints:
    """Kinds by word."""

    def __init__(self, phrases: Mapping[int, Iterable[str]]) -> None:
        self._kinds: dict[str, int] = {}
        self._signs: dict[str, int] = {}
        for kind, several in phrases.items():
            for phrase in several:
                words = words_of(phrase)
                where, key = (self._kinds, max(words, key=len)) if words else (self._signs, phrase.strip())
                where[key] = where.get(key, 0) | kind

    def of(self, text: str, words: Iterable[str]) -> int:
        """The kinds whose expressions could find anything in a text of these words in small letters."""
        kinds = 0 if words else ALL
        for kind in filter(None, map(self._kinds.get, words)):
            kinds |= kind
        for sign, kind in self._signs.items():
            if sign in text:
                kinds |= kind
        return kinds | DATE if _FIGURES.search(text) else kinds
