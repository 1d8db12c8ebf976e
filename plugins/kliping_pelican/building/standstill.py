"""Whether anything at all changed since the last build: told by the stamps of files alone, before any of them is opened.

The stamp of a sound build is one digest over the settings, the software and what the system says of every input (path,
times, size, inode), and one over the times and sizes of all it wrote. Where both still hold there is nothing to do.
"""

import os
from array import array
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from hashlib import blake2b
from itertools import chain
from os import scandir
from typing import Any

import msgspec

from kliping.memory import Key, key_of
from kliping_pelican.building.exchange import Placed, Stand
from kliping_pelican.building.state import RACY, Stamp, stamp_of
from kliping_pelican.configuration import Configuration

NAME = "stamp"
SIZE = 32
"""Bytes of a digest."""


class Standstill:
    """The inputs of a build as they were when it began."""

    def __init__(self, config: Configuration, settings: Mapping[str, Any], software: Key, now: int) -> None:
        self._file = config.cache / NAME if config.cache else None
        self._output = settings["OUTPUT_PATH"]
        self.now = now
        self.stamps = dict(sorted(line for folder in (config.content, config.theme) for line in _stamps(str(folder))))
        """What the system says of each input, by path: times, size and inode."""
        given = repr(sorted((key, value) for key, value in settings.items() if key.isupper()))
        self._inputs = key_of(software, given, msgspec.msgpack.encode(self.stamps))
        self._settled = all(now - max(stamp[:2]) > RACY for stamp in self.stamps.values())

    def size(self) -> int | None:
        """Bytes of the site where these inputs, and all that was made of them, are as the last sound build left them."""
        if self._file is None:
            return None
        try:
            data = self._file.read_bytes()
            if data[: len(self._inputs)] != self._inputs:
                return None
            paths = data[len(self._inputs) + SIZE :].decode().split("\n")
            stands = list(map(self._stand, paths))
        except (OSError, ValueError):
            return None
        same = data[len(self._inputs) :][:SIZE] == _digest(stands)
        return sum(size for _, size in stands) if same else None

    def keep(self, placed: Placed) -> None:
        """Remember that the build of these inputs was sound; not of inputs so new that they may change unseen."""
        if self._file and self._settled:
            paths = [*placed.outputs, *placed.foreign, *(f"{folder}/" for folder in placed.folders)]
            files = ((output.mtime, output.size) for output in placed.outputs.values())
            stands = chain(files, map(self._stand, placed.foreign), ((time, 0) for time in placed.folders.values()))
            with suppress(OSError):
                self._file.write_bytes(self._inputs + _digest(stands) + "\n".join(paths).encode())

    def forget(self) -> None:
        """Remember nothing."""
        if self._file:
            with suppress(OSError):
                self._file.unlink(missing_ok=True)

    def _stand(self, path: str) -> Stand:
        """The time and size of a file of the site, the time alone of a folder. Raises OSError where it is gone."""
        status = os.stat(f"{self._output}/{path}")
        return status.st_mtime_ns, 0 if path.endswith("/") else status.st_size


def _digest(stands: Iterable[Stand]) -> bytes:
    return blake2b(array("q", chain.from_iterable(stands)).tobytes(), digest_size=SIZE).digest()


def _stamps(folder: str) -> Iterator[tuple[str, Stamp]]:
    """Every file below a folder, with its times, size and inode."""
    with suppress(FileNotFoundError), scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _stamps(entry.path) if entry.name != "__pycache__" else ()
            else:
                yield entry.path, stamp_of(entry.stat())
