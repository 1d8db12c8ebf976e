"""For each line, the nearest one above and below that has some mark.

Input: whether each line has it. Output: the index of a line for each of them, or None.
"""

from collections.abc import Sequence

Nearest = list[int | None]


def nearest(marked: Sequence[object]) -> tuple[Nearest, Nearest]:
    """For each place and for the end, the last marked place before it; for each place, the first marked one behind it.

    >>> nearest(["a", "", "b", ""])
    ([None, 0, 0, 2, 2], [2, 2, None, None])
    """
    before: Nearest = []
    behind: Nearest = []
    last: int | None = None
    for at, is_marked in enumerate(marked):
        before.append(last)
        if is_marked:
            behind += [at] * (at - len(behind))
            last = at
    return [*before, last], behind + [None] * (len(marked) - len(behind))
