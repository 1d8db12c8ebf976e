"""The words that stand beside days.

Input: languages. Output: `DayWords`, whose expressions are each built once, when first asked for.
"""

import re
from collections.abc import Iterable
from functools import cached_property

from kliping.cleaning.lexicon.alternatives import words_expression
from kliping.cleaning.lexicon.languages.language_words import LanguageWords


class DayWords(LanguageWords):
    """What pages print before a day, and in its place."""

    @cached_property
    def label(self) -> re.Pattern[str]:
        """A label that says whether the piece was published or changed then.

        It may be glued to a word in small letters where a space was lost: `NamaPublished: …`.
        """
        published = [label for one in self._languages for label in (*one.published_labels, *one.filing_labels)]
        updated = [label for one in self._languages for label in one.updated_labels]
        early = sorted(label for label in published if label[0].isupper())
        late = sorted({form for label in updated for form in (label, label.title())}, key=lambda form: (-len(form), form))
        return re.compile(
            rf"(?P<updated>{words_expression(updated)}|{_glued(late)})|(?P<published>{words_expression(published)}|{_glued(early)})",
            re.IGNORECASE,
        )

    @cached_property
    def event_label(self) -> re.Pattern[str]:
        """What stands beside the day of an event: of one word with its colon, `Venue:`; of several, `Next Match`."""
        labels = [label for one in self._languages for label in one.event_labels]
        several = words_expression(label for label in labels if " " in label)
        return re.compile(rf"{several}:?|{words_expression(labels)}\s?:", re.IGNORECASE)

    @cached_property
    def words_before(self) -> frozenset[str]:
        """What may stand right before a day, in small letters: no label of its own."""
        return frozenset(word.casefold() for one in self._languages for word in one.day_words)

    @cached_property
    def age(self) -> re.Pattern[str]:
        """`2 hours ago`, `5 min read`: what pages print beside a date."""
        words = "|".join(sorted({re.escape(word) for one in self._languages for word in one.age_words}))
        return re.compile(rf"\d+ \w+ (?:{words})(?![^\WA-Z])")


def _glued(labels: Iterable[str]) -> str:
    return rf"(?<=[a-z])(?-i:{'|'.join(labels)})(?!\w)"
