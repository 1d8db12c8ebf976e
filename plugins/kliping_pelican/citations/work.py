"""A clipping to what a citation says of it."""

from msgspec import Struct

from kliping.digest.model import Clipping
from kliping.model import Lang
from kliping_pelican.configuration import Configuration
from kliping_pelican.showing import addresses
from kliping_pelican.showing.filters import name_of_language
from kliping_pelican.showing.reader import Reader, safe_url
from kliping_pelican.showing.structured import WRITERS, title_of


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
    """Sentences in the article's language."""


def work_of(clipping: Clipping, reader: Reader, config: Configuration) -> Work:
    """What can be said of an article to readers of its own language; all texts on one line."""
    article, words = clipping.article, reader.words
    title = one_line(title_of(clipping, reader).text)
    address = addresses.Addresses(config.siteurl, "").absolute(addresses.article(reader.lang, article.id))
    translations = tuple(
        (lang, one_line(edition.title.text))
        for lang, edition in clipping.editions.items()
        if lang != article.lang and edition.title and edition.title.lang == lang
    )
    notes = [
        words.gettext("Title in %(language)s: %(title)s.", language=name_of_language(lang, reader.lang), title=other)
        for lang, other in translations
    ]
    if article.wires:
        notes.append(words.gettext("From %(wires)s.", wires=", ".join(one_line(wire.value) for wire in article.wires)))
    kept = "Kept in %(site)s, each paragraph at an address of its own (#p1, #p2 …): %(address)s"
    notes.append(words.gettext(kept, site=config.name, address=address))
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
        published=article.published.value[:10] if article.published else None,
        url=safe_url(article.url.value) if article.url else None,
        address=address,
        digest=config.name,
        notes=tuple(notes),
    )


def one_line(text: str) -> str:
    """The words with single spaces, and without characters that no citation file may hold."""
    return " ".join("".join(each if each.isprintable() else " " for each in text).split())
