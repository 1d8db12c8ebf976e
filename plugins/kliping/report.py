"""An article as text for a terminal: its facts with their bases, and each line with its fate."""

from collections.abc import Iterator

from kliping.model import Article, Fact


def overview(article: Article, text: str) -> str:
    """What `kliping parse` shows without `--json`; `text` is the decoded file."""
    return "\n".join([*_facts(article), "", *_lines(article, text), ""])


def _facts(article: Article) -> Iterator[str]:
    yield f"{article.id} ({article.lang})"
    named: list[tuple[str, Fact | None]] = [
        ("title", article.title),
        ("standfirst", article.standfirst),
        ("published", article.published),
        ("updated", article.updated),
        ("publisher", article.publisher),
        *((author.role, author) for author in article.authors),
        ("dateline", article.dateline),
        *(("wire", wire) for wire in article.wires),
        *(("cited", medium) for medium in article.cited),
        ("original_url", article.original_url),
    ]
    for name, fact in named:
        if fact is None:
            yield f"  {name:12} unknown"
        else:
            place = f", line {fact.line}" if fact.line else ""
            yield f"  {name:12} {fact.value} ({fact.basis}{place})"
    for finding in article.findings:
        yield f"  finding      {f'line {finding.line}: ' if finding.line else ''}{finding.message}"


def _lines(article: Article, text: str) -> Iterator[str]:
    lines = text.split("\n")
    for span in article.ledger:
        yield f"{span.line:5} {span.role:12} {lines[span.line - 1][span.start : span.end].rstrip()}"
