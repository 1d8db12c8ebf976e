"""What a memory on disk holds beside its pile of values: the form of its `state` file."""

import os
from hashlib import blake2b
from pathlib import Path

import msgspec
from msgspec import Struct

from kliping.memory import Key
from kliping.model import Lang
from kliping_pelican.building.inspection import Stand, stand_of

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
    checksum: int


class Output(Struct, array_like=True):
    """A file written to the site."""

    key: Key
    """Digest of all it was made from."""
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
    seen: dict[str, Seen]
    small: dict[Key, bytes]
    places: dict[Key, Place]
    outputs: dict[str, Output]
    groups: dict[str, Grouped]
    """By name."""
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


def read_state(path: Path, software: Key) -> State | None:
    """The state in a file; None where it is not whole or was written by other software."""
    try:
        data = memoryview(path.read_bytes())  # its parts are no copies
        state = msgspec.msgpack.decode(data[32:], type=State)
    except (OSError, msgspec.DecodeError):
        return None
    whole = blake2b(data[32:], digest_size=32).digest() == data[:32]
    return state if whole and state.software == software else None


def write_state(path: Path, state: State) -> Stand:
    """Put a state in the place of the one in a file, whole; how that stands now."""
    body, new = msgspec.msgpack.encode(state), path.with_name(f"{path.name}.new")
    with new.open("wb") as file:
        file.writelines((blake2b(body, digest_size=32).digest(), body))
    new.replace(path)
    return stand_of(str(path))
