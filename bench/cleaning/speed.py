#!/usr/bin/env python3
"""Measures the cleaner's speed: `speed.py [--docs FILE…] [--mb N]`.

Pages a second over the articles' containers of DOCS (see `score.py`), the start of `kliping parse`, and how CPU time and
memory grow with the size of one file, from a quarter of N megabytes (12 unless told) to all of them.
All times are CPU time of one process; each large file is cleaned in a process of its own.
Python looks for cycles as seldom as it does for the command line and in builds.
"""

import argparse
import gc
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from kliping.garbage import SELDOM

SENTENCE = "Warga kampung {n} pulang ke rumah setelah banjir surut pada hari Senin, kata lurah setempat. "
ROUNDS = 3
MEGABYTE = 1_000_000


def paragraphs(size: int) -> Iterator[str]:
    """Paragraphs of four sentences."""
    return (SENTENCE.format(n=n) * 4 + "\n\n" for n in range(size // (4 * len(SENTENCE)) + 1))


def one_line(size: int) -> Iterator[str]:
    """The same sentences without a line break."""
    return (SENTENCE.format(n=n) for n in range(size // len(SENTENCE) + 1))


def html_page(size: int) -> Iterator[str]:
    """Paragraphs, each in its element."""
    yield "<!doctype html><article>"
    yield from (f"<p>{SENTENCE.format(n=n) * 4}</p>\n" for n in range(size // (4 * len(SENTENCE)) + 1))


def short_lines(size: int) -> Iterator[str]:
    """Lines of a word or two, as menus have."""
    return (f"Menu {n}\n" for n in range(size // 10))


KINDS: dict[str, Callable[[int], Iterator[str]]] = {
    kind.__name__.replace("_", " "): kind for kind in (paragraphs, one_line, html_page, short_lines)
}


def main() -> None:
    """Print what the command line asks for as Markdown tables."""
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("--docs", type=Path, nargs="*", default=[])
    reader.add_argument("--mb", type=float, default=12)
    reader.add_argument("--only", nargs="*", default=list(KINDS), help="kinds of large files: " + ", ".join(KINDS))
    reader.add_argument("--one", type=Path, help="clean this file and print CPU seconds and megabytes")
    asked = reader.parse_args()
    gc.set_threshold(SELDOM)
    if asked.one:
        _say(_clean_one(asked.one))
        return
    if asked.docs:
        _say(f"{_pages_a_second(asked.docs):.0f} pages a second and core\n")
    _say(f"start of `kliping parse`: {_start():.2f} s\n")
    _say("| file | MB | CPU s | s a MB | memory, MB | memory ÷ file |\n|---|---|---|---|---|---|")
    for kind in asked.only:
        for size in (asked.mb / 4, asked.mb):
            _say(_row(kind, size))


def _row(kind: str, megabytes: float) -> str:
    """Cleaned in a process of its own; what the program itself takes is left out of its memory."""
    suffix = ".html" if "html" in kind else ".txt"
    with tempfile.NamedTemporaryFile("w", suffix=suffix, encoding="utf-8") as file:
        file.write(SENTENCE)
        file.flush()
        empty = float(_apart(file.name).split()[1])
        file.seek(0)
        file.writelines(KINDS[kind](int(megabytes * MEGABYTE)))
        file.flush()
        size = Path(file.name).stat().st_size / MEGABYTE
        seconds, memory = map(float, _apart(file.name).split())
    memory -= empty
    return f"| {kind} | {size:.1f} | {seconds:.1f} | {seconds / size:.2f} | {memory:.0f} | {memory / size:.1f} |"


def _apart(path: str) -> str:
    return subprocess.run([sys.executable, __file__, "--one", path], capture_output=True, text=True, check=True).stdout


def _clean_one(path: Path) -> str:
    from kliping.cleaning import clean
    from kliping.cleaning.linemodel import load_line_model
    from kliping.knowledge import load_knowledge

    knowledge = load_knowledge()
    clean(SENTENCE.encode(), id="first", source_path="first.txt", knowledge=knowledge)
    _ = load_line_model().passes.votes.compiled  # else only a long file would pay for what is the program's own
    data = path.read_bytes()
    start = time.process_time()
    clean(data, id="large", source_path=path.name, knowledge=knowledge)
    seconds = time.process_time() - start
    return f"{seconds} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000}"


def _pages_a_second(paths: list[Path]) -> float:
    """Each page at the best of several rounds, since a shared machine slows some of them down."""
    from kliping.cleaning import clean
    from kliping.knowledge import load_knowledge

    knowledge = load_knowledge()
    pages = [json.loads(line)["var"]["C"]["text"].encode() for path in paths for line in path.open(encoding="utf-8")]
    best = [float("inf")] * len(pages)
    for _ in range(ROUNDS):
        for at, data in enumerate(pages):
            start = time.process_time()
            clean(data, id="page", source_path="page.txt", knowledge=knowledge)
            best[at] = min(best[at], time.process_time() - start)
    return len(pages) / sum(best)


def _start() -> float:
    """CPU seconds of a whole run over one short file, the best of several; Python may keep its modules compiled."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.write(SENTENCE)
        file.flush()
        command = [sys.executable, "-m", "kliping.cli", "parse", "--json", file.name]
        environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        spent = []
        for _ in range(ROUNDS):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run(command, capture_output=True, check=True, env=environment)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            spent.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
        return min(spent)


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
