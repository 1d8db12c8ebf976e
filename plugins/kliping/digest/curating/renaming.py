"""An article under another id: its files, whatever in the digest names it, and its old addresses, which lead on."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from kliping.digest.sources import ID_ADVICE, Source, files_in, find_sources, is_id, read_source
from kliping.errors import InvalidData
from kliping.load import suggest
from kliping.load.writing import with_item
from kliping.model import Lang
from kliping.sidecar import parse_sidecar

NAMING = (("topics", ".yml"), ("topics", ".md"), ("pages", ".md"))
"""Folders of a digest, with the endings of their files whose timelines and links name articles."""


def rename_article(content: Path, old: str, new: str, langs: tuple[Lang, ...]) -> tuple[Path, ...]:
    """Give an article another id; the paths written, its own files first.

    Its sidecar says what it was called, and timelines and links that name it follow.
    Raises InvalidData, and writes nothing, for an id that is none or is not free, an article that is not there, and a
    file that cannot be changed for being broken.
    """
    sources = {source.id: source for source in find_sources(content, langs)[0]}
    if old not in sources:
        raise InvalidData(f"`{old}` is no article of this digest", path=content, advice=suggest(old, sources))
    _require_free(new, sources)
    source = sources[old]
    moves = {path: path.with_name(new + path.suffix) for path in map(Path, source.files)}
    sidecar = Path(source.sidecar) if source.sidecar else None
    target = moves[sidecar] if sidecar else Path(source.path).with_name(f"{new}.yml")
    said = _text(sidecar) if sidecar else ""
    parse_sidecar(said.encode(), sidecar or target)
    changed = {target: with_item(said, "formerly", old)} | dict(_following(content, old, new))
    for path, renamed in moves.items():
        path.rename(renamed)
    for path, text in changed.items():
        path.write_bytes(text.encode())
    return tuple(dict.fromkeys((*moves.values(), *changed)))


def _require_free(id_: str, sources: Mapping[str, Source]) -> None:
    """Raise InvalidData for an id that an article has, or that leads to one which had it before."""
    if not is_id(id_):
        raise InvalidData(f"`{id_}` is no article id", advice=ID_ADVICE)
    if id_ in sources:
        raise InvalidData(f"has the id `{id_}` already", path=sources[id_].path, advice="Choose another.")
    for sidecar in (Path(source.sidecar) for source in sources.values() if source.sidecar):
        data = read_source(sidecar)
        if id_.encode() in data and id_ in parse_sidecar(data, sidecar).formerly:
            advice = "Choose another: its addresses lead to this article."
            raise InvalidData(f"names `{id_}`", path=sidecar, key="formerly", advice=advice)


def _following(content: Path, old: str, new: str) -> Iterator[tuple[Path, str]]:
    """The files that name the article, each with its text as it names it afterwards."""
    name = re.compile(rf"(?<=article:){old}(?![a-z0-9-])|(?<![\w/.-]){old}(?=#[ph]\d)")
    for path in sorted(path for folder, suffix in NAMING for path in files_in(content / folder, suffix)):
        text = _text(path)
        if name.search(text):
            yield path, name.sub(new, text)


def _text(path: Path) -> str:
    """A file's text, its line ends as they are. Raises InvalidData for one that is none."""
    try:
        return read_source(path).decode()
    except UnicodeDecodeError as error:
        raise InvalidData("is not text", path=path, advice="Save it as UTF-8.") from error
