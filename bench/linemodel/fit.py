"""Fits both passes. The second learns from probabilities that come from first passes which had not seen the page's site."""

import warnings
from collections.abc import Sequence

import lightgbm
import numpy as np
from pages import LabelledPage, fold_of
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from kliping.cleaning.linemodel.context import consider

WEIGHTS = {"aeb": 2.0, "id": 2.0, "made": 1.2, "planted": 3.0, "wcxb": 0.5}
TREES = {
    "objective": "binary",
    "num_leaves": 16,
    "learning_rate": 0.1,
    "min_data_in_leaf": 40,
    "feature_fraction": 0.6,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 5,
    "seed": 1,
    "num_threads": 1,
    "verbose": -1,
    "deterministic": True,
}
ROUNDS = 100


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
    """Both passes, fitted."""

    def __init__(self, pages: Sequence[LabelledPage], inner: int = 4) -> None:
        unseen: dict[int, np.ndarray] = {}
        for fold in range(inner):
            first = Linear(*table([page for page in pages if inner_fold(page, inner) != fold]))
            unseen |= {id(page): first.chances(page.rows) for page in pages if inner_fold(page, inner) == fold}
        self.first = Linear(*table(pages))
        rows, labels, weights = table(pages, [with_context(page, unseen[id(page)]) for page in pages])
        self.second = lightgbm.train(TREES, lightgbm.Dataset(rows, labels, weight=weights), ROUNDS)

    def scores(self, page: LabelledPage) -> np.ndarray:
        first = self.first.chances(page.rows)
        second = self.second.predict(with_context(page, first))
        return np.where((first > 0.05) & (first < 0.95), second, first)


def inner_fold(page: LabelledPage, folds: int) -> int:
    return fold_of(page.site, folds, "inner")


def with_context(page: LabelledPage, chances: np.ndarray) -> np.ndarray:
    """The page's features and what these probabilities say about the lines around."""
    return np.hstack([page.rows, np.array(consider(page.page, chances.tolist()), dtype=np.float32)])


def table(
    pages: Sequence[LabelledPage], rows: Sequence[np.ndarray] | None = None
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Rows, labels and weights of all counted lines; weights have mean 1."""
    weights = np.concatenate([page.weights * WEIGHTS[page.set] for page in pages])
    counted = weights > 0
    labels = np.concatenate([page.labels >= 0.5 for page in pages]).astype(int)
    everything = np.concatenate([page.rows for page in pages] if rows is None else list(rows))
    return everything[counted], labels[counted], (weights * len(weights) / weights.sum())[counted]
