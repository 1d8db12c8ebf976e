"""How the files of a site stand: to ask for tens of thousands takes longer than all else where nothing changed.

A forked process looks at them from the first on while this one does other work; this one then looks from the last on, and
both are done where they meet. Should the other die, or never get a core, this one looks at all of them.
"""

import os
import signal
from array import array
from collections.abc import Sequence
from contextlib import suppress
from mmap import mmap

MANY = 20_000
"""Paths below which a fork, and the memory that both then copy, cost more than it brings."""
STRETCH = 500
"""Paths looked at between two words about it."""
STAND = 16
"""Bytes of what is told of each."""

Stand = tuple[int, int]
"""When a file was written, and its size."""
GONE: Stand = (-1, -1)

Stamp = tuple[int, int, int, int]
"""What the system says of a file: when its content and when anything about it changed, its size and inode."""
RACY = 20_000_000
"""Nanoseconds: a file changed so shortly before it was looked at may change again within the same time stamp."""


class Inspection:
    """Looks at files below a folder, and at folders, whose paths end with a slash."""

    def __init__(self, folder: str, paths: Sequence[str]) -> None:
        self._folder, self._paths = folder, paths
        self._place = _opened(folder)
        """From an open folder the way to a file is shorter than from the root."""
        self._stands = mmap(-1, STAND * max(1, len(paths)))
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
        return memoryview(self._stands)[: STAND * len(self._paths)].cast("q")

    def close(self) -> None:
        """Let go of the folder, and take leave of the other process."""
        if self._place is not None:
            os.close(self._place)
            self._place = None
        if self._process:
            os.close(self._read)
            os.kill(self._process, signal.SIGKILL)
            with suppress(ChildProcessError):  # where SIGCHLD is ignored, nobody waits
                os.waitpid(self._process, 0)
            self._process = 0

    def _look(self, stretch: int) -> None:
        start, place = stretch * STRETCH, self._place
        paths, above = self._paths[start : start + STRETCH], f"{self._folder}/" if place is None else "./"
        numbers = array("q", (number for path in paths for number in stand_of(above + path, place)))
        self._stands[STAND * start : STAND * (start + len(paths))] = numbers.tobytes()

    def _send_other(self) -> None:
        self._read, write = os.pipe()
        stretches = range(self._left)
        self._process = os.fork()
        if self._process == 0:
            try:
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


def stand_of(path: str, place: int | None = None) -> Stand:
    """How a file stands, or a folder, whose path ends with a slash; from an open folder where one is given."""
    try:
        status = os.stat(path, dir_fd=place)
    except OSError:
        return GONE
    return status.st_mtime_ns, 0 if path.endswith("/") else status.st_size


def stamp_of(status: os.stat_result) -> Stamp:
    """The stamp of a file."""
    return status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino


def _opened(folder: str) -> int | None:
    """The folder, opened; None where it is not there, or where the system cannot ask about files from an open one."""
    if os.stat not in os.supports_dir_fd:
        return None
    with suppress(OSError):
        return os.open(folder, os.O_RDONLY)
    return None
