"""The words of photos' captions.

Input: languages. Output: `CaptionWords`, whose expressions are each built once, when first asked for.
"""

import re
from functools import cached_property

from kliping.cleaning.lexicon.languages.language_words import LanguageWords


class CaptionWords(LanguageWords):
    """What captions say that headlines and notes of a site do not."""

    @cached_property
    def word(self) -> re.Pattern[str]:
        """`(kiri)`, `file photo`: what is said of a picture."""
        return re.compile(self._any(lambda one: one.caption_words), re.IGNORECASE)

    @cached_property
    def doing(self) -> re.Pattern[str]:
        """`Nama berpose`, `Nama, left, speaks`: a name and what is done in the picture."""
        verbs = self._any(lambda one: one.caption_verbs)
        return re.compile(rf"(?P<name>[^\W\d_a-z][\w'’-]+)(?:,? \(?\w+\)?,?)? (?:{verbs})")

    @cached_property
    def credit_in_front(self) -> re.Pattern[str]:
        """`/Nama via Nama` behind an agency's name, glued to the caption behind it."""
        links = self._any(lambda one: one.credit_links)
        person = r"(?:[A-Z][A-Z.'’-]+|[A-Z]?[a-z.'’-]+)(?=[A-Z][a-z])"
        return re.compile(rf"\s?/\s?(?:(?:{links}|[A-Z][\w.'’-]*) ){{0,6}}{person}")
