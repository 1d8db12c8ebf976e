"""Fits both passes. The second learns from probabilities that come from first passes which had not seen the page's site."""

import warnings
from collections.abc import Sequence

import lightgbm
import numpy as np
from pages import LabelledPage, fold_of
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler
from wording import learn_wording, worded

from kliping.cleaning.linemodel.context import consider
from kliping.cleaning.linemodel.looks import LOOKS
from kliping.cleaning.linemodel.passes import SURE

WEIGHTS = {
    "aeb": 2.0,
    "extractors": 1.0,
    "fundus": 2.0,
    "fundus other": 1.0,
    "id": 2.0,
    "id more": 1.0,
    "id read": 1.0,
    "ld": 0.7,
    "made": 1.2,
    "outlets": 1.0,
    "parser": 1.0,
    "planted": 3.0,
    "readers": 1.5,
    "short": 0.5,
    "silver": 0.7,
    "swapped": 1.0,
    "wcxb": 0.5,
}
TREES = {
    "objective": "binary",
    "num_leaves": 24,
    "learning_rate": 0.1,
    "min_data_in_leaf": 100,
    "feature_fraction": 0.4,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 5,
    "seed": 1,
    "num_threads": 1,
    "verbose": -1,
    "deterministic": True,
}
ROUNDS = 200


class Linear:
    """The first pass: logistic regression on standardised features."""

    def __init__(self, rows: np.ndarray, labels: np.ndarray, weights: np.ndarray) -> None:
        self.scale = StandardScaler().fit(rows)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            fitted = LogisticRegression(C=0.02, max_iter=60, tol=1e-3).fit(
                self.scale.transform(rows).astype(np.float32), labels, sample_weight=weights
            )
        self.weights = fitted.coef_[0] / self.scale.scale_
        self.bias = float(fitted.intercept_[0] - (self.weights * self.scale.mean_).sum())

    def chances(self, rows: np.ndarray) -> np.ndarray:
        return 1 / (1 + np.exp(-(rows @ self.weights + self.bias)))


class TwoPasses:
    """The weights of words and both passes, fitted."""

    def __init__(self, pages: Sequence[LabelledPage], inner: int = 3) -> None:
        parts = [[page for page in pages if inner_fold(page, inner) == fold] for fold in range(inner)]
        others = [[page for page in pages if inner_fold(page, inner) != fold] for fold in range(inner)]
        rows: dict[int, np.ndarray] = {}
        for part, seen in zip(parts, others, strict=True):
            wording = learn_wording(seen, WEIGHTS)
            rows |= {id(page): worded(page, wording) for page in part}
        unseen: dict[int, np.ndarray] = {}
        for part, seen in zip(parts, others, strict=True):
            first = Linear(*table(seen, [rows[id(page)] for page in seen]))
            unseen |= {id(page): first.chances(rows[id(page)]) for page in part}
        own = [rows[id(page)] for page in pages]
        self.wording = learn_wording(pages, WEIGHTS)
        self.first = Linear(*table(pages, own))
        context = [with_context(page, one, unseen[id(page)]) for page, one in zip(pages, own, strict=True)]
        open_ = np.concatenate([is_open(unseen[id(page)]) for page in pages])
        learnt, labels, weights = table(pages, context, open_)
        self.second = lightgbm.train(TREES, lightgbm.Dataset(learnt, labels, weight=weights), ROUNDS)

    def scores(self, page: LabelledPage) -> np.ndarray:
        rows = worded(page, self.wording)
        first = self.first.chances(rows)
        second = self.second.predict(with_context(page, rows, first))
        return np.where((first > SURE) & (first < 1 - SURE), second, first)


def is_open(chances: np.ndarray) -> np.ndarray:
    """Where the first pass leaves the second something to say: it learns from what it will be asked, and a little beyond."""
    return (chances > SURE / 2) & (chances < 1 - SURE / 2)


def inner_fold(page: LabelledPage, folds: int) -> int:
    return fold_of("inner" + page.sites[0], folds)


def with_context(page: LabelledPage, rows: np.ndarray, chances: np.ndarray) -> np.ndarray:
    """These features and what the probabilities say about the lines around."""
    looks = rows[:, : len(LOOKS)].T.tolist()
    return np.hstack([rows, np.array(consider(page.page, looks, chances.tolist()), dtype=np.float32).T])


def table(
    pages: Sequence[LabelledPage], rows: Sequence[np.ndarray], chosen: np.ndarray | bool = True
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Rows, labels and weights of all counted lines, or of the chosen ones of them; weights have mean 1."""
    weights = np.concatenate([page.weights * WEIGHTS[page.set] for page in pages])
    counted = (weights > 0) & chosen
    labels = np.concatenate([page.labels >= 0.5 for page in pages]).astype(int)
    everything = np.concatenate(list(rows))
    return everything[counted], labels[counted], (weights[counted] * counted.sum() / weights[counted].sum())
