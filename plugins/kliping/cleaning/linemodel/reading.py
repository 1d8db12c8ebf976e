"""The model's data files to a `LineModel`, every name checked."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from msgspec import Struct

from kliping.cleaning.linemodel.context import CONTEXT
from kliping.cleaning.linemodel.model import FEATURES, NET_FEATURES, LineModel
from kliping.cleaning.linemodel.passes import TwoPasses
from kliping.cleaning.linemodel.reading_net import read_net
from kliping.cleaning.linemodel.trees import Votes
from kliping.cleaning.linemodel.words import FIRST, KINDS, OPENINGS, LineWords
from kliping.cleaning.words import words_of
from kliping.errors import InvalidData
from kliping.knowledge import DATA
from kliping.load import read_yaml

Lists = dict[str, tuple[str, ...]]
"""Words or phrases by language; `any` holds those of every language."""


class Wording(Struct, frozen=True, forbid_unknown_fields=True):
    """What was learnt of words, alone and in pairs."""

    least: int
    """On the pages of so many sites each of them stands."""
    words: dict[str, float]
    """How much a word speaks for the article."""
    first: dict[str, float]
    """How much it does as the first word of a line."""
    pairs: dict[str, float]
    """How much two words in a row do; `$` stands for the end of a line."""


class FirstPass(Struct, frozen=True, forbid_unknown_fields=True):
    """A linear model."""

    bias: float
    weights: dict[str, float]
    """By feature."""


class SecondPass(Struct, frozen=True, forbid_unknown_fields=True):
    """Small trees; each is a value, or [feature, threshold, tree if at most, tree if more]."""

    base: float
    features: tuple[str, ...]
    """Names of the features, which the trees count from 0."""
    trees: tuple[Any, ...]


class Trained(Struct, frozen=True, forbid_unknown_fields=True):
    """The file `line_model.json`."""

    wording: Wording
    first: FirstPass = msgspec.field(name="first pass")
    second: SecondPass = msgspec.field(name="second pass")


class WordLists(Struct, frozen=True, forbid_unknown_fields=True):
    """The file `line_words.yml`: words and opening phrases by kind."""

    words: dict[str, Lists]
    openings: dict[str, Lists]


@cache
def load_line_model(data: Path = DATA) -> LineModel:
    """The shipped model. Raises InvalidData for a file of another form, and for a name the code does not know, or lacks."""
    path = data / "line_model.json"
    try:
        trained = msgspec.json.decode(path.read_bytes(), type=Trained)
    except msgspec.DecodeError as error:
        raise InvalidData(f"is no line model: {error}", path=path, advice="Train it again.") from error
    _check(path, "first pass", trained.first.weights, FEATURES)
    places = {name: place for place, name in enumerate((*FEATURES, *CONTEXT))}
    _check(path, "second pass", [*trained.second.features, *places], places)
    second = trained.second
    return LineModel(
        lists=read_words(data / "line_words.yml", wording_of(trained.wording), phrasing_of(trained.wording)),
        passes=TwoPasses(
            np.array([trained.first.weights[name] for name in FEATURES]),
            trained.first.bias,
            Votes(second.trees, second.base, [places[name] for name in second.features], len(places)),
        ),
        net=read_net(data / "line_net.json", NET_FEATURES),
    )


def wording_of(learnt: Wording) -> dict[str, float]:
    """What was learnt of words, as `LineWords` has it."""
    return learnt.words | {FIRST + word: weight for word, weight in learnt.first.items()}


def phrasing_of(learnt: Wording) -> dict[tuple[str, str], float]:
    """What was learnt of two words in a row, as `LineWords` has it."""
    found: dict[tuple[str, str], float] = {}
    for pair, weight in learnt.pairs.items():
        one, two = pair.split()
        found[one, two] = weight
    return found


def read_words(
    path: Path, wording: Mapping[str, float], phrasing: Mapping[tuple[str, str], float] | None = None
) -> LineWords:
    """The lists in a file and what was learnt of words. Raises InvalidData for a kind the code does not know, or lacks."""
    lists = read_yaml(path, WordLists)
    _check(path, "words", lists.words, KINDS)
    _check(path, "openings", lists.openings, OPENINGS)
    kinds: dict[str, int] = {}
    for kind, word in _each(lists.words):
        for token in words_of(word):
            kinds.setdefault(token, KINDS.index(kind) + 1)
    openings: dict[str, list[tuple[list[str], int]]] = {}
    for kind, phrase in _each(lists.openings):
        tokens = words_of(phrase) or [phrase]
        openings.setdefault(tokens[0], []).append((tokens, OPENINGS.index(kind)))
    for phrases in openings.values():
        phrases.sort(key=lambda entry: -len(entry[0]))
    return LineWords(kinds, openings, wording, phrasing or {})


def _each(lists: Mapping[str, Lists]) -> Iterable[tuple[str, str]]:
    return ((kind, word) for kind, languages in lists.items() for words in languages.values() for word in words)


def _check(path: Path, key: str, found: Iterable[str], known: Iterable[str]) -> None:
    wrong = sorted(set(found) ^ set(known))
    if wrong:
        raise InvalidData(f"names unknown or missing: {', '.join(wrong)}", path=path, key=key, advice="Train it again.")
