"""What each line looks like, apart from its neighbours: marks, capitals, digits, kinds of words, repetition.

Input: a Survey and the word lists. Output: one list of floats a line, in the order of LOOKS.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

from kliping.cleaning.linemodel.survey import CLOSERS, SENTENCE_MARKS, TOKEN, Survey

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

LOOKS = (
    "words",
    "log words",
    "letters a word",
    "ends sentence",
    "ends colon",
    "ends dots",
    "ends bracket",
    "ends quote",
    "starts lower",
    "starts bullet",
    "starts digit",
    "numbered",
    "starts quote",
    "starts symbol",
    "capital words",
    "shouted words",
    "digit words",
    "separators",
    "commas",
    "sentences inside",
    "capital tail",
    "colon early",
    "web address",
    "clock sign",
    "copyright sign",
    "same line",
    "same head",
    "same first word",
    "same last word",
    *(f"{kind} words" for kind in KINDS),
    "junk words",
    "any opening",
    "opening with colon",
    "opening alone",
    *(f"{kind} opening" for kind in OPENINGS),
    "stop words",
    "vocabulary",
    "wording",
    "first wording",
)

NUMBERED = re.compile(r"\d{1,2}[.)] ")
CLOCK = re.compile(r"\d(?:[:.]\d\d\b|/\d)")
BULLETS = frozenset("*•-–—+▪●■◦·►▶>")
OPENERS = frozenset("\"“‘«„'‹")
SEPARATORS = ("|", "/", "»", "›", "→", "·", "•", ">")
WEB = ("http", "www.", "@", ".com", ".co.", ".org", ".net")
FIRST = "^"
COPYRIGHT = ("©", "ⓒ", "(c)", "(C)")


@dataclass(frozen=True, slots=True)
class LineWords:
    """The word lists and what was learnt of words."""

    kinds: Mapping[str, int]
    """Each word's kind, counted from 1."""
    openings: Mapping[str, Sequence[tuple[Sequence[str], int]]]
    """The phrases of each first word with their kind, longest first."""
    wording: Mapping[str, float]
    """How much a word speaks for the article, and with FIRST before it how much it does at the beginning of a line."""


def look_at(page: Survey, lists: LineWords) -> list[list[float]]:
    """One list of numbers a line, in the order of LOOKS."""
    first, end = page.block
    return [
        [
            *marks(text, size, page.ends[index]),
            *capitals(text, page.pieces[index], tokens),
            *repetition(page, text, tokens),
            *kinds_of_words(text, tokens, lists),
            *familiarity(page, tokens, page.prose[index] and first <= index < end),
            *wording_of(tokens, lists.wording),
        ]
        for index, (text, tokens, size) in enumerate(zip(page.texts, page.tokens, page.sizes, strict=True))
    ]


def marks(text: str, size: int, end: float) -> tuple[float, ...]:
    """Length, end marks, and what the line starts with."""
    first, last = text[0], text[-1]
    bare = text[-6:].rstrip(CLOSERS)
    return (
        size if size < 60 else 60.0,
        log(1 + size),
        min(len(text) / size, 15.0),
        end,
        1.0 if last == ":" else 0.0,
        1.0 if bare[-1:] == "…" or bare[-2:] == ".." else 0.0,
        1.0 if last in ")]" else 0.0,
        1.0 if last in '"”’»' else 0.0,
        1.0 if first.islower() else 0.0,
        1.0 if first in BULLETS else 0.0,
        1.0 if first.isdigit() else 0.0,
        1.0 if NUMBERED.match(text) else 0.0,
        1.0 if first in OPENERS else 0.0,
        0.0 if first.isalnum() or first in OPENERS or first in BULLETS else 1.0,
    )


