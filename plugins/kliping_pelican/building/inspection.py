"""Time and size of all files of a site. If nothing changed, asking for tens of thousands is most of a build's work.

So a forked process looks at them from the first on while this one does other work; later this one looks from the last
on, until they meet. If the other process dies, or never gets a core, this one looks at all of them.
"""

import os
import signal
from array import array
from collections.abc import Sequence
from contextlib import suppress
from mmap import mmap

MANY = 20_000
"""With fewer paths, a fork and the memory it copies cost more than they save."""
STRETCH = 500
"""Paths that the forked process looks at before it tells how far it is."""
STAND = 16
"""Bytes of one Stand: two integers."""

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
        """Opened, for the system then finds the files below it faster."""
        self._stands = mmap(-1, STAND * max(1, len(paths)))
        """One for each path; memory that both processes share."""
        self._left = -(-len(paths) // STRETCH)
        """Stretches that this process has not looked at."""
        self._done = self._process = 0
        """Stretches that the other process has looked at, and its id."""
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
        """Close the folder and end the other process."""
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
    """Time and size of a file or, if the path ends with a slash, of a folder; below an open folder if one is given."""
    try:
        status = os.stat(path, dir_fd=place)
    except OSError:
        return GONE
    return status.st_mtime_ns, 0 if path.endswith("/") else status.st_size


def stamp_of(status: os.stat_result) -> Stamp:
    """The stamp of a file."""
    return status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino


def _opened(folder: str) -> int | None:
    """The folder, opened; None if it is missing, or if the system cannot look up files from an open folder."""
    if os.stat not in os.supports_dir_fd:
        return None
    with suppress(OSError):
        return os.open(folder, os.O_RDONLY)
    return None
