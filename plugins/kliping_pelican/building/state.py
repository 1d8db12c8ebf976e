"""The files of a memory on disk: its `state`, what was `learnt` since that was written, and the pile of `values`."""

import os
from collections.abc import Callable, Iterator, Mapping, Set
from errno import ENOSPC
from pathlib import Path
from typing import TypeVar
from zlib import crc32

import msgspec
from msgspec import Struct

from kliping.memory import Key
from kliping.model import Lang
from kliping_pelican.building.inspection import Stamp, Stand, stand_of

T = TypeVar("T")

LEARNT = "learnt"
"""Name of the file with what builds learnt that only amended the site."""
SPARE = 0.1
"""If only a part of the site was asked for, values that nobody asked for are kept too, up to this share of the others."""
SPARED = 1_000_000
"""Bytes of forgotten values that are not worth writing the pile anew."""
CHECKSUM = 4
"""Bytes in front of a state that tell whether it is whole."""
SHORT_ARRAY = 0x90
"""The byte with which an array begins in msgpack, to which the number of its values is added, up to 15."""


class Seen(Struct, array_like=True):
    """A file as it was when it was last read, as git's index keeps it."""

    stamp: Stamp
    hash: Key
    """Of its content; empty where nobody asked for that."""
    settled: bool
    """Whether its time stamp was old enough then to be believed."""


class Place(Struct, array_like=True):
    """Where a large value lies."""

    offset: int
    length: int
    checksum: int


class Output(Struct, array_like=True):
    """A file written to the site."""

    key: Key
    """Hash of all it was made from."""
    mtime: int
    size: int


class Grouped(Struct, array_like=True):
    """A group of files as they were made together."""

    key: Key
    files: dict[str, tuple[Lang, ...] | None]
    """By path; of pages the languages in which they exist at the same place."""


class State(Struct, array_like=True):
    """Everything but the large values."""

    software: Key
    settings: Key
    """Hash of the software and settings that made the whole digest without an error; empty where any was met."""
    seen: dict[str, Seen]
    """Every input."""
    small: dict[Key, bytes]
    places: dict[Key, Place]
    outputs: dict[str, Output]
    groups: msgspec.Raw
    """`Grouped` by name, read only where they are asked for."""
    foreign: list[str]
    """Files that other plugins wrote."""
    folders: dict[str, int]
    """Folders of the site with their times, which a file put there or taken away changes."""


class Learnt(Struct, array_like=True):
    """What one process has to tell another."""

    seen: dict[str, Seen]
    small: dict[Key, bytes]
    places: dict[Key, Place]


class Found(Struct, frozen=True):
    """The site that the last build left."""

    untouched: dict[str, Output]
    """Files that stand as it wrote them, by path."""
    stirred: list[str]
    """Folders in which something was put, taken away or renamed since, or that are gone."""


class Kept(Struct, frozen=True):
    """What a memory wrote."""

    state: State
    stand: Stand
    """How its file stood then."""
    ready: dict[Key, object]
    """Values that it held as they are."""


def nothing_known(software: Key) -> State:
    """The state before the first build."""
    return State(software, b"", {}, {}, {}, {}, msgspec.Raw(msgspec.msgpack.encode({})), [], {})


def read_state(path: Path, software: Key) -> State | None:
    """The state in a file; None if it is broken or other software wrote it."""
    try:
        data = memoryview(path.read_bytes())  # its parts are no copies
        state = msgspec.msgpack.decode(data[CHECKSUM:], type=State)
    except (OSError, msgspec.DecodeError):
        return None
    whole = _checksum(data[CHECKSUM:]) == data[:CHECKSUM]
    return state if whole and state.software == software else None


def write_state(path: Path, state: State) -> Stand:
    """Replace the state in a file, whole or not at all; return the stand of the new file."""
    new, checksum = path.with_name(f"{path.name}.new"), 0
    with new.open("wb") as file:
        file.write(bytes(CHECKSUM))
        for piece in _pieces(state):
            file.write(piece)
            checksum = crc32(piece, checksum)
        file.seek(0)
        file.write(checksum.to_bytes(CHECKSUM, "big"))
    new.replace(path)
    (path.parent / LEARNT).unlink(missing_ok=True)  # what is of use of it is in the state now
    return stand_of(str(path))


