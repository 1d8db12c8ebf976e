"""The digest as a list of pages and files: what stands at which address, in one place.

Each page carries a function that makes what its template needs, so that nothing is made for a page that is not rendered.
"""

from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from typing import Any

from markupsafe import Markup
from msgspec import Struct

from kliping.digest.model import Clipping, Digest
from kliping.knowledge import Words as Texts
from kliping.markup import markdown_html
from kliping.model import Lang
from kliping_pelican import addresses, data, listing, present
from kliping_pelican.configuration import LANGUAGE_NAMES, Configuration
from kliping_pelican.present import Reader, is_available
from kliping_pelican.prose import read_prose, title_and_body
from kliping_pelican.structured import describe, json_ld, title_of
from kliping_pelican.views import Alternate, FeedLink, Link, Page
from kliping_pelican.words import Words

SITE = "KLIPING_SITE"
"""Key of the digest's `Site` in Pelican's settings, from where every generator's context has it."""

HOME_CARDS = 20

Variables = Callable[[], Mapping[str, Any]]


class Job(Struct, frozen=True):
    """A page to be rendered."""

    page: Page
    template: str
    variables: Variables


class Site(Struct, frozen=True, kw_only=True):
    """All that pages are made from."""

    config: Configuration
    digest: Digest
    words: Mapping[Lang, Words]

    def reader(self, lang: Lang) -> Reader:
        """The reader of a language."""
        return Reader(self.digest, lang, self.words[lang])


def pages(site: Site) -> Iterator[Job]:
    """Every page of the site."""
    yield from _shared_pages(site)
    for lang in site.digest.langs:
        reader = site.reader(lang)
        yield _home(site, reader)
        yield from chain.from_iterable(_article(site, reader, each) for each in site.digest.clippings.values())
        yield from _topics(site, reader)
        yield from _tags(site, reader)
        yield from _outlets(site, reader)
        yield from _archive_and_feeds(site, reader)
        yield from _prose(site, reader)


def _page(site: Site, reader: Reader, kind: str, rest: str, title: str, description: str, **values: Any) -> Page:
    """A page that exists in every language at the same place below it."""
    lang = reader.lang
    everywhere = tuple(Alternate(lang=code, path=f"{code}/{rest}") for code in site.digest.langs)
    page = {
        "kind": kind,
        "lang": lang,
        "path": f"{lang}/{rest}",
        "title": title,
        "title_lang": lang,
        "description": description,
        "canonical": f"{lang}/{rest}",
        "alternates": everywhere,
        "switches": tuple(each for each in everywhere if each.lang != lang),
        "feeds": listing.feed_links(reader),
        "json_ld": None,
    }
    return Page(**{**page, **values})


def _shared_pages(site: Site) -> Iterator[Job]:
    langs = site.digest.langs
    homes = [(code, Link(name=LANGUAGE_NAMES[code], path=addresses.home(code))) for code in langs]
    reader = site.reader(langs[0])
    homes_there = tuple(Alternate(lang=code, path=addresses.home(code)) for code in langs)
    common = {"alternates": homes_there, "switches": (), "feeds": ()}

    def shared(kind: str, path: str, title: str, *, noindex: bool = False) -> Page:
        tagline = site.config.taglines[reader.lang]
        return _page(site, reader, kind, "", title, tagline, path=path, canonical=path, noindex=noindex, **common)

    yield Job(shared("chooser", addresses.CHOOSER, site.config.name), "chooser.html", lambda: {"homes": homes})
    title = " / ".join(site.words[code].gettext("There is no page at this address") for code in langs)
    yield Job(shared("not_found", "404.html", title, noindex=True), "not_found.html", lambda: {"homes": homes, "searches": []})
    title = " / ".join(site.words[code].gettext("Data") for code in langs)
    yield Job(shared("data", addresses.DATA, title), "data.html", lambda: {"files": _data_files(site)})


def _data_files(site: Site) -> list[tuple[Link, int, dict[Lang, str]]]:
    """The data files with their sizes in bytes and what they hold, in each language."""
    return [
        (
            Link(name=name, path=f"{addresses.DATA}{name}"),
            len(content),
            {lang: words.pgettext("data", name) for lang, words in site.words.items()},
        )
        for name, content in data.files(site.digest).items()
    ]


