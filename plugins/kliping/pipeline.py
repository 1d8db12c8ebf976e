"""The whole way, from a folder of files to the digest.

bytes -> Article -> + tags, topics -> what may be shown -> editions -> Digest
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

import msgspec
from msgspec import Struct

from kliping.digest.kept.desk import Clues, Desk, clues_key
from kliping.digest.kept.filed import Filed, Outcome
from kliping.digest.kept.filing import file_source, parse_once, still_filed
from kliping.digest.kept.opening import open_clipping, open_parsed, sketch_key, sketch_of
from kliping.digest.kept.shelf import Shelf
from kliping.digest.model import Clipping, Digest, Likeness
from kliping.digest.register_files import read_registers, read_topic, require_registers
from kliping.digest.registers import Registers, Topic, with_register
from kliping.digest.relating import find_likenesses
from kliping.digest.sources import Source, find_sources
from kliping.digest.timeline import check_timelines
from kliping.errors import InvalidData, KlipingError
from kliping.knowledge import Knowledge
from kliping.memory import Key, Memory, PlainMemory, fingerprints, key_of
from kliping.model import Article, Lang

Spread = Callable[[Callable[[Source], Outcome | Key], Sequence[Source]], Iterable[Outcome | Key]]
"""Calls a function for each source, in one process or several, and gives the outcomes in the same order.

