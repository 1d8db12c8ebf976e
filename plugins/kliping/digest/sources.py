"""A content folder to its input files, checked for ids, strays and doubles; nothing is opened yet."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from msgspec import Struct

from kliping.errors import InvalidData, KlipingError
from kliping.load import nearest
from kliping.model import Lang

SUFFIXES = (".txt", ".html")

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Source(Struct, frozen=True, kw_only=True):
    """The files of one article."""

    id: str
    path: Path
    sidecar: Path | None
    catalogues: Mapping[Lang, Path]


def find_sources(content: Path, langs: tuple[Lang, ...]) -> tuple[tuple[Source, ...], tuple[KlipingError, ...]]:
    """Every article's files, sorted by id, and an error for each file that belongs to none."""
    errors: list[KlipingError] = []
    texts: dict[str, Path] = {}
    sidecars: dict[str, Path] = {}
    for path in sorted(_files(content / "articles")):
        if path.suffix == ".yml":
            sidecars[path.stem] = path
        elif path.suffix not in SUFFIXES:
            errors.append(_stray(path, f"has no ending Kliping reads ({', '.join(SUFFIXES)}, .yml)", "Rename or move it."))
        elif not _ID.fullmatch(path.stem):
            errors.append(
                _stray(
                    path,
                    f"`{path.stem}` is no article id",
                    "Name it with small letters a-z, digits and single hyphens.",
                )
            )
        elif path.stem in texts:
            errors.append(_stray(path, f"has the id of {texts[path.stem].name}", "Keep one of the two."))
        else:
            texts[path.stem] = path
    errors += [
        _stray(path, "belongs to no article", nearest(id_, texts)) for id_, path in sidecars.items() if id_ not in texts
    ]
    catalogues, strays = _catalogues(content / "translations", langs, texts)
    sources = tuple(
        Source(id=id_, path=path, sidecar=sidecars.get(id_), catalogues=catalogues.get(id_, {}))
        for id_, path in sorted(texts.items())
    )
    return sources, (*errors, *strays)


def _catalogues(
    folder: Path, langs: tuple[Lang, ...], texts: Mapping[str, Path]
) -> tuple[dict[str, dict[Lang, Path]], list[KlipingError]]:
    found: dict[str, dict[Lang, Path]] = {}
    errors: list[KlipingError] = []
    for path in sorted(_files(folder)):
        lang = path.parent.name
        if path.suffix != ".po" or path.parent.parent != folder:
            errors.append(_stray(path, "is no catalogue", f"Expected {folder.name}/<language>/<article id>.po."))
        elif lang not in langs:
            errors.append(_stray(path, f"`{lang}` is no language of this digest", nearest(lang, langs)))
        elif path.stem not in texts:
            errors.append(_stray(path, "belongs to no article", nearest(path.stem, texts)))
        else:
            found.setdefault(path.stem, {})[lang] = path
    return found, errors


def _files(folder: Path) -> Iterator[Path]:
    """Files below a folder; names that begin with a dot or end with a tilde are an editor's own."""
    if folder.is_dir():
        for path in folder.rglob("*"):
            if path.is_file() and not path.name.startswith(".") and not path.name.endswith("~"):
                yield path


def _stray(path: Path, problem: str, advice: str) -> InvalidData:
    return InvalidData(problem, path=path, advice=advice)


def add_source(file: Path, content: Path, id_: str, *, url: str | None, day: date) -> tuple[Path, ...]:
    """Copy a scraped file into a digest byte for byte and write its sidecar; the paths written.

    Raises InvalidData for an id that is none or is taken, and for an ending Kliping does not read.
    """
    if not _ID.fullmatch(id_):
        raise _stray(file, f"`{id_}` is no article id", "Use small letters a-z, digits and single hyphens.")
    if file.suffix not in SUFFIXES:
        raise _stray(file, "has no ending Kliping reads", f"Rename it to one of {', '.join(SUFFIXES)}.")
    target = content / "articles" / f"{id_}{file.suffix}"
    taken = [path for path in (target.with_suffix(suffix) for suffix in (*SUFFIXES, ".yml")) if path.exists()]
    if taken:
        raise _stray(taken[0], "exists", "Choose another id.")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(file.read_bytes())
    sidecar = target.with_suffix(".yml")
    sidecar.write_text((f"url: {url}\n" if url else "") + f"added: {day.isoformat()}\n", encoding="utf-8")
    return target, sidecar
