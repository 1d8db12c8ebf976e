"""Which software makes the site: if any part of it changes its version, everything is made anew."""

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from os import scandir
from pathlib import Path

import kliping
from kliping.memory import Key, key_of


def software_key() -> Key:
    """The hash of our own files, by size and time, and of the versions of everything that is installed."""
    folders = (Path(__file__).parents[1], Path(kliping.__file__).parent)
    files = sorted(line for folder in folders for line in _files(str(folder)))
    return key_of(sys.version, *files, *sorted(_installed()))


def _installed() -> Iterator[str]:
    """Every installed package with its version, read from the names of folders, for to open their files takes longer."""
    for place in sys.path:
        with suppress(OSError):
            yield from (name for name in os.listdir(place or ".") if name.endswith((".dist-info", ".egg-info")))  # noqa: PTH208


def _files(folder: str) -> Iterator[str]:
    with scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _files(entry.path) if entry.name != "__pycache__" else ()
            else:
                status = entry.stat()
                yield f"{entry.path} {status.st_size} {status.st_mtime_ns}"
