"""What outlets say of themselves: what they call their editions and their readers, how they claim their rights.

Input: outlets, languages. Output: `OwnWords` and `RightsWords`, of which each part is built once, when first asked for.
"""

import re
from collections.abc import Mapping
from functools import cached_property

from kliping.cleaning.lexicon.alternatives import words_expression
from kliping.cleaning.lexicon.languages import LanguageWords
from kliping.knowledge import Outlet

_CAPITAL_INSIDE = re.compile(r"[^\W\d_]+[a-z][A-Z]\w+")


class OwnWords:
    """Words that only an outlet itself uses."""

    def __init__(self, outlets: Mapping[str, Outlet]) -> None:
        self._outlets = outlets

    @cached_property
    def readers(self) -> dict[str, str]:
        """Ids of outlets by what they call their readers, in this very spelling."""
        return {name: id_ for id_, outlet in self._outlets.items() for name in outlet.readers}

    @cached_property
    def reader(self) -> re.Pattern[str]:
        """Any of these."""
        return re.compile(words_expression(self.readers))

    @cached_property
    def editions(self) -> frozenset[str]:
        """Names of the sections and regions of outlets: `detikSulsel`, but not `detikcom`, which is a name of the outlet."""
        return frozenset(
            brand
            for outlet in self._outlets.values()
            for brand in outlet.brands
            if _CAPITAL_INSIDE.fullmatch(brand) and brand.casefold() not in _bare_names(outlet)
        )


def _bare_names(outlet: Outlet) -> set[str]:
    return {outlet.name.casefold().replace(" ", ""), *(domain.partition(".")[0] for domain in outlet.domains)}


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
