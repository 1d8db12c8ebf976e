"""The folders of a site that is being made, all beside `output`, and how they are set right after an interruption."""

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

MANY = 1000
"""Files below which another process costs more than it brings."""


def staging_of(output: Path) -> Path:
    """Where a site is built before it takes the place of `output`."""
    return output.with_name(f"{output.name}.new")


def aside_of(output: Path) -> Path:
    """Where Pelican's own files wait while no other plugin wants to see them among ours."""
    return output.with_name(f"{output.name}.aside")


def old_of(output: Path) -> Path:
    """Where the previous site, or its files that go, lie until the new one is whole."""
    return output.with_name(f"{output.name}.old")


def set_right(output: Path) -> None:
    """Remove what a build that was interrupted left beside the site, and put back a site that it had moved away."""
    old = old_of(output)
    if old.exists() and not output.exists():
        old.rename(output)
    _remove(_beside(output))


@contextmanager
def removing_old_files(output: Path, count: int) -> Iterator[None]:
    """Remove all that lies beside a site that is whole, `count` files or so; where they are many, `rm` does so meanwhile.

    What that leaves is removed at the end. A process forked from this one would take longer: both would copy its memory.
    """
    helper = _spawn_rm(_beside(output)) if count > MANY else None
    try:
        yield
    finally:
        if helper:
            os.waitpid(helper, 0)
        _remove(_beside(output))


def _spawn_rm(folders: Iterable[Path]) -> int | None:
    """The process that removes folders; None where the system has no such program."""
    try:
        return os.posix_spawnp("rm", ["rm", "-rf", "--", *map(str, folders)], os.environ)
    except (AttributeError, OSError):
        return None


def remove_emptied(folders: set[Path], output: Path) -> None:
    """Remove folders below `output` that hold nothing any more, with those that held only them."""
    everything = folders.union(*(folder.parents for folder in folders)) - {Path()}
    for folder in sorted(everything, key=lambda one: -len(one.parts)):
        with suppress(OSError):
            (output / folder).rmdir()


def _beside(output: Path) -> tuple[Path, ...]:
    return old_of(output), staging_of(output), aside_of(output)


def _remove(folders: Iterable[Path]) -> None:
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)
