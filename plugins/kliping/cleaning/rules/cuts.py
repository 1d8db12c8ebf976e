"""How a rule parts a line: from which cleaned character which role holds."""

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
