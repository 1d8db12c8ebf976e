"""The search page; without scripts it lists other ways into the digest."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from kliping_pelican.pages.frame import Heading, page
from kliping_pelican.pages.jobs import Job, Renderer, Site
from kliping_pelican.pages.keys import Keys
from kliping_pelican.parts import Part
from kliping_pelican.search.bundle import FOLDER, search_bundles
from kliping_pelican.showing import addresses, listing
from kliping_pelican.showing.reader import Reader, tag_groups
from kliping_pelican.showing.views import Link, TagGroup

TAGS = 40
"""Tags of a kind that the list names; the page of all tags has the others."""


def search_jobs(site: Site, keys: Keys) -> Iterator[Job]:
    """The search page of each language."""
    if Part.SEARCH in site.config.without or not keys.may_differ("search.html", named=site.digest.registers.vocabulary):
        return
    registers, findable = site.digest.registers, bool(search_bundles(site, keys))
    for reader in site.readers.values():
        path = addresses.search(reader.lang)
        years = [f"{year} {len(ids)}" for year, ids in listing.ids_by_year(reader).items()]
        named = (*map(keys.topic, registers.topics), *map(keys.policy, site.digest.by_publisher))
        elsewhere = [f"{link.path} {link.count}" for link in _elsewhere(reader)]
        key = keys.page("search.html", path, str(findable), keys.counts, keys.vocabulary, *named, *years, *elsewhere)

        def make(renderer: Renderer, reader: Reader = reader) -> bytes:
            title = reader.words.gettext("Search")
            words = reader.words.gettext("Search all articles by their words, and by language, topic, outlet and year.")
            shown = page(site, reader, Heading("search", "search/", title, words))
            return renderer.page("search.html", shown, _views(site, reader, findable))

        yield Job(path, key, make, site.digest.langs)


def _views(site: Site, reader: Reader, findable: bool) -> dict[str, Any]:
    lang, topics = reader.lang, reader.digest.registers.topics
    entries = reader.digest.entries.values()
    stories = [
        Link(
            name=topic.name[lang],
            path=addresses.listing(lang, "topics", id_),
            count=len(reader.digest.by_topic.get(id_, ())),
        )
        for id_, topic in topics.items()
    ]
    groups = tag_groups(entries, reader)
    return {
        "bundle": FOLDER if findable else None,
        "elsewhere": list(_elsewhere(reader)),
        "topics": stories,
        "outlets": listing.outlet_links(entries, reader),
        "years": [] if Part.ARCHIVE in site.config.without else listing.year_links(reader),
        "tags": [TagGroup(kind=group.kind, tags=group.tags[:TAGS]) for group in groups],
    }


def _elsewhere(reader: Reader) -> Iterator[Link]:
    """The search pages of other languages, each with the number of its articles that the reader's language lacks."""
    foreign = Counter(entry.lang for entry in reader.digest.entries.values() if reader.lang not in entry.langs)
    for lang in sorted(foreign):
        yield Link(name=lang, path=addresses.search(lang), count=foreign[lang])
