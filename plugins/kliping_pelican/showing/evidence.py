"""An article to the rows of its source panel: each value, how it is known, and the words it was read from."""

from collections.abc import Iterator, Sequence

from msgspec import structs

from kliping.model import Article, Author, Fact, Medium, Moment, Publisher
from kliping_pelican.showing.article_views import Evidence
from kliping_pelican.showing.reader import Reader, outlet_path, rule_words, safe_url

NO_WRITERS = ("editor", "translator")
"""Roles of those who did not write a piece: beside them alone its author is unknown."""


def evidence_of(article: Article, reader: Reader) -> Iterator[Evidence]:
    """The rows of the source panel; what readers expect to know of every article has a row even if it is unknown."""
    publisher = article.publisher
    yield _outlet("publisher", publisher, reader)
    if all(author.role in NO_WRITERS for author in article.authors):
        yield _row("author", None, reader)
    for author in _by_role(article.authors):
        yield _row(author.role, author, reader)
    for wire in article.wires:
        yield _outlet("wire", wire, reader, url=wire.url)
    for medium in article.cited:
        yield _outlet("cited", medium, reader, url=medium.url)
    yield _row("published", article.published, reader)
    if article.updated:
        yield _row("updated", article.updated, reader)
    if article.dateline:
        row = _row("dateline", article.dateline, reader)
        yield structs.replace(row, value=_place(article, reader) or row.value)
    if article.url:
        yield _row("url", article.url, reader, url=article.url.value)
    if article.original_url != article.url or not article.url:
        original = article.original_url
        yield _row("original_url", original, reader, url=original.value if original else None)


def _by_role(authors: Sequence[Author]) -> list[Author]:
    """The authors grouped by role, roles in the order in which they first occur."""
    roles = list(dict.fromkeys(author.role for author in authors))
    return sorted(authors, key=lambda author: roles.index(author.role))


def _outlet(field: str, named: Publisher | Medium | None, reader: Reader, *, url: str | None = None) -> Evidence:
    """The row of a publisher or a medium, with its ties to a state: readers should know whose voice they hear."""
    id_ = named.outlet if named else None
    known = reader.digest.knowledge.outlets.get(id_) if id_ else None
    row = _row(field, named, reader, url=url)
    return structs.replace(row, path=outlet_path(id_, reader), tie=known.state if known else None)


def _place(article: Article, reader: Reader) -> str | None:
    """The dateline's place; if the vocabulary knows it, by its name in the reader's language."""
    terms, kinds, printed = reader.digest.registers.vocabulary, reader.digest.registers.term_kinds, article.dateline
    for tag in article.tags:
        names = (terms[tag.id].name.get(article.lang), *terms[tag.id].aliases.get(article.lang, ()))
        if printed and kinds[tag.id] == "places" and printed.value in names:
            return terms[tag.id].name[reader.lang]
    return None


def _row(field: str, fact: Fact | None, reader: Reader, *, url: str | None = None) -> Evidence:
    return Evidence(
        field=field,
        value=fact.value if fact else None,
        moment=fact if isinstance(fact, Moment) else None,
        basis=fact.basis if fact else None,
        line=fact.line if fact else None,
        cue=fact.cue if fact else None,
        rule=rule_words(fact.rule, reader) if fact and fact.rule else None,
        path=None,
        url=safe_url(url),
        tie=None,
    )
