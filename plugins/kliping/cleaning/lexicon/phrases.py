"""The line rules of data files, compiled: a line to the first rule that knows it.

Whole lines are looked up, beginnings and parts are found by one expression each, patterns are tried in order;
so the cost of a line does not grow with the number of phrases written down.
"""

import re
from collections.abc import Iterable
from os.path import commonprefix
from typing import NamedTuple

from kliping.cleaning.forms.shapes import words_of
from kliping.knowledge import LineRule

ENDS, LAST_SIGNS = (":$", "(?:…|[.]{3})$"), (":", "…", "...")
"""How patterns end that only lines with such signs at the end can have; others are not searched for them."""
_LETTERS_I = str.maketrans("İı", "ii")
DEEPEST = 40
"""Groups within groups; expressions cannot be nested at will."""


class Phrase(NamedTuple):
    """A rule and its name in the ledger."""

    name: str
    rule: LineRule

    @property
    def owner(self) -> str:
        """The id of the language or outlet whose rule it is."""
        return self.name.partition(".")[0]


class Phrasebook:
    """All line rules of one owner or several, in the order of precedence given."""

    def __init__(self, rules: Iterable[tuple[str, LineRule]]) -> None:
        self._exact: dict[str, Phrase] = {}
        self._starts: dict[str, Phrase] = {}
        self._contains: dict[str, Phrase] = {}
        self._anchored: dict[str, Phrase] = {}
        self._patterns: list[tuple[re.Pattern[str], Phrase]] = []
        for owner, rule in rules:
            self._add(Phrase(f"{owner}.{rule.id}", rule))
        self.phrases = frozenset((*filter(words_of, self._exact), *self._starts, *self._contains))
        """Every phrase in small letters that may stand in a line with words."""
        self._start = _one_of(self._starts)
        self._part = _one_of(self._contains)
        self._any_ended = _any_of([one for one in self._anchored if one.endswith(ENDS)])
        self._any_anchored = _any_of([one for one in self._anchored if not one.endswith(ENDS)])

    def find(self, text: str, *, hinted: bool = True) -> Phrase | None:
        """The rule for a cleaned line, or None; patterns alone are tried where not `hinted` that a phrase can stand."""
        folded = text.casefold().replace(" :", ":") if hinted else ""
        found = self._exact.get(folded.rstrip(":"))
        if found:
            return found
        match = self._start.match(folded) if self._start and hinted else None
        if match:
            return self._starts[match[0]]
        found = self._patterned(text)
        if found:
            return found
        match = self._part.search(folded) if self._part and hinted else None
        return self._contains[match[0]] if match else None

    def _patterned(self, text: str) -> Phrase | None:
        """The rule whose pattern the line has."""
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


def _any_of(expressions: list[str]) -> re.Pattern[str] | None:
    anchored = "|".join(f"(?:{_ungrouped(expression)})" for expression in expressions)
    return re.compile(anchored, re.IGNORECASE) if anchored else None


def _ungrouped(expression: str) -> str:
    """The expression without names of groups, so that several can stand side by side."""
    return re.sub(r"\(\?P<\w+>", "(?:", expression)


def folded(words: str) -> str:
    """Words found by an expression that ignores case, as its keys are written: it takes İ and ı for i.

    >>> folded("İNEWS")
    'inews'
    """
    return words.translate(_LETTERS_I).casefold()


def words_expression(words: Iterable[str]) -> str:
    """An expression for any of the words or phrases, longest first, at word borders.

    Words that begin alike share their beginning, so that the cost of a place in the text
    does not grow with their number.

    >>> words_expression(["AP", "APA", "Antara"])
    '(?<!\\\\w)(?:A(?:P(?:A)?|ntara))(?!\\\\w)'
    """
    groups: dict[tuple[bool, bool], set[str]] = {}
    for one in words:
        if one:
            groups.setdefault((one[-1].isalnum(), one[0].isalnum()), set()).add(one)
    branches = [_bordered(_tree(groups[ends]), *ends) for ends in sorted(groups)]
    return "|".join(branches) or "(?!)"


def _bordered(expression: str, closes: bool, opens: bool) -> str:
    before = r"(?<!\w)" if opens else ""
    after = r"(?!\w)" if closes else ""
    return f"{before}(?:{expression}){after}"


def _tree(words: Iterable[str], depth: int = 0) -> str:
    """An expression for words that need no borders, their common beginnings written once."""
    branches: dict[str, list[str]] = {}
    ends_here = False
    for word in words:
        if word:
            branches.setdefault(word[0], []).append(word)
        else:
            ends_here = True
    if depth >= DEEPEST:
        parts = [re.escape(word) for _, group in sorted(branches.items()) for word in sorted(group, key=len, reverse=True)]
    else:
        parts = [_branch(group, depth) for _, group in sorted(branches.items())]
    if not parts:
        return ""
    joined = parts[0] if len(parts) == 1 and not ends_here else f"(?:{'|'.join(parts)})"
    return f"{joined}?" if ends_here else joined


def _branch(words: list[str], depth: int) -> str:
    """An expression for words that begin alike."""
    shared = commonprefix(words)  # noqa: RUF071  # letters are meant, not folders
    return re.escape(shared) + _tree((word[len(shared) :] for word in words), depth + 1)


def _one_of(phrases: dict[str, Phrase]) -> re.Pattern[str] | None:
    if not phrases:
        return None
    return re.compile(words_expression(phrases))
