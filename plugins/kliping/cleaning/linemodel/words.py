"""What the words of each line say: their kinds, the phrase it begins with, how familiar they are on the page.

Input: a Survey and the word lists. Output: columns of floats, in the order of LOOKS.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kliping.cleaning.linemodel.survey import Column, Survey, count
from kliping.cleaning.words import words_of

KINDS = (
    "address",
    "advert",
    "author",
    "caption",
    "clock",
    "comment",
    "date",
    "legal",
    "navigation",
    "pose",
    "related",
    "share",
    "speech",
)
"""Kinds of words; all but the harmless ones count as junk words."""
HARMLESS = frozenset(KINDS.index(kind) + 1 for kind in ("date", "pose", "speech"))
OPENINGS = ("advert", "byline", "caption", "comment", "legal", "related", "social", "tags")
"""Kinds of phrases a line may begin with."""

FIRST = "^"
END = "$"


@dataclass(frozen=True, slots=True)
class LineWords:
    """The word lists and what was learnt of words."""

    kinds: Mapping[str, int]
    """Each word's kind, counted from 1."""
    openings: Mapping[str, Sequence[tuple[Sequence[str], int]]]
    """The phrases of each first word with their kind, longest first."""
    wording: Mapping[str, float]
    """How much a word speaks for the article, and with FIRST before it how much it does at the beginning of a line."""
    phrasing: Mapping[tuple[str, str], float]
    """How much two words in a row do; the last word of a line stands before END."""


def kinds_of_words(page: Survey, lists: LineWords) -> list[Column]:
    """The share of each kind of words, and of all junk words."""
    lines = len(page.texts)
    shares = [[0.0] * lines for _ in KINDS]
    junk = [0.0] * lines
    for index, tokens in enumerate(page.tokens):
        for kind in filter(None, map(lists.kinds.get, tokens)):
            part = 1 / len(tokens)
            shares[kind - 1][index] += part
            if kind not in HARMLESS:
                junk[index] += part
    return [*shares, junk]


def openings(page: Survey, lists: LineWords) -> list[Column]:
    """Whether the line begins with a known phrase, with a colon behind it, with nothing behind it, and its kind."""
    lines = len(page.texts)
    opened, led, alone = [0.0] * lines, [0.0] * lines, [0.0] * lines
    kinds = [[0.0] * lines for _ in OPENINGS]
    for index, (text, tokens) in enumerate(zip(page.texts, page.tokens, strict=True)):
        size, kind = opening_of(text, tokens, lists)
        if not size:
            continue
        colon = text.find(":", 0, 40)
        opened[index] = kinds[kind][index] = 1.0
        led[index] = 1.0 if colon > 0 and len(words_of(text[:colon])) == size else 0.0
        alone[index] = 1.0 if size == len(tokens) else 0.0
    return [opened, led, alone, *kinds]


def opening_of(text: str, tokens: Sequence[str], lists: LineWords) -> tuple[int, int]:
    """Words and kind of the longest known phrase a line begins with; (0, 0) for none."""
    for phrase, kind in lists.openings.get(tokens[0], ()) if tokens else ():
        if tokens[: len(phrase)] == phrase:
            return len(phrase), kind
    sign = lists.openings.get(text[0])
    return (1, sign[0][1]) if sign else (0, 0)


def familiarity(page: Survey) -> list[Column]:
    """Share of the page's own stop words, and of content words the block's other prose lines use too."""
    first, end = page.block
    stops, known = [], []
    for index, (tokens, content) in enumerate(zip(page.tokens, page.content, strict=True)):
        stops.append((len(tokens) - len(content)) / (len(tokens) or 1))
        words = page.twice if page.prose[index] and first <= index < end else page.once
        known.append(count(words.__contains__, content) / len(content) if content else 0.5)
    return [stops, known]


def wording_of(lines: Sequence[Sequence[str]], lists: LineWords) -> list[Column]:
    """What the words of each line say for the article, alone and in pairs, and what its first word says."""
    alone, pairs, first = lists.wording.get, lists.phrasing.get, lists.wording
    single = [sum(filter(None, map(alone, tokens))) for tokens in lines]
    double = [sum(filter(None, map(pairs, pairwise((*tokens, END))))) for tokens in lines]
    return [
        [(one + two) / (len(tokens) or 1) ** 0.5 for one, two, tokens in zip(single, double, lines, strict=True)],
        [first.get(FIRST + tokens[0], 0.0) if tokens else 0.0 for tokens in lines],
    ]
