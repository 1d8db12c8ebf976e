"""A clipping to what a citation says of it."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from kliping.days import day_of
from kliping.digest.model import Clipping
from kliping.model import Article, Lang
from kliping_pelican.configuration import Configuration
from kliping_pelican.showing import addresses
from kliping_pelican.showing.filters import name_of_language
from kliping_pelican.showing.reader import Reader, safe_url
from kliping_pelican.showing.telling import WRITERS, title_of
from kliping_pelican.showing.words import Words


class Work(Struct, frozen=True, kw_only=True):
    """One article, as it appeared and where it stands here."""

    id: str
    title: str
    """In the article's own language; of one without a title its first words, in brackets."""
    translations: tuple[tuple[Lang, str], ...]
    """Its titles in the digest's other languages."""
    lang: Lang
    publisher: str | None
    authors: tuple[str, ...]
    editors: tuple[str, ...]
    translators: tuple[str, ...]
    published: str | None
    """ISO 8601 day, month or year."""
    url: str | None
    """At its outlet; never that of a source it names, which another outlet published."""
    address: str
    """Of the article in this digest; a paragraph's is that with `#p1`."""
    digest: str
    """The digest's name."""
    notes: tuple[str, ...]
    """Sentences in the language of whoever cites it."""


def work_of(clipping: Clipping, own: Reader, reader: Reader, config: Configuration) -> Work:
    """What a reader may cite of an article, each text on one line; `own` is the reader of the article's own language."""
    article = clipping.article
    title = one_line(title_of(clipping, own).text)
    address = addresses.Addresses(config.siteurl, "").absolute(addresses.article(reader.lang, article.id))
    translations = tuple(
        (lang, one_line(edition.title.text))
        for lang, edition in clipping.editions.items()
        if lang != article.lang and edition.title and edition.title.lang == lang
    )
    people = {
        part: tuple(one_line(author.value) for author in article.authors if author.role in roles)
        for part, roles in (("author", WRITERS), ("editor", ("editor",)), ("translator", ("translator",)))
    }
    return Work(
        id=article.id,
        title=title if article.title else f"[{title}]",
        translations=translations,
        lang=article.lang,
        publisher=one_line(article.publisher.value) if article.publisher else None,
        authors=people["author"],
        editors=people["editor"],
        translators=people["translator"],
        published=day_of(article.published.value) if article.published else None,
        url=safe_url(article.url.value) if article.url else None,
        address=address,
        digest=config.name,
        notes=(*_notes(article, translations, reader.words), _place(config.name, address, reader.words)),
    )


def _notes(article: Article, translations: Sequence[tuple[Lang, str]], words: Words) -> Iterator[str]:
    """What no field of a citation holds: its titles in other languages, and the agencies it comes from."""
    for lang, title in translations:
        language = name_of_language(lang, words.lang)
        yield words.gettext("Title in %(language)s: %(title)s.", language=language, title=title)
    if article.wires:
        yield words.gettext("From %(wires)s.", wires=", ".join(one_line(wire.value) for wire in article.wires))


def _place(digest: str, address: str, words: Words) -> str:
    """Where it stands here."""
    return words.gettext(
        "Kept in %(site)s, each paragraph at an address of its own (#p1, #p2 …): %(address)s", site=digest, address=address
    )


def one_line(text: str) -> str:
    """The words with single spaces, and without characters that no citation file may hold."""
    return " ".join("".join(each if each.isprintable() else " " for each in text).split())
