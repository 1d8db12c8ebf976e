"""What each line looks like, apart from its neighbours: marks, capitals, digits, signs, repetition.

Input: a Survey and the word lists. Output: one column of floats a feature, in the order of LOOKS.
Columns rather than rows: a comprehension over a page's lines costs a third of a call for each of them.
"""

import re
from collections import Counter
from collections.abc import Sequence
from math import log

from kliping.cleaning.linemodel.survey import SENTENCE_MARKS, Column, Survey, count
from kliping.cleaning.linemodel.words import KINDS, OPENINGS, LineWords, familiarity, kinds_of_words, openings, wording_of

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
    "stamp",
    "any opening",
    "opening with colon",
    "opening alone",
    *(f"{kind} opening" for kind in OPENINGS),
    "stop words",
    "vocabulary",
    "wording",
    "first wording",
)

STAMP_WORDS, STAMP_SHARE = 8, 0.6
"""A date has at most so many words, of which so many are figures or words of days, months and hours."""
NUMBERED = re.compile(r"\d{1,2}[.)] ")
CLOCK = re.compile(r"\d(?:[:.]\d\d\b|/\d)")
BULLETS = frozenset("*•-–—+▪●■◦·►▶>")
OPENERS = frozenset("\"“‘«„'‹")
SEPARATORS = ("|", "/", "»", "›", "→", "·", "•", ">")
WEB = ("http", "www.", "@", ".com", ".co.", ".org", ".net")
COPYRIGHT = ("©", "ⓒ", "(c)", "(C)")


def look_at(page: Survey, lists: LineWords) -> list[Column]:
    """One column a feature, in the order of LOOKS."""
    digits, kinds = digit_words(page), kinds_of_words(page, lists)
    return [
        *marks(page),
        *capitals(page),
        digits,
        *signs(page, digits),
        *repetition(page),
        *kinds,
        stamps(page, digits, kinds),
        *openings(page, lists),
        *familiarity(page),
        *wording_of(page.tokens, lists),
    ]


def marks(page: Survey) -> list[Column]:
    """Length, end marks, and what the line starts with."""
    texts, sizes, tails = page.texts, page.sizes, page.tails
    firsts = [text[0] for text in texts]
    lasts = [text[-1] for text in texts]
    return [
        [float(size) if size < 60 else 60.0 for size in sizes],
        [log(1 + size) for size in sizes],
        [min(len(text) / size, 15.0) for text, size in zip(texts, sizes, strict=True)],
        page.ends,
        [1.0 if last == ":" else 0.0 for last in lasts],
        [1.0 if tail[-1:] == "…" or tail[-2:] == ".." else 0.0 for tail in tails],
        [1.0 if last in ")]" else 0.0 for last in lasts],
        [1.0 if last in '"”’»' else 0.0 for last in lasts],
        [1.0 if first.islower() else 0.0 for first in firsts],
        [1.0 if first in BULLETS else 0.0 for first in firsts],
        [1.0 if first.isdigit() else 0.0 for first in firsts],
        [1.0 if first.isdigit() and NUMBERED.match(text) else 0.0 for first, text in zip(firsts, texts, strict=True)],
        [1.0 if first in OPENERS else 0.0 for first in firsts],
        [0.0 if first.isalnum() or first in OPENERS or first in BULLETS else 1.0 for first in firsts],
    ]


def capitals(page: Survey) -> list[Column]:
    """Shares of capital and of shouted words."""
    raised = [[piece for piece in pieces if piece[0].isupper()] for pieces in page.pieces]
    return [
        [len(words) / size for words, size in zip(raised, page.sizes, strict=True)],
        [count(str.isupper, words) / size for words, size in zip(raised, page.sizes, strict=True)],
    ]


def digit_words(page: Survey) -> Column:
    """The share of words that are numbers."""
    return [count(str.isdigit, tokens) / (len(tokens) or 1) for tokens in page.tokens]


def stamps(page: Survey, digits: Column, kinds: Sequence[Column]) -> Column:
    """1 for the short lines that are mostly figures and words of a date or a clock; rows of figures alone are tables."""
    dates, clocks = kinds[KINDS.index("date")], kinds[KINDS.index("clock")]
    return [
        1.0 if digit and (date or clock) and size <= STAMP_WORDS and digit + date + clock >= STAMP_SHARE else 0.0
        for size, digit, date, clock in zip(page.sizes, digits, dates, clocks, strict=True)
    ]


def signs(page: Survey, digits: Column) -> list[Column]:
    """Separators, commas and sentences inside the line, addresses, clock times."""
    texts = page.texts
    whole = "\n".join(texts)
    starts = sentence_starts(texts, whole)
    colons = [text.find(":", 0, 40) for text in texts]
    return [
        holding([text[1:-1] for text in texts], SEPARATORS, whole),
        [min(text.count(",") / size, 0.3) for text, size in zip(texts, page.sizes, strict=True)],
        [float(start) if start < 5 else 5.0 for start in starts],
        [
            1.0 if start and text[-1] not in SENTENCE_MARKS and has_capital_tail(pieces) else 0.0
            for start, text, pieces in zip(starts, texts, page.pieces, strict=True)
        ],
        [
            1.0 if 0 < colon < len(text) - 1 and text.count(" ", 0, colon) < 4 else 0.0
            for colon, text in zip(colons, texts, strict=True)
        ],
        holding(texts, WEB, whole),
        [1.0 if share and CLOCK.search(text) else 0.0 for share, text in zip(digits, texts, strict=True)],
        holding(texts, COPYRIGHT, whole),
    ]


def sentence_starts(texts: Sequence[str], whole: str) -> list[int]:
    """How many sentences end inside each line."""
    starts = [text.count(". ") for text in texts]
    for mark in ("? ", "! "):
        if mark in whole:
            starts = [start + text.count(mark) for start, text in zip(starts, texts, strict=True)]
    return starts


def holding(texts: Sequence[str], signs: Sequence[str], whole: str) -> Column:
    """1 for the lines that hold one of these signs; those that the whole page lacks are not looked for in each."""
    here = [sign for sign in signs if sign in whole]
    return [1.0 if holds_one(text, here) else 0.0 for text in texts] if here else [0.0] * len(texts)


def holds_one(text: str, signs: Sequence[str]) -> bool:
    """Whether the text holds one of these signs."""
    for sign in signs:  # noqa: SIM110  # a generator for each line would take twice the time
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


def repetition(page: Survey) -> list[Column]:
    """How often the page has the line, its head, its first and its last word in other short lines."""
    beginnings = [text[:40] for text in page.texts]
    short = [tokens for tokens, size in zip(page.tokens, page.sizes, strict=True) if tokens and size < 10]
    copies, heads = Counter(page.texts), Counter(beginnings)
    firsts, lasts = Counter([tokens[0] for tokens in short]), Counter([tokens[-1] for tokens in short])
    same_line = [copies[text] - 1 for text in page.texts]
    same_head = [heads[head] - 1 - copy for head, copy in zip(beginnings, same_line, strict=True)]
    same_first = [firsts.get(tokens[0], 0) if tokens else 1 for tokens in page.tokens]
    same_last = [lasts.get(tokens[-1], 0) if tokens else 1 for tokens in page.tokens]
    return [
        [float(copy) if copy < 4 else 4.0 for copy in same_line],
        [float(head) if head < 3 else 3.0 for head in same_head],
        [float(first) if first < 8 else 8.0 for first in same_first],
        [float(last) if last < 8 else 8.0 for last in same_last],
    ]
