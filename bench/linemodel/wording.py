"""Learns how much words, alone and in pairs, speak for the article: those that many sites use."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np
from pages import LabelledPage
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from kliping.cleaning.linemodel.model import FEATURES
from kliping.cleaning.linemodel.places import window
from kliping.cleaning.linemodel.words import END, FIRST, LineWords, wording_of

LEAST = 16
"""A word must stand on the pages of so many sites to be learnt: so no topic, name or house style is."""
KEPT = 0.15
"""Weights closer to 0 are left out."""


def learn_wording(pages: Sequence[LabelledPage], weights: Mapping[str, float]) -> dict[str, float]:
    """The weight of each word and pair, by logistic regression on the words of single lines; made pages teach none."""
    pages = [page for page in pages if page.set != "made"]
    sites: dict[str, set[str]] = defaultdict(set)
    for page in pages:
        for word in {word for tokens in page.page.tokens for word in words_of(tokens)}:
            sites[word].update(page.sites)
    frequent = (word for word, seen in sites.items() if len(seen) >= LEAST)
    known = sorted(word for word in frequent if not any(part.strip(FIRST).isdigit() for part in word.split()))
    at = {word: place for place, word in enumerate(known)}
    indices, pointers, values, labels, counted = [], [0], [], [], []
    for page in pages:
        for tokens, label, weight in zip(page.page.tokens, page.labels, page.weights, strict=True):
            if not weight or not tokens:
                continue
            found = [at[word] for word in words_of(tokens) if word in at]
            indices += found
            values += [len(tokens) ** -0.5] * len(found)
            pointers.append(len(indices))
            labels.append(label >= 0.5)
            counted.append(weight * weights[page.set])
    table = csr_matrix((values, indices, pointers), shape=(len(labels), len(known)))
    table.sum_duplicates()
    counted = np.array(counted) * len(counted) / sum(counted)
    fitted = LogisticRegression(C=0.05, max_iter=60, tol=1e-3).fit(table, labels, sample_weight=counted)
    return {
        word: round(float(weight), 2) for word, weight in zip(known, fitted.coef_[0], strict=True) if abs(weight) >= KEPT
    }


def words_of(tokens: Sequence[str]) -> list[str]:
    """A line's words, each two in a row, and the first once more as such."""
    return [*tokens, FIRST + tokens[0], *map(" ".join, pairwise((*tokens, END)))] if tokens else []


def worded(page: LabelledPage, wording: Mapping[str, float]) -> np.ndarray:
    """The page's features with these weights of words."""
    rows = page.rows.copy()
    alone = {word: weight for word, weight in wording.items() if " " not in word}
    pairs = {tuple(word.split()): weight for word, weight in wording.items() if " " in word}
    all_words, first_words = wording_of(page.page.tokens, LineWords({}, {}, alone, pairs))
    columns = {
        "wording": all_words,
        "first wording": first_words,
        "wording 2": window(all_words, 2),
        "wording 6": window(all_words, 6),
        "before: wording": [0.0, *all_words[:-1]],
        "after: wording": [*all_words[1:], 0.0],
    }
    for name, column in columns.items():
        rows[:, FEATURES.index(name)] = column
    return rows
