"""The words of a text, in forms that serve to compare texts and to look words up.

Input: a text. Output: its words in one of several forms; every function is linear in the text's length.
"""

import re
from collections.abc import Iterator

LONGEST = 100_000
"""Characters of a line by which its words are known well enough, and of a block in `words_by_blocks`."""
_WORD = re.compile(r"\w+")
_LONGER_WORD = re.compile(r"[^\W\d_]{4,}")
_NO_WORD = re.compile(r"[\W_]{2,}|[^\w ]|_")


def words_of(text: str) -> list[str]:
    """The words and numbers in a text, in small letters."""
    return _WORD.findall(text.lower())


def words_by_blocks(text: str) -> Iterator[list[str]]:
    """The same for a very long text, some at a time, so that they need not all be in memory."""
    start = 0
    while start < len(text):
        end = start + LONGEST
        end = end if end >= len(text) else text.rfind(" ", start, end) + 1 or end
        yield words_of(text[start:end])
        start = end


def bare_words(text: str) -> str:
    """The bare words of a text, by which lines are compared: without case, signs and doubled spaces."""
    return _NO_WORD.sub(" ", text.lower()).strip()


def vocabulary(text: str) -> set[str]:
    """The words of four letters or more in a text, in small letters."""
    return set(_LONGER_WORD.findall(text[:LONGEST].casefold()))
