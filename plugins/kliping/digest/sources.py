"""The input files in a content folder, by article, with strays and doubles reported; no file is opened here."""

import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from os import scandir
from pathlib import Path

from msgspec import Struct

from kliping.errors import InvalidData, KlipingError
from kliping.files import is_folder, read_file
from kliping.load import suggest
from kliping.model import Lang

SUFFIXES = (".txt", ".html", ".json")
"""Endings of texts and pages as scraped, and of articles that `kliping parse --json` cleaned already."""

ID_ADVICE = "Name it with small letters a-z, digits and single hyphens."

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Source(Struct, frozen=True, kw_only=True):
    """The files of one article; paths are strings and not `Path`, since there may be tens of thousands."""

    id: str
    path: str
    sidecar: str | None
    catalogues: Mapping[Lang, str]

    @property
    def files(self) -> tuple[str, ...]:
        """All its files, in a fixed order."""
        own = (self.path,) if self.sidecar is None else (self.path, self.sidecar)
        return (*own, *(self.catalogues[lang] for lang in sorted(self.catalogues)))

    @property
    def form(self) -> str:
        """Which files there are: the ending of the text, whether there is a sidecar, and the languages of the catalogues."""
        suffix = self.path[self.path.rindex(".") :]
        return f"{suffix}{'' if self.sidecar is None else '+'}{','.join(sorted(self.catalogues))}"


def is_id(name: str) -> bool:
    """Whether a name has the form of an id, so that it can be part of an address: a-z, 0-9 and single hyphens."""
    return _ID.fullmatch(name) is not None


def read_source(path: Path) -> bytes:
    """A file's bytes. Raises UnreadableText for one that is not there or may not be read."""
    return read_file(str(path))


def find_sources(
    content: Path, langs: tuple[Lang, ...], listed: Sequence[str] | None = None
) -> tuple[tuple[Source, ...], tuple[KlipingError, ...]]:
    """Every article's files, sorted by id, and an error for each file that belongs to none.

    `listed` names all files below the content folder, sorted, where they are known already.
    """
    errors: list[KlipingError] = []
    texts: dict[str, str] = {}
    sidecars: dict[str, str] = {}
    for path in files_below(content / "articles", listed):
        stem, suffix = _stem_and_suffix(path)
        if suffix == ".yml":
            sidecars[stem] = path
        elif suffix not in SUFFIXES:
            errors.append(_stray(path, f"has no ending Kliping reads ({', '.join(SUFFIXES)}, .yml)", "Rename or move it."))
        elif not is_id(stem):
            errors.append(_stray(path, f"`{stem}` is no article id", ID_ADVICE))
        elif stem in texts:
            errors.append(_stray(path, f"has the id of {texts[stem]}", "Keep one of the two."))
        else:
            texts[stem] = path
    errors += [_orphan(path, id_, texts) for id_, path in sidecars.items() if id_ not in texts]
    catalogues, strays = _catalogues(content / "translations", langs, texts, listed)
    sources = tuple(
        Source(id=id_, path=path, sidecar=sidecars.get(id_), catalogues=catalogues.get(id_, {}))
        for id_, path in sorted(texts.items())
    )
    return sources, (*errors, *strays)


def _catalogues(
    folder: Path, langs: tuple[Lang, ...], texts: Mapping[str, str], listed: Sequence[str] | None
) -> tuple[dict[str, dict[Lang, str]], list[KlipingError]]:
    found: dict[str, dict[Lang, str]] = {}
    errors: list[KlipingError] = []
    for path in files_below(folder, listed):
        place, _, name = path.removeprefix(f"{folder}/").rpartition("/")
        lang, (stem, suffix) = place, _stem_and_suffix(name)
        if suffix != ".po" or not place or "/" in place:
            errors.append(_stray(path, "is no catalogue", f"Expected {folder.name}/<language>/<article id>.po."))
        elif lang not in langs:
            errors.append(_stray(path, f"`{lang}` is no language of this digest", suggest(lang, langs)))
        elif stem not in texts:
            errors.append(_orphan(path, stem, texts))
        else:
            found.setdefault(stem, {})[lang] = path
    return found, errors


def _stem_and_suffix(path: str) -> tuple[str, str]:
    """Stem and suffix of a file's name as pathlib has them, but fast enough for tens of thousands of paths."""
    name = path.rpartition("/")[2]
    stem, dot, suffix = name.rpartition(".")
    return (stem, f".{suffix}") if dot else (name, "")


def files_below(folder: Path, listed: Sequence[str] | None = None) -> list[str]:
    """The files below a folder, sorted, without those of text editors, whose names begin with a dot or end with a tilde."""
    if listed is None:
        return sorted(_walk(folder))
    inside, above = f"{folder.name}/", str(folder)[: -len(folder.name)]
    rests = (path for path in listed if path.startswith(inside))
    return [above + rest for rest in rests if not ("/." in rest or "~/" in rest or rest[-1] == "~")]


def files_in(folder: Path, suffix: str) -> list[Path]:
    """The files right in a folder that end so, sorted, without those that are an editor's own; none where it is missing."""
    try:
        with scandir(folder) as entries:
            names = [entry.name for entry in entries]
    except (FileNotFoundError, NotADirectoryError):
        return []
    return sorted(folder / name for name in names if name.endswith(suffix) and name[0] != ".")


def _walk(folder: Path) -> list[str]:
    found: list[str] = []
    waiting = [str(folder)] if folder.is_dir() else []
    while waiting:
        with scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.name[0] == "." or entry.name[-1] == "~":
                    continue
                (waiting if is_folder(entry) else found).append(entry.path)
    return found


def _stray(path: Path | str, problem: str, advice: str) -> InvalidData:
    return InvalidData(problem, path=path, advice=advice)


def _orphan(path: str, id_: str, texts: Mapping[str, str]) -> InvalidData:
    """The error for a file whose article is not there."""
    close = get_close_matches(id_, texts, n=1)
    meant = f"Did you mean `{close[0]}`? Rename it then; if" if close else "If"
    return _stray(path, "belongs to no article", f"{meant} its article is gone for good, remove it too.")
