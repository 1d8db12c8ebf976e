#!/usr/bin/env python3
"""Measures Kliping's builds beside other generators' on the same articles, in the same run, and prints a table.

usage: run.py N [--rounds R] [--only NAMES] [--work FOLDER] [--tools FOLDER] [--record]

A round builds every contestant in turn, each right after a cold Hugo build that it is then compared with, so that what
else the machine does weighs on both. Sources are edited, and outputs removed, outside of what is timed.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from contestants import FORMATS, MAKERS, Contestant, prepare
from measure import Cost, FailedBuildError, measure
from report import Sample, Size, record, table
from stage import Sources, clear, size_of

HERE = Path(__file__).parent
REFERENCE = "hugo"
EVERYONE = 2000
"""Articles up to which every contestant is measured unless others are named; the slow ones would take hours for more."""
FASTEST = ["hugo", "kliping-equal", "kliping-full", "python"]
WARM_UP = 100
"""Articles of the corpus on which every program is run once, so that no round pays for compiling it."""
LIMIT = 1800
"""Seconds after which a build is given up."""

Say = Callable[[str], object]


def main() -> None:
    """Run the bench that the command line asks for."""
    asked = _arguments()
    everyone = list(MAKERS) if asked.count <= EVERYONE else FASTEST
    names = asked.only.split(",") if asked.only else everyone
    unknown = sorted(set(names) - set(MAKERS))
    if unknown:
        sys.exit(f"bench: no such contestant: {', '.join(unknown)}; known are {', '.join(MAKERS)}")
    with _folder(asked.work) as work:
        _build_once(work / "warm-up", asked.tools, names)
        samples, sizes = Bench(asked.count, work, asked.tools, names).run(asked.rounds)
    text = table(asked.count, asked.rounds, samples, sizes)
    sys.stdout.write(text)
    if asked.record:
        record(asked.count, text)


def _arguments() -> argparse.Namespace:
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("count", type=int, metavar="N")
    reader.add_argument("--rounds", type=int, default=3)
    reader.add_argument("--only", default="", help=f"of {', '.join(MAKERS)}")
    reader.add_argument("--work", type=Path, help="a folder to work in and to keep")
    reader.add_argument("--tools", type=Path, default=Path(".cache/bench/tools"))
    reader.add_argument("--record", action="store_true", help="write the table into bench/RESULTS.md")
    return reader.parse_args()


@contextmanager
def _folder(given: Path | None) -> Iterator[Path]:
    """The folder given, or one that lasts as long as the run: in memory where the system has that."""
    if given:
        yield given
        return
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(prefix="kliping-bench-", dir=memory if memory.is_dir() else None) as made:
        yield Path(made)


class Bench:
    """One corpus, its contestants, and what was measured so far."""

    def __init__(self, count: int, work: Path, tools: Path, names: list[str], say: Say = sys.stderr.write) -> None:
        self.folder, self.say = work / str(count), say
        corpus = _write_corpus(count, self.folder, names)
        self.contestants = {each.name: each for each in prepare(self.folder, tools.absolute(), corpus, names)}
        self.sources = Sources(self.contestants.values())
        self.samples: list[Sample] = []
        self.sizes: dict[str, Size] = {}

    def run(self, rounds: int) -> tuple[list[Sample], dict[str, Size]]:
        """Measure everything, that many times; a contestant that fails is named and left out from then on."""
        for number in range(rounds):
            for name in list(self.contestants):
                try:
                    self._turn(self.contestants[name], number)
                except FailedBuildError as error:
                    self.say(f"{name}: {error}\n")
                    del self.contestants[name]
        return self.samples, self.sizes

    def _turn(self, contestant: Contestant, number: int) -> None:
        """A cold Hugo build, then the contestant's cold build, an unchanged one, and one after each edit."""
        peer = self.contestants.get(REFERENCE)
        reference = self.cold(peer) if peer and peer is not contestant else None
        cold = self.cold(contestant)
        self._note(contestant, "cold", cold, reference or cold)
        if contestant.name not in self.sizes:
            self.sizes[contestant.name] = size_of(contestant.output)
        if contestant.name.startswith("kliping"):
            self._note(contestant, "nothing", self._build(contestant), reference)
        for scenario, change in contestant.edits.items():
            mark = f"Revision{number}{scenario}"
            self.sources.edit(change, mark)
            self._note(contestant, scenario, self._build(contestant), reference or cold)
            if mark not in change.page.read_text(encoding="utf-8"):
                raise FailedBuildError(f"the edit ({scenario}) did not reach {change.page}")

    def cold(self, contestant: Contestant) -> Cost:
        """A build from original sources, with nothing left of earlier ones."""
        self.sources.restore(contestant)
        clear(contestant)
        return self._build(contestant)

    def _build(self, contestant: Contestant) -> Cost:
        time.sleep(0.2)
        log = self.folder / f"{contestant.name}.log"
        return measure(contestant.command, contestant.folder, contestant.environment, log, LIMIT)

    def _note(self, contestant: Contestant, scenario: str, cost: Cost, reference: Cost | None) -> None:
        self.samples.append(Sample(contestant.name, scenario, cost, reference))
        self.say(f"{contestant.name:14} {scenario:12} {cost.wall:7.2f} s wall {cost.cpu:7.2f} s CPU {cost.memory:6.0f} MB\n")


def _build_once(work: Path, tools: Path, names: list[str]) -> None:
    """Every contestant's cold build of a small corpus, not counted."""
    quiet: Say = lambda line: None  # noqa: E731
    bench = Bench(WARM_UP, work, tools, names, quiet)
    for contestant in bench.contestants.values():
        try:
            bench.cold(contestant)
        except FailedBuildError as error:
            sys.stderr.write(f"{contestant.name}, warming up: {error}\n")


def _write_corpus(count: int, folder: Path, names: list[str]) -> dict[str, object]:
    """The corpus for the contestants named; written by another process, so that this one stays small."""
    formats = ",".join(FORMATS.get(name, name) for name in names)
    command = [sys.executable, str(HERE / "corpus.py"), str(count), str(folder), "--only", formats]
    subprocess.run(command, check=True)
    manifest: dict[str, object] = json.loads((folder / "corpus.json").read_text(encoding="utf-8"))
    return manifest


if __name__ == "__main__":
    main()
