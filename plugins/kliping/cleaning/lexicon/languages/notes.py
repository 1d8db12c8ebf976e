"""The words of notes on authors.

Input: languages. Output: `NoteWords`, whose expressions are each built once, when first asked for.
"""

import re
from functools import cached_property

from kliping.cleaning.lexicon.languages.language_words import LanguageWords


class NoteWords(LanguageWords):
    """What such a note says behind the name, and what looks like one and is none."""

    @cached_property
    def labels(self) -> frozenset[str]:
        """`Tentang Penulis`, in small letters: what stands above such a note."""
        return frozenset(label.casefold() for one in self._languages for label in one.note_labels)

    @cached_property
    def cue(self) -> re.Pattern[str]:
        """`, a`, `adalah`, or a bracket: right behind the author's name."""
        return re.compile(rf"\s?(?:\(|{self._any(lambda one: one.author_note_cues)})")

    @cached_property
    def description(self) -> re.Pattern[str]:
        """` is a`: what makes a note of a sentence that begins with a name."""
        return re.compile(rf"\s(?:{self._any(lambda one: one.author_note_descriptions)})\s")

    @cached_property
    def trade(self) -> re.Pattern[str]:
        """`professor`: what somebody is who writes for papers."""
        return re.compile(self._any(lambda one: one.author_note_trades), re.IGNORECASE)

    @cached_property
    def subject(self) -> re.Pattern[str]:
        """`Ia`: the beginning of a further sentence on the author."""
        return re.compile(self._any(lambda one: one.author_note_subjects))

    @cached_property
    def dispatch(self) -> re.Pattern[str]:
        """`reported from`: where the story was told from is a part of it."""
        return re.compile(self._any(lambda one: one.dispatch_words))
