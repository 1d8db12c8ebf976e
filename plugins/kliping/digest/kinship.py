"""Related articles: those next to each other in time that share topics or people.

Only entries are needed, and the time grows with their number: in each group that an article belongs to, it is compared
with a few neighbours, never with the whole group.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from kliping.digest.model import Digest

KIN = 3
"""Related articles that are named beside an article, at most."""
REACH = 2
"""Neighbours in each group that are compared, on either side."""


def find_kin(digest: Digest) -> dict[str, tuple[str, ...]]:
    """For each article, the ids of those that share most groups with it; among equals the nearest in time come first.

    Articles that share its wording are left out, because they are shown for that reason, and so are withdrawn ones.
    """
    places: dict[str, list[tuple[Sequence[str], int]]] = {}
    for group in _groups(digest):
        for place, id_ in enumerate(group):
            places.setdefault(id_, []).append((group, place))
    return {id_: _nearest(id_, there, digest) for id_, there in places.items()}


def shared(one: str, other: str, digest: Digest) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Ids of the topics, and of the people, that two articles have in common."""
    left, right = digest.entries[one], digest.entries[other]
    kinds = digest.registers.term_kinds
    topics = tuple(topic for topic in left.topics if topic in right.topics)
    return topics, tuple(tag for tag in left.tags if kinds[tag] == "people" and tag in right.tags)


def _groups(digest: Digest) -> list[tuple[str, ...]]:
    """The articles of each topic and of each person, newest first, without withdrawn ones."""
    kinds = digest.registers.term_kinds
    people: Mapping[str, tuple[str, ...]] = {tag: ids for tag, ids in digest.by_tag.items() if kinds[tag] == "people"}
    standing = {id_ for id_, entry in digest.entries.items() if not entry.withdrawn}
    groups = (tuple(id_ for id_ in ids if id_ in standing) for ids in (*digest.by_topic.values(), *people.values()))
    return [group for group in groups if len(group) > 1]


def _nearest(id_: str, places: Sequence[tuple[Sequence[str], int]], digest: Digest) -> tuple[str, ...]:
    common: Counter[str] = Counter()
    distances: dict[str, int] = {}
    for group, place in places:
        for at in range(max(0, place - REACH), min(len(group), place + REACH + 1)):
            if at != place:
                other = group[at]
                common[other] += 1
                distances[other] = min(abs(at - place), distances.get(other, REACH))
    alike = {like.article for like in digest.likenesses.get(id_, ())}
    order = sorted((-count, distances[other], other) for other, count in common.items() if other not in alike)
    return tuple(other for _, _, other in order[:KIN])
