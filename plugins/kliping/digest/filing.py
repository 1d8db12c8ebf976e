"""One article's files to what the digest keeps of it, and back to a clipping; nothing is made twice from the same input.

Three stages, each remembered under the digest of its own inputs: cleaning (the text and its sidecar), describing (also
vocabulary, topics and policies), and each catalogue.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path, PurePath

import msgspec
from msgspec import Struct

from kliping.desk import Desk
from kliping.digest.model import Clipping, Edition, Entry, Likeness
from kliping.digest.parsing import Parsed, describe, parse_article, unknown_name
from kliping.digest.registers import Policy
from kliping.digest.rights import share
from kliping.digest.sources import Source
from kliping.digest.tagging import article_day, find_topics, texts_of
from kliping.digest.translations import Catalogue, original_edition, read_catalogue, strays, translated_edition
from kliping.digest.wording import require_words
from kliping.errors import InvalidCatalogue, InvalidData, KlipingError
from kliping.load import nearest
from kliping.memory import Key, fingerprints, key_of
from kliping.model import Article, Basis, Lang, Tag, TopicLink
from kliping.sidecar import Sidecar


class Filed(Struct, frozen=True, kw_only=True):
    """What is kept of an article from build to build: small, with the keys of its larger parts."""

    entry: Entry
    tags: tuple[Tag, ...]
    topics: tuple[TopicLink, ...]
    policy: Policy
    cleaned: Key
    """Key of its `Parsed`."""
    catalogues: Mapping[Lang, Key]
    """Keys of its catalogues."""
    key: Key
    """Digest of all that its pages are made from, names and relations apart."""
    described: Key
    """Digest of the vocabulary and topics that its tags and topics were found with."""


class Outcome(Struct, frozen=True):
    """What filing a source gave: nothing where it is broken, and every error met."""

    filed: Filed | None
    errors: tuple[KlipingError, ...]
    handed: object = None
    """What the memory was given meanwhile, for the process that asked."""


class Editions(Mapping[Lang, Edition]):
    """An article in every language of the digest, each made when it is asked for."""

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


def file_source(source: Source, desk: Desk) -> Outcome:
    """File an article; errors of a catalogue leave the article whole, those of its text or sidecar leave it out."""
    known = desk.memory.get(desk.key(source), Filed)
    filed = _described_again(known, desk) if known else None
    outcome = Outcome(filed, ()) if filed else _file_anew(source, desk)
    return msgspec.structs.replace(outcome, handed=desk.memory.hand_over())


def _file_anew(source: Source, desk: Desk) -> Outcome:
    own = (source.path, source.sidecar) if source.sidecar else (source.path,)
    cleaned = key_of(desk.cleaning, fingerprints(own, desk.memory))
    try:
        parsed = desk.memory.get(cleaned, Parsed)
        if parsed is None:
            parsed = _parse(source, desk)
            desk.memory.put(cleaned, parsed)
        _check(parsed, source, desk)
    except KlipingError as error:
        return Outcome(None, (error,))
    article = describe(parsed, desk.registers, desk.names[parsed.article.lang])
    errors: list[KlipingError] = []
    read = dict(_catalogues(source, article, desk, errors))
    publisher = article.publisher.outlet if article.publisher else None
    filed = Filed(
        entry=_entry(article, parsed.sidecar, tuple(read)),
        tags=article.tags,
        topics=article.topics,
        policy=desk.registers.outlets.policy_of(publisher),
        cleaned=cleaned,
        catalogues=read,
        key=b"",
        described=desk.describing,
    )
    return Outcome(msgspec.structs.replace(filed, key=_key(filed)), tuple(errors))


def _described_again(known: Filed, desk: Desk) -> Filed | None:
    """An article that was filed with other names or topics, with those of now; None where it must be filed anew.

    Its tags are looked for again only where its words hold a name that changed.
    """
    changed = desk.changed_phrases(known.described, known.entry.lang)
    parsed = desk.memory.get(known.cleaned, Parsed)
    if changed is None or parsed is None or not set(known.entry.pinned) <= set(desk.registers.topics):
        return None
    desk.memory.keep_alive(known.catalogues.values())
    article = msgspec.structs.replace(parsed.article, tags=known.tags)
    texts = texts_of(article)
    if any(phrase in text for phrase in changed for text in texts):
        article = describe(parsed, desk.registers, desk.names[article.lang])
    else:
        topics = find_topics(article, parsed.sidecar.topics, desk.registers)
        article = msgspec.structs.replace(article, topics=topics)
    entry = _entry(article, parsed.sidecar, tuple(known.catalogues))
    filed = msgspec.structs.replace(known, entry=entry, tags=article.tags, topics=article.topics, described=desk.describing)
    return msgspec.structs.replace(filed, key=_key(filed))


def _key(filed: Filed) -> Key:
    described = msgspec.msgpack.encode((filed.tags, filed.topics, filed.policy))
    catalogues = (part for lang, key in sorted(filed.catalogues.items()) for part in (lang, key))
    return key_of(filed.cleaned, described, *catalogues)


def open_clipping(filed: Filed, source: Source, likenesses: tuple[Likeness, ...], desk: Desk) -> Clipping:
    """The clipping of a filed article, from memory or, where that lost a part, from its files."""
    parsed = open_parsed(filed, source, desk)
    catalogues = {
        lang: desk.memory.get(key, Catalogue) or read_catalogue(Path(source.catalogues[lang]))
        for lang, key in filed.catalogues.items()
    }
    place = PurePath(source.path).relative_to(desk.content.parent).as_posix()
    article = msgspec.structs.replace(parsed.article, source_path=place, tags=filed.tags, topics=filed.topics)
    shared = share(article, parsed.text, filed.policy, withdrawn=filed.entry.withdrawn)
    return Clipping(
        article=shared.article,
        policy=filed.policy,
        withheld=shared.withheld,
        sidecar=parsed.sidecar,
        editions=Editions(desk.langs, lambda lang: _edition(shared.article, lang, catalogues.get(lang), article)),
        lines=shared.lines,
        likenesses=likenesses,
    )


def open_parsed(filed: Filed, source: Source, desk: Desk) -> Parsed:
    """The cleaned article, from memory or, where that lost it, from its files."""
    return desk.memory.get(filed.cleaned, Parsed) or _parse(source, desk)


def _parse(source: Source, desk: Desk) -> Parsed:
    return parse_article(Path(source.path), Path(source.sidecar) if source.sidecar else None, desk.knowledge)


def _check(parsed: Parsed, source: Source, desk: Desk) -> None:
    """Raise InvalidData for a topic or a language that the digest lacks, and for words that lack a language."""
    for place, topic in enumerate(parsed.sidecar.topics):
        if topic not in (*desk.registers.topics, *desk.registers.unread) and source.sidecar:
            raise unknown_name(Path(source.sidecar), "topics", topic, "topic", desk.registers.topics, str(place))
    if source.sidecar:
        require_words(parsed.sidecar, desk.langs, source.sidecar)
    if source.sidecar and parsed.sidecar.lang and parsed.sidecar.lang not in desk.langs:
        raise unknown_name(Path(source.sidecar), "lang", parsed.sidecar.lang, "language", dict.fromkeys(desk.langs))
    if parsed.article.lang not in desk.langs:
        raise InvalidData(
            f"is in `{parsed.article.lang}`, no language of this digest",
            path=source.path,
            advice=f"Say `lang:` in {source.id}.yml if that is wrong. {nearest(parsed.article.lang, desk.langs)}",
        )


def _catalogues(source: Source, article: Article, desk: Desk, errors: list[KlipingError]) -> Iterator[tuple[Lang, Key]]:
    """The key of each catalogue that can be read."""
    for lang, path in source.catalogues.items():
        key = _catalogue_key(path, desk)
        try:
            catalogue = desk.memory.get(key, Catalogue)
            if catalogue is None:
                catalogue = read_catalogue(Path(path))
                desk.memory.put(key, catalogue)
        except InvalidCatalogue as error:
            errors.append(error)
            continue
        advice = "Run `kliping translate` to update it."
        errors += [
            InvalidCatalogue("names no passage of the article", path=path, line=stray.line, key=stray.key, advice=advice)
            for stray in strays(article, catalogue)
        ]
        yield lang, key


def _catalogue_key(path: str, desk: Desk) -> Key:
    return key_of(desk.cleaning, desk.memory.fingerprint(path))


def _entry(article: Article, sidecar: Sidecar, translated: tuple[Lang, ...]) -> Entry:
    day = article_day(article)
    publisher = article.publisher.outlet if article.publisher else None
    credited = dict.fromkeys(medium.outlet for medium in (*article.wires, *article.cited) if medium.outlet)
    return Entry(
        id=article.id,
        lang=article.lang,
        langs=(article.lang, *(lang for lang in translated if lang != article.lang)),
        day=day,
        instant=_in_utc(article.published.value) if article.published else "",
        topics=tuple(link.id for link in article.topics),
        pinned=tuple(link.id for link in article.topics if link.basis is Basis.CURATOR),
        tags=tuple(tag.id for tag in article.tags),
        publisher=publisher,
        credited=tuple(outlet for outlet in credited if outlet != publisher),
        withdrawn=sidecar.withdrawn is not None,
    )


def _in_utc(written: str) -> str:
    """A time in UTC, so that times of several zones can be told apart; a day, month or year as it is."""
    return datetime.fromisoformat(written).astimezone(UTC).isoformat() if "T" in written else written


def _edition(article: Article, lang: Lang, catalogue: Catalogue | None, whole: Article) -> Edition:
    if lang == article.lang:
        return original_edition(article)
    return translated_edition(article, lang, catalogue, whole=whole)
