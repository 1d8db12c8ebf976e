"""The words of notes on authors.

Input: languages. Output: `NoteWords`, whose expressions are each built once, when first asked for.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

from kliping.cleaning.lexicon.phrases import words_expression
from kliping.knowledge import Language


class NoteWords:
    """What such a note says behind the name, and what looks like one and is none."""

    def __init__(self, languages: Sequence[Language]) -> None:
        self._languages = languages

    def _any(self, words: Callable[[Language], Iterable[str]]) -> str:
        return words_expression(word for one in self._languages for word in words(one))

    @cached_property
    def cue(self) -> re.Pattern[str]:
        """`, a`, `adalah`, or a bracket: right behind the author's name."""
        return re.compile(rf"\s?(?:\(|{self._any(lambda one: one.author_note_cues)})")

    @cached_property
    def subject(self) -> re.Pattern[str]:
        """`Ia`: the beginning of a further sentence on the author."""
        return re.compile(self._any(lambda one: one.author_note_subjects))

    @cached_property
    def dispatch(self) -> re.Pattern[str]:
        """`reported from`: where the story was told from is a part of it."""
        return re.compile(self._any(lambda one: one.dispatch_words))
