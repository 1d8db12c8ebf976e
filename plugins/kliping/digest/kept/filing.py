"""From the files of an article to what the digest keeps of it; nothing is made twice from the same input.

Two stages are remembered, each under the hash of its own inputs: cleaning (text and sidecar) and describing (also
vocabulary, topics, policies and catalogues). Catalogues, and articles that came cleaned, are read again when needed.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from kliping.article_json import is_article_json
from kliping.digest.kept.desk import Desk
from kliping.digest.kept.filed import Filed, Outcome, encode_subjects
from kliping.digest.kept.opening import make_clipping, open_parsed, parse, read_catalogue_of, sidecar_faults, sketch_of
from kliping.digest.model import Entry
from kliping.digest.parsing import Parsed, describe
from kliping.digest.sources import Source
from kliping.digest.tagging import article_day, find_topics, texts_of
from kliping.digest.translating.editions import is_translation, strays
from kliping.digest.translating.messages import Catalogue, line_of
from kliping.errors import InvalidCatalogue, InvalidData, KlipingError, as_one
from kliping.load import suggest
from kliping.memory import Key, fingerprints, key_of
from kliping.model import Article, Basis, Lang
from kliping.sidecar import Sidecar


def still_filed(known: Filed, desk: Desk) -> Filed | None:
    """An article as an earlier build filed it from the same files; None if names or topics changed that may concern it."""
    if known.described == desk.describing:
        return known
    if not desk.has_rules_of(known.described) or desk.changed_phrases(known.described, known.entry.lang) != frozenset():
        return None
    return msgspec.structs.replace(known, described=desk.describing)


def file_source(source: Source, known: Filed | None, desk: Desk) -> Outcome:
    """File an article: it is left out if its text or its sidecar is broken, but not if only a catalogue is.

    `known` is what an earlier build filed from the same files, if anything.
    """
    filed = _described_again(known, source, desk) if known else None
    return Outcome(filed) if filed else _file_anew(source, desk)


def _file_anew(source: Source, desk: Desk) -> Outcome:
    try:
        parsed = parse_once(source, desk)
        _check(parsed, source, desk)
    except KlipingError as error:
        return Outcome(None, error.each)
    article = describe(parsed, desk.registers, desk.names(parsed.article.lang))
    errors: list[KlipingError] = []
    catalogues = dict(_catalogues(source, article, desk, errors))
    translated = {
        lang: catalogue.translation.date or ""
        for lang, catalogue in catalogues.items()
        if is_translation(article, catalogue)
    }
    filed = _keyed(
        desk,
        Filed(
            entry=_entry(article, parsed.sidecar, translated),
            encoded_subjects=encode_subjects(article.tags, article.topics),
            cleaned=_cleaned_key(source, desk),
            catalogues={lang: desk.memory.fingerprint(source.catalogues[lang]) for lang in catalogues},
            words=b"",
            key=b"",
            listed={},
            described=desk.describing,
        ),
    )
    if desk.relate:
        sketch_of(filed.cleaned, lambda: parsed.article, desk)  # while it is in hand
    if desk.on_filed:
        listed = desk.on_filed(filed, make_clipping(filed, parsed, catalogues.get, (), desk))
        filed = msgspec.structs.replace(filed, listed=listed)
    return Outcome(filed, tuple(errors))


def _cleaned_key(source: Source, desk: Desk) -> Key:
    own = (source.path, source.sidecar) if source.sidecar else (source.path,)
    return key_of(desk.cleaning, fingerprints(own, desk.memory))


def parse_once(source: Source, desk: Desk) -> Parsed:
    """The cleaned article, from the memory or from its files; one that came cleaned is not put into the memory.

    Raises UnreadableText or InvalidData if its files are broken.
    """
    if is_article_json(source.path):
        return parse(source, desk)
    key = _cleaned_key(source, desk)
    parsed = desk.memory.get(key, Parsed)
    if parsed is None:
        parsed = parse(source, desk)
        desk.memory.put(key, parsed)
    return parsed


def _described_again(known: Filed, source: Source, desk: Desk) -> Filed | None:
    """An article that was filed with other names or topics, with those of now; None if it must be filed anew.

    Its tags are looked for again only if its words hold a name that changed.
    """
    changed = desk.changed_phrases(known.described, known.entry.lang)
    if changed is None or not set(known.entry.pinned) <= set(desk.registers.topics):
        return None
    parsed = open_parsed(known, source, desk)
    article = msgspec.structs.replace(parsed.article, tags=known.subjects.tags)
    texts = texts_of(article)
    if any(phrase in text for phrase in changed for text in texts):
        article = describe(parsed, desk.registers, desk.names(article.lang))
    elif desk.has_rules_of(known.described):
        return msgspec.structs.replace(known, described=desk.describing)
    else:
        topics = find_topics(article, parsed.sidecar.topics, desk.registers)
        article = msgspec.structs.replace(article, topics=topics)
    entry = _entry(article, parsed.sidecar, dict(zip(known.entry.langs, known.entry.fresh, strict=True)))
    subjects = encode_subjects(article.tags, article.topics)
    return _keyed(desk, msgspec.structs.replace(known, entry=entry, encoded_subjects=subjects, described=desk.describing))


def _keyed(desk: Desk, filed: Filed) -> Filed:
    """The same, with its keys filled in."""
    policy = desk.registers.outlets.policy_of(filed.entry.publisher)
    catalogues = (part for lang, key in sorted(filed.catalogues.items()) for part in (lang, key))
    words = key_of(filed.cleaned, msgspec.msgpack.encode(policy), *catalogues)
    key = key_of(words, bytes(filed.encoded_subjects))
    return msgspec.structs.replace(filed, words=words, key=key)


def _check(parsed: Parsed, source: Source, desk: Desk) -> None:
    """Raise InvalidData for an article in no language of the digest, and for a sidecar that does not fit the digest."""
    faults = list(sidecar_faults(desk, parsed.sidecar, Path(source.sidecar))) if source.sidecar else []
    if faults:
        raise as_one(faults)
    lang = parsed.article.lang
    if lang not in desk.langs:
        if not parsed.text.strip() and not parsed.article.blocks:
            kept = f"Say `lang:` in {source.id}.yml: only the article's address is kept."
            advice = kept if parsed.sidecar.withdrawn else "Save the article in it, or remove it."
            raise InvalidData("is empty", path=source.path, advice=advice)
        problem = "is in no language that is recognised" if lang == "und" else f"is in `{lang}`, no language of this digest"
        advice = f"Say `lang:` in {source.id}.yml if that is wrong. {suggest(lang, desk.langs)}"
        raise InvalidData(problem, path=source.path, advice=advice)


def _catalogues(
    source: Source, article: Article, desk: Desk, errors: list[KlipingError]
) -> Iterator[tuple[Lang, Catalogue]]:
    """Each catalogue that can be read."""
    for lang, path in source.catalogues.items():
        try:
            catalogue = read_catalogue_of(path, desk)
        except KlipingError as error:
            errors.append(error)
            continue
        advice = "Run `kliping translate` to update it."
        errors += [
            InvalidCatalogue(
                "names no passage of the article", path=path, line=line_of(stray, Path(path)), key=stray.key, advice=advice
            )
            for stray in strays(article, catalogue)
        ]
        yield lang, catalogue


def _entry(article: Article, sidecar: Sidecar, translated: Mapping[Lang, str]) -> Entry:
    """The entry of an article; `translated` has the day of each translation. A withdrawn article has no tags or credits."""
    day, withdrawn = article_day(article), sidecar.withdrawn is not None
    publisher = article.publisher.outlet if article.publisher else None
    media = () if withdrawn else (*article.wires, *article.cited)
    credited = dict.fromkeys(medium.outlet for medium in media if medium.outlet)
    langs = (article.lang, *(lang for lang in translated if lang != article.lang))
    fresh = _fresh(sidecar) or day or ""
    return Entry(
        id=article.id,
        lang=article.lang,
        langs=langs,
        fresh=tuple(max(fresh, translated.get(lang, "")) for lang in langs),
        day=day,
        instant=_in_utc(article.published.value) if article.published else "",
        topics=tuple(link.id for link in article.topics),
        pinned=tuple(link.id for link in article.topics if link.basis is Basis.CURATOR),
        tags=() if withdrawn else tuple(tag.id for tag in article.tags),
        publisher=publisher,
        credited=tuple(outlet for outlet in credited if outlet != publisher),
        withdrawn=withdrawn,
        formerly=sidecar.formerly,
    )


def _fresh(sidecar: Sidecar) -> str:
    """The last day on which the curator did something that readers are told of; empty if none is known."""
    told = (sidecar.withdrawn, *sidecar.corrections)
    days = [sidecar.added, *(step.date for step in told if step)]
    return max((each.isoformat() for each in days if each), default="")


def _in_utc(written: str) -> str:
    """A time in UTC, so that times of several zones can be compared; a day, month or year as it is."""
    return datetime.fromisoformat(written).astimezone(UTC).isoformat() if "T" in written else written
