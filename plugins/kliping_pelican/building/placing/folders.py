"""The folders of a site that is being made, all beside `output`, and how to clean up after an interruption.

Nobody gives such names to a folder of their own, so what a person keeps beside `output` is never touched.
"""

import shutil
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from kliping.errors import BuildFailed


class NotPutBack(BuildFailed):
    """Raised if an exchange could neither be finished nor undone."""

    def __init__(self, error: OSError, path: Path | str, folders: Sequence[Path]) -> None:
        """`error` ended the exchange; `path` misses what lies in `folders` now."""
        where = " and ".join(map(str, folders))
        super().__init__(
            f"{error.strerror or error}, and the previous site could not be put back: some of its pages lie in {where}",
            path=path,
            advice="Make room or give leave, and build again: that makes every page anew, and then removes these folders.",
        )


def staging_of(output: Path) -> Path:
    """Where a site is built before it takes the place of `output`."""
    return _beside(output, "new")


def aside_of(output: Path) -> Path:
    """Where Pelican's own files wait while no other plugin wants to see them among ours."""
    return _beside(output, "aside")


def previous_of(output: Path) -> Path:
    """Where the previous site lies as a whole until the new one is in its place."""
    return _beside(output, "previous")


def heap_of(output: Path) -> Path:
    """Where obsolete files of the previous site lie until the new ones are in their places."""
    return _beside(output, "heap")


def set_right(output: Path) -> None:
    """Remove what a build that was interrupted left beside the site, and put back a site that it had moved away.

    Raises NotPutBack if that fails, and then removes nothing.
    """
    previous = previous_of(output)
    if previous.exists() and not output.exists():
        try:
            previous.rename(output)
        except OSError as error:
            raise NotPutBack(error, output, [previous]) from error
    remove_leftovers(output)


def remove_leftovers(output: Path) -> None:
    """Remove all that a build made or moved beside a site that is whole."""
    for folder in (previous_of(output), heap_of(output), staging_of(output), aside_of(output)):
        shutil.rmtree(folder, ignore_errors=True)


def remove_emptied(folders: set[Path], output: Path) -> None:
    """Remove those of these folders that are empty now, and folders above them that held nothing else."""
    everything = folders.union(*(folder.parents for folder in folders)) - {Path()}
    for folder in sorted(everything, key=lambda one: -len(one.parts)):
        with suppress(OSError):
            (output / folder).rmdir()


def _beside(output: Path, part: str) -> Path:
    return output.with_name(f".{output.name}.kliping-{part}")
