"""Checks of timelines: each date must be one, and each cited paragraph must exist."""

from collections.abc import Iterator, Mapping, Set
from pathlib import Path

from kliping.days import normal_moment
from kliping.digest.model import Clipping
from kliping.digest.registers import TimelineEntry, Topic
from kliping.errors import InvalidData
from kliping.load import line_of_key, suggest
from kliping.model import ANCHOR


def split_date(written: str) -> tuple[str, str | None]:
    """The first and the last day, month or year of a date; the last is None if it is no span."""
    first, _, last = written.partition("/")
    return first, last or None


def date_faults(topic: Topic, path: Path) -> Iterator[InvalidData]:
    """A fault for each entry whose date is none, or ends before it begins."""
    for place, entry in enumerate(topic.timeline):
        days = entry.date.split("/", maxsplit=1)
        wrong = next((day for day in days if not _is_date(day)), None)
        problem, advice = f"`{wrong}` is no date", "Write 2024, 2024-08, 2024-08-18, or two of them with a slash between."
        if wrong is None and days[-1] < days[0]:
            wrong, problem, advice = entry.date, f"`{entry.date}` ends before it begins", "Turn the two round."
        if wrong is not None:
            line = line_of_key(path.read_bytes(), "timeline", str(place), "date")
            yield InvalidData(problem, path=path, line=line, key=f"timeline[{place}].date", advice=advice)


def check_timelines(
    folder: Path, topics: Mapping[str, Topic], clippings: Mapping[str, Clipping], unread: Set[str]
) -> Iterator[InvalidData]:
    """An error for each cited paragraph that does not exist; those of articles in `unread` are not checked."""
    for id_, topic in topics.items():
        path = folder / f"{id_}.yml"
        for place, entry in enumerate(topic.timeline):
            for problem, advice in _faults(entry, clippings, unread):
                line = line_of_key(path.read_bytes(), "timeline", str(place), "cites")
                yield InvalidData(problem, path=path, line=line, key=f"timeline[{place}].cites", advice=advice)


def passage_fault(article: str, anchor: str, clippings: Mapping[str, Clipping]) -> tuple[str, str] | None:
    """What is wrong with the name of a paragraph, and what to do; None if that exists, be it shown or withheld."""
    if article not in clippings:
        return f"`{article}` is no article", suggest(article, clippings)
    blocks, withheld = clippings[article].article.blocks, clippings[article].withheld
    anchors = {block.anchor for block in blocks}
    hidden = ANCHOR.fullmatch(anchor) if withheld else None
    if anchor in anchors or (hidden and int(hidden[1]) <= len(blocks) + withheld):
        return None
    return f"`{article}` has no paragraph `{anchor}`", suggest(anchor, anchors)


def _faults(entry: TimelineEntry, clippings: Mapping[str, Clipping], unread: Set[str]) -> Iterator[tuple[str, str]]:
    for cite in entry.cites:
        article, _, anchor = cite.partition("#")
        fault = None if article in unread else passage_fault(article, anchor, clippings)
        if fault:
            yield fault


def _is_date(day: str) -> bool:
    return "T" not in day and normal_moment(day) is not None
