"""Pages that hold all languages: the chooser, the missing page, the data."""

from collections.abc import Iterator

from kliping.memory import Key
from kliping.model import Lang
from kliping_pelican.pages import data
from kliping_pelican.pages.frame import Heading, page
from kliping_pelican.pages.jobs import Job, Renderer, Site
from kliping_pelican.pages.keys import Keys
from kliping_pelican.pages.pressroom import Views
from kliping_pelican.showing import addresses
from kliping_pelican.showing.views import Alternate, Link


def shared_jobs(site: Site, keys: Keys) -> Iterator[Job]:
    """A job for each of them."""
    langs = site.digest.langs
    reader = site.reader(langs[0])
    homes = [(code, Link(name=site.reader(code).language_name, path=addresses.home(code))) for code in langs]
    there = tuple(Alternate(lang=code, path=addresses.home(code)) for code in langs)

    def job(kind: str, path: str, title: str, template: str, views: Views, *parts: Key) -> Job:
        def make(renderer: Renderer) -> bytes:
            alternates = there if kind == "chooser" else ()
            facts = {"path": path, "canonical": path, "noindex": kind == "not_found", "alternates": alternates}
            heading = Heading(kind, "", title, site.config.taglines[reader.lang])
            return renderer.page(template, page(site, reader, heading, switches=(), feeds=(), **facts), views())

        mapped = {"chooser": langs, "not_found": None, "data": ()}
        return Job(path, keys.page(template, path, title, *parts), make, mapped[kind])

    def both(msgid: str) -> str:
        return " / ".join(dict.fromkeys(site.words[code].gettext(msgid) for code in langs))

    if keys.may_differ("chooser.html"):
        yield job("chooser", addresses.CHOOSER, site.config.name, "chooser.html", lambda: {"homes": homes})
    if keys.may_differ("not_found.html"):
        missing = {"homes": homes, "searches": [] if "search" in site.config.without else _searches(site)}
        yield job("not_found", "404.html", both("There is no page at this address"), "not_found.html", lambda: missing)
    if "data" not in site.config.without and keys.may_differ("data.html", told=site.digest.entries):
        yield job(
            "data",
            addresses.DATA,
            both("Data"),
            "data.html",
            lambda: {"files": data.described(site)},
            data.all_articles(site, keys),
        )


def _searches(site: Site) -> list[tuple[Lang, Link]]:
    """The search page of each language."""
    return [(code, Link(name=words.gettext("Search"), path=addresses.search(code))) for code, words in site.words.items()]
