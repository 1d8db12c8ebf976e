"""Put the new files in the place of the old ones: the whole folder at once, or file by file if most of it stays.

If either fails midway, it is undone. It then raises OSError, or NotPutBack if undoing failed, too.
"""

import os
import signal
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from kliping_pelican.building.placing.folders import NotPutBack, heap_of, previous_of, remove_emptied, staging_of
from kliping_pelican.building.placing.swapping import Torn, swap
from kliping_pelican.building.placing.writing import make_folder

Move = Callable[[str, str], None]


def move_files(sources: Mapping[str, str], gone: Sequence[str], output: Path) -> None:
    """File by file: obsolete files are moved away, new ones change places with the old."""
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
        torn = [str(error.filename)] if isinstance(error, Torn) else []
        left = torn + [target for move, source, target in reversed(done) if not _undone(move, source, target)]
        remove_emptied({Path(path).parent for path in sources}, output)
        if left:
            raise NotPutBack(error, left[0], [heap, staging_of(output)]) from error
        raise
    remove_emptied({Path(path).parent for path in gone}, output)


def _undone(move: Move, source: str, target: str) -> bool:
    """Undo a move; return whether that worked."""
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
    """Delay Ctrl-C until the exchange has ended."""
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
