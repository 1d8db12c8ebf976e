"""Pages that hold all languages: the chooser, the missing page, the data."""

from collections.abc import Iterator

from msgspec import Struct

from kliping.memory import Key
from kliping.model import Lang
from kliping_pelican.pages import data
from kliping_pelican.pages.frame import Heading, page
from kliping_pelican.pages.jobs import Job, Renderer, Site
from kliping_pelican.pages.keys import Keys
from kliping_pelican.pages.pressroom import Views
from kliping_pelican.parts import Part
from kliping_pelican.showing import addresses
from kliping_pelican.showing.views import Alternate, Link


def shared_jobs(site: Site, keys: Keys) -> Iterator[Job]:
    """A job for each of them."""
    langs, without = site.digest.langs, site.config.without
    homes = [(code, Link(name=site.reader(code).language_name, path=addresses.home(code))) for code in langs]
    if keys.may_differ("chooser.html"):
        chooser = SharedPage("chooser", addresses.CHOOSER, site.config.name, lambda: {"homes": homes}, langs)
        yield _job(chooser, site, keys)
    if keys.may_differ("not_found.html"):
        missing = {"homes": homes, "searches": [] if Part.SEARCH in without else _searches(site)}
        title = _in_all_languages("There is no page at this address", site)
        yield _job(SharedPage("not_found", "404.html", title, lambda: missing, None), site, keys)
    if Part.DATA not in without and keys.may_differ("data.html", told=site.digest.entries):
        title, views = _in_all_languages("Data", site), lambda: {"files": data.described(site)}
        yield _job(SharedPage("data", addresses.DATA, title, views, ()), site, keys, data.all_articles(site, keys))


class SharedPage(Struct, frozen=True):
    """A page that holds all languages."""

    kind: str
    """That of its template too."""
    path: str
    title: str
    views: Views
    """Makes what its template is given."""
    langs: tuple[Lang, ...] | None
    """As its job has it."""


def _job(shown: SharedPage, site: Site, keys: Keys, *parts: Key) -> Job:
    """The job of such a page; `parts` hash what its template is given."""
    template, reader = f"{shown.kind}.html", site.reader(site.digest.langs[0])

    def make(renderer: Renderer) -> bytes:
        homes = tuple(Alternate(lang=code, path=addresses.home(code)) for code in site.digest.langs)
        facts = {
            "path": shown.path,
            "canonical": shown.path,
            "noindex": shown.kind == "not_found",
            "alternates": homes if shown.kind == "chooser" else (),
        }
        heading = Heading(shown.kind, "", shown.title, site.config.taglines[reader.lang])
        return renderer.page(template, page(site, reader, heading, switches=(), feeds=(), **facts), shown.views())

    return Job(shown.path, keys.page(template, shown.path, shown.title, *parts), make, shown.langs)


def _in_all_languages(msgid: str, site: Site) -> str:
    """A word of the interface in every language, those that differ."""
    return " / ".join(dict.fromkeys(site.words[code].gettext(msgid) for code in site.digest.langs))


def _searches(site: Site) -> list[tuple[Lang, Link]]:
    """The search page of each language."""
    return [(code, Link(name=words.gettext("Search"), path=addresses.search(code))) for code, words in site.words.items()]
