"""From a filed article back to a clipping, by the memory and the files of the article."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

import msgspec

from kliping.article_json import is_article_json
from kliping.digest.kept.desk import Desk
from kliping.digest.kept.filed import Filed
from kliping.digest.model import Clipping, Edition, Likeness
from kliping.digest.parsing import Parsed, parse_article, reopen_article, unknown_name
from kliping.digest.relating import Sketch, sketch
from kliping.digest.rights import share
from kliping.digest.sources import Source
from kliping.digest.translating.editions import original_edition, translated_edition
from kliping.digest.translating.messages import Catalogue, read_catalogue
from kliping.digest.wording import word_faults
from kliping.errors import InvalidData
from kliping.memory import Key
from kliping.model import Article, Lang
from kliping.sidecar import Sidecar


class Editions(Mapping[Lang, Edition]):
    """The editions of an article in every language of the digest, each made when it is asked for."""

    def __init__(self, langs: tuple[Lang, ...], make: Callable[[Lang], Edition]) -> None:
        self._langs, self._make = langs, make
        self._made: dict[Lang, Edition] = {}

    def __getitem__(self, lang: Lang) -> Edition:
        if lang not in self._made:
            if lang not in self._langs:
                raise KeyError(lang)
            self._made[lang] = self._make(lang)
        return self._made[lang]

    def __iter__(self) -> Iterator[Lang]:
        return iter(self._langs)

    def __len__(self) -> int:
        return len(self._langs)


def open_clipping(filed: Filed, source: Source, likenesses: tuple[Likeness, ...], desk: Desk) -> Clipping:
    """The clipping of a filed article."""

    def catalogue_of(lang: Lang) -> Catalogue | None:
        return read_catalogue_of(source.catalogues[lang], desk) if lang in filed.catalogues else None

    return make_clipping(filed, open_parsed(filed, source, desk), catalogue_of, likenesses, desk)


def make_clipping(
    filed: Filed,
    parsed: Parsed,
    catalogue_of: Callable[[Lang], Catalogue | None],
    likenesses: tuple[Likeness, ...],
    desk: Desk,
) -> Clipping:
    """The clipping of a filed article from its parts."""
    subjects, policy = filed.subjects, desk.registers.outlets.policy_of(filed.entry.publisher)
    article = msgspec.structs.replace(
        parsed.article,
        source_path=parsed.article.source_path.removeprefix(desk.above),
        tags=subjects.tags,
        topics=subjects.topics,
    )
    shared = share(article, parsed.text, policy, withdrawn=filed.entry.withdrawn)
    return Clipping(
        article=shared.article,
        policy=policy,
        withheld=shared.withheld,
        sidecar=parsed.sidecar,
        editions=Editions(desk.langs, lambda lang: _edition(shared.article, lang, catalogue_of(lang), article)),
        lines=shared.lines,
        is_rendered=parsed.is_rendered,
        likenesses=likenesses,
    )


def open_parsed(filed: Filed, source: Source, desk: Desk) -> Parsed:
    """The cleaned article, from the memory or from its files."""
    if is_article_json(source.path):
        return reopen_article(*_paths(source), desk.read_file)
    return desk.memory.get(filed.cleaned, Parsed) or parse(source, desk)


def sketch_key(cleaned: Key) -> Key:
    """The key of the sketch of an article, by the key of its `Parsed`."""
    return cleaned + b"sketch"


def sketch_of(cleaned: Key, article: Callable[[], Article], desk: Desk) -> Sketch:
    """The sketch of an article, from the memory or made now and kept there."""
    key = sketch_key(cleaned)
    found = desk.memory.get(key, Sketch)
    if found is None:
        found = sketch(article())
        desk.memory.put(key, found)
    return found


def parse(source: Source, desk: Desk) -> Parsed:
    """The article read from its files."""
    return parse_article(*_paths(source), desk.knowledge, desk.read_file, partial(sidecar_faults, desk))


def sidecar_faults(desk: Desk, sidecar: Sidecar, path: Path) -> Iterator[InvalidData]:
    """A fault for each topic and language in a sidecar that the digest lacks, and for each text that lacks a language."""
    topics = desk.registers.topics
    for place, topic in enumerate(sidecar.topics):
        if topic not in topics and topic not in desk.registers.unread:
            yield unknown_name(path, ("topics", str(place)), topic, "topic", topics)
    if sidecar.lang and sidecar.lang not in desk.langs:
        yield unknown_name(path, ("lang",), sidecar.lang, "language", dict.fromkeys(desk.langs))
    yield from word_faults(sidecar, desk.langs, path)


def _paths(source: Source) -> tuple[Path, Path | None]:
    return Path(source.path), Path(source.sidecar) if source.sidecar else None


def read_catalogue_of(path: str, desk: Desk) -> Catalogue:
    """The catalogue in a file."""
    return read_catalogue(Path(path), desk.read_file)


def _edition(article: Article, lang: Lang, catalogue: Catalogue | None, whole: Article) -> Edition:
    if lang == article.lang:
        return original_edition(article)
    return translated_edition(article, lang, catalogue, whole=whole)
