"""What holds for the cleaning of any bytes at all; asked by the property tests and by the fuzz target."""

from collections.abc import Iterator

import msgspec

from kliping.cleaning import clean
from kliping.cleaning.reading import decode
from kliping.errors import KlipingError
from kliping.knowledge import Knowledge
from kliping.model import Article, Role
from kliping.report import as_text

GONE = frozenset({Role.BOILERPLATE, Role.SEE_ALSO, Role.KEYWORD, Role.DISCLAIMER, Role.PUBLISHED, Role.BYLINE})
"""Roles that take a sentence out of the article."""
SENTENCE = 8
"""Words; a shorter paragraph may be anything once its neighbours are gone."""
ENDS = (".", "!", "?")


def broken_laws(data: bytes, name: str, knowledge: Knowledge) -> Iterator[str]:
    """What is wrong with how a file of these bytes is cleaned; nothing where it is refused with a clear error."""
    try:
        article, text = clean(data, id="law", source_path=name, knowledge=knowledge), decode(data, name)
    except KlipingError as refusal:
        if not refusal.advice:
            yield f"refused without advice: {refusal}"
        return
    msgspec.json.encode(article)
    as_text(article, text).encode()
    if rejoined(article, text) != text:
        yield "the ledger joined is not the decoded file"
    if not article.blocks and not article.findings:
        yield "an empty article without a finding"
    yield from (f"cleaned again, {rule} takes: {words}" for rule, words in lost_again(article, knowledge))


def rejoined(article: Article, text: str) -> str:
    """The ledger's spans put together; they must lie in order, side by side."""
    lines = text.split("\n")
    parts: list[list[str]] = [[] for _ in lines]
    ends = [0] * len(lines)
    for span in article.ledger:
        at = span.line - 1
        assert span.start == ends[at], f"line {span.line}: a gap before {span.start}"
        assert span.end > span.start or not lines[at], f"line {span.line}: an empty span at {span.start}"
        ends[at] = span.end
        parts[at].append(lines[at][span.start : span.end])
    return "\n".join("".join(one) for one in parts)


def unprinted_cues(article: Article, text: str) -> list[str]:
    """The words that facts are said to be read from, where neither their line nor what follows it has them so."""
    lines = text.split("\n")
    single = (article.title, article.standfirst, article.published, article.updated, article.publisher, article.dateline)
    facts = [*single, *article.authors, *article.wires, *article.cited]
    return [
        one.cue
        for one in facts
        if one is not None and one.cue and one.line and squeezed(one.cue) not in squeezed(" ".join(lines[one.line - 1 :]))
    ]


def squeezed(words: str) -> str:
    """The words with one space between them."""
    return " ".join(words.split())


def sentences_of(article: Article) -> str:
    """The paragraphs of the body that are whole and long enough to stand for themselves, as a file."""
    paragraphs = (one.text for one in article.blocks if one.kind == "paragraph")
    return "\n\n".join(
        text for text in paragraphs if len(text.split()) >= SENTENCE and text.rstrip("\"”’')]").endswith(ENDS)
    )


def lost_again(article: Article, knowledge: Knowledge) -> list[tuple[str, str]]:
    """The words of a cleaned body that cleaning takes out of it the second time, each with the rule that does."""
    body = sentences_of(article)
    lines = body.split("\n")
    again = clean(body.encode(), id="law", source_path="law.txt", knowledge=knowledge)
    return [(one.rule, lines[one.line - 1][one.start : one.end]) for one in again.ledger if one.role in GONE]
