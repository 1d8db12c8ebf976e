"""How likely each line of a page is body of its article.

Two judges were trained, which go wrong on different pages: trees (`passes`) and a net (`net`). Their mean counts.

Input: a page's lines, blank ones included. Output: one probability a line; the judges and the word lists are data.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from kliping.cleaning.linemodel.looks import LOOKS, look_at
from kliping.cleaning.linemodel.net import Net
from kliping.cleaning.linemodel.passes import TwoPasses, chances_of
from kliping.cleaning.linemodel.places import PLACES, place
from kliping.cleaning.linemodel.survey import COUNTED, Survey, take_survey
from kliping.cleaning.linemodel.words import LineWords

FEATURES = LOOKS + PLACES
NET_FEATURES = tuple(name for name in FEATURES if "wording" not in name)
"""The net weighs words by itself."""
NET_AT = tuple(map(FEATURES.index, NET_FEATURES))
SUREST = 14.0
"""Log odds; a judge that is surer than one in a million is as sure."""

LINES_AT_ONCE, LETTERS_AT_ONCE = 2500, 300_000
"""A file of more is no page, and is judged piece by piece lest it fill the memory."""
LONGEST = 50_000
"""Characters."""
CAUTION = 0.2
"""Of the best F1 promised; 0.5 gives the best F1, less loses fewer lines of the body."""


@dataclass(frozen=True, slots=True)
class LineModel:
    """The word lists and both judges."""

    lists: LineWords
    passes: TwoPasses
    net: Net


def score_lines(texts: Sequence[str], model: LineModel, words: Sequence[Sequence[str]] | None = None) -> list[float]:
    """For each line the probability that it is body; 0 for blank lines. `words`: theirs in small letters, where known."""
    filled = [index for index, text in enumerate(texts) if text and not text.isspace()]
    scores = [0.0] * len(texts)
    gaps = [before != index - 1 for before, index in zip([-2, *filled], filled, strict=False)]
    for piece in pieces([len(texts[index]) for index in filled]):
        part = filled[piece]
        short = [shortened(texts[index].strip()) for index in part]
        page = take_survey(short, [words[index] for index in part] if words and max(map(len, short)) < LONGEST else None)
        for index, score in zip(part, score_filled(page, gaps[piece], model), strict=True):
            scores[index] = score
    return scores


def pieces(lengths: Sequence[int]) -> Iterator[slice]:
    """The lines of these lengths that are judged together: all of them where they are one page's.

    >>> list(pieces([9, 299_000, 2000]))
    [slice(0, 2, None), slice(2, 3, None)]
    """
    start = letters = 0
    for at, length in enumerate(lengths):
        letters += length
        if at > start and (at - start == LINES_AT_ONCE or letters > LETTERS_AT_ONCE):
            yield slice(start, at)
            start, letters = at, length
    if lengths:
        yield slice(start, len(lengths))


def shortened(text: str) -> str:
    """The text without the middle where it is longer than any line of an article."""
    return text if len(text) <= LONGEST else f"{text[: LONGEST // 2]} {text[-LONGEST // 2 :]}"


def cut_of(texts: Sequence[str], scores: Sequence[float]) -> float:
    """The page's own threshold: a share of the best F1 its scores promise; lines at or over it are kept."""
    ranked = sorted(
        ((score, min(text.count(" ") + 1, COUNTED)) for text, score in zip(texts, scores, strict=True) if score),
        reverse=True,
    )
    promised = sum(score * size for score, size in ranked)
    best = found = kept = 0.0
    for score, size in ranked:
        found, kept = found + score * size, kept + size
        best = max(best, 2 * found / (kept + promised))
    return CAUTION * best


def score_filled(page: Survey, gaps: Sequence[bool], model: LineModel) -> list[float]:
    """The probabilities of a page's lines; gaps[i] says that a blank line stands before line i."""
    looks = look_at(page, model.lists)
    features = np.array([*looks, *place(page, looks, gaps)]).T
    said = (model.passes.log_odds(page, looks, features), model.net.log_odds(features[:, NET_AT], page.tokens))
    chances: list[float] = chances_of(np.mean(np.clip(said, -SUREST, SUREST), axis=0)).tolist()
    return chances
