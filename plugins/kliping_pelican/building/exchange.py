"""The new files put in the place of the old ones: the whole folder at once, or file by file where most of it stays."""

import os
import shutil
import signal
import threading
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from kliping_pelican.building.inspection import Stand
from kliping_pelican.building.state import Output
from kliping_pelican.showing import addresses

if TYPE_CHECKING:
    from kliping_pelican.building.plan import Plan
    from kliping_pelican.pages.jobs import Job

MARK = "unfinished"
"""Stands in the cache folder while an exchange is under way: what an interrupted one left is not believed."""


class Tray(Struct, frozen=True):
    """Where our own files wait until all of them are made."""

    folder: str
    numbered: bool
    """Whether they lie there side by side; else each where it will lie in the site."""

    def place(self, number: int, job: "Job") -> str:
        """The place of a job's file, by the job's number in its plan."""
        return f"{self.folder}/{number if self.numbered else addresses.file_of(job.path)}"


class Made(Struct, frozen=True):
    """The files of a plan, made and not yet in their places."""

    plan: "Plan"
    tray: Tray
    stands: list[Stand]
    """How the file of each job was written."""
    aside: Path
    """Where everyone else writes: the staging folder, or one where that cannot be overlooked among our files."""


def staging_of(output: Path) -> Path:
    """Where a site is built before it takes the place of `output`."""
    return output.with_name(f"{output.name}.new")


def aside_of(output: Path) -> Path:
    """Where Pelican's own files wait while no other plugin wants to see them among ours."""
    return output.with_name(f"{output.name}.aside")


def write_new(target: str, content: Iterable[bytes]) -> Stand:
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
        status = os.fstat(file)
    finally:
        os.close(file)
    return status.st_mtime_ns, status.st_size


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
    renewed: dict[str, Stand] | None
    """All that does not stand as the last build found it, folders with a slash at their end; None where paths are others."""


def exchange(made: Made, output: Path, cache: Path | None, before: Mapping[str, int]) -> Placed:
    """Put the new files in place; `before` has the times of the folders as the last build left them."""
    plan, staging = made.plan, staging_of(output)
    keys = {addresses.file_of(job.path): job.key for job in plan.due}
    staged = _staged(made, keys, staging)
    others = {path: f"{made.aside}/{path}" for path in staged if path not in keys}
    keys.update((path, bundle.key) for bundle in plan.bundles for path in others if path.startswith(bundle.folder))
    if cache:
        cache.mkdir(parents=True, exist_ok=True)
        (cache / MARK).touch()
    with _undisturbed():
        if plan.kept:
            own = {addresses.file_of(job.path): made.tray.place(number, job) for number, job in enumerate(plan.due)}
            _move_files({**others, **own}, plan.gone, output)
        else:
            _swap(others, staging, output)
    for folder in (staging, made.aside):
        shutil.rmtree(folder, ignore_errors=True)
    outputs = dict(plan.kept)
    outputs.update((path, Output(key, *staged[path])) for path, key in keys.items())
    foreign = sorted(set(staged) - set(keys))
    folders: Collection[str] = before if plan.amends else sorted(_folders_of((*outputs, *foreign)))
    known = dict(before) if plan.kept else {}
    touched = _folders_of((*staged, *plan.gone)).union(plan.stirred)
    for one in touched:
        known.pop(one, 0)
    times = {folder: known[folder] if folder in known else os.stat(f"{output}/{folder}").st_mtime_ns for folder in folders}
    ours_alone = plan.amends and not (foreign or plan.gone)
    renewed = {**staged, **{f"{folder}/": (times[folder], 0) for folder in touched & times.keys()}} if ours_alone else None
    return Placed(outputs, foreign, times, renewed)


def _staged(made: Made, ours: Collection[str], staging: Path) -> dict[str, Stand]:
    """Every file to be put in place; one of ours is as it was written where nobody else could touch it since."""
    found = _files(str(made.aside), len(str(made.aside)) + 1)
    if made.aside == staging:
        return dict(found)
    others = {path: stand for path, stand in found if path not in ours and path not in made.plan.kept}
    return others | dict(zip(ours, made.stands, strict=True))


def _folders_of(paths: Iterable[str]) -> set[str]:
    """The folders in which files lie, and all above them up to the site's own."""
    found = {""}
    for folder in {path.rpartition("/")[0] for path in paths}:
        while folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return found


def _files(folder: str, before: int) -> Iterator[tuple[str, Stand]]:
    """Every file below a folder that may be missing, without the first letters of its path, with its time and size."""
    with suppress(FileNotFoundError), os.scandir(folder) as entries:
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
    for folder in (old, staging_of(output), aside_of(output)):
        shutil.rmtree(folder, ignore_errors=True)


def _old_of(output: Path) -> Path:
    """Where the previous site, or its files that are replaced, lie until the new one is whole."""
    return output.with_name(f"{output.name}.old")


def _move_files(sources: Mapping[str, str], gone: list[str], output: Path) -> None:
    """File by file; where one cannot be moved, all are moved back. Raises OSError then."""
    old = _old_of(output)
    old.mkdir()
    moved: list[tuple[str, str]] = []

    def move(source: str, target: str) -> None:
        os.rename(source, target)
        moved.append((source, target))

    try:
        for path in dict.fromkeys((*gone, *sources)):
            with suppress(FileNotFoundError, NotADirectoryError):
                move(f"{output}/{path}", f"{old}/{len(moved)}")
        for path, source in sources.items():
            try:
                move(source, f"{output}/{path}")
            except FileNotFoundError:
                os.makedirs(f"{output}/{path}".rpartition("/")[0], exist_ok=True)
                move(source, f"{output}/{path}")
    except OSError:
        for source, target in reversed(moved):
            os.rename(target, source)
        _remove_emptied({Path(path).parent for path in sources}, output)
        raise
    _remove_emptied({Path(path).parent for path in gone}, output)
    shutil.rmtree(old)


def _remove_emptied(folders: set[Path], output: Path) -> None:
    """Remove folders below `output` that hold nothing any more, with those that held only them."""
    everything = folders.union(*(folder.parents for folder in folders)) - {Path()}
    for folder in sorted(everything, key=lambda one: -len(one.parts)):
        with suppress(OSError):
            (output / folder).rmdir()


def _swap(others: Mapping[str, str], staging: Path, output: Path) -> None:
    """The whole folder, by two renames, once the `others` are in it. Raises OSError with the previous site in its place."""
    for path, source in others.items():
        if source != f"{staging}/{path}":
            (staging / path).parent.mkdir(parents=True, exist_ok=True)
            os.rename(source, staging / path)
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
