"""From an article and a gettext catalogue to editions: one message for each passage, matched by the original's words.

A passage is looked up by its words first, and then by similar words and its key (`msgctxt`, such as `p7`): a paragraph
that moved keeps its translation, and if its words changed, only its own translation is stale.
"""

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from kliping.digest.model import Edition, EditionBlock, Passage, Translation
from kliping.digest.translating.messages import Catalogue, Message
from kliping.model import Article, Lang

NEAR = 0.6
"""The share of common words from which one wording is taken for a changed version of another."""


def passages(article: Article) -> dict[str, str]:
    """The passages of an article in reading order, by key: `title`, `standfirst`, anchors, `caption1` …"""
    heads = {"title": article.title, "standfirst": article.standfirst}
    found = {key: fact.value for key, fact in heads.items() if fact}
    found.update((block.anchor, block.text) for block in article.blocks)
    found.update((f"caption{number}", figure.caption) for number, figure in enumerate(article.figures, start=1))
    return found


def align(current: Mapping[str, str], messages: Sequence[tuple[str, str]]) -> dict[str, int]:
    """For each passage, the place of its message among pairs of key and original words.

    A message belongs to the passage with the same words, preferably under the same key. If its words are gone, it belongs
    to the most similar passage that has no message yet, or else to the one under its key.

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
    """The article in another language; what the catalogue lacks is shown in the original and marked.

    A catalogue without a single finished passage makes no translation.
    If the article was reduced to what may be shown, `whole` is the article as it was: otherwise the message of a withheld
    passage would look like one whose words are gone, and could be taken for the translation of another passage.
    """
    if catalogue is None:
        return _edition(article, lang, {}, None)
    current = passages(whole or article)
    found = _match(current, catalogue.messages)
    return _edition(article, lang, found, catalogue.translation if _has_words(current, found) else None)


def is_translation(article: Article, catalogue: Catalogue) -> bool:
    """Whether the translation of at least one passage is finished, be it of the words that the passage had before.

    `kliping translate` makes catalogues in which no passage is translated yet.
    """
    current = passages(article)
    return _has_words(current, _match(current, catalogue.messages))


def strays(article: Article, catalogue: Catalogue) -> list[Message]:
    """Messages that match no passage of the article, neither by words nor by key."""
    current = passages(article)
    words = set(current.values())
    return [message for message in catalogue.messages if message.key not in current and message.source not in words]


def _has_words(current: Mapping[str, str], found: Mapping[str, Message]) -> bool:
    return any(_is_made(message, current[key]) for key, message in found.items())


def _is_made(message: Message, words: str) -> bool:
    """Whether a message translates a passage with these words; a fuzzy message of the very same words is only a draft."""
    is_draft = message.fuzzy and message.source == words and message.previous is None
    return bool(message.words) and not is_draft


def _made_from(message: Message) -> str:
    """The original words that a message translates."""
    return message.previous if message.fuzzy and message.previous is not None else message.source


def _match(current: Mapping[str, str], messages: tuple[Message, ...]) -> dict[str, Message]:
    """The message of each passage."""
    same = {message.key: message for message in messages if current.get(message.key) == message.source}
    if len(same) == len(current):
        return same  # nothing changed since the translation
    places = align(current, [(message.key, message.source) for message in messages])
    return {key: messages[place] for key, place in places.items()}


def _changed(
    current: Mapping[str, str], messages: Sequence[tuple[str, str]], open_keys: Sequence[str], gone: Sequence[int]
) -> Iterator[tuple[str, int]]:
    """Pairs of a passage and a message whose words are gone: first by similar words, then by the same key."""
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
    if message is None or not _is_made(message, words):
        return Passage(text=words, lang=original, state="missing", source=words)
    was = _made_from(message)
    if was != words:
        return Passage(text=words, lang=original, state="stale", source=words, was=was, outdated=message.words)
    return Passage(text=message.words, lang=lang, state="translated", source=words)
