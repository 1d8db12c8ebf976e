"""Whether anything changed since the last build, told by the stamps of files alone: none of them is opened.

The stamp of a sound build is one hash over the settings, the software and what the system says of every input (path,
times, size, inode), and one over the times and sizes of all it wrote. Where both still hold there is nothing to do.
It also says from what the settings followed, so that these need not be made to see that they are the same.
"""

import marshal
from array import array
from collections.abc import Mapping
from contextlib import suppress
from hashlib import blake2b
from itertools import chain
from os import DirEntry, scandir
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kliping.files import is_folder
from kliping.memory import Key, key_of
from kliping_pelican.building.inspection import RACY, Inspection, Stamp, Stand, stamp_of, stand_of

if TYPE_CHECKING:
    from kliping_pelican.building.placing.exchange import Placed

NAME = "stamp"
UNCHANGED = "Done: nothing changed since the last build."
"""What is said then."""
KEY, SIZE = 16, 32
"""Bytes of a hash of settings or inputs, and of that of a site."""
PLAINLY = 2
"""The form of marshal in which equal values are equal bytes, wherever in the memory they lie."""


class Places(NamedTuple):
    """The folders of a build."""

    content: str
    theme: str
    output: str


class Kept(NamedTuple):
    """What the last sound build says of itself."""

    asked: Key
    """Hash of what its settings followed from; zeros where nobody knew that."""
    settings: Key
    """Hash of the software and its settings."""
    inputs: Key
    """Hash of the settings and of the stamps of all inputs."""
    site: bytes
    """Hash of the times and sizes of all files and folders of the site."""
    places: Places
    paths: list[str]
    """Of these files and folders, below that of the site."""


NOTHING = Kept(b"", b"", b"", b"", Places("", "", ""), [])


class Standstill:
    """The inputs of a build as they were when it began, and the site that the last sound one left."""

    def __init__(self, places: Places, cache: Path | None, settings: Key, now: int) -> None:
        """`settings` is the hash of the software and its settings, `now` the time in nanoseconds."""
        self._places = places
        self._file = cache / NAME if cache else None
        self._last = read_kept(cache) if cache else NOTHING
        self._paths = self._last.paths
        self._inspection = Inspection(places.output, self._paths)
        self.now = now
        self.settings = settings
        self.stamps = _stamps(places.content, places.theme)
        """What the system says of each input, by path: times, size and inode."""
        self._inputs = key_of(settings, marshal.dumps(self.stamps, PLAINLY))
        newest = max(chain.from_iterable(stamp[:2] for stamp in self.stamps.values()), default=0)
        self._settled = now - newest > RACY

    def listed(self, folder: Path) -> list[str]:
        """The files below a folder of inputs, by their paths from there, sorted."""
        above = f"{folder}/"
        return [path[len(above) :] for path in self.stamps if path.startswith(above)]

    def size(self) -> int | None:
        """Bytes of the site, if its inputs and its files are as the last sound build left them; else None."""
        if self._last.inputs != self._inputs:
            return None
        stands = self._inspection.stands()
        return sum(stands[1::2]) if self._last.site == _hash(stands) else None

    def stands(self, paths: list[str]) -> memoryview:
        """Time and size of files and folders of the site, in order; paths of folders end with a slash."""
        if paths != self._paths:
            self._inspection.close()
            self._paths, self._inspection = paths, Inspection(self._places.output, paths)
        return self._inspection.stands()

    def keep(self, placed: "Placed", asked: Key) -> None:
        """Remember that the build of these inputs was sound, unless some are so new that they may change unseen.

        `asked` is the hash of what the settings followed from, or empty.
        """
        if self._file and self._settled:
            stands = self._all_of(placed) if placed.renewed is None else self._with(placed.renewed)
            hashes = asked.ljust(KEY, b"\0") + self.settings + self._inputs + _hash(stands)
            with suppress(OSError):
                self._file.write_bytes(hashes + "\n".join((*self._places, *self._paths)).encode())

    def _all_of(self, placed: "Placed") -> "array[int]":
        """The stands of all files of a new site."""
        self._paths = [*placed.outputs, *placed.foreign, *(f"{folder}/" for folder in placed.folders)]
        files = ((output.mtime, output.size) for output in placed.outputs.values())
        foreign = (stand_of(f"{self._places.output}/{path}") for path in placed.foreign)
        folders = ((time, 0) for time in placed.folders.values())
        return array("q", chain.from_iterable(chain(files, foreign, folders)))

    def _with(self, renewed: Mapping[str, Stand]) -> "array[int]":
        """The stands of the site that was looked at, with those of the files that were renewed."""
        stands = array("q", self._inspection.stands().tobytes())
        for place, path in enumerate(self._paths):
            if path in renewed:
                stands[2 * place], stands[2 * place + 1] = renewed[path]
        return stands

    def forget(self) -> None:
        """Remember nothing for the next build."""
        if self._file:
            with suppress(OSError):
                self._file.unlink(missing_ok=True)

    def close(self) -> None:
        """Look at nothing any more."""
        self._inspection.close()


def read_kept(cache: Path) -> Kept:
    """What the last sound build kept in a cache folder; nothing if there was none."""
    try:
        data = (cache / NAME).read_bytes()
        content, theme, output, *paths = data[3 * KEY + SIZE :].decode().split("\n")
    except (OSError, ValueError):
        return NOTHING
    asked, settings, inputs = (data[KEY * part :][:KEY] for part in range(3))
    return Kept(asked, settings, inputs, data[3 * KEY :][:SIZE], Places(content, theme, output), paths)


def _hash(stands: "array[int] | memoryview") -> bytes:
    return blake2b(stands, digest_size=SIZE).digest()


def _stamps(*folders: str) -> dict[str, Stamp]:
    """Every file below folders, by its path and sorted by that, with its times, size and inode."""
    found: dict[str, Stamp] = {}
    waiting = [*folders]
    while waiting:
        with suppress(FileNotFoundError), scandir(waiting.pop()) as entries:
            for entry in entries:
                if is_folder(entry):
                    if entry.name != "__pycache__":
                        waiting.append(entry.path)
                    continue
                try:
                    found[entry.path] = stamp_of(entry.stat())
                except OSError:
                    found.update(_stamp_of_link(entry))
    return {path: found[path] for path in sorted(found)}


def _stamp_of_link(entry: "DirEntry[str]") -> dict[str, Stamp]:
    """The stamp of a link that leads nowhere or to itself, so that its reader names it; none if it is gone itself."""
    try:
        return {entry.path: stamp_of(entry.stat(follow_symlinks=False))}
    except FileNotFoundError:
        return {}
