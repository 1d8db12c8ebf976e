"""An article as schema.org data: who published what, from whom, translated by what."""

from typing import Any

import msgspec
from markupsafe import Markup

from kliping.digest.model import Clipping, Passage, Translation
from kliping.model import Article
from kliping.sidecar import Correction, Sidecar
from kliping_pelican.configuration import Configuration
from kliping_pelican.showing import addresses
from kliping_pelican.showing.reader import Reader, Voice, is_available, safe_url

WRITERS = ("author", "contributor")
"""Roles of those who wrote a piece under their own names."""
MOST_OF_HEADLINE, MOST_OF_DESCRIPTION = 110, 200
"""Characters; what search engines show of either, about."""
OPENING_WORDS = 9
"""So many first words stand for the title of an article without one."""


def writers_of(article: Article) -> tuple[str, ...]:
    """The names of those who wrote a piece, without editors, translators and initials."""
    return tuple(author.value for author in article.authors if author.role in WRITERS)


def title_of(clipping: Clipping, reader: Reader | Voice) -> Passage:
    """The title an article is shown under: its own, or the first words of one that has none."""
    edition = clipping.editions[reader.lang]
    if edition.title:
        return edition.title
    if clipping.sidecar.withdrawn:
        return _generated(reader.words.gettext("This article was withdrawn"), reader.lang)
    for block in edition.blocks:
        words = block.passage.text.split()
        opening = " ".join(words[:OPENING_WORDS]) + (" …" if len(words) > OPENING_WORDS else "")
        return _generated(opening, block.passage.lang)
    return _generated(reader.words.gettext("Without a headline"), reader.lang)


def description_of(clipping: Clipping, reader: Reader | Voice) -> str:
    """One or two sentences for search engines and shared links, in the reader's language where any are."""
    edition = clipping.editions[reader.lang]
    passages = (edition.standfirst, *(block.passage for block in edition.blocks if block.kind != "heading"))
    openings = [passage for passage in passages if passage] or [title_of(clipping, reader)]
    text = next((each for each in openings if each.lang == reader.lang), openings[0]).text
    return text if len(text) <= MOST_OF_DESCRIPTION else text[:MOST_OF_DESCRIPTION].rpartition(" ")[0] + " …"


def told_corrections(sidecar: Sidecar) -> tuple[Correction, ...]:
    """The corrections that readers are told of; none of a withdrawn article, for they may name whom it harmed."""
    return () if sidecar.withdrawn else sidecar.corrections


def json_ld(clipping: Clipping, reader: Reader, config: Configuration) -> Markup:
    """A `NewsArticle` (https://schema.org/NewsArticle); values that are unknown are left out."""
    article, edition, lang = clipping.article, clipping.editions[reader.lang], reader.lang
    absolute = addresses.Addresses(config.siteurl, "").absolute
    title = title_of(clipping, reader)
    document: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": absolute(addresses.article(lang, article.id)),
        "url": absolute(addresses.article(lang, article.id)),
        "headline": title.text[:MOST_OF_HEADLINE],
        "inLanguage": lang if is_available(clipping, lang) else article.lang,
        "description": description_of(clipping, reader),
        "datePublished": article.published.value if article.published else None,
        "dateModified": article.updated.value if article.updated else None,
        "author": _people(article, *WRITERS) or _people(article, "initials"),
        "editor": _people(article, "editor"),
        "publisher": {"@type": "NewsMediaOrganization", "name": article.publisher.value} if article.publisher else None,
        "isBasedOn": _origins(clipping) or None,
        "keywords": [reader.digest.registers.vocabulary[tag.id].name[lang] for tag in article.tags] or None,
        "correction": [
            {"@type": "CorrectionComment", "text": each.text[lang], "datePublished": each.date.isoformat()}
            for each in told_corrections(clipping.sidecar)
        ]
        or None,
    }
    if edition.translation:
        document["translator"] = _translator(edition.translation)
        document["translationOfWork"] = {"@id": absolute(addresses.article(article.lang, article.id))}
    elif lang == article.lang:
        document["workTranslation"] = [
            {"@id": absolute(addresses.article(code, article.id))}
            for code, other in clipping.editions.items()
            if other.translation
        ] or None
    return script_safe({key: value for key, value in document.items() if value is not None})


def _people(article: Article, *roles: str) -> list[dict[str, str]] | None:
    return [{"@type": "Person", "name": author.value} for author in article.authors if author.role in roles] or None


def _translator(translation: Translation) -> dict[str, str] | None:
    """The name a translation bears: a person's, or the digest's if a machine helped; None if it bears none."""
    kind = "Person" if translation.method == "human" else "Organization"
    return {"@type": kind, "name": translation.translator} if translation.translator else None


def script_safe(document: object) -> Markup:
    """JSON that can stand in a script element: no `<`, `>` or `&` can end it or start another."""
    text = msgspec.json.encode(document).decode()
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)  # every character that HTML could read is escaped above


def _origins(clipping: Clipping) -> list[dict[str, str]]:
    article = clipping.article
    page = safe_url(article.url.value) if article.url else None
    origins = [{"@type": "NewsArticle", "url": page}] if page else []
    for wire in article.wires:
        origin = {"@type": "CreativeWork", "name": wire.value}
        url = safe_url(wire.url)
        origins.append({**origin, "url": url} if url else origin)
    return origins


def _generated(text: str, lang: str) -> Passage:
    return Passage(text=text, lang=lang, state="original", source=text)
