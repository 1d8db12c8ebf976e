"""One regular expression for any of many words.

Input: words or phrases. Output: an expression that finds any of them.
"""

import re
from collections.abc import Iterable
from os.path import commonprefix

DEEPEST = 40
"""Groups inside groups: Python allows no arbitrary number of them."""
_LETTERS_I = str.maketrans("İı", "ii")


def folded(words: str) -> str:
    """Words that an expression without case found, as they are written in the data: such an expression takes İ and ı for i.

    >>> folded("İNEWS")
    'inews'
    """
    return words.translate(_LETTERS_I).casefold()


def words_expression(words: Iterable[str]) -> str:
    """An expression for any of the words or phrases, longest first, at word borders.

    Words with the same beginning share it in the expression, so that trying it at one place in a text does not take longer
    with more words.

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
    """An expression for words without regard to borders, in which common beginnings stand once."""
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
    """An expression for words with a common beginning."""
    shared = commonprefix(words)  # noqa: RUF071  # letters are meant, not folders
    return re.escape(shared) + _tree((word[len(shared) :] for word in words), depth + 1)
