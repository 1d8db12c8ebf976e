"""All articles filed, in one process or several: those of which nothing changed are as an earlier build filed them."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from kliping.digest.kept.desk import Clues, Desk, clues_key
from kliping.digest.kept.filed import Filed, Outcome
from kliping.digest.kept.filing import file_source, still_filed
from kliping.digest.kept.opening import sketch_key
from kliping.digest.sources import Source
from kliping.errors import KlipingError
from kliping.memory import Key

Spread = Callable[[Callable[[Source], Outcome | Key], Sequence[Source]], Iterable[Outcome | Key]]
"""Calls a function for each source, in one process or several, and gives the outcomes in the same order.

What other processes put into the memory must be there when the first outcome is given.
"""


def in_turn(file: Callable[[Source], Outcome | Key], sources: Sequence[Source]) -> Iterable[Outcome | Key]:
    """One source after another, in this process."""
    return map(file, sources)


def file_all(sources: Sequence[Source], desk: Desk, spread: Spread) -> tuple[dict[str, Filed], list[KlipingError]]:
    """What is filed of each article by its id, newest first, and every error met."""
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
    return {id_: filed[id_] for id_ in newest_first(filed)}, errors


def _file(source: Source, desk: Desk) -> Outcome | Key:
    """What filing gave, or the key under which it lies in the memory, which is sooner sent from process to process."""
    outcome = file_source(source, desk)
    return outcome.kept or outcome


def newest_first(filed: Mapping[str, Filed]) -> list[str]:
    """Ids by the day that orders each article and the time on it, newest first, undated ones last."""
    return sorted(filed, key=lambda id_: (filed[id_].entry.day or "", filed[id_].entry.instant, id_), reverse=True)
