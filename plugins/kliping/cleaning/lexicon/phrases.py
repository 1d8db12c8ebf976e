"""The line rules of data files, compiled: for a line, the first rule that matches it.

Whole lines are looked up, beginnings and parts are each found by one expression, and patterns are tried in order, so that
a line does not take longer if the data files have more phrases.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from kliping.cleaning.lexicon.alternatives import words_expression
from kliping.cleaning.words import words_of
from kliping.knowledge import LineRule
from kliping.model import Role

ENDS, LAST_SIGNS = (":$", "(?:…|[.]{3})$"), (":", "…", "...")
"""Ends of patterns that only match lines with the signs beside them at their end, so that other lines are not tried."""
STOPS = (".", "?", "”", '"')
"""Signs at the end of a sentence that tells; what ends with another one calls: `…, ajak temanmu sekarang!`."""


class Phrase(NamedTuple):
    """A line rule, and its name in the ledger."""

    name: str
    rule: LineRule

    @property
    def owner(self) -> str:
        """The id of the language or outlet whose rule it is."""
        return self.name.partition(".")[0]


class Phrasebook:
    """Line rules of one or several owners, in order: the first one that matches counts."""

    def __init__(self, rules: Iterable[tuple[str, LineRule]], told: re.Pattern[str] | None = None) -> None:
        """No beginning and no pattern makes a line known that is a sentence and has what is `told`."""
        self._told = told
        self._exact: dict[str, Phrase] = {}
        self._starts: dict[str, Phrase] = {}
        self._contains: dict[str, Phrase] = {}
        self._anchored: dict[str, Phrase] = {}
        self._patterns: list[tuple[re.Pattern[str], Phrase]] = []
        for owner, rule in rules:
            self._add(Phrase(f"{owner}.{rule.id}", rule))
        self.phrases = frozenset((*filter(words_of, self._exact), *self._starts, *self._contains))
        """Every phrase that has words, in small letters."""
        self._start = _one_of(self._starts)
        self._part = _one_of(self._contains)
        self._any_ended = _any_of([one for one in self._anchored if one.endswith(ENDS)])
        self._any_anchored = _any_of([one for one in self._anchored if not one.endswith(ENDS)])

    def find(self, text: str, *, hinted: bool = True) -> Phrase | None:
        """The rule for a cleaned line, or None; if no phrase can be in it (`hinted` is False), only patterns are tried."""
        folded = text.casefold().replace(" :", ":") if hinted else ""
        found = self._exact.get(folded.rstrip(":"))
        if found:
            return found
        match = self._start.match(folded) if self._start and hinted else None
        found = self._starts[match[0]] if match else self._patterned(text)
        if found:
            return None if self._is_told(text, found.rule) else found
        match = self._part.search(folded) if self._part and hinted else None
        return self._contains[match[0]] if match else None

    def _is_told(self, text: str, rule: LineRule) -> bool:
        """`Jangan lupa ikuti arahan petugas, pesan camat.`: a sentence that says whose words it has, no link's headline."""
        told = self._told.search(text) if self._told and text.endswith(STOPS) else None
        return told is not None and not (rule.role is Role.SEE_ALSO and ":" in text[: told.start()])

    def _patterned(self, text: str) -> Phrase | None:
        """The first rule with a pattern that matches, or None."""
        any_anchored = self._any_anchored and self._any_anchored.match(text)
        if any_anchored or (text.endswith(LAST_SIGNS) and self._any_ended and self._any_ended.match(text)):
            for expression, phrase in self._anchored.items():
                if re.match(expression, text, re.IGNORECASE):  # compiled when first met, which most never are
                    return phrase
        for pattern, phrase in self._patterns:
            if pattern.search(text):
                return phrase
        return None

    def _add(self, phrase: Phrase) -> None:
        for words in phrase.rule.exact:
            self._exact.setdefault(words.casefold().rstrip(":"), phrase)
        for words in phrase.rule.starts:
            self._starts.setdefault(words.casefold(), phrase)
        for words in phrase.rule.contains:
            self._contains.setdefault(words.casefold(), phrase)
        for pattern in phrase.rule.patterns:
            if pattern.match.startswith("^"):
                self._anchored.setdefault(pattern.match, phrase)
            else:
                self._patterns.append((re.compile(pattern.match, re.IGNORECASE), phrase))


def told_expression(words: Iterable[str]) -> re.Pattern[str]:
    """`…, pesan camat`: whose words stand before a comma, which nobody says of a site's own."""
    return re.compile(rf"[,!?][”\"’]? (?:{words_expression(words)})")


def _any_of(expressions: list[str]) -> re.Pattern[str] | None:
    anchored = "|".join(f"(?:{_ungrouped(expression)})" for expression in expressions)
    return re.compile(anchored, re.IGNORECASE) if anchored else None


def _ungrouped(expression: str) -> str:
    """The expression without names of groups, so that it can be joined with others."""
    return re.sub(r"\(\?P<\w+>", "(?:", expression)


def _one_of(phrases: dict[str, Phrase]) -> re.Pattern[str] | None:
    if not phrases:
        return None
    return re.compile(words_expression(phrases))
