"""The labels of links to other stories.

Input: languages. Output: `LinkWords`, whose expressions are each built once, when first asked for.
"""

import re
from functools import cached_property

from kliping.cleaning.lexicon.alternatives import words_expression
from kliping.cleaning.lexicon.languages.language_words import LanguageWords
from kliping.knowledge import LineRule
from kliping.model import Role


class LinkWords(LanguageWords):
    """What stands before the headline of another story."""

    @cached_property
    def label(self) -> re.Pattern[str]:
        """A label before the headline of another story."""
        labels = words_expression(words for rule in self._rules for words in (*rule.starts, *rule.exact))
        return re.compile(rf"(?:{labels})\s?:?\s?", re.IGNORECASE)

    @cached_property
    def in_brackets(self) -> re.Pattern[str]:
        """`(Baca juga: …)` inside a paragraph, and a headline behind it; `(baca: pemerintah)` says what a word means."""
        labels = words_expression(one.strip("(: ") for rule in self._rules for one in rule.starts)
        return re.compile(rf"\((?:{labels})\s?:\s*(?-i:[^a-z()\s])(?=\S*\s\S+\s)[^()]{{4,200}}\)", re.IGNORECASE)

    @cached_property
    def at_end(self) -> re.Pattern[str]:
        """`Baca juga: … Baca juga: …` behind a sentence, up to the end of the words.

        A link ends where the next label begins, so that no words can be shared out among links in several ways.
        """
        labels = words_expression(one.rstrip(": ") for rule in self._rules for one in rule.starts if one.endswith(":"))
        label = rf"(?:{labels})\s?:"
        return re.compile(rf"(?<=[.!?”\"]\s)(?:{label}\s(?:(?!\.\s|{label})[^:]){{5,160}})+$", re.IGNORECASE)

    @property
    def _rules(self) -> list[LineRule]:
        return [rule for one in self._languages for rule in one.lines if rule.role is Role.SEE_ALSO]
