"""An exchange of sites: the files that were made replace those of the previous site."""

import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from kliping.memory import Key
from kliping_pelican.building.inspection import Stand
from kliping_pelican.building.placing.folders import remove_leftovers, staging_of
from kliping_pelican.building.placing.moving import move_all, move_files, undisturbed
from kliping_pelican.building.state import Output

if TYPE_CHECKING:
    from kliping_pelican.building.plan import Plan

MARK = "unfinished"
"""Stands in the cache folder while an exchange is under way: what an interrupted one left is not believed."""


class Tray(Struct, frozen=True):
    """Where our own files wait until all of them are made."""

    folder: str
    numbered: bool
    """Whether they lie there side by side; else each where it will lie in the site."""

    def place(self, number: int, path: str) -> str:
        """Where a file of the site waits, by the number of its job in the plan."""
        return f"{self.folder}/{number if self.numbered else path}"


class Made(Struct, frozen=True):
    """The files of a plan, made and not yet in their places."""

    plan: "Plan"
    """Without its jobs, which are done."""
    keys: dict[str, Key]
    """Our own files, by path, each with the hash of all it was made from; in the order of the plan."""
    tray: Tray
    stands: list[Stand]
    """How each of them was written."""
    aside: Path
    """Where everyone else writes: the staging folder, or one where that cannot be overlooked among our files."""


class Placed(Struct, frozen=True):
    """The site as it is after an exchange; all paths are relative to its folder."""

    outputs: dict[str, Output]
    foreign: list[str]
    """Files other plugins wrote."""
    folders: dict[str, int]
    """Folders with their times."""
    renewed: dict[str, Stand] | None
    """All that does not stand as the last build found it, folders with a slash at their end; None where paths are others."""


def exchange(made: Made, output: Path, cache: Path | None, before: Mapping[str, int]) -> Placed:
    """Put the new files in place and remove the old ones; return the site as it is then.

    `before` has the times of the folders as the last build left them. Raises OSError if the previous site is back in its
    place, NotPutBack if it could not be put back.
    """
    staged = _staged(made, staging_of(output))
    if cache:
        cache.mkdir(parents=True, exist_ok=True)
        (cache / MARK).touch()
    with undisturbed():
        _put_in_place(made, staged, output)
        remove_leftovers(output)  # before anything is remembered: that may need the room
    return _placed(made, staged, output, before)


def _put_in_place(made: Made, staged: Mapping[str, Stand], output: Path) -> None:
    others = {path: f"{made.aside}/{path}" for path in staged if path not in made.keys}
    if made.plan.kept:
        ours = {path: made.tray.place(number, path) for number, path in enumerate(made.keys)}
        move_files({**others, **ours}, made.plan.gone, output)
    else:
        move_all(others, output)


def _placed(made: Made, staged: Mapping[str, Stand], output: Path, before: Mapping[str, int]) -> Placed:
    plan, keys = made.plan, dict(made.keys)
    others = [path for path in staged if path not in keys]
    keys.update((path, bundle.key) for bundle in plan.bundles for path in others if path.startswith(bundle.folder))
    outputs = dict(plan.kept)
    outputs.update((path, Output(key, *staged[path])) for path, key in keys.items())
    foreign = sorted(path for path in others if path not in keys)
    known = dict(before) if plan.kept else {}
    touched = _folders_of((*staged, *plan.gone)).union(plan.stirred)
    as_before = plan.amends or (not plan.gone and touched <= known.keys())
    folders: Collection[str] = before if as_before else sorted(_folders_of((*outputs, *foreign)))
    for one in touched:
        known.pop(one, 0)
    times = {folder: known[folder] if folder in known else os.stat(f"{output}/{folder}").st_mtime_ns for folder in folders}
    ours_alone = plan.amends and not (foreign or plan.gone)
    renewed = {**staged, **{f"{folder}/": (times[folder], 0) for folder in touched & times.keys()}} if ours_alone else None
    return Placed(outputs, foreign, times, renewed)


def _staged(made: Made, staging: Path) -> dict[str, Stand]:
    """Every file to be put in place. Ours are known to be as they were written, unless others could touch them."""
    found = _files(str(made.aside), len(str(made.aside)) + 1)
    if made.aside == staging:
        return dict(found)
    others = {path: stand for path, stand in found if path not in made.keys and path not in made.plan.kept}
    return others | dict(zip(made.keys, made.stands, strict=True))


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
