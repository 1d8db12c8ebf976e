"""What changed since the last build, if it was little.

If only a few articles changed, all others stay as they were filed, and are read only if asked for.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from functools import cached_property
from typing import TypeVar

import msgspec
from msgspec import Struct

from kliping.digest.kept.desk import Desk
from kliping.digest.kept.filed import Articles, Filed, Remembered
from kliping.digest.kept.filing import file_source
from kliping.digest.kept.intake import is_made_from, keep_clues, keep_parts
from kliping.digest.model import Entry, News
from kliping.digest.sources import Source, find_sources

V = TypeVar("V")

FEW = 8
"""So many changed articles are filed in each build anew; with more, it pays to write all that is filed anew."""


class _FiledHead(Struct, frozen=True, array_like=True):
    entry: Entry


class _Head(Struct, frozen=True, array_like=True):
    """The first field of `Remembered`: what every build needs of every article, read without the rest."""

    filed: _FiledHead


def as_filed(listed: Sequence[str], desk: Desk) -> Articles | None:
    """All articles as they were filed, for a content folder in which no file changed; None if the memory lacks them.

    `listed` names all files of that folder.
    """
    before = desk.memory.get(desk.register, dict[str, Remembered])
    if before is None:
        return None
    filed = {id_: one.filed for id_, one in before.items()}
    keep_clues(desk)
    keep_parts(filed, desk)
    return Articles(
        filed=filed,
        entries={id_: one.entry for id_, one in filed.items()},
        sources=Later({}, lambda: _all_sources(listed, desk)),
        news=News(),
    )


def amend(changed: Set[str], listed: Sequence[str], desk: Desk) -> Articles | None:
    """All articles as they were filed, but those to which the changed files belong, which are filed anew.

    `listed` names all files of the content folder. None if more than the words of these articles may have changed.
    """
    touched = {_name(path.removeprefix(f"{desk.content}/")) for path in changed}
    if None in touched or len(touched) > FEW:
        return None
    encoded = desk.memory.get(desk.register, dict[str, msgspec.Raw])
    heads = desk.memory.get(desk.register, dict[str, _Head])
    if encoded is None or heads is None:
        return None
    sources, strays = find_sources(
        desk.content, desk.langs, [path for path in listed if path[path.rfind("/") + 1 : path.rfind(".")] in touched]
    )
    if strays or len(sources) < len(touched) or not all(source.id in encoded for source in sources):
        return None
    before = {source.id: msgspec.msgpack.decode(encoded[source.id], type=Remembered) for source in sources}
    now = {source.id: _filed(source, before[source.id], desk) for source in sources}
    new = {id_: filed for id_, filed in now.items() if filed and filed.entry == before[id_].filed.entry}
    if len(new) < len(before):
        return None
    return Articles(
        filed=Decoded(encoded, new),
        entries={id_: head.filed.entry for id_, head in heads.items()},
        sources=Later({source.id: source for source in sources}, lambda: _all_sources(listed, desk)),
        news=News(
            articles=frozenset(new),
            listed=frozenset(id_ for id_, one in new.items() if one.listed != before[id_].filed.listed),
            amends=True,
        ),
        before=Decoded(encoded, {}),
    )


def news_of(articles: Articles, changed: Set[str], desk: Desk) -> News | None:
    """What changed since the last build, after all articles were filed; None if anything else may have.

    `changed` are all inputs that changed.
    """
    inside = f"{desk.content}/"
    names = (path.removeprefix(inside) for path in changed if path.startswith(inside))
    if not all(name == "vocabulary.yml" or _name(name) for name in names):
        return None
    before, now = articles.before, articles.filed
    described = {one.described for one in before.values()}
    terms = desk.changed_terms(described.pop()) if len(described) == 1 else None
    if terms is None or before.keys() != now.keys():
        return None
    others = [id_ for id_, one in now.items() if one is not before[id_]]
    if any(now[id_].entry != before[id_].entry for id_ in others):
        return None
    listed = frozenset(id_ for id_ in others if now[id_].listed != before[id_].listed)
    return News(articles=listed.union(id_ for id_ in others if now[id_].key != before[id_].key), listed=listed, terms=terms)


def touched_by(changed: Set[str], desk: Desk) -> frozenset[str]:
    """Ids of the articles to which these files belong."""
    names = (_name(path.removeprefix(f"{desk.content}/")) for path in changed)
    return frozenset(name for name in names if name)


def _name(path: str) -> str | None:
    """The id of the article to which a file of the content folder belongs; None for a file of none."""
    folder, _, rest = path.partition("/")
    return rest.rpartition("/")[2].rpartition(".")[0] if folder in ("articles", "translations") else None


def _filed(source: Source, before: Remembered, desk: Desk) -> Filed | None:
    """What filing an article gives now; None if it meets an error."""
    if is_made_from(before, source, desk):
        return before.filed
    outcome = file_source(source, None, desk)
    return None if outcome.errors else outcome.filed


def _all_sources(listed: Sequence[str], desk: Desk) -> dict[str, Source]:
    return {source.id: source for source in find_sources(desk.content, desk.langs, listed)[0]}


class Decoded(Mapping[str, Filed]):
    """All articles as they were filed, each decoded when it is asked for."""

    def __init__(self, encoded: Mapping[str, msgspec.Raw], known: Mapping[str, Filed]) -> None:
        """`known` has those that were filed anew."""
        self._encoded, self._known = encoded, dict(known)
        self._decode = msgspec.msgpack.Decoder(Remembered).decode

    def __getitem__(self, id_: str) -> Filed:
        if id_ not in self._known:
            self._known[id_] = self._decode(self._encoded[id_]).filed
        return self._known[id_]

    def __iter__(self) -> Iterator[str]:
        return iter(self._encoded)

    def __len__(self) -> int:
        return len(self._encoded)


class Later(Mapping[str, V]):
    """A mapping of which a part is known; all of it is made when more is asked for."""

    def __init__(self, known: Mapping[str, V], make: Callable[[], Mapping[str, V]]) -> None:
        self._known, self._make = known, make

    @cached_property
    def _made(self) -> Mapping[str, V]:
        return self._make()

    def __getitem__(self, key: str) -> V:
        return self._known[key] if key in self._known else self._made[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._made)

    def __len__(self) -> int:
        return len(self._made)
