"""Lines that say again what another line of the page says: copies, pull quotes, bodies printed twice.

Input: a page. Output: for each line the line it repeats, or None.
Lines are compared by their runs of six words, so that the cost grows with the length of the text only.
"""

from collections.abc import Sequence
from itertools import compress, count
from typing import TYPE_CHECKING

from kliping.cleaning.forms.shapes import ends_sentence
from kliping.cleaning.words import bare_words

if TYPE_CHECKING:
    from kliping.cleaning.page import Page

RUN_WORDS = 6
"""Shorter lines are only compared whole."""
ENOUGH = 4
"""So many lines are looked at that may hold another."""
SEVERAL = 3
"""So many lines within one are no pull quotes."""
MOST = 0.7
"""The share of a line that its parts must fill to make it a copy of them."""

LONG = 200
"""Characters of a line that holds others whole."""
BEGINNING = 30
"""Characters that are compared first."""
FEWEST_PARTS = 2
"""So many lines below make the line they are in; one does where that line is itself the last part of another."""
LEFT_OVER = 60
"""Characters of such a line that may stand in no line below: a button."""
LONGEST = 100_000
"""Characters of a line that are looked through."""


def find_copies(page: "Page") -> tuple[int | None, ...]:
    """The line each line repeats: an earlier equal one, or any longer one that holds all its words in a row."""
    keys = ["" if page.is_known(at) or "://" in page.text(at) else _bare_key(page, at) for at in range(len(page))]
    runs = list(map(_first_run, keys))
    whole: dict[str, int] = {}
    for at, key in enumerate(keys):
        whole.setdefault(key, at)
    holders = _holders(keys, runs)
    found = [_repeated(page, at, keys, whole, holders.get(runs[at], ())) for at in range(len(page))]
    for long_line, parts in _held(keys, found).items():
        if len(parts) >= SEVERAL and sum(len(keys[at]) for at in parts) >= MOST * len(keys[long_line]):
            found[long_line] = parts[0]  # the whole text once more on one line: its lines stay
            for at in parts:
                found[at] = None
    return tuple(found)


def find_containers(texts: Sequence[str]) -> frozenset[int]:
    """The lines whose text stands again in the lines below, as scrapers write an element and then each of its parts.

    >>> sorted(find_containers(["Air naik." * 30 + "Hujan turun.", "Air naik." * 30, "Hujan turun."]))
    [0]
    """
    filled = [at for at, text in enumerate(texts) if text]
    found: set[int] = set()
    last: int | None = None
    for place, at in enumerate(filled[:-1]):
        if len(texts[at]) < LONG or not texts[at].startswith(texts[filled[place + 1]][:BEGINNING]):
            continue
        whole, reached = _bare(texts[at]), 0
        parts: list[int] = []
        for below in map(filled.__getitem__, range(place + 1, len(filled))):  # a slice would copy the page for each line
            part = _bare(texts[below])
            if reached == len(whole) or not whole.startswith(part, reached):
                break
            reached += len(part)
            parts.append(below)
        if len(whole) - reached <= LEFT_OVER and len(parts) >= (FEWEST_PARTS if at != last else 1):
            found.add(at)
            last = parts[-1]
    return frozenset(found)


def _holders(keys: Sequence[str], runs: Sequence[str]) -> dict[str, list[int]]:
    """For each run of words that begins a line, the first lines that hold it, at their beginning or further on.

    To save time, a run is only built where its first two words stand side by side; at most places they do not.
    """
    first_runs = frozenset(filter(None, runs))
    second_words: dict[str, set[str]] = {}
    for run in first_runs:
        first, second, _ = run.split(" ", 2)
        second_words.setdefault(first, set()).add(second)
    holders: dict[str, list[int]] = {}
    for at, key in enumerate(keys):
        if not runs[at]:
            continue  # what holds a line is longer still
        words = key[:LONGEST].split(" ")
        begun = compress(count(), map(second_words.__contains__, words[: 1 - RUN_WORDS]))
        starts = [place for place in begun if words[place + 1] in second_words[words[place]]]
        for run in first_runs.intersection([" ".join(words[place : place + RUN_WORDS]) for place in starts]):
            places = holders.setdefault(run, [])
            if len(places) < ENOUGH:
                places.append(at)
    return holders


def _bare(text: str) -> str:
    return "".join(text.split())


def _first_run(key: str) -> str:
    """The first words of a line, as many as a run has; empty for a shorter line."""
    return " ".join(key.split(" ", RUN_WORDS)[:RUN_WORDS]) if key.count(" ") >= RUN_WORDS else ""


def _held(keys: list[str], found: list[int | None]) -> dict[int, list[int]]:
    """For each line that holds others, the lines it holds."""
    held: dict[int, list[int]] = {}
    for at, other in enumerate(found):
        if other is not None and len(keys[other]) > len(keys[at]):
            held.setdefault(other, []).append(at)
    return held


def _repeated(page: "Page", at: int, keys: list[str], whole: dict[str, int], holders: Sequence[int]) -> int | None:
    key = keys[at]
    if not key:
        return None
    if whole[key] < at:
        return whole[key]
    for other in holders:
        if other != at and len(keys[other]) > len(key) and f" {key} " in f" {keys[other]} ":
            return other
        if other < at and not ends_sentence(page.text(at)) and keys[other].startswith(key):
            return other
    return None


def _bare_key(page: "Page", at: int) -> str:
    dateline = page.datelines[at]
    return bare_words(page.text(at)[dateline.end :]) if dateline else page.keys[at]
