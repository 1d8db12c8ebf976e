"""A built site to what a reader's connection carries, packed with gzip as static hosts pack it."""

import gzip
import re
from collections.abc import Iterator
from fnmatch import fnmatch

from site_checks.site import Site

from audit.table import Measure

PAGE, WITH_FONTS, SCRIPTS = 30, 100, 8
"""Kilobytes at most: an article's HTML and CSS, the same with fonts, and all scripts outside the search."""
SEARCH = re.compile(r"(^|/)search/")


def weight_measures(site: Site) -> Iterator[Measure]:
    """The heaviest article page and the scripts of every page but the search's."""
    articles = [path for path in site.pages() if fnmatch(path, "*/articles/*/index.html") and path.count("/") == 3]
    heaviest = max(articles, key=lambda path: _packed(site, path))
    styles = _linked(site, heaviest, ".css")
    words = _packed(site, heaviest) + sum(_packed(site, path) for path in styles)
    fonts = sum(_size(site, path) for path in site.files(".woff2"))
    yield Measure("article, HTML and CSS", heaviest, _kilobytes(words), PAGE, unit=" kB")
    yield Measure("article, with all fonts", heaviest, _kilobytes(words + fonts), WITH_FONTS, unit=" kB")
    scripts = {path for page in site.pages() if not SEARCH.search(page) for path in _linked(site, page, ".js")}
    yield Measure(
        "scripts outside the search", ", ".join(sorted(scripts)), _kilobytes(_all(site, scripts)), SCRIPTS, unit=" kB"
    )


def search_weights(site: Site) -> Iterator[tuple[str, float]]:
    """What the search page loads, before and with the first question; for information."""
    page = next(path for path in site.pages() if path.endswith("/search/index.html"))
    modules = {path for path in site.files(".js") if "/js/" in path and "anchors" not in path}
    yield "search page's own scripts", _kilobytes(_all(site, modules))
    engine = [path for path in site.files() if path.startswith("search/pagefind") and path.endswith(".js")]
    yield "Pagefind's scripts", _kilobytes(_all(site, set(engine)))
    for path in site.files(".pagefind"):
        yield path, _kilobytes(_size(site, path))
    for path in site.files(".pf_index", ".pf_meta"):
        yield path, _kilobytes(_size(site, path))
    for path in (name for name in site.files(".json") if name.startswith("search/")):
        yield path, _kilobytes(_packed(site, path))
    yield page, _kilobytes(_packed(site, page))


def _linked(site: Site, page: str, suffix: str) -> set[str]:
    found = (site.resolve(reference.value, page)[0] for reference in site.page(page).references)
    return {path for path in found if path and path.endswith(suffix)}


def _all(site: Site, paths: set[str]) -> int:
    return sum(_packed(site, path) for path in paths)


def _packed(site: Site, path: str) -> int:
    return len(gzip.compress((site.root / path).read_bytes(), 6))


def _size(site: Site, path: str) -> int:
    return (site.root / path).stat().st_size


def _kilobytes(size: int) -> float:
    return round(size / 1000, 1)
