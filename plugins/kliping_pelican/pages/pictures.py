"""Social cards, icons and the web manifest: what other programs show of the site."""

from collections.abc import Callable, Iterator
from functools import partial

import msgspec

from kliping.days import day_of
from kliping.digest.model import Entry
from kliping.memory import key_of
from kliping.model import Lang
from kliping_pelican.drawings.palette import Palette
from kliping_pelican.drawings.words import CardWords
from kliping_pelican.pages.jobs import Job, Renderer, Site
from kliping_pelican.pages.keys import Keys
from kliping_pelican.parts import Part
from kliping_pelican.showing import addresses
from kliping_pelican.showing.cards import card_of
from kliping_pelican.showing.filters import name_of_language, words_of_date
from kliping_pelican.showing.reader import Reader
from kliping_pelican.showing.telling import title_of

ICONS = {"theme/icon-192.png": 192, "theme/icon-512.png": 512, "theme/apple-touch-icon.png": 180}


def card_path(folder: str, site: Site) -> str | None:
    """Path of the card of the page at `folder`; None if the site has no cards."""
    return f"{folder}card.png" if Part.CARDS not in site.config.without else None


def article_card(entry: Entry, lang: Lang, site: Site) -> str | None:
    """Path of an article's card; a withdrawn one shows the home page's."""
    return card_path(addresses.home(lang) if entry.withdrawn else addresses.article(lang, entry.id), site)


def card_jobs(site: Site, reader: Reader, keys: Keys) -> Iterator[Job]:
    """The cards of a language's home page and of each topic."""
    if not (keys.cards(reader.lang) and keys.may_differ()):
        return
    lang, digest = reader.lang, site.digest
    count = reader.words.ngettext("%(n)s article", "%(n)s articles", len(digest.entries))
    yield _job(site, keys, addresses.home(lang), lang, CardWords(site.config.taglines[lang], count))
    for id_, topic in digest.registers.topics.items():
        members = [digest.entries[member] for member in digest.by_topic.get(id_, ())]
        outlets = len({entry.publisher for entry in members if entry.publisher})
        credit = " · ".join(
            (
                reader.words.ngettext("%(n)s article", "%(n)s articles", len(members)),
                reader.words.ngettext("%(n)s outlet", "%(n)s outlets", outlets),
            )
        )
        words = CardWords(topic.name[lang], credit, reader.words.gettext("Topic"))
        yield _job(site, keys, addresses.listing(lang, "topics", id_), lang, words)


def article_card_jobs(entry: Entry, site: Site, reader: Reader, keys: Keys) -> Iterator[Job]:
    """The job for the card of an article in a language; none if it was withdrawn."""
    if not keys.cards(reader.lang) or entry.withdrawn:
        return
    lang = reader.lang
    kicker = site.digest.registers.topics[entry.topics[0]].name[lang] if entry.topics else ""
    folder = addresses.article(lang, entry.id)
    key = key_of(keys.cards(lang), folder, keys.listed[lang](entry.id), entry.lang, kicker)
    yield Job(f"{folder}card.png", key, partial(_draw, site, partial(_article_words, entry, kicker, reader)))


def _job(site: Site, keys: Keys, folder: str, lang: Lang, words: CardWords) -> Job:
    key = key_of(keys.cards(lang), folder, words.headline, words.credit)
    return Job(f"{folder}card.png", key, partial(_draw, site, lambda: words))


def _draw(site: Site, words: Callable[[], CardWords], renderer: Renderer) -> bytes:
    from kliping_pelican.drawings.cards import draw_card

    assert site.palette
    return draw_card(words(), site.config.name, site.palette, site.config.theme)


def _article_words(entry: Entry, kicker: str, reader: Reader) -> CardWords:
    """The headline, and who says it, when, and in whose words."""
    words, lang = reader.words, reader.lang
    card = card_of(entry.id, reader)
    wires = ", ".join(card.wires)
    if card.publisher and wires:
        said = words.gettext("Reported by %(publisher)s, from %(wires)s", publisher=card.publisher, wires=wires)
    elif card.publisher:
        said = words.gettext("Reported by %(publisher)s", publisher=card.publisher)
    elif wires:
        said = words.gettext("Publisher unknown, from %(wires)s", wires=wires)
    else:
        said = words.gettext("Publisher unknown")
    credit = [said, words_of_date(day_of(card.published.value), lang) if card.published else words.gettext("undated")]
    if card.translated:
        credit.append(words.gettext("translated"))
    elif entry.lang != lang:
        credit.append(words.gettext("in %(language)s", language=name_of_language(entry.lang, lang)))
    return CardWords(title_of(reader.digest.clippings[entry.id], reader).text, " · ".join(credit), kicker)


def manifest_path(lang: Lang) -> str:
    """Path of a language's web manifest."""
    return f"{lang}/site.webmanifest"


def manifest_jobs(site: Site) -> Iterator[Job]:
    """A web manifest for each language, and the icons they name."""
    palette = site.palette
    if Part.MANIFEST in site.config.without or palette is None:
        return
    from kliping_pelican.drawings.icons import MARK, draw_icon

    mark = site.memory.fingerprint(str(site.config.theme / MARK))
    for path, size in ICONS.items():
        key = key_of(path, mark, palette.light["paper"])
        yield Job(path, key, lambda renderer, size=size: draw_icon(site.config.theme, size, palette.rgb("paper")))  # type: ignore[misc]
    for lang in site.digest.langs:
        content = _manifest(site, lang, palette)
        yield Job(manifest_path(lang), key_of(content), lambda renderer, content=content: content)  # type: ignore[misc]


def _manifest(site: Site, lang: Lang, palette: Palette) -> bytes:
    """The manifest; its addresses are relative to its own, so that it is right wherever the site stands."""
    icons = [
        {"src": f"../{path}", "sizes": f"{size}x{size}", "type": "image/png", "purpose": "any maskable"}
        for path, size in ICONS.items()
        if "apple" not in path
    ]
    document = {
        "name": site.config.name,
        "short_name": site.config.name,
        "description": site.config.taglines[lang],
        "lang": lang,
        "id": "./",
        "start_url": "./",
        "scope": "../",
        "display": "minimal-ui",
        "background_color": palette.light["paper"],
        "theme_color": palette.light["paper"],
        "icons": icons,
    }
    return msgspec.json.format(msgspec.json.encode(document), indent=1) + b"\n"
