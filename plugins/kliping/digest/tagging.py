"""The tags and topics of an article: names of the vocabulary are found in its words, and rules of topics applied to them."""

import re
from bisect import bisect
from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import accumulate

from msgspec import Struct

from kliping.days import day_of, first_day, precision_of
from kliping.digest.registers import Registers, Term, TopicRule
from kliping.model import Article, Basis, Lang, Tag, TopicLink

_WORD = re.compile(r"\w+")
ASCII = 128
_PLAIN = bytes(byte if chr(byte).isalnum() and byte < ASCII else 32 for byte in range(256))
"""Turns all bytes but plain letters and digits into spaces."""
FEW = 50
"""So many words are found faster one by one than by going through all words of a text."""


class Name(Struct, frozen=True):
    """A spelling, and the id of the term that it means; None for a phrase that means no term."""

    phrase: str
    term: str | None


class NameIndex(Struct, frozen=True):
    """The names of a vocabulary in one language, ready to be found in texts."""

    names: Mapping[str, tuple[Name, ...]]
    """By their first word, longest first."""
    pieces: Mapping[bytes, tuple[str, ...]]
    """These first words by their longest piece of plain letters, which is empty if they have none."""


class TermMention(Struct, frozen=True):
    """A term named in a text."""

    term: str
    words: str
    start: int
    """Where in the text."""


def index_names(vocabulary: Mapping[str, Term], lang: Lang) -> NameIndex:
    """The names and aliases of a vocabulary in one language, for `find_mentions`."""
    index: dict[str, set[tuple[str, str | None]]] = {}
    for id_, term in vocabulary.items():
        names = [term.name[lang]] if lang in term.name else []
        for phrase in (*names, *term.aliases.get(lang, ())):
            _add(index, phrase, id_)
        for phrase in term.excluded:
            _add(index, phrase, None)
    pieces: dict[bytes, list[str]] = {}
    for first in index:
        pieces.setdefault(max(_pieces(first), key=len, default=b""), []).append(first)
    return NameIndex(
        names={
            first: tuple(
                Name(phrase, term)
                for phrase, term in sorted(names, key=lambda name: (-len(name[0]), name[0], name[1] or ""))
            )
            for first, names in index.items()
        },
        pieces={piece: tuple(firsts) for piece, firsts in pieces.items()},
    )


def find_mentions(text: str, index: NameIndex) -> Iterator[TermMention]:
    """Every mention in a text, in order; the longest name wins, and shorter ones inside it are not found.

    Case counts and borders of words do, so that `Antara` is not found in "antara lain". A name that begins with a small
    letter is also found with capitals, as it is written at the beginning of sentences and in headlines.

    >>> index = index_names({"baku": Term(name={"id": "Baku"})}, "id")
    >>> [mention.words for mention in find_mentions("Perjanjian Baku-Yerevan, bahan baku.", index)]
    ['Baku']
    """
    covered = 0
    there = index.pieces.keys() & {b"", *_pieces(text)}  # most words begin no name, and need not be looked at
    for start, first in _places(text, [first for piece in there for first in index.pieces[piece]]):
        if start < covered:
            continue
        for name in index.names[first]:
            end = start + len(name.phrase)
            if text.startswith(name.phrase, start) and not _is_word(text[end : end + 1]):
                covered = end
                if name.term:
                    yield TermMention(name.term, name.phrase, start)
                break


def _pieces(text: str) -> list[bytes]:
    """The stretches of plain letters and digits in a text, which are found faster than its words."""
    return text.encode().translate(_PLAIN).split()


def _places(text: str, words: Sequence[str]) -> list[tuple[int, str]]:
    """Where each of some words stands in a text, in order."""
    if len(words) > FEW:
        wanted = set(words)
        return [(word.start(), word[0]) for word in _WORD.finditer(text) if word[0] in wanted]
    found = []
    for word in words:
        start = text.find(word)
        while start >= 0:
            end = start + len(word)
            if not (_is_word(text[start - 1 : start]) or _is_word(text[end : end + 1])):
                found.append((start, word))
            start = text.find(word, end)
    return sorted(found)


def find_tags(article: Article, index: NameIndex) -> tuple[Tag, ...]:
    """The terms that an article names in its title, standfirst or body, in the order of their first mention."""
    placed = list(_texts(article))
    texts = [text for _, text in placed]
    starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
    tags: dict[str, Tag] = {}
    for mention in find_mentions("\0".join(texts), index):  # no name goes beyond such a border
        if mention.term not in tags:
            line, _ = placed[bisect(starts, mention.start) - 1]
            tags[mention.term] = Tag(id=mention.term, basis=Basis.TEXT, line=line, because=mention.words)
    return tuple(tags.values())


def find_topics(article: Article, pinned: Iterable[str], registers: Registers) -> tuple[TopicLink, ...]:
    """The topics of an article, each with the reason: the curator pinned it, or its rule holds."""
    pins = set(pinned)
    tags, day = {tag.id for tag in article.tags}, article_day(article)
    links = []
    for id_, topic in registers.topics.items():
        rule = topic.rule
        if id_ in pins:
            links.append(TopicLink(id=id_, basis=Basis.CURATOR, because="pinned"))
        elif (rule.any and tags.isdisjoint(rule.any)) or not tags.issuperset(rule.all):
            continue  # most rules fail here
        elif reason := _reason(rule, tags, day):
            links.append(TopicLink(id=id_, basis=Basis.TEXT, because=reason))
    return tuple(links)


def article_day(article: Article) -> str | None:
    """The ISO day by which an article is sorted: that of publication, else the newest full date in its body, else None."""
    moment = article.published or article.reports_until
    return day_of(moment.value) if moment else None


def _add(index: dict[str, set[tuple[str, str | None]]], phrase: str, term: str | None) -> None:
    forms = {phrase}
    if phrase[:1].islower():
        forms |= {phrase[:1].upper() + phrase[1:], phrase.title()}
    for form in forms:
        first = _WORD.search(form)
        if first:
            index.setdefault(first.group(), set()).add((form[first.start() :], term))


def _is_word(character: str) -> bool:
    return bool(character) and (character.isalnum() or character == "_")


def texts_of(article: Article) -> list[str]:
    """The texts of an article in which tags are looked for."""
    return [text for _, text in _texts(article)]


def _texts(article: Article) -> Iterator[tuple[int | None, str]]:
    for fact in (article.title, article.standfirst):
        if fact:
            yield fact.line, fact.value
    for block in article.blocks:
        yield block.line, block.text


def _reason(rule: TopicRule, tags: set[str], day: str | None) -> str | None:
    """Why a rule holds whose wanted tags are there; None if it does not hold."""
    if rule == TopicRule() or not tags.isdisjoint(rule.none) or not _within(day, rule.first_day, rule.last_day):
        return None
    some = [tag for tag in rule.any if tag in tags]
    tagged = [f"tags {', '.join((*rule.all, *some))}"] if rule.all or some else []
    dated = [f"dated {day}"] if rule.first_day or rule.last_day else []
    return "; ".join(tagged + dated) or f"no tag {', '.join(rule.none)}"


def _within(day: str | None, first: date | None, last: date | None) -> bool:
    """Whether a day lies in a span; a month or a year must lie in it as a whole."""
    if not first and not last:
        return True
    if day is None:
        return False
    year, month = int(day[:4]), int(day[5:7] or 12)
    earliest = first_day(day)
    latest = day if precision_of(day) == "day" else date(year, month, monthrange(year, month)[1]).isoformat()
    return (first is None or earliest >= first.isoformat()) and (last is None or latest <= last.isoformat())
