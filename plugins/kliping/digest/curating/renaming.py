"""An article under another id: its files, whatever in the digest names it, and its old addresses, which lead on."""

import re
from collections.abc import Iterator
from pathlib import Path

from kliping.digest.curating.ids import require_free
from kliping.digest.sources import files_in, find_sources, read_source
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
    require_free(new, sources)
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
