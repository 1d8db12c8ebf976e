"""Seeded choices that stay the same in every version of Python: only `Random.random` promises that."""

from bisect import bisect
from collections.abc import Sequence
from itertools import accumulate
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Dice:
    """Choices that depend on the words of the seed alone."""

    def __init__(self, *seed: object) -> None:
        self._roll = Random("/".join(map(str, seed))).random

    def chance(self, share: float) -> bool:
        """True with that probability."""
        return self._roll() < share

    def below(self, end: int) -> int:
        """A whole number from 0, `end` excluded."""
        return int(self._roll() * end)

    def pick(self, items: Sequence[T]) -> T:
        """One of the items, each as likely."""
        return items[self.below(len(items))]

    def weighted(self, cumulative: Sequence[float]) -> int:
        """A place in a list of running totals, as likely as its own share."""
        return bisect(cumulative, self._roll() * cumulative[-1])


def zipf(count: int, offset: int = 1) -> list[float]:
    """Running totals of 1/offset, 1/(offset+1) …: weights for `Dice.weighted`."""
    return list(accumulate(1 / (place + offset) for place in range(count)))
