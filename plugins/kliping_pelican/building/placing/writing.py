"""New files, written where they wait until all of them are made."""

import os
from collections.abc import Iterable

from kliping_pelican.building.inspection import Stand


def write_new(target: str, content: Iterable[bytes]) -> Stand:
    """Write a new file piece by piece, and make its folders; takes half the time of pathlib."""
    folder, _, name = target.rpartition("/")
    if name == "index.html":  # most stand alone in a folder of their own
        make_folder(folder)
    try:
        file = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
    except FileNotFoundError:
        make_folder(folder)
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


def make_folder(path: str) -> None:
    """Make a folder and those above it, unless they exist."""
    try:
        os.mkdir(path)
    except FileExistsError:
        return
    except FileNotFoundError:
        os.makedirs(path, exist_ok=True)
