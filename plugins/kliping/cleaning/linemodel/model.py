"""How likely each line of a page is body of its article.

A linear first pass, and small trees that look at what it says around each line.

Input: a page's lines, blank ones included. Output: one probability a line; the model and its word lists are data.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp
from operator import mul

from kliping.cleaning.linemodel.context import consider
from kliping.cleaning.linemodel.looks import LOOKS, LineWords, look_at
from kliping.cleaning.linemodel.places import PLACES, place
from kliping.cleaning.linemodel.survey import take_survey
from kliping.cleaning.linemodel.trees import Votes

FEATURES = LOOKS + PLACES
SURE = 0.05
"""Lines the first pass is this sure about are not looked at again."""

AT_ONCE = 5000
"""Lines; a file of more is no page, and is judged piece by piece lest it fill the memory."""
LONGEST = 50_000
"""Characters."""
CAUTION = 0.4
"""Of the best F1 promised; 0.5 gives the best F1, less loses fewer lines of the body."""
STRIDE, CLEAR = 20, 4.0
"""After so many trees a line whose score on the scale of log odds is beyond this is settled."""


@dataclass(frozen=True, slots=True)
class LineModel:
    """Everything trained: word lists, the weights of the first pass, the trees of the second."""

    lists: LineWords
    bias: float
    weights: tuple[float, ...]
    base: float
    votes: tuple[Votes, ...]
    """The trees of the second pass, STRIDE of them in each."""


def score_lines(texts: Sequence[str], model: LineModel) -> list[float]:
    """For each line the probability that it is body; 0 for blank lines."""
    filled = [index for index, text in enumerate(texts) if text and not text.isspace()]
    scores = [0.0] * len(texts)
    gaps = [before != index - 1 for before, index in zip([-2, *filled], filled, strict=False)]
    for start in range(0, len(filled), AT_ONCE):
        part = filled[start : start + AT_ONCE]
        words = [shortened(texts[index].strip()) for index in part]
        for index, score in zip(part, score_filled(words, gaps[start : start + AT_ONCE], model), strict=True):
            scores[index] = score
    return scores


def shortened(text: str) -> str:
    """The text without the middle where it is longer than any line of an article."""
    return text if len(text) <= LONGEST else f"{text[: LONGEST // 2]} {text[-LONGEST // 2 :]}"


def cut_of(texts: Sequence[str], scores: Sequence[float]) -> float:
    """The page's own threshold: a share of the best F1 its scores promise; lines at or over it are kept."""
    ranked = sorted(
        ((score, min(text.count(" ") + 1, 80)) for text, score in zip(texts, scores, strict=True) if score),
        reverse=True,
    )
    promised = sum(score * size for score, size in ranked)
    best = found = kept = 0.0
    for score, size in ranked:
        found, kept = found + score * size, kept + size
        best = max(best, 2 * found / (kept + promised))
    return CAUTION * best


def score_filled(texts: Sequence[str], gaps: Sequence[bool], model: LineModel) -> list[float]:
    """The probabilities of lines that are not blank; gaps[i] says that a blank line stands before line i."""
    page = take_survey(texts)
    looks = look_at(page, model.lists)
    rows = [(*look, *where) for look, where in zip(looks, place(page, looks, gaps), strict=True)]
    first = [chance_of(model.bias + sum(map(mul, row, model.weights))) for row in rows]
    return [
        second_look((*row, *context), model) if SURE < chance < 1 - SURE else chance
        for chance, row, context in zip(first, rows, consider(page, first), strict=True)
    ]


def second_look(row: Sequence[float], model: LineModel) -> float:
    """The second pass's probability of a line with these numbers; trees are left out once the answer is clear."""
    total = model.base
    for votes in model.votes:
        total = votes(row, total)
        if not -CLEAR < total < CLEAR:
            break
    return chance_of(total)


def chance_of(score: float) -> float:
    """The probability of a score on the scale of log odds."""
    return 1 / (1 + exp(-score)) if score > -30 else 0.0
