"""Pages with labelled lines to learn from: the benchmark form (JSON lines of make_plain) to LabelledPage."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlparse

import numpy as np

from kliping.cleaning.linemodel.looks import look_at
from kliping.cleaning.linemodel.model import FEATURES
from kliping.cleaning.linemodel.places import place
from kliping.cleaning.linemodel.survey import Survey, take_survey
from kliping.cleaning.linemodel.words import LineWords


@dataclass(frozen=True, slots=True)
class LabelledPage:
    """One page in one form, with its features, labels and weights."""

    id: str
    set: str
    form: str
    """B: the whole page; C: the article's container; made, planted, swapped: see there."""
    lang: str
    sites: tuple[str, ...]
    """Of its body, and of its furniture where that is another's."""
    texts: Sequence[str]
    gaps: Sequence[bool]
    gold: str
    labels: np.ndarray
    """Share of each line that is body."""
    weights: np.ndarray
    page: Survey
    rows: np.ndarray


def labelled(id: str, set: str, form: str, lang: str, sites, texts, gaps, gold, labels, counted, lists) -> LabelledPage:
    """The page with its features; counted: 0 where a line's label is not to be learnt."""
    page = take_survey(texts)
    looks = look_at(page, lists)
    rows = np.array([*looks, *place(page, looks, gaps)], dtype=np.float32).T
    assert rows.shape[1] == len(FEATURES)
    labels = np.array(labels, dtype=float)
    if form == "planted":
        weights = np.array(counted, dtype=float)
    else:
        size = np.minimum(page.sizes, 60) ** 0.7 + 0.5
        weights = size / size.sum() ** 0.5 * np.array(counted) * np.where((labels > 0.2) & (labels < 0.8), 0.2, 1.0)
    return LabelledPage(id, set, form, lang, tuple(sites), texts, gaps, gold, labels, weights, page, rows)


def lines_of(text: str, shares: Sequence[float] | None = None) -> tuple[list[str], list[bool], list[float]]:
    """The non-blank lines, whether a blank line stands before each, and their shares."""
    texts, gaps, kept, gap = [], [], [], True
    lines = text.split("\n")
    for line, share in zip(lines, shares if shares is not None else [0.0] * len(lines), strict=True):
        if not line.strip():
            gap = True
            continue
        texts.append(line.strip()), gaps.append(gap), kept.append(share)
        gap = False
    return texts, gaps, kept


def read_pages(path: Path, lists: LineWords, sets: Sequence[str]) -> Iterator[LabelledPage]:
    """Both forms of each page of these sets; half of the pages have their blank lines hidden."""
    for line in path.open(encoding="utf-8"):
        record = json.loads(line)
        if record["set"] not in sets:
            continue
        for form in "BC":
            if not record["var"][form]["text"].strip():
                continue
            texts, gaps, shares = lines_of(record["var"][form]["text"], record["var"][form]["cov"])
            if half(record["id"] + form):
                gaps = [False] * len(gaps)
            yield labelled(
                record["id"],
                record["set"],
                form,
                record["lang"],
                (site_of(record["url"]),),
                texts,
                gaps,
                record["gold"],
                shares,
                [1.0] * len(texts),
                lists,
            )


def site_of(url: str) -> str:
    """The registered name of a page's site, as well as it can be told without a list of suffixes."""
    parts = [part for part in (urlparse(url).netloc or url).split(".") if part not in ("www", "m", "en")]
    if len(parts) > 2 and parts[-2] in ("co", "com", "org", "net", "gov", "ac"):
        return parts[-3]
    return parts[-2] if len(parts) > 1 else parts[0]


def fold_of(site: str, folds: int) -> int:
    """The fold a site's pages fall into, the same on every machine."""
    return int(hashlib.md5(site.encode()).hexdigest(), 16) % folds


def half(key: str) -> bool:
    """True for one half of all keys."""
    return int(hashlib.md5(key.encode()).hexdigest(), 16) % 2 == 0
