"""A memory on disk: two files in a cache folder, read in milliseconds, checked before they are believed.

`state` holds what every build needs (files seen, small values, outputs written) behind a checksum; `values` is a pile of
larger values, each with its own checksum, found by their place in it. Anything that is not as it was written, or was
written by other software, counts as forgotten.
"""

import os
from collections.abc import Iterable, Mapping
from errno import ENOSPC
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar, cast

import msgspec
from msgspec import Struct

from kliping.memory import Key, digest_of

T = TypeVar("T")

RACY = 20_000_000
"""Nanoseconds: a file changed so shortly before it was looked at may change again within the same time stamp."""


Stamp = tuple[int, int, int, int]
"""What the system says of a file: when its content and when anything about it changed, its size and inode."""


def stamp_of(status: os.stat_result) -> Stamp:
    """The stamp of a file."""
    return status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino


class Seen(Struct, array_like=True):
    """A file as it was when it was last read, as git's index keeps it."""

    mtime: int
    ctime: int
    size: int
    inode: int
    digest: Key
    settled: bool
    """Whether its time stamp was old enough then to be believed."""


class Place(Struct, array_like=True):
    """Where a large value lies."""

    offset: int
    length: int
    checksum: bytes


class Output(Struct, array_like=True):
    """A file written to the site."""

    key: Key
    """Digest of all it was made from."""
    mtime: int
    size: int


class State(Struct, array_like=True):
    """Everything but the large values."""

    software: Key
    seen: dict[str, Seen]
    small: dict[Key, bytes]
    places: dict[Key, Place]
    outputs: dict[str, Output]
    foreign: list[str]
    """Files that other plugins wrote."""
    folders: dict[str, int]
    """Folders of the site with their times, which a file put there or taken away changes."""


