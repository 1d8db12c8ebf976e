"""The roots of words, for the search in a language that changes words at both ends.

`menyerang`, `serangan` and `penyerangan` share the root `serang`. Where a dictionary of forms knows the word, it decides;
otherwise the affixes in the language's data file are taken off, and what remains counts only if it is a known root.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from kliping.knowledge import DATA
from kliping.load import read_yaml
from kliping.model import Lang

SHORTEST = 3
"""Letters of the shortest root."""
SHORTEST_LOAN = 6
"""Letters of the shortest word that is taken for a loan by its ending alone."""
LAYERS = 3
"""Prefixes that a word may have: mem-per-laku-kan has two, ke-ber-pem- three."""


class Prefix(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What may stand before a root, and what it does to the first letter of the root."""

    written: str
    before: str = ""
    """One of these letters follows; empty: any letter."""
    root: str = ""
    """First letters of the root that the prefix swallows."""


class Affixes(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How a language builds words around a root, for search."""

    clitics: tuple[str, ...]
    """Words written together with the one before them."""
    suffixes: tuple[str, ...]
    prefixes: tuple[Prefix, ...]
    loan_endings: tuple[str, ...] = ()
    """Endings of loan words: a long word with one is a root although no dictionary has it."""
    roots: dict[str, str] = {}
    """Roots of words that the dictionary lacks or has wrong."""
    kin: tuple[tuple[str, str], ...] = ()
    """Pairs of words that the search must take for the same."""
    strangers: tuple[tuple[str, str], ...] = ()
    """Pairs of words that look alike, and that it must not."""


def load_affixes(lang: Lang, data: Path = DATA) -> Affixes | None:
    """The affixes of a language; None for a language without such a file, whose words hardly change at their beginning.

    Raises InvalidData for a file that breaks its schema.
    """
    path = data / "affixes" / f"{lang}.yml"
    return read_yaml(path, Affixes) if path.is_file() else None


class Roots:
    """The roots of a language's words."""

    def __init__(self, affixes: Affixes, dictionary: Mapping[str, str]) -> None:
        """`dictionary` gives the base of each form; the base of a base is that itself."""
        self._affixes, self._dictionary = affixes, {**dictionary, **affixes.roots}
        self._bases = frozenset(base for base in self._dictionary.values() if self._dictionary.get(base, base) == base)
        self._found: dict[str, tuple[str, ...]] = {}

    def of(self, word: str) -> tuple[str, ...]:
        """The roots of a word in small letters, sorted; empty if none is known."""
        found = self._found.get(word)
        if found is None:
            found = self._found[word] = self._look(word)
        return found

    def exceptions(self) -> list[tuple[str, str, tuple[str, ...]]]:
        """Words whose base is not what remains without affixes: the word, its base, and what remains."""
        told = ((word, self._base(word), self._known_bases(word)) for word in sorted(self._dictionary))
        return [(word, base, shorn) for word, base, shorn in told if shorn != (() if word == base else (base,))]

    def _look(self, word: str) -> tuple[str, ...]:
        if word in self._dictionary:
            return (self._base(word),)
        found = self._known_bases(word)
        if found:
            return found
        loans = {part for part, whole in stems_of(word, self._affixes) if whole and self._is_loan(part)}
        return tuple(sorted(loans)) or ((word,) if self._is_loan(word) else ())

    def _base(self, word: str) -> str:
        base = self._dictionary[word]
        return self._dictionary.get(base, base)

    def _known_bases(self, word: str) -> tuple[str, ...]:
        return tuple(sorted({part for part, _ in stems_of(word, self._affixes) if part in self._bases}))

    def _is_loan(self, word: str) -> bool:
        return len(word) >= SHORTEST_LOAN and word.endswith(self._affixes.loan_endings)


def stems_of(word: str, affixes: Affixes) -> Iterator[tuple[str, bool]]:
    """What may remain of a word without affixes, each with whether no first letter of it had to be guessed."""
    layer = [(stem, True) for stem in _endings_off(word, affixes)]
    seen = {word}
    for stem, whole in layer:
        if stem not in seen:
            seen.add(stem)
            yield stem, whole
    for _ in range(LAYERS):
        layer = [each for one in layer for each in _prefixes_off(one, affixes) if each[0] not in seen]
        if not layer:
            return
        for stem, whole in layer:
            if stem not in seen:
                seen.add(stem)
                yield stem, whole


def _endings_off(word: str, affixes: Affixes) -> list[str]:
    stems = [word]
    for endings in (affixes.clitics, affixes.suffixes):
        stems += [
            stem.removesuffix(ending)
            for stem in stems
            for ending in endings
            if len(stem) >= len(ending) + SHORTEST and stem.endswith(ending)
        ]
    return stems


def _prefixes_off(stem: tuple[str, bool], affixes: Affixes) -> Iterator[tuple[str, bool]]:
    word, whole = stem
    for prefix in affixes.prefixes:
        if word.startswith(prefix.written):
            rest = word[len(prefix.written) :]
            if rest and (not prefix.before or rest[0] in prefix.before) and len(prefix.root + rest) >= SHORTEST:
                yield prefix.root + rest, whole and not prefix.root
