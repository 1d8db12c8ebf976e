"""Renamed articles: the ids that they had before, each with the id of today."""

from collections.abc import Mapping
from pathlib import Path

from kliping.digest.model import Entry
from kliping.digest.sources import ID_ADVICE, Source, is_id
from kliping.errors import InvalidData
from kliping.load import line_of_key


def find_moves(
    entries: Mapping[str, Entry], sources: Mapping[str, Source]
) -> tuple[Mapping[str, str], tuple[InvalidData, ...]]:
    """Former ids, each with the id of today, and an error for each that is no id or is in use.

    If two articles claim one former id, the first in the alphabet gets it, so that the order of files does not matter.
    """
    moved: dict[str, str] = {}
    errors: list[InvalidData] = []
    for id_ in sorted(id_ for id_, entry in entries.items() if entry.formerly):
        for place, old in enumerate(entries[id_].formerly):
            fault = _fault(old, sources, moved)
            if fault is None:
                moved[old] = id_
            else:
                errors.append(_wrong(sources[id_].sidecar, place, *fault))
    return moved, tuple(errors)


def _fault(old: str, sources: Mapping[str, Source], moved: Mapping[str, str]) -> tuple[str, str] | None:
    """What is wrong with a former id, and what to do; None if nothing is."""
    if not is_id(old):
        return f"`{old}` is no article id", ID_ADVICE
    if old in sources:
        return f"`{old}` is the id of an article here", "Take it out here, or give that article another id."
    if old in moved:
        return f"`{old}` leads to `{moved[old]}` already", "Keep it in one place."
    return None


def _wrong(sidecar: str | None, place: int, problem: str, advice: str) -> InvalidData:
    line = line_of_key(Path(sidecar).read_bytes(), "formerly", str(place)) if sidecar else None
    return InvalidData(problem, path=sidecar, line=line, key="formerly", advice=advice)
