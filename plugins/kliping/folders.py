"""What folders of inputs hold; loaded by every build, also if nothing changed."""

from os import DirEntry
from pathlib import Path


def is_folder(entry: "DirEntry[str]") -> bool:
    """Whether it is a folder, or a link to one; not where the link leads back to a folder it lies in, or nowhere."""
    if not entry.is_symlink():
        return entry.is_dir()
    link = Path(entry.path)
    return link.is_dir() and not link.parent.resolve().is_relative_to(link.resolve())
