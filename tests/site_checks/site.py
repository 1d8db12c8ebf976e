"""A built site as a value: a folder and its address, in; its files and pages, out; and where two sites differ."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from site_checks.markup import PageContent, read_page

LANGUAGES = ("id", "en")
SECTIONS_WITH_IDS = {"articles", "topics", "tags", "outlets", "archive", "people", "places"}


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong, and where a person finds it."""

    path: str
    words: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.words}" if self.line else f"{self.path}: {self.words}"


@dataclass(frozen=True, slots=True)
class Site:
    """A built site."""

    root: Path
    """The folder of the finished files."""
    address: str
    """Where it is served, without a slash at the end: `https://owner.example/repo`."""

    def files(self, *suffixes: str) -> list[str]:
        """The paths of the site's files below its root, sorted; of every kind unless suffixes are named."""
        found = (path.relative_to(self.root).as_posix() for path in self.root.rglob("*") if path.is_file())
        return sorted(name for name in found if not suffixes or name.endswith(suffixes))

    def pages(self) -> list[str]:
        """The paths of all HTML pages."""
        return self.files(".html")

    def page(self, path: str) -> PageContent:
        """What a page holds, read once for each state of the file."""
        return _read(self.root / path, (self.root / path).stat().st_mtime_ns)

    def text(self, path: str) -> str:
        """A file's text."""
        return (self.root / path).read_text(encoding="utf-8")

    def url(self, path: str) -> str:
        """The address of a file: a folder's index is the folder's."""
        return f"{self.address}/{path.removesuffix('index.html')}"

    def resolve(self, reference: str, path: str) -> tuple[str | None, str]:
        """The file that a reference on the page at `path` leads to, and the anchor in it.

        The file is None where the reference leaves the site; an empty one where no file is there.
        """
        target = urlsplit(urljoin(self.url(path), reference))
        home = urlsplit(self.address + "/")
        if (target.scheme, target.netloc) != (home.scheme, home.netloc):
            return None, ""
        if not target.path.startswith(home.path):
            return "", ""
        return self._file_at(unquote(target.path.removeprefix(home.path))), unquote(target.fragment)

    def _file_at(self, path: str) -> str:
        if path == "" or path.endswith("/"):
            path += "index.html"
        return path if (self.root / path).is_file() else ""

    def kinds(self, language: str | None = None) -> dict[str, str]:
        """One page for each kind of page and language, the largest, by the kind's address: `{lang}/topics/*/`.

        Of one language, if it is named, with pages that have none.
        """
        by_kind: dict[str, str] = {}
        for path in self.pages():
            kind = page_kind(path)
            if language and page_language(path) not in (language, None):
                continue
            rival = by_kind.get(kind)
            if rival is None or self._size(path) > self._size(rival):
                by_kind[kind] = path
        return by_kind

    def _size(self, path: str) -> int:
        return (self.root / path).stat().st_size


def page_kind(path: str) -> str:
    """The address with the parts that differ from page to page as stars: `en/articles/*/ledger/index.html`.

    >>> page_kind("en/topics/peace-process/index.html")
    'en/topics/*/index.html'
    >>> page_kind("id/archive/2024/page/3/index.html")
    'id/archive/*/page/*/index.html'
    """
    parts = path.split("/")
    named = [
        "*" if n > 1 and parts[n - 1] in SECTIONS_WITH_IDS and n < len(parts) - 1 else re.sub(r"^\d+$", "*", part)
        for n, part in enumerate(parts)
    ]
    return "/".join(named)


def page_language(path: str) -> str | None:
    """The language whose half of the site a path stands in."""
    first = path.partition("/")[0]
    return first if first in LANGUAGES else None


@cache
def _read(path: Path, changed: int) -> PageContent:
    return read_page(path.read_text(encoding="utf-8"))


def differences(first: Site, second: Site) -> list[Fault]:
    """Every file that only one of the sites has, or that is not the same in both, byte by byte."""
    ours, theirs = set(first.files()), set(second.files())
    faults = [Fault(path, "only in the first build") for path in sorted(ours - theirs)]
    faults += [Fault(path, "only in the second build") for path in sorted(theirs - ours)]
    for path in sorted(ours & theirs):
        one, other = (first.root / path).read_bytes(), (second.root / path).read_bytes()
        if one != other:
            faults.append(Fault(path, "the builds differ", _first_different_line(one, other)))
    return faults


def _first_different_line(one: bytes, other: bytes) -> int:
    pairs = zip(one.split(b"\n"), other.split(b"\n"), strict=False)
    return next((n for n, (a, b) in enumerate(pairs, start=1) if a != b), min(one.count(b"\n"), other.count(b"\n")) + 1)
