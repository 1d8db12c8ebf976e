#!/usr/bin/env python3
"""Where a build of Kliping spends its CPU time: by part of the software, and by function with all it calls.

usage: stages.py N [--equal] [--scenario cold|nothing|body|translation|template|vocabulary] [--top 40]

The build is kept to one core, so that it does not fork and every sample is seen.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from contestants import Contestant
from measure import plain_environment
from run import Bench

HERE = Path(__file__).parent

PARTS = (
    ("cleaning", r"/kliping/cleaning/"),
    ("tags and topics", r"/kliping/digest/tagging"),
    ("likeness", r"/kliping/digest/relating"),
    ("catalogues", r"/kliping/digest/translating|polib"),
    ("registers, sidecars, YAML", r"/kliping/(load|strict_yaml|knowledge|sidecar|digest/registers)|/yaml/"),
    ("opening clippings", r"/kliping/(digest/kept/|pipeline|digest/rights)"),
    ("body to HTML", r"/kliping/markup"),
    ("the rest of the core", r"/kliping/"),
    ("feeds", r"/kliping_pelican/feeds/"),
    ("views", r"/kliping_pelican/showing/"),
    ("cards and drawings", r"/kliping_pelican/(pages/pictures|drawings)"),
    ("jobs and keys", r"/kliping_pelican/(pages/|building/plan)"),
    ("memory", r"/kliping_pelican/building/(remembering|state|placing|software)"),
    ("templates", r"/theme/templates/|/jinja2/|/markupsafe/|/kliping_pelican/building/(rendering|printing)"),
    ("the rest of the adapter: writing files", r"/kliping_pelican/"),
    ("CommonMark", r"/markdown_it/|/mdurl/"),
    ("dates and numbers", r"/babel/"),
    ("imports", r"importlib"),
    ("Pelican", r"/pelican/|/docutils/|/blinker/|/rich/"),
)
"""Parts of the software by the path of their files. A sample belongs to its innermost call that is of any part."""

SHOWN = r"/kliping|polib|/jinja2/|/theme/templates/|/babel/|/pelican/|/markdown_it/"


def main() -> None:
    """Sample the build that the command line asks for."""
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("count", type=int, metavar="N")
    reader.add_argument("--equal", action="store_true")
    reader.add_argument("--scenario", default="cold")
    reader.add_argument("--top", type=int, default=40)
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
        stacks = _sampled(contestant, Path(work) / "stacks")
    sys.stdout.write("".join(_parts(stacks)) + "\n" + "".join(_functions(stacks, asked.top)))


def _sampled(contestant: Contestant, target: Path) -> Counter[tuple[str, ...]]:
    """How often each stack was met, as calls from the outermost."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    command = [sys.executable, str(HERE / "sampling.py"), str(target), *contestant.command]
    subprocess.run(command, cwd=contestant.folder, env={**plain_environment(), **contestant.environment}, check=True)
    lines = target.read_text(encoding="utf-8").splitlines()
    return Counter({tuple(stack.split(";")): int(count) for stack, _, count in (line.rpartition(" ") for line in lines)})


def _parts(stacks: Counter[tuple[str, ...]]) -> Iterator[str]:
    shares: Counter[str] = Counter()
    for stack, count in stacks.items():
        found = (part for call in reversed(stack) if (part := _part(call)))
        shares[next(found, "starting Python")] += count
    for part, count in shares.most_common():
        yield f"{100 * count / shares.total():5.1f} %  {part}\n"


def _functions(stacks: Counter[tuple[str, ...]], top: int) -> Iterator[str]:
    """The functions that took most, with all they call."""
    shares: Counter[str] = Counter()
    for stack, count in stacks.items():
        for call in {call for call in stack if re.search(SHOWN, call)}:
            shares[call] += count
    for call, count in shares.most_common(top):
        yield f"{100 * count / stacks.total():5.1f} %  {'/'.join(call.split('/')[-2:])}\n"


def _part(call: str) -> str | None:
    return next((part for part, pattern in PARTS if re.search(pattern, call)), None)


if __name__ == "__main__":
    main()
