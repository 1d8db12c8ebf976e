"""What stands between the names of a list: `, `, ` dan `, `/`.

Input: languages. Output: `ListWords`, whose expressions are each built once, when first asked for.
"""

import re
from functools import cached_property

from kliping.cleaning.lexicon.languages import LanguageWords


class ListWords(LanguageWords):
    """The signs and words between several names."""

    @cached_property
    def _words(self) -> str:
        return rf"(?i:{self._any(lambda one: one.list_words)})"

    @cached_property
    def apart(self) -> re.Pattern[str]:
        """Between two persons."""
        return re.compile(rf"\s*(?:,\s*{self._words}\s|,|;|\s[|/&•⋅–-]\s|\||/|—|\s{self._words}\s)\s*")

    @cached_property
    def signing(self) -> re.Pattern[str]:
        """Between those who sign a piece in the brackets that close it; `With` is a headline's word."""
        return re.compile(rf"\s?[/|]\s?|,\s|\s(?:{self._any(lambda one: one.list_words)})\s")

    @cached_property
    def joined(self) -> re.Pattern[str]:
        """Between two media that one cue introduces."""
        return re.compile(rf"(?:,?\s{self._words}|,|,? /|/)\s?")

    @cached_property
    def together(self) -> re.Pattern[str]:
        """`Nama and AP`: a writer and an agency."""
        return re.compile(rf"\s{self._words}\s[A-Z]+$")
