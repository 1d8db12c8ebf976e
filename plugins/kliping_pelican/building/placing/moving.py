"""The new files put in the place of the old ones: the whole folder at once, or file by file where most of it stays.

Either is undone where it cannot be brought to its end. Raises OSError then, with the previous site in its place, or
NotPutBack where that could not be.
"""

import os
import signal
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from kliping.errors import BuildFailed
from kliping_pelican.building.placing.folders import heap_of, previous_of, remove_emptied, staging_of
from kliping_pelican.building.placing.swapping import swap
from kliping_pelican.building.placing.writing import make_folder

Move = Callable[[str, str], None]


class NotPutBack(BuildFailed):
    """Raised where an exchange could neither be ended nor undone."""

    def __init__(self, error: OSError, path: Path | str, folders: Sequence[Path]) -> None:
        """`error` ended the exchange; `path` misses what lies in `folders` now."""
        where = " and ".join(map(str, folders))
        super().__init__(
            f"{error.strerror or error}, and the previous site could not be put back: some of its pages lie in {where}",
            path=path,
            advice="Make room or give leave, and build again: that makes every page anew, and then removes these folders.",
        )


def move_files(sources: Mapping[str, str], gone: Sequence[str], output: Path) -> None:
    """File by file: what goes is moved away, what was there before changes places with what is new."""
    heap = heap_of(output)
    heap.mkdir()
    done: list[tuple[Move, str, str]] = []

    def do(move: Move, source: str, target: str) -> None:
        move(source, target)
        done.append((move, source, target))

    try:
        for number, path in enumerate(gone):
            with suppress(FileNotFoundError, NotADirectoryError):
                do(os.rename, f"{output}/{path}", f"{heap}/{number}")
        for path, source in sources.items():
            target = f"{output}/{path}"
            try:
                do(swap, source, target)
            except FileNotFoundError:
                make_folder(target.rpartition("/")[0])
                do(os.rename, source, target)
    except OSError as error:
        left = [target for move, source, target in reversed(done) if not _undone(move, source, target)]
        remove_emptied({Path(path).parent for path in sources}, output)
        if left:
            raise NotPutBack(error, left[0], [heap, staging_of(output)]) from error
        raise
    remove_emptied({Path(path).parent for path in gone}, output)


def _undone(move: Move, source: str, target: str) -> bool:
    """Undo a move; whether that could be."""
    try:
        move(target, source)
    except OSError:
        return False
    return True


def move_all(others: Mapping[str, str], output: Path) -> None:
    """The whole folder, by two renames, once the `others` are in it."""
    staging, previous = staging_of(output), previous_of(output)
    for path, source in others.items():
        if source != f"{staging}/{path}":
            (staging / path).parent.mkdir(parents=True, exist_ok=True)
            os.rename(source, staging / path)
    if output.exists():
        output.rename(previous)
    try:
        staging.rename(output)
    except OSError as error:
        if previous.exists() and not _undone(os.rename, str(output), str(previous)):
            raise NotPutBack(error, output, [previous]) from error
        raise


@contextmanager
def undisturbed() -> Iterator[None]:
    """Hold back Ctrl-C for the moment of the exchange: at its end it does what it would have done."""
    before = signal.getsignal(signal.SIGINT)
    if before is None or threading.current_thread() is not threading.main_thread():  # None: not set from Python
        yield
        return
    pressed: list[int] = []
    signal.signal(signal.SIGINT, lambda number, _: pressed.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
        if pressed:
            signal.raise_signal(signal.SIGINT)
