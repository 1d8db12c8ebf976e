#!/usr/bin/env python3
"""Where a build of Kliping spends its time: shares by part of the software, and the functions that cost most.

usage: stages.py N [--equal] [--scenario cold|nothing|body|translation|template|vocabulary] [--top 30]

The build is kept to one core, so that it does not fork, for a profile sees only its own process. Profiling slows small
functions more than large ones: read the shares here, and take times from run.py.
"""

import argparse
import os
import pstats
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

from contestants import Contestant
from run import Bench

PARTS = (
    ("cleaning", r"kliping/cleaning/"),
    ("tags and topics", r"kliping/digest/tagging"),
    ("likeness", r"kliping/digest/relating|rensa"),
    ("catalogues", r"kliping/digest/translations|polib"),
    ("registers and YAML", r"kliping/(load|knowledge|sidecar|digest/registers)|/yaml/"),
    ("body to HTML", r"kliping/markup"),
    ("the rest of the core", r"/kliping/"),
    ("feeds", r"kliping_pelican/feeds"),
    ("views", r"kliping_pelican/(present|listing|structured|filters|reader|views|words|addresses)"),
    ("jobs and keys", r"kliping_pelican/(site|jobs|plan)"),
    ("memory", r"kliping_pelican/(remembering|exchange)"),
    ("the rest of the adapter", r"/kliping_pelican/"),
    ("templates", r"theme/templates/|<template>|/jinja2/|/markupsafe/"),
    ("CommonMark", r"/markdown_it/|/mdurl/"),
    ("dates and numbers", r"/babel/"),
    ("Pelican", r"/pelican/|/docutils/|/blinker/|/rich/"),
    ("imports", r"importlib"),
)
"""Parts of the software by the path of their files; the first that fits. All else counts as its caller's."""

ELSE = "Python itself"
PASSES = 8
"""How far up the calls time of the standard library is handed."""

Function = tuple[str, int, str]


def main() -> None:
    """Profile the build that the command line asks for."""
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("count", type=int, metavar="N")
    reader.add_argument("--equal", action="store_true")
    reader.add_argument("--scenario", default="cold")
    reader.add_argument("--top", type=int, default=30)
    asked = reader.parse_args()
    name = "kliping-equal" if asked.equal else "kliping-full"
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(prefix="kliping-stages-", dir=memory if memory.is_dir() else None) as work:
        bench = Bench(asked.count, Path(work), Path(".cache/bench/tools"), [name])
        contestant = bench.contestants[name]
        if asked.scenario != "cold":
            bench.cold(contestant)
        if asked.scenario in contestant.edits:
            bench.sources.edit(contestant.edits[asked.scenario], "Revision")
        _print(_profile(contestant, Path(work) / "profile"), asked.top)


def _profile(contestant: Contestant, target: Path) -> pstats.Stats:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    command = [sys.executable, "-m", "cProfile", "-o", str(target), *contestant.command]
    subprocess.run(command, cwd=contestant.folder, env={**os.environ, **contestant.environment}, check=True)
    return pstats.Stats(str(target))


def _print(stats: pstats.Stats, top: int) -> None:
    shares: dict[str, float] = defaultdict(float)
    for function, time in _handed_up(stats).items():
        shares[_part(function)] += time
    total = sum(shares.values())
    sys.stdout.write(f"{total:8.2f} s in all, profiler included\n")
    for part, time in sorted(shares.items(), key=lambda share: -share[1]):
        sys.stdout.write(f"{time:8.2f} s {100 * time / total:5.1f} %  {part}\n")
    stats.sort_stats("cumulative").print_stats(r"kliping|theme/templates|polib|rensa|babel|pelican", top)


def _handed_up(stats: pstats.Stats) -> dict[Function, float]:
    """Own time by function; that of Python itself goes to its callers, by how long each kept it busy."""
    table = stats.stats  # type: ignore[attr-defined]
    own: dict[Function, float] = {function: row[2] for function, row in table.items()}
    for _ in range(PASSES):
        moved: dict[Function, float] = defaultdict(float)
        for function, time in own.items():
            callers = {caller: row[3] for caller, row in table[function][4].items()}
            weight = sum(callers.values())
            if _part(function) != ELSE or not weight:
                moved[function] += time
                continue
            for caller, kept_busy in callers.items():
                moved[caller] += time * kept_busy / weight
        own = moved
    return own


def _part(function: Function) -> str:
    return next((part for part, pattern in PARTS if re.search(pattern, function[0])), ELSE)


if __name__ == "__main__":
    main()
