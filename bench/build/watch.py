#!/usr/bin/env python3
"""How long an edit takes to reach its page while a generator watches its sources: Kliping's `make serve` beside Hugo's.

usage: watch.py N [--edits 7] [--only hugo,kliping-equal]

One paragraph is edited, again and again; the time runs from the edit on disk to the page on disk.
"""

import argparse
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from contestants import Contestant
from measure import plain_environment
from run import Bench

WATCHING = {
    "hugo": ("--watch",),
    "kliping-equal": ("--autoreload", "--extra-settings", "KLIPING_SERVING=true"),
    "kliping-full": ("--autoreload", "--extra-settings", "KLIPING_SERVING=true"),
}
"""What makes a contestant's command watch."""

REST = 2.0
"""Seconds left alone between two edits, longer than any watcher gathers changes."""
LONGEST = 120.0


def main() -> None:
    """Measure the contestants that the command line asks for."""
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("count", type=int, metavar="N")
    reader.add_argument("--edits", type=int, default=7)
    reader.add_argument("--only", default="hugo,kliping-equal")
    asked = reader.parse_args()
    names = asked.only.split(",")
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(prefix="kliping-watch-", dir=memory if memory.is_dir() else None) as work:
        bench = Bench(asked.count, Path(work), Path(".cache/bench/tools"), names)
        sys.stdout.write("| generator | median s | min–max | edits |\n|---|---|---|---|\n")
        for name in names:
            times = list(_times(bench, bench.contestants[name], asked.edits))
            sys.stdout.write(
                f"| {name} | {statistics.median(times):.2f} | {min(times):.2f}–{max(times):.2f} | {len(times)} |\n"
            )


def _times(bench: Bench, contestant: Contestant, edits: int) -> Iterator[float]:
    bench.cold(contestant)
    change = contestant.edits["body"]
    with _watching(contestant, bench.folder / f"{contestant.name}.log"):
        bench.sources.edit(change, "Awaited")  # tells that the watcher is awake; the first build may still be under way
        _wait(change.page, "Awaited", lambda: bench.sources.edit(change, "Awaited"))
        for number in range(edits):
            time.sleep(REST)
            mark = f"Edited{number}times"
            bench.sources.edit(change, mark)
            yield _wait(change.page, mark)


@contextmanager
def _watching(contestant: Contestant, log: Path) -> Iterator[None]:
    """The watcher, ended with all its processes."""
    with log.open("wb") as out:
        process = subprocess.Popen(
            (*contestant.command, *WATCHING[contestant.name]),
            cwd=contestant.folder,
            env={**plain_environment(), **contestant.environment},
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=out,
            start_new_session=True,
        )
        try:
            yield
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait()


def _wait(page: Path, mark: str, nudge: object = None) -> float:
    """Seconds until the page holds the mark; every five seconds the edit is made again if there is a way to."""
    start = nudged = time.monotonic()
    while time.monotonic() - start < LONGEST:
        if page.is_file() and mark in page.read_text(encoding="utf-8", errors="ignore"):
            return time.monotonic() - start
        if callable(nudge) and time.monotonic() - nudged > 5:
            nudge()
            nudged = time.monotonic()
        time.sleep(0.005)
    raise TimeoutError(f"{page} never held {mark}")


if __name__ == "__main__":
    main()
