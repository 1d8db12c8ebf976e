"""How a rule cuts a line: at which characters of the cleaned line another role begins."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec import Struct

from kliping.model import Role


class Cut(NamedTuple):
    """A role that holds from one character of a line to the next cut."""

    at: int
    role: Role
    rule: str = ""
    """The name of the rule that gives the role; empty for the rule that made the cut."""


Cuts = tuple[Cut, ...]
"""All cuts of a line, in order; the first is at 0."""


class Part(Struct, frozen=True, gc=False):
    """A stretch of a line with one role, and its words."""

    at: int
    """The index of its line."""
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