def _home(site: Site, reader: Reader) -> Job:
    topics = site.digest.registers.topics
    outlets = [listing.outlet_view(id_, reader) for id_ in listing.outlet_ids(reader)]

    def variables() -> dict[str, Any]:
        return {
            "cards": listing.cards(listing.available(reader)[:HOME_CARDS], reader),
            "topics": [listing.topic_view(id_, Markup(""), reader) for id_ in topics],
            "outlets": [
                Link(name=outlet.name, path=outlet.path, count=len(outlet.cards)) for outlet in outlets if outlet.cards
            ],
            "coverage": None,
        }

    tagline = site.config.taglines[reader.lang]
    return Job(_page(site, reader, "home", "", site.config.name, tagline), "home.html", variables)


def _article(site: Site, reader: Reader, clipping: Clipping) -> Iterator[Job]:
    def view() -> dict[str, Any]:
        return {"view": present.article_view(clipping, reader)}

    def with_ledger() -> dict[str, Any]:
        return {**view(), "ledger": present.ledger_view(clipping, reader)}

    yield Job(article_page(site, reader, clipping), "article.html", view)
    if not clipping.sidecar.withdrawn:
        yield Job(article_page(site, reader, clipping, "parallel"), "parallel.html", view)
        yield Job(article_page(site, reader, clipping, "ledger"), "ledger.html", with_ledger)


def article_page(site: Site, reader: Reader, clipping: Clipping, kind: str = "article") -> Page:
    """The `article`, `parallel` or `ledger` page of an article."""
    article, lang = clipping.article, reader.lang
    title = title_of(clipping, reader)
    there = [code for code in site.digest.langs if is_available(clipping, code)]
    rest = f"articles/{article.id}/" + ("" if kind == "article" else f"{kind}/")
    return _page(
        site,
        reader,
        kind,
        rest,
        title.text,
        describe(clipping, reader),
        title_lang=title.lang,
        canonical=f"{lang if lang in there else article.lang}/{rest}",
        alternates=tuple(Alternate(lang=code, path=f"{code}/{rest}") for code in there),
        json_ld=json_ld(clipping, reader, site.config) if kind == "article" else None,
        noindex=lang not in there or kind == "ledger" or clipping.sidecar.withdrawn is not None,
    )


def _topics(site: Site, reader: Reader) -> Iterator[Job]:
    words, topics = reader.words, site.digest.registers.topics

    def views() -> dict[str, Any]:
        return {"topics": [listing.topic_view(id_, Markup(""), reader) for id_ in topics]}

    title = words.gettext("Topics")
    yield Job(_page(site, reader, "topics", "topics/", title, title), "topics.html", views)
    for id_, topic in topics.items():
        feeds: tuple[FeedLink, ...] = (*listing.feed_links(reader, id_), *listing.feed_links(reader))
        page = _page(
            site,
            reader,
            "topic",
            f"topics/{id_}/",
            topic.name[reader.lang],
            topic.description[reader.lang],
            feeds=feeds,
        )
        yield Job(page, "topic.html", lambda id_=id_: _topic(site, reader, id_))  # type: ignore[misc]


def _topic(site: Site, reader: Reader, id_: str) -> dict[str, Any]:
    path = site.config.content / "topics" / f"{id_}.{reader.lang}.md"
    here = addresses.Addresses(site.config.siteurl, addresses.listing(reader.lang, "topics", id_))
    introduction = markdown_html(read_prose(path), lambda address: resolve(address, here, site, reader.lang))
    return {"topic": listing.topic_view(id_, introduction, reader)}


def _tags(site: Site, reader: Reader) -> Iterator[Job]:
    articles = [clipping.article for clipping in site.digest.clippings.values()]
    title = reader.words.gettext("Tags")
    yield Job(
        _page(site, reader, "tags", "tags/", title, title),
        "tags.html",
        lambda: {"groups": present.tag_groups(articles, reader, counted=True)},
    )
    for id_ in listing.tag_ids(reader):
        name = site.digest.registers.vocabulary[id_].name[reader.lang]
        page = _page(site, reader, "tag", f"tags/{id_}/", name, name)
        yield Job(page, "tag.html", lambda id_=id_: {"tag": listing.tag_view(id_, reader)})  # type: ignore[misc]