What other processes put into the memory must be there when the first outcome is given.
"""


def in_turn(file: Callable[[Source], Outcome | Key], sources: Sequence[Source]) -> Iterable[Outcome | Key]:
    """One source after another, in this process."""
    return map(file, sources)


def read_digest(
    content: Path,
    langs: tuple[Lang, ...],
    knowledge: Knowledge,
    memory: Memory | None = None,
    *,
    software: Key = b"",
    spread: Spread = in_turn,
    on_filed: Callable[[Filed, Clipping], Mapping[Lang, Key]] | None = None,
    relate: bool = True,
    listed: Sequence[str] | None = None,
) -> tuple[Digest, tuple[KlipingError, ...]]:
    """The digest in a content folder, and every error met on the way; a broken file leaves the others whole.

    Values made before from the same inputs by the same `software` are taken from `memory`; `on_filed` is told of each
    other article, likenesses left out, in whichever process has it in hand. Without `relate`, articles that share wording
    are not looked for. `listed` names all files of the folder, sorted, where they are known already.
    Raises InvalidData only where vocabulary or outlets register are broken: without them nothing can be shown rightly.
    """
    desk, register_errors = set_up_desk(content, langs, knowledge, memory or PlainMemory(), software)
    desk = msgspec.structs.replace(desk, on_filed=on_filed, relate=relate)
    sources, stray_errors = find_sources(content, langs, listed)
    filed, source_errors = _file_all(sources, desk, spread)
    filed = {id_: filed[id_] for id_ in newest_first(filed)}
    by_id = {source.id: source for source in sources}
    likenesses = _likenesses(filed, by_id, desk) if relate else {}
    shelf = Shelf(filed, lambda id_: open_clipping(filed[id_], by_id[id_], likenesses.get(id_, ()), desk))
    unread = frozenset(by_id.keys() - filed.keys())
    errors = _timeline_errors(content / "topics", filed, shelf, unread, desk)
    digest = Digest(
        langs=langs,
        entries={id_: one.entry for id_, one in filed.items()},
        clippings=shelf,
        likenesses=likenesses,
        registers=desk.registers,
        knowledge=desk.knowledge,
        unread=unread,
    )
    return digest, (*register_errors, *stray_errors, *source_errors, *errors)


def read_articles(digest: Digest, content: Path, knowledge: Knowledge, memory: Memory) -> Iterator[Article]:
    """Each article of a digest whole, as its curator must see it: `clippings` hold no more than readers may be shown.

    `memory` is the one that `read_digest` was given.
    """
    desk, _ = set_up_desk(content, digest.langs, knowledge, memory, b"")
    for source in find_sources(content, digest.langs)[0]:
        if source.id in digest.entries:
            yield parse_once(source, desk).article


def set_up_desk(
    content: Path, langs: tuple[Lang, ...], knowledge: Knowledge, memory: Memory, software: Key
) -> tuple[Desk, tuple[InvalidData, ...]]:
    """The registers read and ready for filing, and an error for each broken topic."""
    require_registers(content)
    outlets = fingerprints([str(content / "outlets.yml")], memory)
    names = [content / "vocabulary.yml", *sorted((content / "topics").glob("*.yml"))]
    described = fingerprints(map(str, names), memory)
    registers, errors = _registers(content, langs, knowledge, memory, software, outlets + described)
    cleaning = key_of(software, outlets)
    desk = Desk(
        content=content,
        langs=langs,
        knowledge=with_register(knowledge, registers.outlets),
        registers=registers,
        memory=memory,
        cleaning=cleaning,
        describing=key_of(cleaning, *langs, described),
    )
    return desk, errors


def _registers(
    content: Path, langs: tuple[Lang, ...], knowledge: Knowledge, memory: Memory, software: Key, files: Key
) -> tuple[Registers, tuple[InvalidData, ...]]:
    key = key_of("registers", software, *langs, files)
    known = memory.get(key, Registers)
    if known:
        memory.keep_alive(_topic_key(path, langs, memory, software) for path in (content / "topics").glob("*.yml"))
        return known, ()

    def topic_in(path: Path, langs: tuple[Lang, ...]) -> Topic:
        of_topic = _topic_key(path, langs, memory, software)
        topic = memory.get(of_topic, Topic)
        if topic is None:
            topic = read_topic(path, langs)
            memory.put(of_topic, topic)
        return topic

    registers, errors = read_registers(content, knowledge, langs, topic_in)
    if not errors:
        memory.put(key, registers, small=True)
    return registers, errors


def _topic_key(path: Path, langs: tuple[Lang, ...], memory: Memory, software: Key) -> Key:
    return key_of("topic", software, *langs, fingerprints([str(path)], memory))


def newest_first(filed: Mapping[str, Filed]) -> list[str]:
    """Ids by the day that orders each article and the time on it, newest first, undated ones last."""
    return sorted(filed, key=lambda id_: (filed[id_].entry.day or "", filed[id_].entry.instant, id_), reverse=True)


def _file_all(sources: Sequence[Source], desk: Desk, spread: Spread) -> tuple[dict[str, Filed], list[KlipingError]]:
    filed: dict[str, Filed] = {}
    new: list[Source] = []
    for source in sources:
        known = still_filed(source, desk)
        if known:
            filed[source.id] = known
        else:
            new.append(source)
    key = clues_key(desk.describing)
    if desk.memory.get(key, Clues) is None:
        desk.memory.put(key, desk.clues, small=True)  # also before processes are forked: all of them look for these names
    errors: list[KlipingError] = []
    for source, outcome in zip(new, spread(lambda one: _file(one, desk), new), strict=True):
        if isinstance(outcome, Outcome):
            found, errors = outcome.filed, [*errors, *outcome.errors]
        else:
            found = desk.memory.get(outcome, Filed)
        if found:
            filed[source.id] = found
    desk.memory.keep_alive(key for one in filed.values() for key in (one.cleaned, sketch_key(one.cleaned)))
    return filed, errors


def _file(source: Source, desk: Desk) -> Outcome | Key:
    """What filing gave, or the key under which it lies in the memory, which is sooner sent from process to process."""
    outcome = file_source(source, desk)
    return outcome.kept or outcome


def _timeline_errors(
    folder: Path, filed: Mapping[str, Filed], shelf: Shelf, unread: frozenset[str], desk: Desk
) -> list[InvalidData]:
    """What is wrong with timelines; sound ones are not held against the same articles again."""
    topics = desk.registers.topics
    cites = (cite for topic in topics.values() for entry in topic.timeline for cite in entry.cites)
    cited = sorted({cite.partition("#")[0] for cite in cites})
    words = (filed[id_].words if id_ in filed else str(id_ in unread) for id_ in cited)
    key = key_of("timelines", desk.describing, *cited, *words)
    if desk.memory.get(key, bool):
        return []
    errors = list(check_timelines(folder, topics, shelf, unread))
    if not errors:
        desk.memory.put(key, True, small=True)
    return errors


def _likenesses(filed: Mapping[str, Filed], sources: Mapping[str, Source], desk: Desk) -> Mapping[str, tuple[Likeness, ...]]:
    """Which articles share wording; counted anew when any article's words changed."""
    key = key_of("likeness", *(part for id_ in sorted(filed) for part in (id_, filed[id_].cleaned)))
    known = desk.memory.get(key, Likenesses)
    if known is None:
        article_of = lambda id_: open_parsed(filed[id_], sources[id_], desk).article  # noqa: E731
        sketches = {id_: sketch_of(one.cleaned, partial(article_of, id_), desk) for id_, one in filed.items()}
        known = Likenesses(find_likenesses(sketches, article_of))
        desk.memory.put(key, known, small=True)
    return known.found


class Likenesses(Struct, frozen=True):
    """Likenesses by article id."""

    found: dict[str, tuple[Likeness, ...]]
