"""How a rule parts a line: from which cleaned character which role holds."""

from collections.abc import Iterator
from typing import NamedTuple

from kliping.model import Role


class Cut(NamedTuple):
    """A role that holds from a character to the next cut."""

    at: int
    role: Role
    rule: str = ""
    """Empty where the rule that made the cut is meant."""


Cuts = tuple[Cut, ...]
"""In order; the first begins at 0."""


def parted(text: str, cuts: Cuts) -> Iterator[tuple[Cut, str]]:
    """Each cut of a line with the words it holds.

    >>> [(cut.role.value, words) for cut, words in parted("Warga. AFP", (Cut(0, Role.CAPTION), Cut(7, Role.CREDIT)))]
    [('caption', 'Warga.'), ('credit', 'AFP')]
    """
    ends = [*(cut.at for cut in cuts[1:]), len(text)]
    for cut, end in zip(cuts, ends, strict=True):
        yield cut, text[cut.at : end].strip()
