"""The whole way, from files to the digest; each step is one call.

bytes -> Article -> + tags, topics -> what may be shown -> editions -> Digest
"""

from collections.abc import Mapping
from pathlib import Path

import msgspec
from msgspec import Struct

from kliping.cleaning import clean
from kliping.cleaning.reading import decode
from kliping.digest.model import Clipping, Digest, Edition, Likeness
from kliping.digest.registers import Registers, read_registers, with_register
from kliping.digest.relating import find_likenesses
from kliping.digest.rights import share
from kliping.digest.sources import Source, find_sources
from kliping.digest.tagging import NameIndex, article_day, find_tags, find_topics, index_names
from kliping.digest.timeline import check_timelines
from kliping.digest.translations import Catalogue, original_edition, read_catalogue, translated_edition, unknown_keys
from kliping.errors import InvalidCatalogue, InvalidData, KlipingError
from kliping.knowledge import Knowledge
from kliping.load import line_of_key, nearest
from kliping.model import Article, Lang
from kliping.sidecar import NO_SIDECAR, Sidecar, parse_sidecar


class Parsed(Struct, frozen=True):
    """An article, its decoded file and what the curator says of it."""

    article: Article
    text: str
    sidecar: Sidecar


def parse_article(path: Path, sidecar_path: Path | None, knowledge: Knowledge) -> Parsed:
    """The article in a file, with its sidecar if it has one.

    Raises UnreadableText or InvalidData, each with file, line and what to do.
    """
    data = path.read_bytes()
    sidecar = NO_SIDECAR
    if sidecar_path:
        sidecar = parse_sidecar(sidecar_path.read_bytes(), sidecar_path)
        if sidecar.publisher and sidecar.publisher not in knowledge.outlets:
            raise _unknown(sidecar_path, "publisher", sidecar.publisher, "outlet", knowledge.outlets)
    article = clean(data, id=path.stem, source_path=path.as_posix(), knowledge=knowledge, sidecar=sidecar)
    return Parsed(article, decode(data, path), sidecar)


def describe(parsed: Parsed, registers: Registers, index: NameIndex) -> Article:
    """The article with the tags and topics of a digest."""
    article = msgspec.structs.replace(parsed.article, tags=find_tags(parsed.article, index))
    return msgspec.structs.replace(article, topics=find_topics(article, parsed.sidecar.topics, registers))


def read_digest(content: Path, langs: tuple[Lang, ...], knowledge: Knowledge) -> tuple[Digest, tuple[KlipingError, ...]]:
    """The digest in a content folder, and every error met on the way; a broken file leaves the others whole.

    Raises InvalidData only where vocabulary or outlets register are broken: without them nothing can be shown rightly.
    """
    registers, register_errors = read_registers(content, knowledge)
    knowledge = with_register(knowledge, registers.outlets)
    sources, stray_errors = find_sources(content, langs)
    errors: list[KlipingError] = [*register_errors, *stray_errors]
    indexes = {lang: index_names(registers.vocabulary, lang) for lang in langs}
    parsed: dict[str, Parsed] = {}
    catalogues: dict[str, dict[Lang, Catalogue]] = {}
    for source in sources:
        try:
            one = _described(source, registers, indexes, knowledge)
        except KlipingError as error:
            errors.append(error)
            continue
        parsed[source.id] = one
        catalogues[source.id] = _read_catalogues(source, one.article, errors)
    likenesses = find_likenesses({id_: one.article for id_, one in parsed.items()})
    clippings = {id_: _clip(parsed[id_], catalogues[id_], likenesses[id_], registers, langs) for id_ in newest_first(parsed)}
    errors += check_timelines(content / "topics", registers.topics, clippings)
    return Digest(langs=langs, clippings=clippings, registers=registers, knowledge=knowledge), tuple(errors)


def newest_first(parsed: Mapping[str, Parsed]) -> list[str]:
    """Ids by the day that orders each article, newest first, undated ones last."""

    def place(id_: str) -> tuple[bool, str, str]:
        article = parsed[id_].article
        exact = article.published.value if article.published else ""
        return article_day(article) is not None, exact or article_day(article) or "", id_

    return sorted(parsed, key=place, reverse=True)


def _described(source: Source, registers: Registers, indexes: Mapping[Lang, NameIndex], knowledge: Knowledge) -> Parsed:
    one = parse_article(source.path, source.sidecar, knowledge)
    for place, topic in enumerate(one.sidecar.topics):
        if topic not in registers.topics and source.sidecar:
            raise _unknown(source.sidecar, "topics", topic, "topic", registers.topics, str(place))
    if one.article.lang not in indexes:
        raise InvalidData(
            f"is in `{one.article.lang}`, no language of this digest",
            path=source.path,
            advice=f"Say `lang:` in {source.id}.yml if that is wrong. {nearest(one.article.lang, indexes)}",
        )
    return msgspec.structs.replace(one, article=describe(one, registers, indexes[one.article.lang]))


def _read_catalogues(source: Source, article: Article, errors: list[KlipingError]) -> dict[Lang, Catalogue]:
    read: dict[Lang, Catalogue] = {}
    for lang, path in source.catalogues.items():
        try:
            read[lang] = read_catalogue(path)
        except InvalidCatalogue as error:
            errors.append(error)
            continue
        errors += [
            InvalidCatalogue(
                "names no passage of the article",
                path=path,
                key=key,
                advice="Run `kliping translate` to bring it up to date.",
            )
            for key in unknown_keys(article, read[lang])
        ]
    return read


def _clip(
    one: Parsed,
    catalogues: Mapping[Lang, Catalogue],
    likenesses: tuple[Likeness, ...],
    registers: Registers,
    langs: tuple[Lang, ...],
) -> Clipping:
    publisher = one.article.publisher
    policy = registers.outlets.policy_of(publisher.outlet if publisher else None)
    shared = share(one.article, one.text, policy, withdrawn=one.sidecar.withdrawn is not None)
    return Clipping(
        article=shared.article,
        policy=policy,
        withheld=shared.withheld,
        sidecar=one.sidecar,
        editions={lang: _edition(shared.article, one.article, lang, catalogues.get(lang)) for lang in langs},
        lines=shared.lines,
        likenesses=likenesses,
    )


def _edition(shown: Article, whole: Article, lang: Lang, catalogue: Catalogue | None) -> Edition:
    if lang == shown.lang:
        return original_edition(shown)
    return translated_edition(shown, lang, catalogue, whole=whole)


def _unknown(path: Path, key: str, name: str, kind: str, valid: Mapping[str, object], place: str = "") -> InvalidData:
    way = (key, place) if place else (key,)
    return InvalidData(
        f"`{name}` is no {kind} of this digest",
        path=path,
        line=line_of_key(path.read_bytes(), *way),
        key=key,
        advice=nearest(name, valid),
    )
