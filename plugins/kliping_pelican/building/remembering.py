"""A memory on disk: two files in a cache folder, read in milliseconds, checked before they are believed.

`state` holds what every build needs (files seen, small values, outputs written) behind a checksum. `values` is a pile of
larger values; each has its own checksum and is found by its place. What is broken, or was written by other software,
counts as forgotten.
"""

from collections.abc import Callable, Iterable
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar, cast

import msgspec

from kliping.files import read_file
from kliping.memory import Key, hash_of
from kliping_pelican.building.inspection import RACY, Stamp, stamp_of, stand_of
from kliping_pelican.building.placing.exchange import Placed
from kliping_pelican.building.standstill import Standstill
from kliping_pelican.building.state import (
    Found,
    Grouped,
    Kept,
    Learnt,
    Output,
    Pile,
    Seen,
    State,
    nothing_known,
    of_use,
    read_learnt,
    read_state,
    write_learnt,
    write_state,
)

T = TypeVar("T")

BATCH = 256_000
"""Bytes of large values that wait until they are written together."""
IN_HAND = 8
"""Files whose content is held until it is asked for: those of the article whose fingerprint was just made."""


class DiskMemory:
    """A memory that lasts from build to build; one build at a time uses it, with the processes forked from it."""

    def __init__(self, folder: Path, software: Key, standstill: Standstill, kept: Kept | None = None) -> None:
        """`standstill` has the stamps of the inputs and of the last build's site.

        `kept` is what an earlier memory of this process wrote; it is used as long as the files on disk are unchanged.
        """
        self._folder, self._standstill = folder, standstill
        file = folder / "state"
        self._kept = kept if kept and (kept.state.software, kept.stand) == (software, stand_of(str(file))) else None
        known = self._kept.state if self._kept else read_state(file, software)
        self._ready_before = self._kept.ready if self._kept else {}
        self._ready: dict[Key, object] = {}
        self._state = known or nothing_known(software)
        learnt = read_learnt(folder, software)
        self._state.small.update(learnt.small)
        self._state.places.update(learnt.places)
        seen, stamps = self._state.seen, standstill.stamps
        self._changed = frozenset(path for path, one in seen.items() if not one.settled or one.stamp != stamps.get(path))
        """Inputs that are not as the last build saw them, or are gone."""
        self._seen = {path: one for path, one in seen.items() if path not in self._changed}
        self._live: set[Key] = set()
        self._alive: list[Iterable[Key]] = []
        self._learnt = Learnt({}, learnt.small, learnt.places)
        self._waiting: dict[Key, bytes] = {}
        self._weight = 0
        self._read: dict[str, bytes] = {}
        self._pile = Pile(folder / "values")
        self._decoders: dict[object, msgspec.msgpack.Decoder[Any]] = {}

    @property
    def outputs(self) -> dict[str, Output]:
        """Files written by the last build, by path."""
        return self._state.outputs

    @property
    def groups(self) -> dict[str, Grouped]:
        """Groups of these files, by name."""
        return msgspec.msgpack.decode(self._state.groups, type=dict[str, Grouped])

    @property
    def foreign(self) -> list[str]:
        """Files other plugins wrote in the last build."""
        return self._state.foreign

    @property
    def folders(self) -> dict[str, int]:
        """Folders of the site as the last build left them, by path, with their times."""
        return self._state.folders

    @cached_property
    def changed(self) -> frozenset[str] | None:
        """Inputs that changed since the last build; None if files came or went, or that build met an error."""
        stamps, state = self._standstill.stamps, self._state
        if state.settings != self._standstill.settings or state.seen.keys() != stamps.keys():
            return None
        return self._changed

    def inspect(self) -> Found:
        """Which files of the last build's site are unchanged, and which folders changed."""
        outputs = self._state.outputs
        folders = [f"{folder}/" for folder in self._state.folders]
        numbers = self._standstill.stands([*outputs, *self._state.foreign, *folders])
        times = numbers[-2 * len(folders) :: 2] if folders else ()
        return Found(
            {
                path: output
                for (path, output), time, size in zip(outputs.items(), numbers[::2], numbers[1::2], strict=False)
                if time == output.mtime and size == output.size
            },
            [folder for (folder, known), time in zip(self._state.folders.items(), times, strict=True) if time != known],
        )

    def fingerprint(self, path: str) -> Key:
        """The hash of a file's content; the file is only read if its stamp changed."""
        known = self._seen.get(path)
        if known is None or not known.hash:
            known = self._seen[path] = self._learnt.seen[path] = self._look(path)
        return known.hash

    def read(self, path: str) -> bytes:
        """A file's content; if they are still at hand, the very bytes that its fingerprint was made from."""
        data = self._read.pop(path, None)
        return read_file(path) if data is None else data

    def get(self, key: Key, kind: type[T]) -> T | None:
        """The value, or None if it is missing or broken."""
        self._live.add(key)
        data = self._state.small.get(key) or self._waiting.get(key) or self._large(key)
        if data is None:
            return None
        try:
            return cast(T, self._decoder(kind).decode(data))
        except msgspec.DecodeError:
            return None

    def put(self, key: Key, value: object, *, small: bool = False) -> None:
        """Keep a value; large ones go to disk in batches, to spare memory. Raises OSError."""
        self._live.add(key)
        data = _encode(value)
        if small:
            self._state.small[key] = self._learnt.small[key] = data
            return
        self._waiting[key] = data
        self._weight += len(data)
        if self._weight > BATCH:
            self._write_waiting()

    def ready(self, key: Key, make: Callable[[], T]) -> T:
        """A value as it is, of an earlier build of this process or made now."""
        if key not in self._ready:
            self._ready[key] = self._ready_before[key] if key in self._ready_before else make()
        return cast(T, self._ready[key])

    def keep_alive(self, keys: Iterable[Key]) -> None:
        """Keep values that nobody asked for in this build; `keys` is called when the memory is saved."""
        self._alive.append(keys)

    def hand_over(self) -> object:
        """What was learnt since the last call; large values by their places."""
        self._write_waiting()
        handed, self._learnt = self._learnt, Learnt({}, {}, {})
        return _encode(handed)

    def take_over(self, handed: object) -> None:
        """Know what another process learnt."""
        learnt = msgspec.msgpack.decode(cast(bytes, handed), type=Learnt)
        self._live.update(learnt.small, learnt.places)
        self._state.small.update(learnt.small)
        self._state.places.update(learnt.places)
        self._seen.update(learnt.seen)

    def forget_outputs(self) -> None:
        """Believe nothing about the files of the site."""
        self._state.outputs, self._state.foreign, self._state.folders, self._state.settings = {}, [], {}, b""

    def save(self, placed: Placed, groups: dict[str, Grouped], *, sound: bool, partly: bool) -> Kept:
        """Write what was learnt, and give it to a later memory of this process; values that nobody asked for are dropped.

        `sound` says whether there was no error, `partly` whether only a part of the site was asked for.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        self._write_waiting()
        self._live.update(chain.from_iterable(self._alive))
        small = of_use(self._state.small, self._live, len, partly=partly)
        places = self._pile.keep(of_use(self._state.places, self._live, lambda place: place.length, partly=partly))
        stamps = self._standstill.stamps.items()
        unread = {path: Seen(stamp, b"", self._settled(stamp)) for path, stamp in stamps if path not in self._seen}
        state = State(
            software=self._state.software,
            settings=self._standstill.settings if sound else b"",
            seen=unread | self._seen,
            small=small,
            places=places,
            outputs=placed.outputs,
            groups=msgspec.Raw(_encode(groups)),
            foreign=placed.foreign,
            folders=placed.folders,
        )
        self.close()
        return Kept(state, write_state(self._folder / "state", state), self._ready)

    def amend(self) -> Kept | None:
        """Keep the values that were learnt, and all else as it is; what an earlier memory of this process gave."""
        self._write_waiting()
        write_learnt(self._folder, self._state.software, self._learnt)
        self.close()
        return self._kept

    def close(self) -> None:
        """Let go of the pile."""
        self._pile.close()

    def _look(self, path: str) -> Seen:
        stamp = self._standstill.stamps.get(path) or stamp_of(Path(path).stat())
        old = self._state.seen.get(path)
        if old and old.hash and old.settled and stamp == old.stamp:
            return old
        data = self._read[path] = read_file(path)
        if len(self._read) > IN_HAND:
            del self._read[next(iter(self._read))]
        return Seen(stamp, hash_of(data), self._settled(stamp))

    def _settled(self, stamp: Stamp) -> bool:
        return self._standstill.now - max(stamp[:2]) > RACY

    def _decoder(self, kind: object) -> msgspec.msgpack.Decoder[Any]:
        """The decoder of a kind of values; to make it once halves the time."""
        return self._decoders.get(kind) or self._decoders.setdefault(kind, msgspec.msgpack.Decoder(kind))

    def _large(self, key: Key) -> bytes | None:
        place = self._state.places.get(key)
        return self._pile.read(place) if place else None

    def _write_waiting(self) -> None:
        """Add the values that wait to the pile."""
        if self._waiting:
            places = self._pile.add(self._waiting)
            self._state.places.update(places)
            self._learnt.places.update(places)
            self._waiting, self._weight = {}, 0


_encode = msgspec.msgpack.Encoder().encode
