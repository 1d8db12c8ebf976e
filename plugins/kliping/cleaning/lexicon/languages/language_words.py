"""Words of all languages, from which expressions are built.

Input: languages. Output: `LanguageWords`, from which each class with such expressions is derived.
"""

from collections.abc import Callable, Iterable, Sequence

from kliping.cleaning.lexicon.alternatives import words_expression
from kliping.knowledge import Language


class LanguageWords:
    """Builds expressions from words of several languages."""

    def __init__(self, languages: Sequence[Language]) -> None:
        self._languages = languages

    def _any(self, words: Callable[[Language], Iterable[str]]) -> str:
        """An expression for any of the words that each language has."""
        return words_expression(word for one in self._languages for word in words(one))
