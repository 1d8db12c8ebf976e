"""Articles that `kliping parse --json` printed, read again and held to what the cleaner can write."""

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import msgspec

from kliping.days import normal_moment
from kliping.errors import InvalidData
from kliping.knowledge import Knowledge, NoticeKind
from kliping.model import ANCHOR, BLOCK_KINDS, Article, Author, Fact, Medium, Moment, Publisher
from kliping.sidecar import AUTHOR_ROLES
from kliping.web import is_web_address

_NOTICES: tuple[NoticeKind, ...] = get_args(NoticeKind)


def is_article_json(path: str) -> bool:
    """Whether a file, by its name, holds an article as `kliping parse --json` prints it."""
    return path.endswith(".json")


def read_article_json(data: bytes, path: Path, knowledge: Knowledge) -> Article:
    """The article in the bytes of a file, without its ledger, which refers to a text that is not there.

    Raises InvalidData for what `kliping parse` would not have printed.
    """
    article = reread_article_json(data, path)
    for fault in _faults(article, knowledge):
        raise _unfit(path, fault)
    return article


def reread_article_json(data: bytes, path: Path) -> Article:
    """The same, with only the form checked: for a file that was checked before, or where the outlets are not known.

    Raises InvalidData for what has another form.
    """
    try:
        article = msgspec.json.decode(data, type=Article)
    except msgspec.DecodeError as error:
        raise _unfit(path, str(error)) from error
    return msgspec.structs.replace(article, id=path.stem, source_path=path.as_posix(), ledger=())


def _unfit(path: Path, fault: str) -> InvalidData:
    return InvalidData(f"is no parsed article ({fault})", path=path, advice="Make it again with `kliping parse --json`.")


def _faults(article: Article, knowledge: Knowledge) -> Iterator[str]:
    for fact in _facts(article):
        if fact.rule and knowledge.words_of(fact.rule) is None:
            yield f"no rule is named `{fact.rule}`"
        if isinstance(fact, Moment) and normal_moment(fact.value) != fact.value:
            yield f"`{fact.value}` is no time"
        if isinstance(fact, Author) and fact.role not in AUTHOR_ROLES:
            yield f"`{fact.role}` is no role of an author"
        if isinstance(fact, Publisher | Medium) and fact.outlet and fact.outlet not in knowledge.outlets:
            yield f"`{fact.outlet}` is no outlet of this digest"
    addresses = {fact.value: None for fact in (article.url, article.original_url) if fact}
    addresses |= {medium.url: None for medium in (*article.wires, *article.cited) if medium.url}
    yield from (f"`{address}` is no address" for address in addresses if not is_web_address(address))
    yield from (f"`{notice.value}` is no notice" for notice in article.notices if notice.value not in _NOTICES)
    yield from _block_faults(article)


def _block_faults(article: Article) -> Iterator[str]:
    anchors: set[str] = set()
    for block in article.blocks:
        if block.kind not in BLOCK_KINDS.values():
            yield f"`{block.kind}` is no kind of block"
        if not ANCHOR.fullmatch(block.anchor) or block.anchor in anchors:
            yield f"`{block.anchor}` is no anchor, or stands twice"
        anchors.add(block.anchor)


def _facts(article: Article) -> Iterator[Fact]:
    single: tuple[Fact | None, ...] = (
        *(article.title, article.standfirst, article.published, article.updated, article.publisher),
        *(article.dateline, article.url, article.original_url, article.reports_until),
    )
    yield from (fact for fact in single if fact)
    yield from (*article.authors, *article.wires, *article.cited)
