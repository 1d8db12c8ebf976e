"""An article as schema.org data: who published what, from whom, translated by what."""

from typing import Any

import msgspec
from markupsafe import Markup

from kliping.digest.model import Clipping, Translation
from kliping.model import Article, Lang
from kliping.sidecar import Sidecar
from kliping_pelican.configuration import Configuration
from kliping_pelican.showing import addresses
from kliping_pelican.showing.reader import Reader, is_available, safe_url
from kliping_pelican.showing.telling import WRITERS, description_of, title_of, told_corrections

MOST_OF_HEADLINE = 110
"""Characters; what search engines show of it, about."""


def json_ld(clipping: Clipping, reader: Reader, config: Configuration) -> Markup:
    """A `NewsArticle` (https://schema.org/NewsArticle); values that are unknown are left out."""
    article, lang = clipping.article, reader.lang
    here = _address(article, lang, config)
    document: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": here,
        "url": here,
        "headline": title_of(clipping, reader).text[:MOST_OF_HEADLINE],
        "inLanguage": lang if is_available(clipping, lang) else article.lang,
        "description": description_of(clipping, reader),
        "datePublished": article.published.value if article.published else None,
        "dateModified": article.updated.value if article.updated else None,
        "author": _people(article, *WRITERS) or _people(article, "initials"),
        "editor": _people(article, "editor"),
        "publisher": {"@type": "NewsMediaOrganization", "name": article.publisher.value} if article.publisher else None,
        "isBasedOn": _origins(clipping) or None,
        "keywords": [reader.digest.registers.vocabulary[tag.id].name[lang] for tag in article.tags] or None,
        "correction": _corrections(clipping.sidecar, lang) or None,
        **_versions(clipping, lang, config),
    }
    return script_safe({key: value for key, value in document.items() if value is not None})


def _people(article: Article, *roles: str) -> list[dict[str, str]] | None:
    return [{"@type": "Person", "name": author.value} for author in article.authors if author.role in roles] or None


def _corrections(sidecar: Sidecar, lang: Lang) -> list[dict[str, str]]:
    return [
        {"@type": "CorrectionComment", "text": text, "datePublished": day} for day, text in told_corrections(sidecar, lang)
    ]


def _versions(clipping: Clipping, lang: Lang, config: Configuration) -> dict[str, Any]:
    """Of a translation, by whom it is and of what; of an original, its translations."""
    article, translation = clipping.article, clipping.editions[lang].translation
    if translation:
        original = {"@id": _address(article, article.lang, config)}
        return {"translator": _translator(translation), "translationOfWork": original}
    if lang != article.lang:
        return {}
    others = [code for code, edition in clipping.editions.items() if edition.translation]
    return {"workTranslation": [{"@id": _address(article, code, config)} for code in others] or None}


def _address(article: Article, lang: Lang, config: Configuration) -> str:
    return addresses.Addresses(config.siteurl, "").absolute(addresses.article(lang, article.id))


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