def _outlets(site: Site, reader: Reader) -> Iterator[Job]:
    ids = listing.outlet_ids(reader)
    title = reader.words.gettext("Outlets")
    yield Job(
        _page(site, reader, "outlets", "outlets/", title, title),
        "outlets.html",
        lambda: {"outlets": [listing.outlet_view(id_, reader) for id_ in ids]},
    )
    for id_ in ids:
        name = site.digest.knowledge.outlets[id_].name
        page = _page(site, reader, "outlet", f"outlets/{id_}/", name, name)
        yield Job(page, "outlet.html", lambda id_=id_: {"outlet": listing.outlet_view(id_, reader)})  # type: ignore[misc]


def _archive_and_feeds(site: Site, reader: Reader) -> Iterator[Job]:
    title = reader.words.gettext("Archive")
    page = _page(site, reader, "archive", "archive/", title, title)
    yield Job(page, "archive.html", lambda: {"years": listing.years(reader)})

    def groups() -> dict[str, Any]:
        topics: Mapping[str, Texts] = {id_: topic.name for id_, topic in site.digest.registers.topics.items()}
        own = [(site.config.name, listing.feed_links(reader))]
        return {
            "feed_groups": own + [(name[reader.lang], listing.feed_links(reader, id_)) for id_, name in topics.items()],
            "opml": addresses.OPML,
        }

    title = reader.words.gettext("Feeds")
    yield Job(_page(site, reader, "feeds", "feeds/", title, title), "feeds.html", groups)


def _prose(site: Site, reader: Reader) -> Iterator[Job]:
    for path in sorted((site.config.content / "pages").glob(f"*.{reader.lang}.md")):
        name = path.name.split(".")[0]
        title, body = title_and_body(path)
        page = _page(site, reader, "prose", f"{name}/", title, title)
        here = addresses.Addresses(site.config.siteurl, page.path)
        yield Job(page, "prose.html", lambda body=body, here=here: {"body": _prose_html(body, here, site, reader)})  # type: ignore[misc]


def _prose_html(body: str, here: addresses.Addresses, site: Site, reader: Reader) -> Markup:
    return markdown_html(body, lambda address: resolve(address, here, site, reader.lang))


def resolve(address: str, here: addresses.Addresses, site: Site, lang: Lang) -> str | None:
    """The address that prose means: `article:<id>#p1`, `topic:<id>`, `outlet:<id>`, `page:<name>`, `repo:`, or http(s)."""
    scheme, _, rest = address.partition(":")
    if scheme in ("http", "https"):
        return present.safe_url(address)
    if scheme == "repo":
        return f"{site.config.repository}{rest}" if site.config.repository else None
    if scheme == "article":
        id_, mark, anchor = rest.partition("#")
        return here.href(f"{addresses.article(lang, id_)}{mark}{anchor}") if id_ in site.digest.clippings else None
    if scheme in ("topic", "outlet", "tag"):
        return here.href(addresses.listing(lang, f"{scheme}s", rest))
    if scheme == "page":
        return here.href(f"{lang}/{rest}/")
    return None


def navigation(site: Site, reader: Reader) -> list[Link]:
    """The main navigation of a language."""
    lang, words = reader.lang, reader.words
    return [
        Link(name=words.gettext("Home"), path=addresses.home(lang)),
        Link(name=words.gettext("Topics"), path=addresses.listing(lang, "topics")),
        Link(name=words.gettext("Outlets"), path=addresses.listing(lang, "outlets")),
        Link(name=words.gettext("Tags"), path=addresses.listing(lang, "tags")),
        Link(name=words.gettext("Archive"), path=f"{lang}/archive/"),
    ]


def colophon(site: Site, reader: Reader) -> list[Link]:
    """Links to the pages about the digest, to its feeds and its data."""
    lang, words = reader.lang, reader.words
    paths = sorted((site.config.content / "pages").glob(f"*.{lang}.md"))
    return [
        *(Link(name=title_and_body(path)[0], path=f"{lang}/{path.name.split('.')[0]}/") for path in paths),
        Link(name=words.gettext("Feeds"), path=f"{lang}/feeds/"),
        Link(name=words.gettext("Data"), path=addresses.DATA),
    ]
