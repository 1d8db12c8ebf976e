"""The passages of the body: paragraphs, headings, quotations and lists, with the anchors that readers cite.

Input: a page and its parts. Output: blocks in order. Pieces of one sentence on neighbouring lines are joined.
"""

import re
from collections.abc import Iterable

from kliping.cleaning.cuts import Part
from kliping.cleaning.forms.shapes import bullet_length, ends_sentence
from kliping.cleaning.page import Page
from kliping.model import BLOCK_KINDS, Block

_HYPHEN = re.compile(r"[^\W\d_]-$")
END = 10
"""Last characters of a passage that are enough to see whether a sentence ends there."""


class _Passage:
    """A passage that is being put together."""

    def __init__(self, kind: str, text: str, at: int) -> None:
        self.kind = kind
        self.pieces = [text]
        self.end = text
        """At least its last characters."""
        self.first = self.last = at

    def add(self, glue: str, text: str, at: int) -> None:
        """Put further words of the line `at` behind it, with `glue` between."""
        self.pieces += (glue, text)
        self.end = self.end[-END:] + glue + text
        self.last = at

    def close_word(self, rest: str, at: int) -> None:
        """Add the rest of a word that was hyphenated; the hyphen stays if it is the word's own, as in `anak-anak`."""
        begun = self.pieces[-1].rpartition(" ")[2].rstrip("-")
        if not rest.startswith(begun):
            self.pieces[-1] = self.pieces[-1][:-1]
        self.add("", rest, at)


def blocks_of(page: Page, parts: Iterable[Part]) -> tuple[Block, ...]:
    """The passages of the body."""
    passages: list[_Passage] = []
    for part in parts:
        kind = BLOCK_KINDS.get(part.role)
        if kind:
            _add(page, passages, kind, part.text, part.at)
    return tuple(_anchored(page, passages))


def _add(page: Page, passages: list[_Passage], kind: str, words: str, at: int) -> None:
    words = words[bullet_length(words) :] if kind == "list" else words
    last = passages[-1] if passages else None
    if last and last.kind == kind and not any(page.filled(last.last + 1, at)):
        if kind == "list":
            last.add("\n", words, at)
            return
        if kind == "paragraph" and at <= last.last + 1 and (page.is_wrapped or _goes_on(last.end, words)):
            if _HYPHEN.search(last.end) and words[0].islower():
                last.close_word(words, at)
            else:
                last.add("" if words[0] in ".,;:!?)" else " ", words, at)
            return
    passages.append(_Passage(kind, words, at))


def _goes_on(before: str, after: str) -> bool:
    """Whether a sentence was cut in two: it has no end before, and no beginning after."""
    return not ends_sentence(before) and not before.endswith(":") and (after[0].islower() or after[0] in ".,;)")


def _anchored(page: Page, passages: list[_Passage]) -> list[Block]:
    counts = {"p": 0, "h": 0}
    blocks: list[Block] = []
    for one in passages:
        letter = "h" if one.kind == "heading" else "p"
        counts[letter] += 1
        line = page.lines[one.first].number
        blocks.append(Block(kind=one.kind, text="".join(one.pieces), line=line, anchor=f"{letter}{counts[letter]}"))
    return blocks