def _pieces(state: State) -> Iterator[bytes]:
    """The state encoded, a field at a time: a build never holds more than when it writes it."""
    fields = State.__struct_fields__
    yield bytes([SHORT_ARRAY + len(fields)])
    yield from (msgspec.msgpack.encode(getattr(state, field)) for field in fields)


def read_learnt(folder: Path, software: Key) -> Learnt:
    """What builds learnt since the state was written; nothing if the file is broken or other software wrote it."""
    try:
        data = (folder / LEARNT).read_bytes()
        known, learnt = msgspec.msgpack.decode(data[CHECKSUM:], type=tuple[Key, Learnt])
    except (OSError, msgspec.DecodeError):
        return Learnt({}, {}, {})
    return learnt if _checksum(data[CHECKSUM:]) == data[:CHECKSUM] and known == software else Learnt({}, {}, {})


def write_learnt(folder: Path, software: Key, learnt: Learnt) -> None:
    """Keep what was learnt beside a state that stays as it is."""
    body = msgspec.msgpack.encode((software, learnt))
    (folder / LEARNT).write_bytes(_checksum(body) + body)


def of_use(values: dict[Key, T], asked: Set[Key], size: Callable[[T], int], *, partly: bool) -> dict[Key, T]:
    """The values that were asked for; if only a part of the site was, also the others while they are few."""
    useless = sum(size(values[key]) for key in values.keys() - asked)
    if not useless or (partly and useless <= SPARE * (sum(map(size, values.values())) - useless)):
        return values
    return {key: value for key, value in values.items() if key in asked}


def _checksum(data: bytes | memoryview) -> bytes:
    return crc32(data).to_bytes(CHECKSUM, "big")


class Pile:
    """A file of large values, each found by its place in it; values are added at its end and never changed there."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = self._process = 0

    def read(self, place: Place) -> bytes | None:
        """The value at a place; None where it is not whole."""
        data = os.pread(self._open(), place.length, place.offset)
        return data if crc32(data) == place.checksum else None

    def add(self, values: Mapping[Key, bytes]) -> dict[Key, Place]:
        """Append values to the file, to which other processes may write, too; return their places. Raises OSError."""
        data, file = b"".join(values.values()), self._open()
        if os.write(file, data) != len(data):
            raise OSError(ENOSPC, os.strerror(ENOSPC), str(self._path))
        offset = os.lseek(file, 0, os.SEEK_CUR) - len(data)
        places = {}
        for key, value in values.items():
            places[key] = Place(offset, len(value), crc32(value))
            offset += len(value)
        return places

    def keep(self, places: dict[Key, Place]) -> dict[Key, Place]:
        """The places of these values. All others are thrown away once they take more room, and more than SPARED bytes."""
        size = self._path.stat().st_size if self._path.exists() else 0
        return self._rewrite(places) if size > 2 * sum(place.length for place in places.values()) + SPARED else places

    def close(self) -> None:
        """Let go of the file."""
        if self._process == os.getpid():
            os.close(self._file)
            self._process = 0

    def _open(self) -> int:
        """The file, opened anew by each process: a handle inherited by a fork would share its position."""
        if self._process != os.getpid():
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o666)
            self._process = os.getpid()
        return self._file

    def _rewrite(self, places: Mapping[Key, Place]) -> dict[Key, Place]:
        """Copy the values to a new file."""
        fresh: dict[Key, Place] = {}
        new, offset = self._path.with_name(f"{self._path.name}.new"), 0
        with new.open("wb") as file:
            for key, place in places.items():
                data = self.read(place)
                if data is not None:
                    file.write(data)
                    fresh[key] = Place(offset, place.length, place.checksum)
                    offset += place.length
        new.replace(self._path)
        self.close()
        return fresh
