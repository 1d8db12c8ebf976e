"""Timeline entries held against the digest: each cites paragraphs that exist, and dates that are dates."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from kliping.digest.model import Clipping
from kliping.digest.registers import TimelineEntry, Topic
from kliping.errors import InvalidData
from kliping.load import line_of_key, nearest

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def split_date(written: str) -> tuple[str, str | None]:
    """First and last day, month or year of an entry's date; the last is None for a single one."""
    first, _, last = written.partition("/")
    return first, last or None


def precision(day: str) -> str:
    """`day`, `month` or `year`, by how much of an ISO date stands there."""
    return ("year", "month", "day")[day.count("-")]


def check_timelines(folder: Path, topics: Mapping[str, Topic], clippings: Mapping[str, Clipping]) -> Iterator[InvalidData]:
    """An error for each date that is none and each cited paragraph that does not exist."""
    for id_, topic in topics.items():
        path = folder / f"{id_}.yml"
        for place, entry in enumerate(topic.timeline):
            for key, problem, advice in _faults(entry, clippings):
                line = line_of_key(path.read_bytes(), "timeline", str(place), key)
                yield InvalidData(problem, path=path, line=line, key=f"timeline[{place}].{key}", advice=advice)


def _faults(entry: TimelineEntry, clippings: Mapping[str, Clipping]) -> Iterator[tuple[str, str, str]]:
    for day in split_date(entry.date):
        if day is not None and not _is_date(day):
            yield "date", f"`{day}` is no date", "Write 2024, 2024-08, 2024-08-18, or two of them with a slash between."
    for cite in entry.cites:
        article, _, anchor = cite.partition("#")
        if article not in clippings:
            yield "cites", f"`{article}` is no article", nearest(article, clippings)
            continue
        anchors = {block.anchor for block in clippings[article].article.blocks}
        if anchor not in anchors and not clippings[article].withheld:
            yield "cites", f"`{article}` has no paragraph `{anchor}`", nearest(anchor, anchors)


def _is_date(day: str) -> bool:
    if not _DATE.fullmatch(day):
        return False
    try:
        date.fromisoformat(day + "0000-01-01"[len(day) :])
    except ValueError:
        return False
    return True
