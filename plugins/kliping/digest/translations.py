"""Article and gettext catalogue to editions: one message a passage, matched by the original's words.

A message is found by its words first and by its key (`msgctxt`, such as `p7`) second: a paragraph that moved keeps its
translation, and one whose words changed is stale, alone.
"""

import re
from pathlib import Path

import polib
from msgspec import Struct

from kliping.digest.model import Edition, EditionBlock, Passage, Translation
from kliping.errors import InvalidCatalogue
from kliping.model import Article, Lang

METHODS = ("human", "machine-assisted")


class Message(Struct, frozen=True):
    """One translated passage."""

    key: str
    source: str
    words: str
    previous: str | None
    """Of a fuzzy message: the original it was made from."""
    fuzzy: bool


class Catalogue(Struct, frozen=True):
    """A translation of one article, as its file has it."""

    translation: Translation
    messages: tuple[Message, ...]


def passages(article: Article) -> dict[str, str]:
    """The article's passages in reading order, by key: `title`, `standfirst`, anchors, `caption1` …"""
    heads = {"title": article.title, "standfirst": article.standfirst}
    found = {key: fact.value for key, fact in heads.items() if fact}
    found.update((block.anchor, block.text) for block in article.blocks)
    found.update((f"caption{number}", figure.caption) for number, figure in enumerate(article.figures, start=1))
    return found


def read_catalogue(path: Path) -> Catalogue:
    """The catalogue in a PO file.

    Raises InvalidCatalogue for a file that is no PO file, a message without its key, and a header that does not say
    how the translation was made.
    """
    try:
        po = polib.pofile(str(path), encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise _unreadable(path, str(error)) from error
    method = po.metadata.get("X-Translation-Method", "")
    if method not in METHODS:
        raise InvalidCatalogue(
            f"is `{method}`" if method else "is missing",
            path=path,
            line=1,
            key="X-Translation-Method",
            advice=f"Set it to one of {', '.join(METHODS)}.",
        )
    return Catalogue(
        Translation(
            translator=po.metadata.get("Last-Translator", "").strip(),
            method=method,
            reviewed_by=po.metadata.get("X-Reviewed-By", "").strip() or None,
            date=_day(po.metadata.get("PO-Revision-Date", "")),
        ),
        tuple(_message(entry, path) for entry in po if not entry.obsolete),
    )


def original_edition(article: Article) -> Edition:
    """The article in its own language."""
    return _edition(article, article.lang, {}, None)


def translated_edition(article: Article, lang: Lang, catalogue: Catalogue | None) -> Edition:
    """The article in another language; what the catalogue lacks stays in the original and says so."""
    if catalogue is None:
        return _edition(article, lang, {}, None)
    found = _match(passages(article), catalogue.messages)
    return _edition(article, lang, found, catalogue.translation)


def unknown_keys(article: Article, catalogue: Catalogue) -> list[str]:
    """Keys of messages that match no passage, neither by words nor by key."""
    current = passages(article)
    words = set(current.values())
    return [message.key for message in catalogue.messages if message.key not in current and message.source not in words]


def _message(entry: polib.POEntry, path: Path) -> Message:
    if not entry.msgctxt:
        raise InvalidCatalogue(
            "has no msgctxt",
            path=path,
            line=entry.linenum,
            key=entry.msgid[:40],
            advice="Add the passage's key, such as `p7`.",
        )
    return Message(entry.msgctxt, entry.msgid, entry.msgstr.strip(), entry.previous_msgid, entry.fuzzy)


def _unreadable(path: Path, problem: str) -> InvalidCatalogue:
    line = re.search(r"line (\d+)", problem)
    return InvalidCatalogue(
        f"is not a PO file ({problem})",
        path=path,
        line=int(line[1]) if line else None,
        advice="Mend it in a PO editor, or make it anew with `kliping translate`.",
    )


def _day(revision: str) -> str | None:
    found = re.match(r"\d{4}-\d{2}-\d{2}", revision)
    return found[0] if found else None


def _match(current: dict[str, str], messages: tuple[Message, ...]) -> dict[str, Message]:
    """The message of each passage: the same words, best under the same key; else the same key if its words are gone."""
    exact = {(message.key, message.source): message for message in messages}
    by_words = {message.source: message for message in reversed(messages)}
    by_key = {message.key: message for message in messages}
    gone = set(by_words) - set(current.values())
    found = {}
    for key, words in current.items():
        message = exact.get((key, words)) or by_words.get(words)
        if message is None and by_key.get(key) and by_key[key].source in gone:
            message = by_key[key]
        if message:
            found[key] = message
    return found


def _edition(article: Article, lang: Lang, found: dict[str, Message], translation: Translation | None) -> Edition:
    current = passages(article)
    made = {key: _passage(words, article.lang, lang, found.get(key)) for key, words in current.items()}
    return Edition(
        article=article.id,
        lang=lang,
        title=made.get("title"),
        standfirst=made.get("standfirst"),
        captions=tuple(made[f"caption{number}"] for number in range(1, len(article.figures) + 1)),
        blocks=tuple(
            EditionBlock(kind=block.kind, anchor=block.anchor, passage=made[block.anchor]) for block in article.blocks
        ),
        translation=translation,
    )


def _passage(words: str, original: Lang, lang: Lang, message: Message | None) -> Passage:
    if lang == original:
        return Passage(text=words, lang=original, state="original", source=words)
    if message is None or not message.words:
        return Passage(text=words, lang=original, state="missing", source=words)
    if message.fuzzy or message.source != words:
        was = message.previous if message.source == words else message.source
        return Passage(text=words, lang=original, state="stale", source=words, was=was, outdated=message.words)
    return Passage(text=message.words, lang=lang, state="translated", source=words)
