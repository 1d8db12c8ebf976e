"""The first judge: a linear pass over all lines, and small trees that look at what it says around the doubtful ones."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kliping.cleaning.linemodel.context import consider
from kliping.cleaning.linemodel.net import Numbers
from kliping.cleaning.linemodel.survey import Column, Survey
from kliping.cleaning.linemodel.trees import Votes

SURE = 0.05
"""Lines the first pass is this sure about are not looked at again."""


@dataclass(frozen=True, slots=True)
class TwoPasses:
    """What was trained of both passes."""

    weights: Numbers
    bias: float
    """Of the first pass, over all features."""
    votes: Votes
    """The trees of the second pass, over all features and those of the context."""

    def log_odds(self, page: Survey, looks: Sequence[Column], features: Numbers) -> Numbers:
        """One number a line, 0 for even odds; `features` has a row for each line."""
        said: Numbers = features @ self.weights + self.bias
        chances = chances_of(said)
        doubtful = np.flatnonzero((chances > SURE) & (chances < 1 - SURE)).tolist()
        if doubtful:
            around = list(zip(*consider(page, looks, chances.tolist(), doubtful), strict=True))
            rows = features[doubtful].tolist()
            said[doubtful] = self.votes([(*row, *around[at]) for row, at in zip(rows, doubtful, strict=True)])
        return said


def chances_of(log_odds: Numbers) -> Numbers:
    """The probabilities of numbers on the scale of log odds."""
    chances: Numbers = 1 / (1 + np.exp(-log_odds))
    return chances
