"""Doubts about articles and registers: findings, what readers will miss, and what only several articles show.

A paragraph that stands in several articles of one outlet most likely belongs to none of them, and an article that stands
in the digest twice was most likely added twice. The curator is told, and decides.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from kliping.digest.model import Digest
from kliping.digest.registers import Term
from kliping.load import line_of_key
from kliping.memory import hash_of
from kliping.model import Article, Finding, Lang
from kliping.web import host_of

FEWEST = 3
"""Articles of one outlet with the same paragraph: two may be one report in two versions."""
MOST_WORDS = 20
"""Words of such a paragraph: a longer one is seldom a refrain, and often the background of a running story."""

Doubt = tuple[str, Finding]
"""A file, and what is doubtful in it."""


def find_doubts(articles: Iterable[Article]) -> list[Doubt]:
    """Each doubt about articles, by file and line; the articles are gone through once, and need not all be in memory.

    Two paragraphs are the same if they differ only in letter case and spaces. Long ones are not compared, nor are those of
    articles without a publisher.
    """
    found: list[Doubt] = []
    seen: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    alike: dict[tuple[str, str], list[tuple[str, str | None]]] = defaultdict(list)
    for article in articles:
        path = article.source_path
        found += [(path, finding) for finding in (*article.findings, *_unknown(article))]
        outlet = (article.publisher.outlet or article.publisher.value) if article.publisher else None
        paragraphs = [(" ".join(block.text.casefold().split()), block.line) for block in article.blocks]
        if article.url:
            alike["address", article.url.value.rstrip("/")].append((path, outlet))
        copies = alike["text", _text_key(words for words, _ in paragraphs)] if paragraphs else []
        for words, line in paragraphs:
            if outlet and not copies and words.count(" ") < MOST_WORDS:
                seen[outlet, words].setdefault(path, line)
        copies.append((path, outlet))
    doubts = [*found, *_recurring(seen.values()), *_twice(alike)]
    return sorted(doubts, key=place_of)


def find_register_doubts(digest: Digest, content: Path) -> list[Doubt]:
    """A doubt for each topic without an article and for each name that means two terms, by file and line."""
    idle = "No article belongs to it; does its rule ask for too much, or for a name that no article has?"
    topics = [(str(content / "topics" / f"{id_}.yml"), id_) for id_ in digest.registers.topics]
    doubts = [(path, Finding(None, "idle_topic", idle)) for path, id_ in topics if not digest.by_topic.get(id_)]
    path = content / "vocabulary.yml"
    data, kinds = path.read_bytes(), digest.registers.term_kinds
    for phrase, first, other in _shared_names(digest.registers.vocabulary, digest.langs):
        message = f"`{phrase}` is a name of `{first}` too, and found as that alone; give one of the two a longer name."
        doubts.append((str(path), Finding(line_of_key(data, kinds[other], other), "shared_name", message)))
    return sorted(doubts, key=place_of)


def _shared_names(vocabulary: Mapping[str, Term], langs: Sequence[Lang]) -> Iterator[tuple[str, str, str]]:
    """Each name of two terms, with the one that is found by it and the one that is not."""
    found: dict[tuple[str, Lang], str] = {}
    told: set[tuple[str, str]] = set()
    for id_ in sorted(vocabulary):
        term = vocabulary[id_]
        for lang in langs:
            for phrase in filter(None, (term.name.get(lang), *term.aliases.get(lang, ()))):
                first = found.setdefault((phrase, lang), id_)
                if first != id_ and (phrase, id_) not in told:
                    told.add((phrase, id_))
                    yield phrase, first, id_


def place_of(doubt: Doubt) -> tuple[str, int]:
    """By what doubts are sorted: the file and the line."""
    path, finding = doubt
    return path, finding.line or 0


def _recurring(seen: Iterable[Mapping[str, int]]) -> Iterator[tuple[str, Finding]]:
    """A doubt for each file with a recurring paragraph; `seen` has, for each paragraph, its line in each file."""
    for lines in seen:
        if len(lines) >= FEWEST:
            others = len(lines) - 1
            message = f"Stands in {others} other articles of this outlet too; if it is no part of the article, `drop` it."
            for path, line in lines.items():
                yield path, Finding(line, "recurring", message)


def _unknown(article: Article) -> Iterator[Finding]:
    """Doubts about what readers look at first: a missing headline or publisher."""
    if article.title is None and article.blocks:
        yield Finding(None, "untitled", "No headline is recognised; if it had one, say `title:` in the sidecar.")
    if article.publisher is None:
        advice = "say `url:` or `publisher:` in the sidecar"
        if article.url:
            advice = f"its address is at {host_of(article.url.value)}, so describe that outlet in outlets.yml"
        yield Finding(None, "publisher_unknown", f"Nothing names its publisher; {advice}.")


def _twice(alike: Mapping[tuple[str, str], Sequence[tuple[str, str | None]]]) -> Iterator[Doubt]:
    """A doubt for each article that is there twice.

    `alike` has, for each address and each text, the files with it and their outlets: two outlets may print one text.
    """
    told: set[tuple[str, str]] = set()
    for (what, _), files in alike.items():
        (first, outlet), *others = files
        for path, other in others:
            if (first, path) not in told and (what == "address" or other in (outlet, None) or outlet is None):
                told.add((first, path))
                yield path, Finding(None, "added_twice", f"Has the {what} of {first}; keep one of the two.")


def _text_key(paragraphs: Iterable[str]) -> str:
    return hash_of("\n".join(paragraphs).encode()).hex()
