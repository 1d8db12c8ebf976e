"""Filing all articles, in one process or in several; what did not change stays as an earlier build filed it."""

from collections.abc import Callable, Iterable, Mapping, Sequence, Set

import msgspec

from kliping.digest.kept.desk import Clues, Desk, clues_key
from kliping.digest.kept.filed import Articles, Filed, Outcome, Remembered
from kliping.digest.kept.filing import file_source, still_filed
from kliping.digest.kept.opening import sketch_key
from kliping.digest.sources import Source
from kliping.errors import KlipingError, UnreadableText

Spread = Callable[[Callable[[Source], Outcome | bytes], Sequence[Source]], Iterable[Outcome | bytes]]
"""Calls a function for each source, in one process or in several, and gives the outcomes in the same order.

What other processes put into the memory must be in it when the first outcome is given.
"""


def in_turn(file: Callable[[Source], Outcome | bytes], sources: Sequence[Source]) -> Iterable[Outcome | bytes]:
    """One source after another, in this process."""
    return map(file, sources)


def file_all(
    sources: Sequence[Source], desk: Desk, spread: Spread, touched: Set[str] | None
) -> tuple[Articles, list[KlipingError]]:
    """All articles as they are filed, and every error that was met.

    `touched` are the ids of the articles whose files changed, if that is known.
    """
    before = desk.memory.get(desk.register, dict[str, Remembered]) or {}
    known = _unchanged(before, sources, touched, desk)
    filed = {id_: same for id_, one in known.items() if (same := still_filed(one.filed, desk))}
    new = [source for source in sources if source.id not in filed]
    keep_clues(desk)  # also before processes are forked: all of them look for these names
    sound = {id_: _with(known[id_], one) for id_, one in filed.items()}
    errors: list[KlipingError] = []

    def file(source: Source) -> Outcome | bytes:
        one = known.get(source.id)
        return _file(source, one.filed if one else None, desk)

    for source, outcome in zip(new, spread(file, new), strict=True):
        if isinstance(outcome, Outcome):
            errors += outcome.errors
            if outcome.filed:
                filed[source.id] = outcome.filed
        else:
            filed[source.id] = msgspec.msgpack.decode(outcome, type=Filed)
            sound[source.id] = Remembered(filed[source.id], source.form, desk.contents(source.files))
    filed = {id_: filed[id_] for id_ in newest_first(filed)}
    if len(sound) < len(before) or any(one is not before.get(id_) for id_, one in sound.items()):
        desk.memory.put(desk.register, {id_: sound[id_] for id_ in filed if id_ in sound}, small=True)
    keep_parts(filed, desk)
    return _articles(filed, before, sources), errors


def _articles(filed: Mapping[str, Filed], before: Mapping[str, Remembered], sources: Sequence[Source]) -> Articles:
    return Articles(
        filed=filed,
        entries={id_: one.entry for id_, one in filed.items()},
        sources={source.id: source for source in sources},
        before={id_: one.filed for id_, one in before.items()},
        unread=frozenset(source.id for source in sources if source.id not in filed),
    )


def _unchanged(
    before: Mapping[str, Remembered], sources: Sequence[Source], touched: Set[str] | None, desk: Desk
) -> dict[str, Remembered]:
    """What the last build filed from the same files, by id."""
    there = [source for source in sources if source.id in before]
    if touched is None:
        return {source.id: before[source.id] for source in there if is_made_from(before[source.id], source, desk)}
    return {source.id: before[source.id] for source in there if source.id not in touched}


def keep_clues(desk: Desk) -> None:
    """Let a later build know from what tags and topics follow now."""
    clues = clues_key(desk.describing)
    if desk.memory.get(clues, Clues) is None:
        desk.memory.put(clues, desk.clues, small=True)


def keep_parts(filed: Mapping[str, Filed], desk: Desk) -> None:
    """Keep the larger parts of filed articles in the memory."""
    desk.memory.keep_alive(key for one in filed.values() for key in (one.cleaned, sketch_key(one.cleaned)))


def is_made_from(one: Remembered, source: Source, desk: Desk) -> bool:
    """Whether what an earlier build filed was made from these files as they are now; not if one cannot be read."""
    try:
        return one.form == source.form and one.contents == desk.contents(source.files)
    except UnreadableText:
        return False


def _with(one: Remembered, filed: Filed) -> Remembered:
    """What is remembered, with another filing; the same object if that did not change."""
    return one if filed is one.filed else Remembered(filed, one.form, one.contents)


def _file(source: Source, known: Filed | None, desk: Desk) -> Outcome | bytes:
    """What filing gave; without errors it is encoded already, which is faster to send to another process.

    An article with errors is not kept, so that the next build meets them again.
    """
    outcome = file_source(source, known, desk)
    return msgspec.msgpack.encode(outcome.filed) if outcome.filed and not outcome.errors else outcome


def newest_first(filed: Mapping[str, Filed]) -> list[str]:
    """The ids of articles, sorted by day and time, newest first; those without a date come last."""
    return sorted(filed, key=lambda id_: (filed[id_].entry.day or "", filed[id_].entry.instant, id_), reverse=True)
