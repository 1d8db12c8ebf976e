"""The whole way from a folder of files to the digest.

bytes -> Article -> + tags, topics -> what may be shown -> editions -> Digest
"""

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from pathlib import Path

import msgspec
from msgspec import Struct

from kliping.digest.kept.amending import amend, as_filed, news_of, touched_by
from kliping.digest.kept.desk import Desk, set_up_desk
from kliping.digest.kept.filed import Articles, Filed
from kliping.digest.kept.filing import parse_once
from kliping.digest.kept.intake import Spread, file_all, in_turn
from kliping.digest.kept.opening import open_clipping
from kliping.digest.kept.relations import likenesses_of, news_with_likenesses, timeline_errors
from kliping.digest.kept.shelf import Shelf
from kliping.digest.model import Clipping, Digest, Likeness, News
from kliping.digest.moves import find_moves
from kliping.digest.sources import find_sources
from kliping.errors import KlipingError
from kliping.knowledge import Knowledge
from kliping.memory import Key, Memory, PlainMemory
from kliping.model import Article, Lang


class Assignment(Struct, frozen=True, kw_only=True):
    """How a digest is to be read, and what the caller knows already."""

    software: Key = b""
    """Stands for the version of the software: what another version put into the memory is not used."""
    spread: Spread = in_turn
    """Files articles in one process or in several."""
    on_filed: Callable[[Filed, Clipping], Mapping[Lang, Key]] | None = None
    """Called with each article that is filed anew, without its likenesses, in the process that filed it."""
    relate: bool = True
    """Whether to look for articles that share wording."""
    listed: Sequence[str] | None = None
    """All files of the folder, sorted, if they are known already."""
    changed: Set[str] | None = None
    """The inputs that changed since the memory kept the whole digest; None if any came or went, or it is not known."""


WHOLE = Assignment()
"""Everything is read, in one process."""


def read_digest(
    content: Path,
    langs: tuple[Lang, ...],
    knowledge: Knowledge,
    memory: Memory | None = None,
    assignment: Assignment = WHOLE,
) -> tuple[Digest, tuple[KlipingError, ...]]:
    """The digest in a content folder, and every error that was met; a broken file does not affect the others.

    What was made before from the same inputs is taken from `memory`.
    Raises InvalidData only for a broken vocabulary or register of outlets: without them nothing could be shown rightly.
    """
    desk, misread = set_up_desk(content, langs, knowledge, memory or PlainMemory(), assignment.software)
    desk = msgspec.structs.replace(desk, on_filed=assignment.on_filed, relate=assignment.relate)
    articles, faults = _articles(desk, assignment)
    filed, by_id = articles.filed, articles.sources
    likenesses, news = _related(articles, desk)
    shelf = Shelf(filed, lambda id_: open_clipping(filed[id_], by_id[id_], likenesses.get(id_, ()), desk))
    moved, unmoved = find_moves(articles.entries, by_id)
    errors = (*misread, *faults, *unmoved, *timeline_errors(filed, shelf, articles.unread, desk))
    return Digest(
        langs=langs,
        entries=articles.entries,
        clippings=shelf,
        likenesses=likenesses,
        registers=desk.registers,
        knowledge=desk.knowledge,
        unread=articles.unread,
        moved=moved,
        news=news,
    ), errors


def _articles(desk: Desk, assignment: Assignment) -> tuple[Articles, tuple[KlipingError, ...]]:
    """All articles as they are filed, and every error that was met."""
    changed, listed = assignment.changed, assignment.listed
    if changed is not None and listed is not None:
        elsewhere = changed and not any(path.startswith(f"{desk.content}/") for path in changed)
        known = as_filed(listed, desk) if elsewhere else amend(changed, listed, desk)
        if known:
            return known, ()
    sources, strays = find_sources(desk.content, desk.langs, listed)
    touched = None if changed is None else touched_by(changed, desk)
    articles, broken = file_all(sources, desk, assignment.spread, touched)
    errors = (*strays, *broken)
    news = news_of(articles, changed, desk) if changed is not None and not errors else None
    return msgspec.structs.replace(articles, news=news), errors


def _related(articles: Articles, desk: Desk) -> tuple[Mapping[str, tuple[Likeness, ...]], News | None]:
    """Which articles share wording, and the news, to which articles were added whose shared wording changed."""
    if not desk.relate:
        return {}, articles.news
    likenesses = likenesses_of(articles.filed, articles.sources, desk)
    news = articles.news
    return likenesses, news_with_likenesses(news, articles.before, likenesses, desk) if news else None


def read_articles(digest: Digest, content: Path, knowledge: Knowledge, memory: Memory) -> Iterator[Article]:
    """Each article of a digest as a whole, for its curator; `clippings` hold only what readers may be shown.

    Those withdrawn are left out: nobody reads them any more.
    `memory` is the one that `read_digest` was given.
    """
    desk, _ = set_up_desk(content, digest.langs, knowledge, memory, b"")
    for source in find_sources(content, digest.langs)[0]:
        entry = digest.entries.get(source.id)
        if entry and not entry.withdrawn:
            yield parse_once(source, desk).article
