"""What to do about a name that is not valid where it stands.

Input: the name, and the valid ones. Output: a sentence for the end of an error message.
"""

from collections.abc import Iterable
from difflib import get_close_matches

MOST_SHOWN = 12
"""Valid names that a message lists at most."""


def suggest(name: str, valid: Iterable[str]) -> str:
    """A question such as ``Did you mean `kumparan`?``, or a list of the valid names if none is similar."""
    known = sorted(valid)
    close = get_close_matches(name, known, n=1)
    if close:
        return f"Did you mean `{close[0]}`?"
    shown = ", ".join(f"`{one}`" for one in known[:MOST_SHOWN]) + (", …" if len(known) > MOST_SHOWN else "")
    return f"Valid here: {shown}." if known else "No name is valid here."
