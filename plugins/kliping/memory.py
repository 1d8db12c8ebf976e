"""What a build remembers: values by the hash of everything they were made from.

The core only knows this protocol; `PlainMemory` forgets at the end, the adapter keeps one on disk.
"""

import os
from collections.abc import Callable, Iterable
from hashlib import blake2b
from typing import Any, Protocol, TypeVar, cast

from kliping.errors import UnreadableText

T = TypeVar("T")

PIECE = 65536
"""Bytes of a file that are read at once: most articles whole."""

Key = bytes
"""A hash of 16 bytes."""


def key_of(*parts: bytes | str) -> Key:
    """The hash of parts; how they are divided counts."""
    digest = blake2b(digest_size=16)
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        digest.update(b"%d:%b" % (len(data), data))
    return digest.digest()


def mix(keys: Iterable[Key]) -> Key:
    """The hash of keys, in order: the same purpose as `key_of`, in a third of its time."""
    return blake2b(b"".join(keys), digest_size=16).digest()


def hash_of(data: bytes) -> Key:
    """The hash of a file's content."""
    return blake2b(data, digest_size=16).digest()


def read_file(path: str) -> bytes:
    """A file's content, in a third of pathlib's time. Raises UnreadableText for one that is not there or may not be read."""
    try:
        file = os.open(path, os.O_RDONLY)
        try:
            pieces = [os.read(file, PIECE)]
            while len(pieces[-1]) == PIECE:
                pieces.append(os.read(file, PIECE))
        finally:
            os.close(file)
    except OSError as error:
        problem = f"cannot be read ({(error.strerror or str(error)).lower()})"
        raise UnreadableText(problem, path=path, advice="Check its name and whether you may read it.") from error
    return b"".join(pieces)


class Memory(Protocol):
    """Values by key; a value that is not there, or not whole, is made again by whoever asks."""

    def fingerprint(self, path: str) -> Key:
        """The hash of a file's content. Raises UnreadableText for one that cannot be read."""

    def read(self, path: str) -> bytes:
        """A file's content, as its fingerprint was made of it where that was in this process. Raises UnreadableText."""

    def get(self, key: Key, kind: type[T]) -> T | None:
        """The value, or None."""

    def put(self, key: Key, value: object, *, small: bool = False) -> None:
        """Keep a value; `small` ones are needed in every build."""

    def ready(self, key: Key, make: Callable[[], T]) -> T:
        """A value as it is, made where it is not at hand: one that gathers what is looked up in it, and is no data."""

    def keep_alive(self, keys: Iterable[Key]) -> None:
        """Keep values that are still of use although nobody asked for them."""

    def hand_over(self) -> object:
        """What was learnt since the last call, for this memory in the process that this one was forked from."""

    def take_over(self, handed: object) -> None:
        """Know what another process of this memory was given."""


class PlainMemory:
    """A memory for one run."""

    def __init__(self) -> None:
        self._values: dict[Key, Any] = {}
        self._put: dict[Key, Any] = {}
        self._ready: dict[Key, object] = {}

    def fingerprint(self, path: str) -> Key:
        """The hash of a file's content."""
        return hash_of(read_file(path))

    def read(self, path: str) -> bytes:
        """A file's content."""
        return read_file(path)

    def get(self, key: Key, kind: type[T]) -> T | None:
        """The value, or None."""
        found: T | None = self._values.get(key)
        return found

    def put(self, key: Key, value: object, *, small: bool = False) -> None:
        """Keep a value."""
        self._values[key] = self._put[key] = value

    def ready(self, key: Key, make: Callable[[], T]) -> T:
        """The value as it is."""
        if key not in self._ready:
            self._ready[key] = make()
        return cast(T, self._ready[key])

    def keep_alive(self, keys: Iterable[Key]) -> None:
        """Nothing: nothing is dropped."""

    def hand_over(self) -> object:
        """The values put since the last call."""
        handed, self._put = self._put, {}
        return handed

    def take_over(self, handed: object) -> None:
        """Know these values."""
        self._values.update(cast(dict[Key, Any], handed))


def fingerprints(paths: Iterable[str], memory: Memory) -> Key:
    """One hash of several files, in the order given, with their names."""
    return key_of(*(part for path in paths for part in (path, memory.fingerprint(path))))
