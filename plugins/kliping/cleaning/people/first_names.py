"""First names as the data lists them.

Input: a name. Output: the same in plain letters.
"""

import unicodedata


def without_accents(name: str) -> str:
    """A name in plain letters, as the list has it.

    >>> without_accents("André")
    'Andre'
    """
    return name if name.isascii() else unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
