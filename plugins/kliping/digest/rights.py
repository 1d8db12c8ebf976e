"""What may be shown of an article: the only place where the policy for an outlet is enforced.

Pages, feeds, data and metadata are all made from what `share` returns, so that what it leaves out is nowhere on the site.
"""

from typing import Any

import msgspec
from msgspec import Struct

from kliping.digest.model import LedgerLine
from kliping.digest.registers import Policy
from kliping.model import KEPT_ROLES, Article, Block, Role, Span


class Share(Struct, frozen=True):
    """An article, reduced to what may be shown."""

    article: Article
    withheld: int
    """How many blocks are left out."""
    lines: tuple[LedgerLine, ...]


_FACTS = (
    *("published", "updated", "publisher", "authors", "dateline", "wires", "cited"),
    *("original_url", "notices", "reports_until"),
)
"""Fields whose values quote the words from which they were read."""

_OF_WITHDRAWN = (
    *("id", "source_path", "lang", "topics"),
    *("published", "updated", "publisher", "url", "original_url", "reports_until"),
)
"""What is left of a withdrawn article: which outlet published it, when and where, for those who follow its topics."""

_WORDING = frozenset({Role.BOILERPLATE, Role.CAPTION, Role.DISCLAIMER, Role.DUPLICATE, Role.KEYWORD, Role.SEE_ALSO})
"""Roles whose words an excerpt leaves out; what was removed too, for a paragraph may be among it."""


def share(article: Article, text: str, policy: Policy, *, withdrawn: bool = False) -> Share:
    """What a policy lets be shown of an article; `text` is the decoded text of its file.

    `full`: all of it. `excerpt`: title, standfirst and the first paragraphs. `link`: title and facts.
    Withdrawn: which outlet published it, when and where; nothing of its words, and nobody it names.
    """
    if withdrawn:
        return Share(_withdrawn(article), len(article.blocks), ())
    lines = _ledger_lines(article, text)
    if policy.policy == "full":
        return Share(article, 0, lines)
    excerpt = policy.policy == "excerpt"
    blocks = _first_blocks(article.blocks, policy) if excerpt else ()
    withheld = article.blocks[len(blocks) :]
    hidden = _WORDING if excerpt else _WORDING | {Role.STANDFIRST}
    first = withheld[0].line if withheld else len(lines) + 1
    shown = tuple(_withhold(line, hidden, first) for line in lines)
    quotable = {line.number for line in shown if line.spans and line.text is not None}
    reduced = msgspec.structs.replace(
        article,
        standfirst=article.standfirst if excerpt else None,
        blocks=blocks,
        **{field: _unquoted(getattr(article, field), quotable) for field in _FACTS},
        figures=(),
        see_also=(),
        keywords=(),
        findings=(),
    )
    return Share(reduced, len(withheld), shown)


def _withdrawn(article: Article) -> Article:
    """The article without its words and without all whom they name."""
    fields = {name: getattr(article, name) for name in article.__struct_fields__}
    gone = {name: () if isinstance(fields[name], tuple) else None for name in fields if name not in _OF_WITHDRAWN}
    unquoted = {name: _unquoted(fields[name], set()) for name in _FACTS if name in _OF_WITHDRAWN}
    topics = tuple(msgspec.structs.replace(link, because="") for link in article.topics)
    return msgspec.structs.replace(article, **gone, **unquoted, topics=topics)


def _unquoted(facts: Any, quotable: set[int]) -> Any:
    """Facts, without their quoted words if these stand in a line that is not shown."""
    if isinstance(facts, tuple):
        return tuple(_unquoted(fact, quotable) for fact in facts)
    if facts is None or facts.line is None or facts.line in quotable:
        return facts
    return msgspec.structs.replace(facts, cue=None)


def _first_blocks(blocks: tuple[Block, ...], policy: Policy) -> tuple[Block, ...]:
    """The blocks up to the last paragraph the bound allows; a heading does not count, and none is left at the end."""
    left = policy.excerpt.paragraphs if policy.excerpt else 0
    paragraphs = [number for number, block in enumerate(blocks) if block.kind != "heading"]
    return blocks[: paragraphs[min(left, len(paragraphs)) - 1] + 1] if left and paragraphs else ()


def _ledger_lines(article: Article, text: str) -> tuple[LedgerLine, ...]:
    spans: dict[int, list[Span]] = {}
    for span in article.ledger:
        spans.setdefault(span.line, []).append(span)
    return tuple(
        LedgerLine(number=number, text=line, spans=tuple(spans.get(number, ())))
        for number, line in enumerate(text.split("\n"), start=1)
    )


def _withhold(line: LedgerLine, hidden: frozenset[Role], first: int) -> LedgerLine:
    """The line, without its text if it has a hidden role, or a kept one and stands at or below the first withheld line."""
    roles = {span.role for span in line.spans}
    if roles & hidden or (line.number >= first and roles & KEPT_ROLES):
        return msgspec.structs.replace(line, text=None)
    return line
