"""The words of a text, to compare texts and to look words up by.

Input: a text. Output: its words in one of several forms; every function is linear in the text's length.
"""

import re
from collections.abc import Iterator

LONGEST = 100_000
"""Characters of a line that are enough to know its words by."""
_WORD = re.compile(r"\w+")
_LONGER_WORD = re.compile(r"[^\W\d_]{4,}")
_NO_WORD = re.compile(r"[\W_]{2,}|[^\w ]|_")


def words_of(text: str) -> list[str]:
    """The words in small letters, numbers too."""
    return _WORD.findall(text.lower())


def words_by_blocks(text: str) -> Iterator[list[str]]:
    """The same, so many at a time that those of a very long line do not fill the memory."""
    start = 0
    while start < len(text):
        end = start + LONGEST
        end = end if end >= len(text) else text.rfind(" ", start, end) + 1 or end
        yield words_of(text[start:end])
        start = end


def key_of(text: str) -> str:
    """The words alone, to compare lines by: case, signs and spaces do not count."""
    return _NO_WORD.sub(" ", text.lower()).strip()


def vocabulary(text: str) -> set[str]:
    """The longer words of a text in small letters."""
    return set(_LONGER_WORD.findall(text[:LONGEST].casefold()))
