"""The files of the search as one bundle: made together, and only if something they hold changed."""

from collections.abc import Iterator, Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import msgspec

from kliping.errors import BuildFailed
from kliping.memory import key_of
from kliping.model import Lang
from kliping.roots import load_affixes
from kliping_pelican.pages.jobs import Bundle, Site
from kliping_pelican.pages.keys import Keys
from kliping_pelican.parts import Part
from kliping_pelican.search.lexicon import exceptions_of, lexicon, read_roots
from kliping_pelican.search.pagefind import write_index
from kliping_pelican.search.records import UNKNOWN, Record, index_language, make_record
from kliping_pelican.showing.filters import name_of_language
from kliping_pelican.showing.reader import Reader

FOLDER = "search/"
PACKAGES = ("pagefind", "pagefind-bin", "simplemma")


def search_bundles(site: Site, keys: Keys) -> list[Bundle]:
    """The search's one bundle; none where it is left out or has nothing to find.

    Raises BuildFailed where the packages it needs are not installed.
    """
    if Part.SEARCH in site.config.without or not any(_findable(site, lang) for lang in site.digest.langs):
        return []
    software = software_of_search()
    key = key_of(
        software,
        keys.words,
        *site.digest.langs,
        keys.articles(list(site.digest.entries)),
        keys.vocabulary,
        *(keys.topic(id_) for id_ in site.digest.registers.topics),
        *(keys.policy(id_) for id_ in site.digest.by_publisher),
    )
    return [Bundle(FOLDER, key, lambda folder: _make(site, folder, software))]


def software_of_search() -> str:
    """The versions of what the index is made with."""
    try:
        return " ".join(f"{name} {version(name)}" for name in PACKAGES)
    except PackageNotFoundError as error:
        raise BuildFailed(
            f"the search needs the package {error.name}",
            advice='Install `kliping[search]`, or leave it out: KLIPING_WITHOUT = ["search"].',
        ) from error


def _make(site: Site, folder: Path, software: str) -> None:
    from pagefind.service import get_executable

    program = get_executable()
    if program is None:
        raise BuildFailed("Pagefind has no program for this machine", advice='Set KLIPING_WITHOUT = ["search"].')
    readers = [site.reader(lang) for lang in site.digest.langs]
    records = {reader.lang: list(_records(site, reader)) for reader in readers}
    langs = {index_language(reader.lang, load_affixes(reader.lang) is not None): reader.lang for reader in readers}
    ids = write_index(program, (record for lang in records for record in records[lang]), folder, langs)
    for reader in readers:
        known = records[reader.lang]
        answer = {**_facets(known, ids, reader), "lexicon": _lexicon(site, reader, known, software)}
        (folder / f"{reader.lang}.json").write_bytes(msgspec.json.encode(answer))


def _lexicon(site: Site, reader: Reader, records: list[Record], software: str) -> Mapping[str, Any] | None:
    """What tells a word's roots; None for a language that needs none."""
    affixes = load_affixes(reader.lang)
    if affixes is None:
        return None
    roots = read_roots(reader.lang, affixes)
    occurring = frozenset[str]().union(*(record.roots for record in records))
    return lexicon(roots, affixes, occurring, exceptions_of(reader.lang, roots, site.memory, software))


def _findable(site: Site, lang: Lang) -> list[str]:
    """The articles whose words exist in a language, newest first."""
    return [entry.id for entry in site.digest.entries.values() if lang in entry.langs and not entry.withdrawn]


def _records(site: Site, reader: Reader) -> Iterator[Record]:
    affixes = load_affixes(reader.lang)
    roots = read_roots(reader.lang, affixes) if affixes else None
    for id_ in _findable(site, reader.lang):
        record = make_record(site.digest.entries[id_], site.digest.clippings[id_], reader, roots)
        if record:
            yield record


def _facets(records: list[Record], ids: Mapping[str, str], reader: Reader) -> Mapping[str, Any]:
    """What results are filtered by: the values' names in the reader's language, and each page's values, newest first."""
    registers, outlets = reader.digest.registers, reader.digest.knowledge.outlets
    unknown = {UNKNOWN: reader.words.gettext("unknown")}
    languages = {record.language for record in records}
    used_topics = {topic for record in records for topic in record.topics}
    topics = {id_: topic.name[reader.lang] for id_, topic in registers.topics.items() if id_ in used_topics}
    publishers = {record.outlet for record in records} - {UNKNOWN}
    years = {record.year for record in records} - {UNKNOWN}
    names = {
        "language": {code: name_of_language(code, reader.lang) for code in reader.digest.langs if code in languages},
        "topic": topics,
        "outlet": {id_: outlets[id_].name for id_ in sorted(publishers, key=lambda one: outlets[one].name.casefold())},
        "year": {year: year for year in sorted(years, reverse=True)},
    }
    for kind, values in (("outlet", [one.outlet for one in records]), ("year", [one.year for one in records])):
        if UNKNOWN in values:
            names[kind] = {**names[kind], **unknown}
    pages = {ids[one.url]: [[one.language], one.topics, [one.outlet], [one.year]] for one in records}
    return {"names": {kind: list(values.items()) for kind, values in names.items()}, "pages": pages}
