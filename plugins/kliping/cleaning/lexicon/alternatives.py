"""One expression for any of many words.

Input: words or phrases. Output: an expression that finds each of them.
"""

import re
from collections.abc import Iterable
from os.path import commonprefix

DEEPEST = 40
"""Groups within groups; expressions cannot be nested at will."""
_LETTERS_I = str.maketrans("İı", "ii")


def folded(words: str) -> str:
    """Words found by an expression that ignores case, as its keys are written: it takes İ and ı for i.

    >>> folded("İNEWS")
    'inews'
    """
    return words.translate(_LETTERS_I).casefold()


def words_expression(words: Iterable[str]) -> str:
    """An expression for any of the words or phrases, longest first, at word borders.

    Words that begin alike share their beginning, so that the cost of a place in the text
    does not grow with their number.

    >>> words_expression(["AP", "APA", "Antara"])
    '(?<!\\\\w)(?:A(?:P(?:A)?|ntara))(?!\\\\w)'
    """
    groups: dict[tuple[bool, bool], set[str]] = {}
    for one in words:
        if one:
            groups.setdefault((one[-1].isalnum(), one[0].isalnum()), set()).add(one)
    branches = [_bordered(_tree(groups[ends]), *ends) for ends in sorted(groups)]
    return "|".join(branches) or "(?!)"


def _bordered(expression: str, closes: bool, opens: bool) -> str:
    before = r"(?<!\w)" if opens else ""
    after = r"(?!\w)" if closes else ""
    return f"{before}(?:{expression}){after}"


def _tree(words: Iterable[str], depth: int = 0) -> str:
    """An expression for words that need no borders, their common beginnings written once."""
    branches: dict[str, list[str]] = {}
    ends_here = False
    for word in words:
        if word:
            branches.setdefault(word[0], []).append(word)
        else:
            ends_here = True
    if depth >= DEEPEST:
        parts = [re.escape(word) for _, group in sorted(branches.items()) for word in sorted(group, key=len, reverse=True)]
    else:
        parts = [_branch(group, depth) for _, group in sorted(branches.items())]
    if not parts:
        return ""
    joined = parts[0] if len(parts) == 1 and not ends_here else f"(?:{'|'.join(parts)})"
    return f"{joined}?" if ends_here else joined


def _branch(words: list[str], depth: int) -> str:
    """An expression for words that begin alike."""
    shared = commonprefix(words)  # noqa: RUF071  # letters are meant, not folders
    return re.escape(shared) + _tree((word[len(shared) :] for word in words), depth + 1)
