"""Article and gettext catalogue to editions: one message a passage, matched by the original's words.

A message is found by its words first, by the nearest wording and its key (`msgctxt`, such as `p7`) second: a paragraph
that moved keeps its translation, and one whose words changed is stale, alone.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import polib
from msgspec import Struct

from kliping.digest.model import Edition, EditionBlock, Passage, Translation
from kliping.errors import InvalidCatalogue
from kliping.model import Article, Lang

try:
    import rspolib
except ImportError:  # no wheel for this system: polib alone reads the same, more slowly
    rspolib = None

METHODS = ("human", "machine-assisted")

_RARE = re.compile(r'\\[^nrt"\\]|[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]')
"""What the two libraries for PO files do not read alike."""
_UNCLOSED = re.compile(r'^[ \t]*(?:msg[a-z]+(?:\[\d+\])?[ \t]*)?"(?!(?:[^"\\\n]|\\.)*"[ \t\r]*$)', re.MULTILINE)
"""A line that opens a text and does not close it."""
_EMAIL = re.compile(r"\s*<[^<>]*>\s*$")
"""What PO editors write after a translator's name; it is not ours to publish."""

NEAR = 0.6
"""Share of words two wordings have in common, from which one is taken for the other changed."""


class Message(Struct, frozen=True):
    """One translated passage."""

    key: str
    source: str
    words: str
    previous: str | None
    """Of a fuzzy message: the original it was made from."""
    fuzzy: bool
    line: int | None = None
    """Where it stands in its file."""


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
    entries, header = _read(path)
    method = header.get("X-Translation-Method", "")
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
            translator=_EMAIL.sub("", header.get("Last-Translator", "")).strip(),
            method=method,
            reviewed_by=header.get("X-Reviewed-By", "").strip() or None,
            date=_day(header.get("PO-Revision-Date", "")),
        ),
        tuple(_message(entry, path) for entry in entries if not entry.obsolete),
    )


def _read(path: Path) -> tuple[Iterable[Any], Mapping[str, str]]:
    """The entries and the header of a PO file by the faster library, or by the other, which words the errors."""
    if rspolib:
        try:
            text = path.read_text(encoding="utf-8")
            if not _RARE.search(text):
                po = rspolib.pofile(text)
                return po.get_entries(), dict(po.get_metadata())
        except (OSError, UnicodeDecodeError, rspolib.SyntaxError, rspolib.EscapingError, rspolib.IOError):
            pass  # polib reads it below, or says what is wrong with it
    checked = read_po(path)
    return checked, checked.metadata


def read_po(path: Path) -> polib.POFile:
    """The messages of a PO file. Raises InvalidCatalogue for a file that is none."""
    try:
        po = polib.pofile(str(path), encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise _unreadable(path, str(error)) from error
    _check_quotes(path)
    return po


def align(current: Mapping[str, str], messages: Sequence[tuple[str, str]]) -> dict[str, int]:
    """The place of each passage's message among pairs of key and original words.

    A message belongs to the passage with its words, best under the same key. One whose words are gone belongs to the
    passage that took their place: the nearest wording among those without a message, else the one under its key.

    >>> align({"p1": "Baru.", "p2": "Putin tiba di Baku kemarin."}, [("p1", "Putin tiba di Baku.")])
    {'p2': 0}
    """
    exact = {pair: place for place, pair in enumerate(messages)}
    by_words = {words: place for place, (_, words) in reversed([*enumerate(messages)])}
    found = {key: exact.get((key, words), by_words.get(words, -1)) for key, words in current.items() if words in by_words}
    gone = [by_words[words] for words in sorted(set(by_words) - set(current.values()))]
    found.update(_changed(current, messages, [key for key in current if key not in found], gone))
    return found


def original_edition(article: Article) -> Edition:
    """The article in its own language."""
    return _edition(article, article.lang, {}, None)


def translated_edition(
    article: Article, lang: Lang, catalogue: Catalogue | None, *, whole: Article | None = None
) -> Edition:
    """The article in another language; what the catalogue lacks stays in the original and says so.

    Of an article reduced to what may be shown, `whole` is the one it was made from: else a message of a passage that
    is withheld would look like one whose words are gone, and would stand in for another.
    """
    if catalogue is None:
        return _edition(article, lang, {}, None)
    found = _match(passages(whole or article), catalogue.messages)
    return _edition(article, lang, found, catalogue.translation)


def strays(article: Article, catalogue: Catalogue) -> list[Message]:
    """Messages that match no passage, neither by words nor by key."""
    current = passages(article)
    words = set(current.values())
    return [message for message in catalogue.messages if message.key not in current and message.source not in words]


def _message(entry: Any, path: Path) -> Message:
    if not entry.msgctxt:
        raise InvalidCatalogue(
            "has no msgctxt",
            path=path,
            line=entry.linenum,
            key=entry.msgid[:40],
            advice="Add the passage's key, such as `p7`.",
        )
    return Message(
        entry.msgctxt, entry.msgid, entry.msgstr.strip(), entry.previous_msgid, entry.fuzzy, entry.linenum or None
    )


def _check_quotes(path: Path) -> None:
    """Raises InvalidCatalogue for a text without its closing quotation mark: polib would take its last letter for it."""
    text = path.read_text(encoding="utf-8")
    found = _UNCLOSED.search(text)
    if found:
        raise _unreadable(path, f"no closing quotation mark on line {text.count(chr(10), 0, found.end()) + 1}")


def _unreadable(path: Path, problem: str) -> InvalidCatalogue:
    line = re.search(r"line (\d+)", problem)
    return InvalidCatalogue(
        f"is not a PO file ({problem})",
        path=path,
        line=int(line[1]) if line else None,
        advice="Mend it in a PO editor, or make it anew with `kliping translate`.",
    )


def _day(revision: str) -> str | None:
    """The day of a revision; None for what an editor leaves there until the first one."""
    try:
        return date.fromisoformat(revision[:10]).isoformat()
    except ValueError:
        return None


def _match(current: Mapping[str, str], messages: tuple[Message, ...]) -> dict[str, Message]:
    places = align(current, [(message.key, message.source) for message in messages])
    return {key: messages[place] for key, place in places.items()}


def _changed(
    current: Mapping[str, str], messages: Sequence[tuple[str, str]], open_keys: Sequence[str], gone: Sequence[int]
) -> Iterator[tuple[str, int]]:
    """Pairs of a passage and a message whose words are gone: the nearest wording first, then the same key."""
    scores = [
        (SequenceMatcher(None, messages[place][1].split(), current[key].split(), autojunk=False).ratio(), key, place)
        for key in open_keys
        for place in gone
    ]
    near = [(-score, messages[place][0] != key, key, place) for score, key, place in scores if score >= NEAR]
    same = [(0.0, False, key, place) for _, key, place in scores if messages[place][0] == key]
    keys, places = set(open_keys), set(gone)
    for _, _, key, place in [*sorted(near), *same]:
        if key in keys and place in places:
            keys.remove(key)
            places.remove(place)
            yield key, place


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
