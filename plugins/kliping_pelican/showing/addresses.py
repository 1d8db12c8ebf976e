"""Where pages lie and how they link to each other: at a domain's root, under `/repo/`, or in a local folder."""

from collections.abc import Collection
from functools import lru_cache
from posixpath import relpath
from urllib.parse import urlsplit

from msgspec import Struct

from kliping.model import Lang
from kliping_pelican.parts import Part

CHOOSER = ""
OPML = "feeds.opml"
DATA = "data/"
FEED_TYPES = {
    "atom": ("Atom", "application/atom+xml"),
    "rss": ("RSS", "application/rss+xml"),
    "json": ("JSON Feed", "application/feed+json"),
}


def feed_forms(without: Collection[Part]) -> tuple[str, ...]:
    """The formats of feeds that a site has if it leaves these parts out."""
    return () if Part.FEEDS in without else tuple(form for form in FEED_TYPES if form not in without)


def home(lang: Lang) -> str:
    """Path of a language's home page; all paths count from the site's root and end with a slash or a file's name."""
    return f"{lang}/"


def article(lang: Lang, id_: str, kind: str = "article") -> str:
    """Path of an article, of its `parallel` page (both languages side by side) or its `ledger` (how it was cleaned)."""
    return f"{lang}/articles/{id_}/" + ("" if kind == "article" else f"{kind}/")


def listing(lang: Lang, kind: str, id_: str | None = None) -> str:
    """Path of one `topics`, `tags` or `outlets` page, or of the list of them."""
    return f"{lang}/{kind}/{id_}/" if id_ else f"{lang}/{kind}/"


def search(lang: Lang) -> str:
    """Path of a language's search page."""
    return f"{lang}/search/"


def feed(lang: Lang, suffix: str, topic: str | None = None) -> str:
    """Path of a language's feed or a topic's in that language."""
    return f"{listing(lang, 'topics', topic) if topic else home(lang)}feed.{suffix}"


class Addresses(Struct, frozen=True):
    """Makes addresses for the page at `here`."""

    siteurl: str
    """Without a slash at the end; empty: relative addresses."""
    here: str
    """Path of the page that holds the links."""
    rooted: bool = False
    """Whether relative addresses would break, because the page is served at any depth (404)."""

    def href(self, path: str) -> str:
        """The address of a page or file of this site, for a link."""
        place, mark, fragment = path.partition("#")
        if not self.siteurl and not self.rooted:
            target = place + "index.html" if place == "" or place.endswith("/") else place
            folder = self.here.rpartition("/")[0]
            place = relpath(target, folder or ".")
        else:
            place = f"{_path_of(self.siteurl)}/{place}"
        return f"{place}{mark}{fragment}"

    def asset(self, name: str) -> str:
        """The address of a file of the theme."""
        return self.href(f"theme/{name}")

    def absolute(self, path: str) -> str:
        """The full address; if no site is configured, one that begins with `/`."""
        return f"{self.siteurl}/{path}"


@lru_cache
def _path_of(siteurl: str) -> str:
    return urlsplit(siteurl).path


def file_of(path: str) -> str:
    """The file below the output folder that a path leads to."""
    return f"{path}index.html" if path == "" or path.endswith("/") else path
