"""What every template knows of its page: where it stands, in which languages, and what leads away from it."""

from typing import Any

from msgspec import Struct

from kliping.digest.model import Entry
from kliping.model import Lang
from kliping_pelican.pages.jobs import Site
from kliping_pelican.pages.pictures import article_card, card_path
from kliping_pelican.parts import Part
from kliping_pelican.showing import addresses, listing
from kliping_pelican.showing.cards import Face
from kliping_pelican.showing.reader import Reader
from kliping_pelican.showing.structured import json_ld
from kliping_pelican.showing.views import Alternate, Link, PageView


class Heading(Struct, frozen=True):
    """What a page is and where it stands, the same in every language, and what it is called in one."""

    kind: str
    rest: str
    """Its address below the language."""
    title: str
    description: str


def page(site: Site, reader: Reader, heading: Heading, **values: Any) -> PageView:
    """What a template knows of a page that exists in every language; `values` replace those made from its heading."""
    lang, kind, rest = reader.lang, heading.kind, heading.rest
    everywhere = tuple(Alternate(lang=code, path=f"{code}/{rest}") for code in site.digest.langs)
    facts = {
        "kind": kind,
        "lang": lang,
        "path": f"{lang}/{rest}",
        "title": heading.title,
        "title_lang": lang,
        "description": heading.description,
        "canonical": f"{lang}/{rest}",
        "alternates": everywhere,
        "switches": tuple(each for each in everywhere if each.lang != lang),
        "feeds": listing.feed_links(reader),
        "json_ld": None,
        "card": card_path(_story_folder(lang, rest) if kind in ("topic", "selection") else addresses.home(lang), site),
    }
    return PageView(**{**facts, **values})


def article_page(site: Site, reader: Reader, entry: Entry, face: Face, kind: str = "article") -> PageView:
    """What a template knows of the `article`, `parallel` or `ledger` page of an article."""
    lang, there = reader.lang, [code for code in site.digest.langs if code in entry.langs]
    own = lang if lang in there else entry.lang
    structured = kind == "article" and Part.JSON_LD not in site.config.without
    paths = {code: addresses.article(code, entry.id, kind) for code in site.digest.langs}
    return PageView(
        kind=kind,
        lang=lang,
        path=paths[lang],
        title=face.title.text,
        title_lang=face.title.lang,
        description=face.description,
        canonical=paths[own],
        alternates=tuple(Alternate(lang=code, path=paths[code]) for code in there),
        switches=tuple(Alternate(lang=code, path=path) for code, path in paths.items() if code != lang),
        feeds=listing.feed_links(reader),
        json_ld=json_ld(site.digest.clippings[entry.id], reader, site.config) if structured else None,
        card=article_card(entry, lang, site),
        noindex=lang not in there or kind == "ledger" or entry.withdrawn,
    )


def _story_folder(lang: Lang, rest: str) -> str:
    """The topic's folder, from the path of any of its pages."""
    return addresses.listing(lang, "topics", rest.split("/")[1])


def navigation(reader: Reader, without: tuple[Part, ...]) -> list[Link]:
    """The main navigation of a language, without parts that the site leaves out."""
    lang, words = reader.lang, reader.words
    archive = [] if Part.ARCHIVE in without else [Link(name=words.gettext("Archive"), path=f"{lang}/archive/")]
    return [
        Link(name=words.gettext("Home"), path=addresses.home(lang)),
        Link(name=words.gettext("Topics"), path=addresses.listing(lang, "topics")),
        Link(name=words.gettext("Outlets"), path=addresses.listing(lang, "outlets")),
        Link(name=words.gettext("Tags"), path=addresses.listing(lang, "tags")),
        *archive,
        *([] if Part.SEARCH in without else [Link(name=words.gettext("Search"), path=addresses.search(lang))]),
    ]
