"""How a rule parts a line: from which cleaned character which role holds, and with which words."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec import Struct

from kliping.model import Role


class Cut(NamedTuple):
    """A role that holds from a character to the next cut."""

    at: int
    role: Role
    rule: str = ""
    """Empty where the rule that made the cut is meant."""


Cuts = tuple[Cut, ...]
"""In order; the first begins at 0."""


class Part(Struct, frozen=True, gc=False):
    """A labelled stretch of a line, with its words."""

    at: int
    """The line."""
    role: Role
    text: str
    rule: str


def parts_of(texts: Sequence[str], labels: Sequence[Cuts]) -> Iterator[Part]:
    """Every labelled stretch with words, in order.

    >>> [(part.role.value, part.text) for part in parts_of(["Warga. AFP"], [(Cut(0, Role.CAPTION), Cut(7, Role.CREDIT))])]
    [('caption', 'Warga.'), ('credit', 'AFP')]
    """
    for at, (text, cuts) in enumerate(zip(texts, labels, strict=True)):
        if not text:
            continue
        if len(cuts) == 1:
            yield Part(at, cuts[0].role, text, cuts[0].rule)
            continue
        ends = [*(cut.at for cut in cuts[1:]), len(text)]
        for cut, end in zip(cuts, ends, strict=True):
            words = text[cut.at : end].strip()
            if words:
                yield Part(at, cut.role, words, cut.rule)
