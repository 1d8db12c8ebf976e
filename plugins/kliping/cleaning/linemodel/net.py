"""The trained numbers at work: from what lines look like and which words they hold to how likely each is body.

Each line is given some thirty numbers, from its features and its words. Layers then add to them, one after the other, what
the line further up and the one further down say, twice as far away each time, so that the last layer has seen the lines all
around; one of them adds what the page as a whole says. At the end they are weighed to one number.

Convolutions with growing reach: F. Yu and V. Koltun, Multi-Scale Context Aggregation by Dilated Convolutions, 2016.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

Numbers: TypeAlias = NDArray[np.float64]

FARTHEST = 8.0
"""Features are counted up to so many standard deviations from their mean."""
MOST_WORDS = 200
"""Words of a line that are looked at."""


class Layer(Protocol):
    """Numbers of a page's lines to those with which the next layer goes on: a row for each line, of one width."""

    def __call__(self, lines: Numbers) -> Numbers: ...


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Adds what a line takes from itself and from the lines `reach` above and below; beyond the page are zeros."""

    reach: int
    above: Numbers
    own: Numbers
    below: Numbers
    bias: Numbers

    def __call__(self, lines: Numbers) -> Numbers:
        """The lines' numbers with what the layer adds to them."""
        added = lines @ self.own + self.bias
        added[self.reach :] += lines[: -self.reach] @ self.above
        added[: -self.reach] += lines[self.reach :] @ self.below
        return lines + np.maximum(added, 0)


@dataclass(frozen=True, slots=True)
class WholePage:
    """Adds to all lines alike what the page says: the mean of its lines, and their mean by how much each has to say."""

    heed: Numbers
    heeded: Numbers
    mean: Numbers
    bias: Numbers

    def __call__(self, lines: Numbers) -> Numbers:
        """The lines' numbers with what the layer adds to them."""
        heed = lines @ self.heed
        shares = np.exp(heed - heed.max())
        heeded = (shares / shares.sum()) @ lines
        said: Numbers = heeded @ self.heeded + lines.mean(axis=0) @ self.mean + self.bias
        return lines + np.maximum(said, 0)


@dataclass(frozen=True, slots=True)
class Net:
    """All that was trained; a matrix has a row for each number that comes in and a column for each that goes out."""

    means: Numbers
    scales: Numbers
    """By feature: what is taken off, and what it is then multiplied with."""
    words: Mapping[str, int]
    """The row of each known word in `vectors`, which ends with a row of zeros for all others."""
    vectors: Numbers
    entry: Numbers
    """From features and vectors to a line's numbers."""
    bias: Numbers
    layers: Sequence[Layer]
    exit: Numbers
    exit_bias: float

    def log_odds(self, features: Numbers, words: Sequence[Sequence[str]]) -> Numbers:
        """One number a line, 0 for even odds; `features` has a row for each line, `words` its words in small letters."""
        known = np.clip((features - self.means) * self.scales, -FARTHEST, FARTHEST)
        lines = np.maximum(np.hstack((known, self.summed(words))) @ self.entry + self.bias, 0)
        for layer in self.layers:
            lines = layer(lines)
        weighed: Numbers = lines @ self.exit + self.exit_bias
        return weighed

    def summed(self, words: Sequence[Sequence[str]]) -> Numbers:
        """For each line the sum of its words' vectors by the root of their count."""
        unknown, row_of = len(self.words), self.words.get
        rows: list[int] = []
        starts, counts = [], []
        for line in words:
            starts.append(len(rows))
            rows.append(unknown)  # a line without words has a row, too
            rows += [row_of(word, unknown) for word in line[:MOST_WORDS]]
            counts.append(min(len(line), MOST_WORDS) or 1)
        sums: Numbers = np.add.reduceat(self.vectors[rows], starts)
        return sums / np.sqrt(counts)[:, None]
