"""Words of all languages, from which expressions are built.

Input: languages. Output: `LanguageWords`, the beginning of each class that keeps such expressions.
"""

from collections.abc import Callable, Iterable, Sequence

from kliping.cleaning.lexicon.alternatives import words_expression
from kliping.knowledge import Language


class LanguageWords:
    """What several languages say for one purpose."""

    def __init__(self, languages: Sequence[Language]) -> None:
        self._languages = languages

    def _any(self, words: Callable[[Language], Iterable[str]]) -> str:
        """An expression for any of the words that each language has."""
        return words_expression(word for one in self._languages for word in words(one))
