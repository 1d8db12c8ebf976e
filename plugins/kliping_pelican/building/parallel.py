"""Work spread over forked processes, with the same results in the same order as in one.

A worker never logs or prints: it would hang if another thread held the lock of logging when it was forked. It sends
results, or what it raised, through a pipe, and notes each item before it begins with it: if it dies, that one is named.
"""

import gc
import os
import pickle
import signal
import struct
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import chain, pairwise
from mmap import mmap
from typing import Any, Generic, TypeVar, cast

from kliping.errors import BuildFailed
from kliping.garbage import SELDOM
from kliping.memory import Memory

S = TypeVar("S")
R = TypeVar("R")

Work = Callable[[Any], Any]

LEAST = 200
"""With fewer items, a fork costs more than it saves."""


def workers() -> int:
    """How many processes to use: one for each core this process may run on."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def is_worth_it(items: Sequence[Any], count: int) -> bool:
    """Whether `spread` makes several processes of so many items."""
    return count > 1 and len(items) >= LEAST and hasattr(os, "fork")


def spread(work: Callable[[S], R], items: Sequence[S], name: Callable[[S], str], count: int, memory: Memory) -> Iterator[R]:
    """The result for each item, in order, made by `count` processes, each with a stretch of neighbours.

    What the workers put into their memory is in this process's memory before the first result is given.
    Raises what `work` raised, and BuildFailed naming the item that a worker held when it died.
    """
    if not is_worth_it(items, count):
        with _collecting_seldom():
            yield from map(work, items)
        return
    cuts = [len(items) * share // count for share in range(count + 1)]
    memory.hand_over()  # so that each process has only to tell what it learns itself
    gc.freeze()  # so that no process goes through, and thereby copies, the objects there already
    crew = [_Worker(work, items[start:end], memory) for start, end in pairwise(cuts)]
    try:
        results = [worker.results(name, memory) for worker in crew]
    finally:
        for worker in crew:
            worker.end()
        gc.unfreeze()
    yield from chain.from_iterable(results)


@contextmanager
def _collecting_seldom() -> Iterator[None]:
    """Collect garbage far less often than Python does by itself, and not among the objects there already."""
    enabled, before = gc.isenabled(), gc.get_threshold()
    gc.freeze()
    gc.set_threshold(SELDOM, *before[1:])
    gc.enable()
    try:
        yield
    finally:
        if not enabled:
            gc.disable()
        gc.set_threshold(*before)
        gc.unfreeze()


class _Worker(Generic[S, R]):
    """One forked process and its share of the items."""

    def __init__(self, work: Callable[[S], R], items: Sequence[S], memory: Memory) -> None:
        self._items, self._work = items, work
        self._holding, self._heard = mmap(-1, 8), False
        self._read, write = os.pipe()
        self._process = os.fork()
        if self._process == 0:
            os.close(self._read)
            self._run(memory, write)
        os.close(write)

    def _run(self, memory: Memory, write: int) -> None:
        """The child's whole life."""
        status = 1
        try:
            message = self._try(memory)
            with os.fdopen(write, "wb") as pipe:
                pickle.dump(message, pipe, protocol=pickle.HIGHEST_PROTOCOL)
            status = 0
        finally:
            os._exit(status)

    def _try(self, memory: Memory) -> tuple[object, object]:
        """What the memory learnt and the results; or None and what was raised."""
        results = []
        try:
            with _collecting_seldom():
                for place, item in enumerate(self._items):
                    self._holding[:8] = struct.pack("q", place)
                    results.append(self._work(item))
            return memory.hand_over(), results
        except Exception as error:  # noqa: BLE001 - whatever it is goes to the parent, which raises it again
            return None, error

    def results(self, name: Callable[[S], str], memory: Memory) -> list[R]:
        """All results of this worker; waits for them."""
        self._heard = True
        with os.fdopen(self._read, "rb") as pipe:
            data = pipe.read()
        if not data:
            held = self._items[struct.unpack("q", self._holding[:8])[0]]
            raise BuildFailed(
                "a worker died", path=name(held), advice="Build again; if it dies there again, that file is the cause."
            )
        handed, outcome = pickle.loads(data)
        if isinstance(outcome, Exception):
            raise outcome
        memory.take_over(handed)
        return cast(list[R], outcome)

    def end(self) -> None:
        """End the process; if its results were not read it is killed, for it might wait forever for a reader."""
        if not self._heard:
            os.close(self._read)
            os.kill(self._process, signal.SIGKILL)
        with suppress(ChildProcessError):  # where SIGCHLD is ignored, nobody waits
            os.waitpid(self._process, 0)
