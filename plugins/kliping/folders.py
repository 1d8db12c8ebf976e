"""What folders of inputs hold; loaded by every build, also if nothing changed."""

from os import DirEntry
from pathlib import Path


def is_folder(entry: "DirEntry[str]") -> bool:
    """Whether it is a folder, or a link to one; not where the link leads nowhere, or back to a folder on the way to it."""
    if not entry.is_symlink():
        return entry.is_dir()
    link = Path(entry.path)
    if not link.is_dir():
        return False
    target = link.resolve()
    return not any(above.resolve().is_relative_to(target) for above in link.parents)
