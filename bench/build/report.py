"""What was measured to a table in Markdown, with the figures to reach beside it."""

import os
import platform
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median

from measure import Cost

RESULTS = Path(__file__).parents[1] / "RESULTS.md"

GOALS: Mapping[int, Mapping[tuple[str, str], float]] = {
    1000: {
        ("kliping-equal", "cold"): 0.5,
        ("kliping-equal", "nothing"): 0.15,
        ("kliping-equal", "body"): 0.17,
        ("kliping-equal", "translation"): 0.17,
        ("kliping-equal", "template"): 0.30,
        ("kliping-equal", "vocabulary"): 0.30,
        ("kliping-equal", "memory"): 0.3,
    },
    10000: {
        ("kliping-equal", "cold"): 0.3,
        ("kliping-equal", "nothing"): 0.03,
        ("kliping-equal", "body"): 0.04,
        ("kliping-equal", "translation"): 0.04,
        ("kliping-equal", "template"): 0.15,
        ("kliping-equal", "vocabulary"): 0.10,
        ("kliping-equal", "memory"): 0.2,
        ("kliping-full", "cold"): 1.0,
        ("kliping-full", "memory"): 0.4,
    },
}
"""Ratios to Hugo's cold build, by number of articles, contestant and scenario."""

_SCENARIOS = {
    "cold": "cold",
    "nothing": "nothing changed",
    "body": "one article's body changed",
    "translation": "one translation changed",
    "template": "one template changed",
    "vocabulary": "one vocabulary name changed",
}


@dataclass(frozen=True)
class Sample:
    """One build, and the cold build of the reference that ran just before it."""

    contestant: str
    scenario: str
    cost: Cost
    reference: Cost | None


@dataclass(frozen=True)
class Size:
    """A built site."""

    files: int
    bytes: int
    sections: Mapping[str, int]
    """Pages by section."""


def table(count: int, rounds: int, samples: list[Sample], sizes: Mapping[str, Size]) -> str:
    """The results as Markdown."""
    head = (
        f"{date.today().isoformat()}, {_machine()}; {count} articles in two languages, median of {rounds} "
        f"{'round' if rounds == 1 else 'rounds'}.\n\n"
        "| generator | build | wall s (min–max) | CPU s | peak MB | wall ÷ Hugo | CPU ÷ Hugo | memory ÷ Hugo | goal |\n"
        "|---|---|---|---|---|---|---|---|---|\n"
    )
    return head + "".join(_rows(count, samples)) + "\n" + "".join(_pages(sizes))


def record(count: int, text: str) -> None:
    """Put the table into its place in `bench/RESULTS.md`. Raises ValueError where the file has none for this number."""
    start, end = f"<!-- build {count} -->\n", "<!-- end -->\n"
    before, found, rest = RESULTS.read_text(encoding="utf-8").partition(start)
    if not found:
        raise ValueError(f"{RESULTS} has no place for {count} articles: add the lines {start}{end}")
    RESULTS.write_text(f"{before}{start}{text}{end}{rest.partition(end)[2]}", encoding="utf-8")


def _rows(count: int, samples: list[Sample]) -> Iterator[str]:
    groups: dict[tuple[str, str], list[Sample]] = {}
    for sample in samples:
        groups.setdefault((sample.contestant, sample.scenario), []).append(sample)
    for (name, scenario), group in groups.items():
        walls = [sample.cost.wall for sample in group]
        ratios = [_ratio(group, field) for field in ("wall", "cpu", "memory")]
        yield (
            f"| {name} | {_SCENARIOS[scenario]} | {median(walls):.2f} ({min(walls):.2f}–{max(walls):.2f}) "
            f"| {median(sample.cost.cpu for sample in group):.2f} | {median(sample.cost.memory for sample in group):.0f} "
            f"| {' | '.join(ratios)} | {_goal(count, name, scenario)} |\n"
        )


def _ratio(group: Iterable[Sample], field: str) -> str:
    """The median, over the pairs, of a build's cost against that of the reference next to it."""
    ratios = [getattr(each.cost, field) / getattr(each.reference, field) for each in group if each.reference]
    return f"{median(ratios):.2f}" if ratios else ""


def _goal(count: int, name: str, scenario: str) -> str:
    goals = GOALS.get(count, {})
    time, memory = goals.get((name, scenario)), goals.get((name, "memory"))
    parts = [f"≤ {time}"] if time is not None else []
    if memory is not None and scenario == "cold":
        parts.append(f"memory ≤ {memory}")
    return ", ".join(parts)


def _pages(sizes: Mapping[str, Size]) -> Iterator[str]:
    """What each wrote, so that a reader sees whether the sites are equal."""
    sections = ("articles", "home", "page", "outlets", "tags", "topics")
    yield "| generator | files | MB | " + " | ".join(f"pages in {section}" for section in sections) + " |\n"
    yield "|---" * (3 + len(sections)) + "|\n"
    for name, size in sizes.items():
        counts = " | ".join(str(size.sections.get(section, 0)) for section in sections)
        yield f"| {name} | {size.files} | {size.bytes / 1e6:.1f} | {counts} |\n"


def _machine() -> str:
    """Cores, memory and load: the shape of the machine, not its name."""
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 2**30
    load = os.getloadavg()[1]
    shape = f"{os.cpu_count()} cores, {memory:.0f} GB, {platform.system()}, Python {platform.python_version()}"
    return f"{shape}, load {load:.1f}"
