"""What happens between two builds: sources edited and put back, outputs removed and counted."""

import shutil
from collections.abc import Iterable
from pathlib import Path

from contestants import Contestant, Edit
from report import Size


class Sources:
    """The files that are edited, with their original texts."""

    def __init__(self, contestants: Iterable[Contestant]) -> None:
        paths = {change.path for contestant in contestants for change in contestant.edits.values()}
        self._originals = {path: path.read_text(encoding="utf-8") for path in paths}

    def edit(self, change: Edit, mark: str) -> None:
        """Write the file anew from its original text, with the mark in it. Raises ValueError where the place is missing."""
        before = self._originals[change.path]
        after = change.change(before, mark)
        if after == before:
            raise ValueError(f"{change.path} lacks the place to edit")
        change.path.write_text(after, encoding="utf-8")

    def restore(self, contestant: Contestant) -> None:
        """Give the contestant's files their original texts again."""
        for change in contestant.edits.values():
            change.path.write_text(self._originals[change.path], encoding="utf-8")


def clear(contestant: Contestant) -> None:
    """Remove the output and all that the contestant keeps between builds."""
    for path in (contestant.output, *contestant.state):
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


def size_of(output: Path) -> Size:
    """Number and bytes of a site's files, and how many pages stand in each section, languages taken together."""
    files = [path for path in output.rglob("*") if path.is_file()]
    sections: dict[str, int] = {}
    for path in files:
        parts = [part for part in path.relative_to(output).parts if part not in ("id", "en")]
        section = parts[0] if len(parts) > 1 else "home"
        if path.suffix == ".html":
            sections[section] = sections.get(section, 0) + 1
    return Size(len(files), sum(path.stat().st_size for path in files), sections)
