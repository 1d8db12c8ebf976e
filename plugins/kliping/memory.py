"""What a build remembers: each value under a key, the hash of everything that it was made from.

The core knows the protocol and `PlainMemory`, which forgets at the end of the run; the adapter has a memory on disk.
"""

from collections.abc import Callable, Iterable
from hashlib import blake2b
from typing import Any, Protocol, TypeVar, cast

from kliping.files import read_file

T = TypeVar("T")

Key = bytes
"""A hash of 16 bytes, or one with a suffix that tells what else is kept for it."""


def key_of(*parts: bytes | str) -> Key:
    """The hash of several parts; `ab`, `c` and `a`, `bc` have different ones."""
    digest = blake2b(digest_size=16)
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        digest.update(b"%d:%b" % (len(data), data))
    return digest.digest()


def mix(keys: Iterable[Key]) -> Key:
    """The hash of several keys, in order; `key_of` would take three times as long."""
    return blake2b(b"".join(keys), digest_size=16).digest()


def hash_of(data: bytes) -> Key:
    """The hash of a file's content."""
    return blake2b(data, digest_size=16).digest()


class Memory(Protocol):
    """Values by key: whoever asks for one that is missing or damaged gets None, and makes it again."""

    def fingerprint(self, path: str) -> Key:
        """The hash of a file's content. Raises UnreadableText for one that cannot be read."""

    def read(self, path: str) -> bytes:
        """A file's content: the bytes its fingerprint was made from, if they are still at hand. Raises UnreadableText."""

    def get(self, key: Key, kind: type[T]) -> T | None:
        """The value, or None."""

    def put(self, key: Key, value: object, *, small: bool = False) -> None:
        """Keep a value; `small` ones are needed in every build, and so are kept where they are found fastest."""

    def ready(self, key: Key, make: Callable[[], T]) -> T:
        """A value that cannot be written to a disk, as it is or made now: one that grows with what is looked up in it."""

    def keep_alive(self, keys: Iterable[Key]) -> None:
        """Keep values that are still useful although nobody asked for them in this build."""

    def hand_over(self) -> object:
        """All that a forked process learnt since the last call, for the memory of its parent process."""

    def take_over(self, handed: object) -> None:
        """Add what `hand_over` of a forked process gave."""


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
        """The value, made at the first call."""
        if key not in self._ready:
            self._ready[key] = make()
        return cast(T, self._ready[key])

    def keep_alive(self, keys: Iterable[Key]) -> None:
        """Do nothing: this memory drops no value."""

    def hand_over(self) -> object:
        """The values put since the last call."""
        handed, self._put = self._put, {}
        return handed

    def take_over(self, handed: object) -> None:
        """Add these values."""
        self._values.update(cast(dict[Key, Any], handed))


def fingerprints(paths: Iterable[str], memory: Memory) -> Key:
    """One hash of the names and contents of several files, in the order given."""
    return key_of(*(part for path in paths for part in (path, memory.fingerprint(path))))