def capitals(text: str, pieces: Sequence[str], tokens: Sequence[str]) -> tuple[float, ...]:
    """Shares of capital, shouted and digit words, and signs inside the line."""
    size = len(pieces)
    raised = [piece for piece in pieces if piece[0].isupper()]
    shouted = sum(map(str.isupper, raised))
    digits = sum(map(str.isdigit, tokens))
    starts = text.count(". ") + text.count("? ") + text.count("! ")
    colon = text.find(":", 0, 40)
    inside = text[1:-1]
    return (
        len(raised) / size,
        shouted / size,
        digits / (len(tokens) or 1),
        1.0 if holds_one(inside, SEPARATORS) else 0.0,
        min(text.count(",") / size, 0.3),
        starts if starts < 5 else 5.0,
        1.0 if starts and text[-1] not in SENTENCE_MARKS and has_capital_tail(pieces) else 0.0,
        1.0 if 0 < colon < len(text) - 1 and text.count(" ", 0, colon) < 4 else 0.0,
        1.0 if holds_one(text, WEB) else 0.0,
        1.0 if digits and CLOCK.search(text) else 0.0,
        1.0 if holds_one(text, COPYRIGHT) else 0.0,
    )


def holds_one(text: str, signs: Sequence[str]) -> bool:
    """Whether the text holds one of these signs."""
    for sign in signs:  # noqa: SIM110  # three calls a line; a generator for each would take twice the time
        if sign in text:
            return True
    return False


def has_capital_tail(pieces: Sequence[str]) -> bool:
    """Whether a few capital words follow the last full stop, as the photographer's name follows a caption."""
    for back, piece in enumerate(reversed(pieces[-7:])):
        if piece[-1:] == ".":
            tail = pieces[len(pieces) - back :]
            return bool(tail) and 3 * sum(word[:1].isupper() for word in tail) >= 2 * len(tail)
    return False


def repetition(page: Survey, text: str, tokens: Sequence[str]) -> tuple[float, ...]:
    """How often the page has the line, its head, its first and its last word in other short lines."""
    copies = page.copies[text] - 1
    heads = page.heads[text[:40]] - 1 - copies
    first = page.first_words[tokens[0]] if tokens else 1
    last = page.last_words[tokens[-1]] if tokens else 1
    return (
        copies if copies < 4 else 4.0,
        heads if heads < 3 else 3.0,
        first if first < 8 else 8.0,
        last if last < 8 else 8.0,
    )


def kinds_of_words(text: str, tokens: Sequence[str], lists: LineWords) -> list[float]:
    """The shares of each kind of words, and the phrase the line begins with."""
    shares = [0.0] * len(KINDS)
    part = 1 / (len(tokens) or 1)
    junk = 0.0
    for kind in filter(None, map(lists.kinds.get, tokens)):
        shares[kind - 1] += part
        if kind not in HARMLESS:
            junk += part
    opened = [0.0] * len(OPENINGS)
    size, opening = opening_of(text, tokens, lists)
    if size:
        opened[opening] = 1.0
    colon = text.find(":", 0, 40) if size else -1
    led = colon > 0 and len(TOKEN.findall(text, 0, colon)) == size
    return [
        *shares,
        junk,
        1.0 if size else 0.0,
        1.0 if led else 0.0,
        1.0 if size and size == len(tokens) else 0.0,
        *opened,
    ]


def opening_of(text: str, tokens: Sequence[str], lists: LineWords) -> tuple[int, int]:
    """Words and kind of the longest known phrase a line begins with; (0, 0) for none."""
    for phrase, kind in lists.openings.get(tokens[0], ()) if tokens else ():
        if tokens[: len(phrase)] == phrase:
            return len(phrase), kind
    sign = lists.openings.get(text[0])
    return (1, sign[0][1]) if sign else (0, 0)


def familiarity(page: Survey, tokens: Sequence[str], in_block: bool) -> tuple[float, float]:
    """Share of the page's own stop words, and of content words the block's other prose lines use too."""
    stops = sum(map(page.stops.__contains__, tokens))
    content = len(tokens) - stops
    known = sum(map((page.twice if in_block else page.once).__contains__, tokens))
    return stops / (len(tokens) or 1), known / content if content else 0.5


def wording_of(tokens: Sequence[str], wording: Mapping[str, float]) -> tuple[float, float]:
    """What the line's words say for the article, and what its first word says."""
    if not tokens:
        return 0.0, 0.0
    said = sum(filter(None, map(wording.get, tokens)))
    return said / len(tokens) ** 0.5, wording.get(FIRST + tokens[0], 0.0)