class DiskMemory:
    """A memory that lasts from build to build; one build at a time uses it, with the processes forked from it."""

    def __init__(self, folder: Path, software: Key, now: int, stamps: Mapping[str, Stamp]) -> None:
        """`stamps` are what the system said of the inputs at `now`."""
        self._folder, self._now, self._stamps = folder, now, stamps
        self._state = _read_state(folder / "state", software) or State(software, {}, {}, {}, {}, [], {})
        self._seen: dict[str, Seen] = {}
        self._live: set[Key] = set()
        self._put: dict[Key, Place | bytes] = {}
        self._pile, self._process = -1, 0

    @property
    def outputs(self) -> dict[str, Output]:
        """Files written by the last build, by path."""
        return self._state.outputs

    @property
    def foreign(self) -> list[str]:
        """Files other plugins wrote in the last build."""
        return self._state.foreign

    @property
    def folders(self) -> dict[str, int]:
        """Folders of the site as the last build left them, by path, with their times."""
        return self._state.folders

    def fingerprint(self, path: str) -> Key:
        """The digest of a file's content, without reading it where nothing about it changed."""
        known = self._seen.get(path)
        if known is None:
            known = self._seen[path] = self._look(path)
        return known.digest

    def get(self, key: Key, kind: type[T]) -> T | None:
        """The value, or None where it is not there or not whole."""
        self._live.add(key)
        data = self._state.small.get(key) or self._large(key)
        if data is None:
            return None
        try:
            return msgspec.msgpack.decode(data, type=kind)
        except msgspec.DecodeError:
            return None

    def put(self, key: Key, value: object, *, small: bool = False) -> None:
        """Keep a value; a large one goes to the disk at once, so that it need not be held. Raises OSError."""
        self._live.add(key)
        data = msgspec.msgpack.encode(value)
        if small:
            self._state.small[key] = self._put[key] = data
        else:
            self._state.places[key] = self._put[key] = self._append(data)

    def keep_alive(self, keys: Iterable[Key]) -> None:
        """Keep values that were not asked for in this build."""
        self._live.update(keys)

    def hand_over(self) -> object:
        """Where the values put since the last call lie."""
        handed, self._put = self._put, {}
        return handed

    def take_over(self, handed: object) -> None:
        """Know where the values of another process lie."""
        for key, value in cast(dict[Key, Place | bytes], handed).items():
            self._live.add(key)
            if isinstance(value, bytes):
                self._state.small[key] = value
            else:
                self._state.places[key] = value

    def forget_outputs(self) -> None:
        """Believe nothing about the files of the site."""
        self._state.outputs, self._state.foreign, self._state.folders = {}, [], {}

    def save(self, outputs: dict[str, Output], foreign: list[str], folders: dict[str, int]) -> None:
        """Write what was learnt; what no build asked for any more is dropped."""
        self._folder.mkdir(parents=True, exist_ok=True)
        places = {key: place for key, place in self._state.places.items() if key in self._live}
        kept = sum(place.length for place in places.values())
        pile = self._folder / "values"
        size = pile.stat().st_size if pile.exists() else 0
        if size > 2 * kept + 1_000_000:
            places = self._rewrite(pile, places)
        small = {key: data for key, data in self._state.small.items() if key in self._live}
        state = State(self._state.software, self._seen, small, places, outputs, foreign, folders)
        body = msgspec.msgpack.encode(state)
        _replace(self._folder / "state", blake2b(body, digest_size=32).digest() + body)
        self.close()

    def close(self) -> None:
        """Let go of the pile."""
        if self._process == os.getpid():
            os.close(self._pile)
            self._process = 0

    def _look(self, path: str) -> Seen:
        stamp = self._stamps.get(path) or stamp_of(os.stat(path))
        old = self._state.seen.get(path)
        if old and old.settled and stamp == (old.mtime, old.ctime, old.size, old.inode):
            return old
        digest = digest_of(Path(path).read_bytes())
        return Seen(*stamp, digest, self._now - max(stamp[:2]) > RACY)

    def _large(self, key: Key) -> bytes | None:
        place = self._state.places.get(key)
        if place is None:
            return None
        data = os.pread(self._open(), place.length, place.offset)
        return data if _checksum(data) == place.checksum else None

    def _append(self, data: bytes) -> Place:
        """Add a value to the end of the pile, wherever other processes have moved that."""
        pile = self._open()
        if os.write(pile, data) != len(data):
            raise OSError(ENOSPC, os.strerror(ENOSPC), str(self._folder / "values"))
        return Place(os.lseek(pile, 0, os.SEEK_CUR) - len(data), len(data), _checksum(data))

    def _open(self) -> int:
        """The pile, opened by each process for itself: else they would share one place to write at."""
        if self._process != os.getpid():
            self._folder.mkdir(parents=True, exist_ok=True)
            self._pile = os.open(self._folder / "values", os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o666)
            self._process = os.getpid()
        return self._pile

    def _rewrite(self, pile: Path, places: dict[Key, Place]) -> dict[Key, Place]:
        """Copy the living values to a new pile."""
        fresh: dict[Key, Place] = {}
        new, offset = pile.with_name("values.new"), 0
        with new.open("wb") as file:
            for key, place in places.items():
                data = self._large(key)
                if data is not None:
                    file.write(data)
                    fresh[key] = Place(offset, place.length, place.checksum)
                    offset += place.length
        new.replace(pile)
        return fresh


def _read_state(path: Path, software: Key) -> State | None:
    try:
        data = path.read_bytes()
        state = msgspec.msgpack.decode(data[32:], type=State)
    except (OSError, msgspec.DecodeError):
        return None
    whole = blake2b(data[32:], digest_size=32).digest() == data[:32]
    return state if whole and state.software == software else None


def _checksum(data: bytes) -> bytes:
    return blake2b(data, digest_size=8).digest()


def _replace(path: Path, data: bytes) -> None:
    new = path.with_name(f"{path.name}.new")
    new.write_bytes(data)
    new.replace(path)
