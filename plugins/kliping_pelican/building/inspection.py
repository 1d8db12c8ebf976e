"""How the files of a site stand: to ask for tens of thousands takes longer than all else where nothing changed.

A forked process looks at them from the first on while this one does other work; this one then looks from the last on, and
both are done where they meet. Should the other die, or never get a core, this one looks at all of them.
"""

import os
import signal
from collections.abc import Sequence
from contextlib import suppress
from mmap import mmap
from struct import Struct

MANY = 20_000
"""Paths below which a fork, and the memory that both then copy, cost more than it brings."""
STRETCH = 500
"""Paths looked at between two words about it."""
STAND = Struct("qq")

Stand = tuple[int, int]
"""When a file was written, and its size."""
GONE: Stand = (-1, -1)


class Inspection:
    """Looks at files below a folder, and at folders, whose paths end with a slash."""

    def __init__(self, folder: str, paths: Sequence[str]) -> None:
        self._folder, self._paths = folder, paths
        self._stands = mmap(-1, STAND.size * max(1, len(paths)))
        """Of both processes."""
        self._left = -(-len(paths) // STRETCH)
        """Stretches that this process has not looked at."""
        self._done = self._process = 0
        """Stretches that the other one has looked at, and its number."""
        if len(paths) > MANY and hasattr(os, "fork"):
            self._send_other()

    def stands(self) -> memoryview:
        """Time and size of every file, time and 0 of every folder, in order; twice -1 for what is not there."""
        while self._left > self._done_by_other():
            self._left -= 1
            self._look(self._left)
        self.close()
        return memoryview(self._stands)[: STAND.size * len(self._paths)].cast("q")

    def close(self) -> None:
        """Take leave of the other process."""
        if self._process:
            os.close(self._read)
            os.kill(self._process, signal.SIGKILL)
            with suppress(ChildProcessError):  # where SIGCHLD is ignored, nobody waits
                os.waitpid(self._process, 0)
            self._process = 0

    def _look(self, stretch: int) -> None:
        start = stretch * STRETCH
        for place, path in enumerate(self._paths[start : start + STRETCH], start):
            STAND.pack_into(self._stands, place * STAND.size, *stand_of(f"{self._folder}/{path}"))

    def _send_other(self) -> None:
        self._read, write = os.pipe()
        stretches = range(self._left)
        self._process = os.fork()
        if self._process == 0:
            try:
                os.chdir(self._folder)  # the way to a file is shorter from there
                self._folder = "."
                for stretch in stretches:
                    self._look(stretch)
                    os.write(write, b".")
            finally:
                os._exit(0)
        os.close(write)
        os.set_blocking(self._read, False)

    def _done_by_other(self) -> int:
        if self._process:
            with suppress(BlockingIOError):
                self._done += len(os.read(self._read, 65536))
        return self._done


def stand_of(path: str) -> Stand:
    """How a file stands, or a folder, whose path ends with a slash."""
    try:
        status = os.stat(path)
    except OSError:
        return GONE
    return status.st_mtime_ns, 0 if path.endswith("/") else status.st_size
