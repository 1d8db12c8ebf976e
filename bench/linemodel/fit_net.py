"""Fits the net by gradient descent, in batches of pages of like length. One thread gives the same numbers each time."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import torch
from fit import WEIGHTS
from pages import LabelledPage
from torch import Tensor, nn

from kliping.cleaning.linemodel.model import NET_AT
from kliping.cleaning.linemodel.net import FARTHEST, MOST_WORDS, Neighbours, Net, WholePage

BORROWED = frozenset(("made", "planted", "short", "swapped"))
"""Sets whose words stand on other pages, too."""
LEAST = 30
"""A word must stand on the pages of so many sites to be learnt: so no topic, name or house style is."""
VECTOR, WIDTH = 4, 32
"""Numbers of a word, and of a line."""
REACHES = (1, 2, 4, 8, 16, 32)
PAGE_AFTER = 3
"""So many layers of neighbours come before the one of the page."""
EPOCHS, BATCH, RATE = 7, 32, 0.004
FORGOTTEN_WORDS, FORGOTTEN_NUMBERS = 0.3, 0.3
"""Shares that are left out at random while it learns, lest it learn pages by heart."""
SMALL_VECTORS = 0.02
"""How much large numbers of words cost."""
FAINT = 0.05
"""Words none of whose numbers is that large are left out."""


class Batch(NamedTuple):
    """Pages as one: rows of features, words of all lines, and where each line stands in a table of pages by lines."""

    features: Tensor
    words: Tensor
    starts: Tensor
    roots: Tensor
    places: Tensor
    shape: tuple[int, int]
    labels: Tensor
    weights: Tensor


class Example(NamedTuple):
    """A page made ready."""

    features: np.ndarray
    words: np.ndarray
    starts: np.ndarray
    roots: np.ndarray
    labels: np.ndarray
    weights: np.ndarray


def fit_net(pages: Sequence[LabelledPage], seed: int = 2) -> Net:
    """The net these pages teach."""
    torch.manual_seed(seed)
    torch.set_num_threads(1)
    rng = np.random.default_rng(seed)
    words = known_words(pages)
    rows = np.concatenate([page.rows[:, NET_AT] for page in pages])
    means, scales = rows.mean(axis=0), 1 / (rows.std(axis=0) + 1e-6)
    examples = [ready(page, words, means, scales) for page in pages if page.weights.any()]
    learner = Learner(rows.shape[1], len(words))
    descend(learner, examples, rng)
    return learner.net(means, scales, words)


def known_words(pages: Sequence[LabelledPage]) -> dict[str, int]:
    """The row of each word that many sites use; figures are none."""
    sites: dict[str, set[str]] = defaultdict(set)
    for page in pages:
        if page.set not in BORROWED:
            for word in {word for line in page.page.tokens for word in line}:
                sites[word].update(page.sites)
    known = sorted(word for word, seen in sites.items() if len(seen) >= LEAST and not word.isdigit())
    return {word: row for row, word in enumerate(known)}


def ready(page: LabelledPage, words: Mapping[str, int], means: np.ndarray, scales: np.ndarray) -> Example:
    """What of a page the net is shown, as `Net` computes it."""
    unknown, found, starts, counts = len(words), [], [], []
    for line in page.page.tokens:
        starts.append(len(found))
        found += [words.get(word, unknown) for word in line[:MOST_WORDS]]
        counts.append(min(len(line), MOST_WORDS) or 1)
    return Example(
        np.clip((page.rows[:, NET_AT] - means) * scales, -FARTHEST, FARTHEST).astype(np.float32),
        np.array(found, dtype=np.int64),
        np.array(starts, dtype=np.int64),
        np.sqrt(counts, dtype=np.float32),
        (page.labels >= 0.5).astype(np.float32),
        (page.weights * WEIGHTS[page.set]).astype(np.float32),
    )


def together(examples: Sequence[Example]) -> Batch:
    """Pages side by side."""
    longest = max(len(example.labels) for example in examples)
    places = [np.arange(len(example.labels)) + number * longest for number, example in enumerate(examples)]
    behind = np.cumsum([0, *(len(example.words) for example in examples[:-1])])
    starts = [example.starts + shift for example, shift in zip(examples, behind, strict=True)]
    features, words, _, roots, labels, weights = (np.concatenate(column) for column in zip(*examples, strict=True))
    tensors = map(torch.from_numpy, (features, words, np.concatenate(starts), roots, np.concatenate(places)))
    return Batch(*tensors, (len(examples), longest), torch.from_numpy(labels), torch.from_numpy(weights))


def batches(examples: Sequence[Example], rng: np.random.Generator) -> Iterator[Batch]:
    """All pages once, those of like length together."""
    order = sorted(examples, key=lambda example: len(example.labels) * rng.uniform(0.8, 1.25))
    starts = list(range(0, len(order), BATCH))
    rng.shuffle(starts)
    return (together(order[start : start + BATCH]) for start in starts)


def descend(learner: "Learner", examples: Sequence[Example], rng: np.random.Generator) -> None:
    """Several times over all pages; the rate rises first, then falls to nothing."""
    vectors = [learner.vectors.weight]
    others = [numbers for name, numbers in learner.named_parameters() if not name.startswith("vectors")]
    groups = [{"params": vectors, "weight_decay": 0.0}, {"params": others, "weight_decay": 0.01}]
    steps = -(-len(examples) // BATCH)
    optimiser = torch.optim.AdamW(groups, lr=RATE)
    rates = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, total_steps=EPOCHS * steps, pct_start=0.1)
    usual = sum(float(one.weights.sum()) for one in examples) / steps
    for _ in range(EPOCHS):
        for batch in batches(examples, rng):
            forgotten = torch.from_numpy(rng.random(len(batch.words)) < FORGOTTEN_WORDS)
            words = torch.where(forgotten, learner.unknown, batch.words)
            losses = nn.functional.binary_cross_entropy_with_logits(
                learner(batch._replace(words=words)), batch.labels, reduction="none"
            )
            loss = (losses * batch.weights).sum() / usual  # by its own weight, lest a line of a short page count for more
            (loss + SMALL_VECTORS * (learner.vectors.weight**2).sum() / steps).backward()
            nn.utils.clip_grad_norm_(learner.parameters(), 1.0)
            optimiser.step()
            optimiser.zero_grad()
            rates.step()


class Learner(nn.Module):
    """The net as torch learns it; `kliping.cleaning.linemodel.net` says what it computes."""

    def __init__(self, features: int, words: int) -> None:
        super().__init__()
        self.unknown = words
        self.vectors = nn.EmbeddingBag(words + 1, VECTOR, mode="sum", padding_idx=words)
        with torch.no_grad():
            self.vectors.weight.normal_(std=0.1)[-1] = 0
        self.entry = nn.Linear(features + VECTOR, WIDTH)
        self.layers = nn.ModuleList(nn.Conv1d(WIDTH, WIDTH, 3, padding=reach, dilation=reach) for reach in REACHES)
        self.heed = nn.Linear(WIDTH, 1, bias=False)
        self.page = nn.Linear(2 * WIDTH, WIDTH)
        self.exit = nn.Linear(WIDTH, 1)
        self.forget = nn.Dropout(FORGOTTEN_NUMBERS)

    def forward(self, batch: Batch) -> Tensor:
        """The log odds of all lines of all pages."""
        summed = self.vectors(batch.words, batch.starts) / batch.roots[:, None]
        own = self.forget(torch.relu(self.entry(torch.cat((batch.features, summed), 1))))
        pages, longest = batch.shape
        table = own.new_zeros(pages * longest, WIDTH).index_copy(0, batch.places, own)
        filled = own.new_zeros(pages * longest).index_fill(0, batch.places, 1.0).view(pages, 1, longest)
        lines = table.view(pages, longest, WIDTH).transpose(1, 2)
        for number, layer in enumerate(self.layers):
            if number == PAGE_AFTER:
                lines = (lines + self.of_page(lines, filled)) * filled
            lines = (lines + torch.relu(layer(self.forget(lines)))) * filled
        return self.exit(lines.transpose(1, 2).reshape(pages * longest, WIDTH)[batch.places]).squeeze(1)

    def of_page(self, lines: Tensor, filled: Tensor) -> Tensor:
        """What is added to all lines of each page."""
        heed = self.heed(lines.transpose(1, 2)).transpose(1, 2).masked_fill(filled == 0, -1e9)
        heeded = (lines * torch.softmax(heed, 2)).sum(2)
        mean = lines.sum(2) / filled.sum(2)
        return torch.relu(self.page(torch.cat((heeded, mean), 1)))[:, :, None]

    def net(self, means: np.ndarray, scales: np.ndarray, words: Mapping[str, int]) -> Net:
        """What was learnt, to three digits; words' numbers to hundredths, without those that hardly say anything."""
        vectors = np.round(np.asarray(self.vectors.weight.detach(), dtype=float), 2)
        heard = [word for word, row in words.items() if np.abs(vectors[row]).max() >= FAINT]
        layers = [
            Neighbours(layer.dilation[0], *(numbers(layer.weight[:, :, at].T) for at in range(3)), numbers(layer.bias))
            for layer in self.layers
        ]
        page = (numbers(self.page.weight[:, :WIDTH].T), numbers(self.page.weight[:, WIDTH:].T), numbers(self.page.bias))
        layers.insert(PAGE_AFTER, WholePage(numbers(self.heed.weight[0]), *page))
        return Net(
            numbers(means),
            numbers(scales),
            {word: row for row, word in enumerate(heard)},
            vectors[[*(words[word] for word in heard), self.unknown]],
            numbers(self.entry.weight.T),
            numbers(self.entry.bias),
            layers,
            numbers(self.exit.weight[0]),
            float(numbers(self.exit.bias)[0]),
        )


def numbers(values: Tensor | np.ndarray, digits: int = 3) -> np.ndarray:
    """The values with so many digits."""
    exact = np.asarray(values.detach() if isinstance(values, Tensor) else values, dtype=float)
    return np.array([float(f"{value:.{digits}g}") for value in exact.ravel()]).reshape(exact.shape)
