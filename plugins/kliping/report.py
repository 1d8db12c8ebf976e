"""An article as text for a terminal: its facts, each with its basis, and each line with its fate and rule."""

from collections.abc import Iterator

from kliping.model import BLOCK_KINDS, Article, Fact


def as_text(article: Article, text: str) -> str:
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
        ("url", article.url),
    ]
    if article.original_url != article.url:
        named.append(("original_url", article.original_url))
    for name, fact in named:
        yield _row(name, f"{fact.value} ({_known(fact.basis, fact.line)})" if fact else "unknown")
    for figure in article.figures:
        yield _row("photo", f"{figure.credit or 'unknown'} (line {figure.line})")
    for notice in article.notices:
        yield _row("notice", f"{notice.value} ({_known(notice.basis, notice.line)})")
    for tag in article.tags:
        yield _row("tag", f"{tag.id} (“{tag.because}”, {_known(tag.basis, tag.line)})")
    for topic in article.topics:
        yield _row("topic", f"{topic.id} ({topic.because})")
    for finding in article.findings:
        yield _row("finding", f"{f'line {finding.line}: ' if finding.line else ''}{finding.message}")


def _row(name: str, words: str) -> str:
    return f"  {name:12} {words}"


def _known(basis: str, line: int | None) -> str:
    return f"{basis}, line {line}" if line else basis


def _lines(article: Article, text: str) -> Iterator[str]:
    """Each stretch with its role and rule; the first one of a block also has the anchor that timelines and links cite."""
    lines = text.split("\n")
    wide = max((len(span.rule) for span in article.ledger), default=0)
    anchors = {block.line: block.anchor for block in article.blocks}
    for span in article.ledger:
        anchor = anchors.pop(span.line, "") if span.role in BLOCK_KINDS else ""
        words = lines[span.line - 1][span.start : span.end]
        yield f"{span.line:5} {f'{span.role} {anchor}':12} {span.rule:{wide}} {words}".rstrip()
