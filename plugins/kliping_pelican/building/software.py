"""Which software makes the site: another version of any part of it makes everything anew."""

import sys
from collections.abc import Iterator
from importlib.metadata import version
from os import scandir
from pathlib import Path

import kliping
from kliping.memory import Key, key_of

PARTS = (
    "babel",
    "beautifulsoup4",
    "ftfy",
    "jinja2",
    "markdown-it-py",
    "markupsafe",
    "msgspec",
    "pelican",
    "pillow",
    "polib",
    "pyyaml",
    "rensa",
    "rspolib",
)
"""Packages whose version can show in the output."""


def software_key() -> Key:
    """The digest of our own files, by size and time, and of the versions of the packages we build with."""
    folders = (Path(__file__).parents[1], Path(kliping.__file__).parent)
    files = sorted(line for folder in folders for line in _files(str(folder)))
    return key_of(sys.version, *files, *(f"{part} {version(part)}" for part in PARTS))


def _files(folder: str) -> Iterator[str]:
    with scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _files(entry.path) if entry.name != "__pycache__" else ()
            else:
                status = entry.stat()
                yield f"{entry.path} {status.st_size} {status.st_mtime_ns}"
