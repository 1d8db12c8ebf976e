"""A list of articles cut into pages, whose numbers and addresses never change.

Input: ids, newest first. Output: the pages, and the links between them.
"""

from collections.abc import Sequence

from msgspec import Struct

from kliping_pelican.showing.views import Pager

PAGE = 20
"""Articles on an older page of a list; the newest page holds up to twice as many, less one."""


class Leaf(Struct, frozen=True):
    """One page of a list."""

    number: int | None
    """Counted from the oldest; None for the newest page, which stands at the list's own address."""
    ids: tuple[str, ...]
    """Newest first."""


def leaves(ids: Sequence[str], size: int = PAGE) -> list[Leaf]:
    """A list, newest first, cut into pages: a new article changes the newest page only, until that is full.

    >>> [(leaf.number, len(leaf.ids)) for leaf in leaves([str(number) for number in range(65)])]
    [(None, 25), (2, 20), (1, 20)]
    """
    older = max(0, len(ids) // size - 1)
    newest = len(ids) - older * size
    cut = [newest + size * place for place in range(older + 1)]
    return [
        Leaf(None, tuple(ids[:newest])),
        *(Leaf(older - place, tuple(ids[start : start + size])) for place, start in enumerate(cut[:-1])),
    ]


def pager(number: int | None, count: int, path: str) -> Pager | None:
    """Links from one page of a list to the next newer and older ones; None if it is the only page."""
    if count < 2:
        return None
    place = count if number is None else number
    newer = None if place == count else path if place == count - 1 else f"{path}page/{place + 1}/"
    return Pager(number=number, newer=newer, older=f"{path}page/{place - 1}/" if place > 1 else None)
