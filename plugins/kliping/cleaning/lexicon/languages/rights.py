"""The words with which a site claims its rights, or a syndicator says whose piece it sold.

Input: languages. Output: `RightsWords`, whose expressions are each built once, when first asked for.
"""

import re
from functools import cached_property

from kliping.cleaning.lexicon.languages.language_words import LanguageWords


class RightsWords(LanguageWords):
    """What copyright lines and notices of syndicators say."""

    @cached_property
    def word(self) -> re.Pattern[str]:
        """`Hak cipta`, `©`: a site's claim of its rights, whatever stands glued to it."""
        words = (words for one in self._languages for words in (*one.rights_words, *one.rights_phrases))
        return re.compile(rf"©|{'|'.join(sorted(map(re.escape, words)))}", re.IGNORECASE)

    @cached_property
    def claim(self) -> re.Pattern[str]:
        """What makes a claim of rights certain: a year, sign and word together, or a phrase that is enough alone."""
        words, phrases = self._any(lambda one: one.rights_words), self._any(lambda one: one.rights_phrases)
        return re.compile(rf"\b(?:19|20)\d\d\b|© (?:{words})|{phrases}", re.IGNORECASE)

    @cached_property
    def behind_name(self) -> re.Pattern[str]:
        """`Copyright © Harian Contoh` at the end of a byline."""
        return re.compile(rf"\s?(?:{self._any(lambda one: one.rights_words)}) ?©.{{0,40}}$", re.IGNORECASE)

    @cached_property
    def notice(self) -> re.Pattern[str]:
        """`Copyright © Harian Contoh 2030` up to its year: a copyright line whatever stands before it."""
        words = self._any(lambda one: one.rights_words)
        return re.compile(rf"(?<=\s)(?:(?:{words})\s?©|©\s?(?:{words}))[^.!?©]{{0,40}}?\b(?:19|20)\d\d\b", re.IGNORECASE)

    @cached_property
    def provided(self) -> re.Pattern[str]:
        """`Provided by`: right before the outlet whose piece an aggregator prints."""
        return re.compile(rf"(?:{self._any(lambda one: one.provided_cues)})\s", re.IGNORECASE)

    @cached_property
    def syndicator(self) -> re.Pattern[str]:
        """`SyndiGate`: who sold the piece to the site that prints it."""
        return re.compile(rf"\b(?:{self._any(lambda one: one.syndicators)})\b")
