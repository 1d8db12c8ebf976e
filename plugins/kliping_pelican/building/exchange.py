"""The new files put in the place of the old ones: the whole folder at once, or file by file where most of it stays."""

import os
import shutil
import signal
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from kliping_pelican.building.state import Output
from kliping_pelican.showing import addresses

if TYPE_CHECKING:
    from kliping_pelican.building.plan import Plan

MARK = "unfinished"
"""Stands in the cache folder while an exchange is under way: what an interrupted one left is not believed."""


def staging_of(output: Path) -> Path:
    """Where a site is built before it takes the place of `output`."""
    return output.with_name(f"{output.name}.new")


def write_new(target: str, content: Iterable[bytes]) -> None:
    """Write a file that is not there yet, piece by piece, with its folders; in half the time of pathlib's."""
    folder, _, name = target.rpartition("/")
    if name == "index.html":  # most stand alone in a folder of their own
        _make_folder(folder)
    try:
        file = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
    except FileNotFoundError:
        _make_folder(folder)
        file = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
    try:
        for piece in content:
            written = os.write(file, piece)
            while written < len(piece):
                written += os.write(file, memoryview(piece)[written:])
    finally:
        os.close(file)


def _make_folder(path: str) -> None:
    try:
        os.mkdir(path)
    except FileExistsError:
        return
    except FileNotFoundError:
        os.makedirs(path, exist_ok=True)


class Placed(Struct, frozen=True):
    """The site as it stands after an exchange; all paths count from its folder."""

    outputs: dict[str, Output]
    foreign: list[str]
    """Files other plugins wrote."""
    folders: dict[str, int]
    """Folders with their times."""


def exchange(plan: "Plan", output: Path, cache: Path | None, before: Mapping[str, int]) -> Placed:
    """Put the staged files in place; `before` has the times of the folders as the last build left them."""
    staging = staging_of(output)
    keys = {addresses.file_of(job.path): job.key for job in plan.due}
    staged = dict(_files(str(staging), len(str(staging)) + 1))
    keys.update((path, bundle.key) for bundle in plan.bundles for path in staged if path.startswith(bundle.folder))
    if cache:
        cache.mkdir(parents=True, exist_ok=True)
        (cache / MARK).touch()
    with _undisturbed():
        if plan.kept:
            _move_files(list(staged), plan.gone, staging, output)
        else:
            _swap(staging, output)
    outputs = dict(plan.kept)
    outputs.update((path, Output(key, *staged[path])) for path, key in keys.items())
    foreign = sorted(set(staged) - set(keys))
    folders = {path.rpartition("/")[0] for path in (*outputs, *foreign)}
    folders = _with_parents(folders)
    touched = _with_parents({path.rpartition("/")[0] for path in (*staged, *plan.gone)}) if plan.kept else folders
    times = {
        folder: before[folder] if folder in before and folder not in touched else os.stat(f"{output}/{folder}").st_mtime_ns
        for folder in sorted(folders)
    }
    return Placed(outputs, foreign, times)


def _with_parents(folders: set[str]) -> set[str]:
    """Folders, and all above them up to the site's own."""
    found = {""}
    for folder in folders:
        while folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return found


def _files(folder: str, before: int) -> Iterator[tuple[str, tuple[int, int]]]:
    """Every file below a folder, without the first letters of its path, with its time and size."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _files(entry.path, before)
            else:
                status = entry.stat()
                yield entry.path[before:], (status.st_mtime_ns, status.st_size)


def set_right(output: Path) -> None:
    """Remove what a build that was interrupted left beside the site, and put back a site that it had moved away."""
    old = _old_of(output)
    if old.exists() and not output.exists():
        old.rename(output)
    for folder in (old, staging_of(output)):
        shutil.rmtree(folder, ignore_errors=True)


def _old_of(output: Path) -> Path:
    """Where the previous site, or its files that are replaced, lie until the new one is whole."""
    return output.with_name(f"{output.name}.old")


def _move_files(staged: list[str], gone: list[str], staging: Path, output: Path) -> None:
    """File by file; where one cannot be moved, all are moved back. Raises OSError then."""
    old = _old_of(output)
    old.mkdir()
    moved: list[tuple[str, str]] = []

    def move(source: str, target: str) -> None:
        os.rename(source, target)
        moved.append((source, target))

    try:
        for path in dict.fromkeys((*gone, *staged)):
            with suppress(FileNotFoundError, NotADirectoryError):
                move(f"{output}/{path}", f"{old}/{len(moved)}")
        for path in staged:
            try:
                move(f"{staging}/{path}", f"{output}/{path}")
            except FileNotFoundError:
                os.makedirs(f"{output}/{path}".rpartition("/")[0], exist_ok=True)
                move(f"{staging}/{path}", f"{output}/{path}")
    except OSError:
        for source, target in reversed(moved):
            os.rename(target, source)
        _remove_emptied({Path(path).parent for path in staged}, output)
        raise
    _remove_emptied({Path(path).parent for path in gone}, output)
    shutil.rmtree(old)
    for folder in {path.rpartition("/")[0] for path in staged}:  # most of them lie in no other of these
        with suppress(OSError):
            (staging / folder).rmdir()
    shutil.rmtree(staging)


def _remove_emptied(folders: set[Path], output: Path) -> None:
    """Remove folders below `output` that hold nothing any more, with those that held only them."""
    everything = folders.union(*(folder.parents for folder in folders)) - {Path()}
    for folder in sorted(everything, key=lambda one: -len(one.parts)):
        with suppress(OSError):
            (output / folder).rmdir()


def _swap(staging: Path, output: Path) -> None:
    """Two renames, with nothing half written in between. Raises OSError with the previous site in its place."""
    old = _old_of(output)
    if output.exists():
        output.rename(old)
    try:
        staging.rename(output)
    except OSError:
        if old.exists():
            old.rename(output)
        raise
    shutil.rmtree(old, ignore_errors=True)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Hold back Ctrl-C for the moment of the exchange."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
