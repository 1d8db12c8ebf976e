"""A word to its roots: what search needs where a language changes a word at both ends.

`menyerang`, `serangan` and `penyerangan` share the root `serang`. A dictionary of forms decides where it knows the word;
elsewhere the affixes of the language's data file are taken off, and what remains counts only if it is a known root.
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
LAYERS = 3
"""Prefixes a word may carry: mem-per-laku-kan has two, ke-ber-pem- three."""


class Prefix(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What may stand before a root, and what it does to the root's first letter."""

    written: str
    before: str = ""
    """Letters one of which follows; any where empty."""
    root: str = ""
    """Letters of the root that it swallowed."""


class Affixes(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How a language builds words around a root, for search."""

    clitics: tuple[str, ...]
    """Words written together with the one before them."""
    suffixes: tuple[str, ...]
    prefixes: tuple[Prefix, ...]
    loan_endings: tuple[str, ...] = ()
    """Endings of loans: a long word with one is a root though no dictionary lists it."""
    roots: dict[str, str] = {}
    """Roots that the dictionary does not know or that it misses."""
    kin: tuple[tuple[str, str], ...] = ()
    """Pairs of words that must find each other."""
    strangers: tuple[tuple[str, str], ...] = ()
    """Pairs of words that look as if they should and must not."""


def load_affixes(lang: Lang, data: Path = DATA) -> Affixes | None:
    """The affixes of a language, or None for one in which a word changes little at its beginning.

    Raises InvalidData for a file that breaks its schema.
    """
    path = data / "affixes" / f"{lang}.yml"
    return read_yaml(path, Affixes) if path.is_file() else None


class Roots:
    """The roots of a language's words."""

    def __init__(self, affixes: Affixes, dictionary: Mapping[str, str]) -> None:
        """`dictionary` has the base of each form; a base is its own."""
        self._affixes, self._dictionary = affixes, {**dictionary, **affixes.roots}
        self._bases = frozenset(base for base in self._dictionary.values() if self._dictionary.get(base, base) == base)
        self._found: dict[str, tuple[str, ...]] = {}

    def of(self, word: str) -> tuple[str, ...]:
        """The roots of a word in small letters, sorted; none where it has no known one."""
        found = self._found.get(word)
        if found is None:
            found = self._found[word] = self._look(word)
        return found

    def exceptions(self) -> list[tuple[str, str, tuple[str, ...]]]:
        """Words whose base is not what taking off affixes tells: the word, its base, what the affixes tell."""
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
    """What may remain of a word without affixes, and whether nothing of its own first letters had to be guessed."""
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
