"""Reading of input files, and what their folders hold; loaded by every build, also if nothing changed."""

import os
from os import DirEntry
from pathlib import Path

from kliping.errors import UnreadableText

PIECE = 65536
"""Bytes of a file that are read at once: enough for most articles as a whole."""


def read_file(path: str) -> bytes:
    """A file's content, read in a third of pathlib's time. Raises UnreadableText if it is missing or may not be read."""
    try:
        file = os.open(path, os.O_RDONLY)
        try:
            pieces = [os.read(file, PIECE)]
            while len(pieces[-1]) == PIECE:
                pieces.append(os.read(file, PIECE))
        finally:
            os.close(file)
    except OSError as error:
        raise unreadable(path, error) from error
    return b"".join(pieces)


def unreadable(path: str, error: OSError) -> UnreadableText:
    """The error of the operating system at reading a file, as one of ours."""
    problem = f"cannot be read ({(error.strerror or str(error)).lower()})"
    return UnreadableText(problem, path=path, advice="Check its name and whether you may read it.")


def is_folder(entry: "DirEntry[str]") -> bool:
    """Whether it is a folder, or a link to one; not where the link leads nowhere, or back to a folder on the way to it."""
    if not entry.is_symlink():
        return entry.is_dir()
    link = Path(entry.path)
    if not link.is_dir():
        return False
    target = link.resolve()
    return not any(above.resolve().is_relative_to(target) for above in link.parents)
