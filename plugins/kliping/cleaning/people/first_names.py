"""The first names that a language's bylines begin with.

Input: a language. Output: its names in small letters; None where none are listed.
"""

import unicodedata
from functools import cache
from pathlib import Path

import msgspec

from kliping.knowledge import DATA
from kliping.model import Lang


def first_names_of(lang: Lang) -> frozenset[str] | None:
    """The first names of a language; None where the data lists none."""
    return _load(DATA / "first_names.json").get(lang)


def without_accents(name: str) -> str:
    """A name in plain letters, as the list has it.

    >>> without_accents("André")
    'Andre'
    """
    return name if name.isascii() else unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()


@cache
def _load(path: Path) -> dict[str, frozenset[str]]:
    return msgspec.json.decode(path.read_bytes(), type=dict[str, frozenset[str]])
