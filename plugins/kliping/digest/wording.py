"""Checks of the texts that a digest has in each of its languages: none may be missing, and none may be in another."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import get_args, get_origin

import msgspec
from msgspec import Struct

from kliping.errors import InvalidData
from kliping.knowledge import Claim, Words
from kliping.load import line_of_key, spell_way, suggest
from kliping.model import Lang
from kliping.web import is_web_address

Way = tuple[str, ...]
"""The keys and places in lists that lead to something in a file."""

_fields = cache(msgspec.structs.fields)
"""The fields of a type; to work them out takes longer than to look at what a term of the vocabulary has in them."""


def word_faults(value: Struct, langs: tuple[Lang, ...], path: Path | str) -> Iterator[InvalidData]:
    """A fault for each text that lacks a language or has one too many, and for each claim with an address that is none.

    A text that is missing in all languages, such as a description, is no fault. Without `langs` nothing is checked.
    """
    for way, problem, advice in _faults(value, langs, ()) if langs else ():
        line = line_of_key(Path(path).read_bytes(), *way)
        yield InvalidData(problem, path=path, line=line, key=spell_way(way), advice=advice)


def _faults(value: object, langs: tuple[Lang, ...], way: Way) -> Iterator[tuple[Way, str, str]]:
    if isinstance(value, Claim) and not is_web_address(value.source):
        yield (*way, "source"), f"`{value.source}` is no address", "Write it whole, with https://: readers follow it."
    if isinstance(value, Struct):
        for field in _fields(type(value)):
            inner, here = getattr(value, field.name), (*way, field.encode_name)
            if field.type == Words:
                yield from _missing(inner, langs, here)
            if _is_by_language(field.type):
                yield from _unknown(inner, langs, here)
            else:
                yield from _faults(inner, langs, here)
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _faults(inner, langs, (*way, str(key)))
    elif isinstance(value, tuple):
        for place, inner in enumerate(value):
            yield from _faults(inner, langs, (*way, str(place)))


def _is_by_language(kind: object) -> bool:
    """Whether a field has texts, or lists of them, by language."""
    return kind == Words or (get_origin(kind) is dict and get_args(kind) == (Lang, tuple[str, ...]))


def _missing(words: Words, langs: tuple[Lang, ...], way: Way) -> Iterator[tuple[Way, str, str]]:
    for lang in langs if words else ():
        if not words.get(lang, "").strip():
            yield way, f"has no words in `{lang}`", "Add them: the digest's languages are equals."


def _unknown(words: dict[Lang, object], langs: tuple[Lang, ...], way: Way) -> Iterator[tuple[Way, str, str]]:
    for lang in words:
        if lang not in langs:
            yield (*way, lang), "is no language of this digest", suggest(lang, langs)
