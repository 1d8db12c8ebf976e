"""Files other than pages: the theme's own, the site map, the list of feeds, and what servers and robots look for."""

from collections.abc import Iterator, Sequence
from itertools import starmap
from pathlib import Path

from kliping.memory import key_of
from kliping_pelican.pages.jobs import Job, Renderer, Site
from kliping_pelican.pages.keys import Keys, key_of_value
from kliping_pelican.pages.pictures import manifest_jobs
from kliping_pelican.showing import addresses, listing

MOST_ADDRESSES = 50_000
"""Addresses a site map may hold (https://www.sitemaps.org/protocol.html)."""

FILE_TEMPLATES = ("feeds.opml", "robots.txt", "sitemap.xml", "sitemap_index.xml")
"""Those of files that are no pages."""

Mapped = tuple[str, tuple[str, ...]]
"""A page's file, and the languages in which it exists at the same place."""


def file_jobs(site: Site, keys: Keys, pages: Sequence[Mapped]) -> Iterator[Job]:
    """Everything beside the pages, which the site map lists."""
    yield from _theme_files(site)
    yield from manifest_jobs(site)
    topics = site.digest.registers.topics
    if any(reader.feed_forms for reader in site.readers.values()):
        key = keys.page("feeds.opml", *map(keys.topic, topics))
        yield Job(addresses.OPML, key, lambda renderer: _opml(site, renderer))
    yield Job("robots.txt", keys.page("robots.txt"), lambda renderer: _robots(site, renderer))
    yield Job(".nojekyll", key_of("nojekyll"), lambda renderer: b"")
    yield from _site_maps(keys, pages)


def _theme_files(site: Site) -> Iterator[Job]:
    folder = site.config.theme / "static"
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        key = site.memory.fingerprint(str(path))
        yield Job(f"theme/{path.relative_to(folder).as_posix()}", key, lambda renderer, path=path: _read(path))  # type: ignore[misc]


def _read(path: Path) -> bytes:
    return path.read_bytes()


def _robots(site: Site, renderer: Renderer) -> bytes:
    return renderer.text("robots.txt", siteurl=site.config.siteurl)


def _opml(site: Site, renderer: Renderer) -> bytes:
    topics = site.digest.registers.topics
    outlines = [
        (lang, topic, listing.feed_links(site.reader(lang), topic))
        for lang in site.digest.langs
        for topic in (None, *topics)
    ]
    return renderer.text("feeds.opml", outlines=outlines, name=site.config.name, topics=topics)


def _site_maps(keys: Keys, pages: Sequence[Mapped]) -> Iterator[Job]:
    """One site map, or an index of several if there are more pages than one may hold."""
    shares = [pages[start : start + MOST_ADDRESSES] for start in range(0, len(pages), MOST_ADDRESSES)] or [pages]
    names = ["sitemap.xml"] if len(shares) == 1 else [f"sitemap-{number}.xml" for number, _ in enumerate(shares, start=1)]
    for name, share in zip(names, shares, strict=True):

        def make(renderer: Renderer, share: Sequence[Mapped] = share) -> Iterator[bytes]:
            return renderer.pieces("sitemap.xml", pages=starmap(_alternates, share))

        yield Job(name, keys.page("sitemap.xml", key_of_value(share)), make)
    if len(names) > 1:
        index = keys.page("sitemap_index.xml", *names)
        yield Job("sitemap.xml", index, lambda renderer: renderer.text("sitemap_index.xml", names=names))


def _alternates(file: str, langs: tuple[str, ...]) -> tuple[str, list[tuple[str, str]]]:
    """A page's path, and its path in each language, by language."""
    path = file.removesuffix("index.html")
    rest = path.partition("/")[2]
    return path, [(lang, f"{lang}/{rest}") for lang in langs]
