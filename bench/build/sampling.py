#!/usr/bin/env python3
"""Runs a Python program and writes down, every few milliseconds of CPU time, what it was doing.

usage: sampling.py FILE PROGRAM ARGUMENTS…

Each line of FILE is a stack, outermost call first, as `path:function` parted by semicolons, and how often it was met.
"""

import runpy
import signal
import sys
from collections import Counter
from pathlib import Path
from types import FrameType

EVERY = 0.002
"""Seconds of CPU time between two looks."""


def main() -> None:
    """Run the program under the sampler."""
    target, program, *arguments = sys.argv[1:]
    met: Counter[str] = Counter()

    def look(number: int, frame: FrameType | None) -> None:
        stack = []
        while frame is not None:
            stack.append(f"{frame.f_code.co_filename}:{frame.f_code.co_qualname}")
            frame = frame.f_back
        met[";".join(reversed(stack))] += 1

    signal.signal(signal.SIGPROF, look)
    signal.setitimer(signal.ITIMER_PROF, EVERY, EVERY)
    sys.argv = [program, *arguments]
    sys.path.pop(0)  # the folder of this file, where `kliping/` is no package
    try:
        runpy.run_path(program, run_name="__main__")
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        Path(target).write_text("".join(f"{stack} {count}\n" for stack, count in met.items()), encoding="utf-8")


if __name__ == "__main__":
    main()
