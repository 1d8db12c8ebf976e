"""Swapped pages: the body of one page, as it stands there, among the furniture of another."""

import random
from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from pages import LabelledPage, labelled

SETS = frozenset(("aeb", "extractors", "fundus", "fundus other", "id", "ld", "outlets", "parser", "readers"))
"""Sets whose pages are swapped; from all of them but `id more`, which has no whole pages, furniture is taken."""
LONGEST = 1500
"""Lines of a page."""
TRIES = 10
"""For each page that is wanted."""


def swapped_pages(pages: Sequence[LabelledPage], count: int, lists, seed: int = 3) -> list[LabelledPage]:
    """At most so many pages, each of two sites."""
    rng = random.Random(seed)
    hosts = [page for page in pages if page.form == "B" and page.set in SETS]
    guests: dict[str, list[LabelledPage]] = defaultdict(list)
    for page in pages:
        if page.form == "C" and page.set in SETS | {"id more"}:
            guests[page.lang].append(page)
    found: list[LabelledPage] = []
    for _ in range(count * TRIES):
        host = rng.choice(hosts)
        guest = rng.choice(guests[host.lang] or [host])
        if host.sites != guest.sites and (page := swap(host, guest, lists)):
            found.append(page)
        if len(found) == count:
            break
    return found


def swap(host: LabelledPage, guest: LabelledPage, lists) -> LabelledPage | None:
    """The lines of `guest` from its first to its last of the body where `host` has its own; None if one has hardly any."""
    inside, own = (np.flatnonzero(page.labels >= 0.5) for page in (host, guest))
    if min(len(inside), len(own)) < 2:
        return None
    lines = [
        *lines_of(host, 0, inside[0]),
        *lines_of(guest, own[0], own[-1] + 1),
        *lines_of(host, inside[-1] + 1, len(host.texts)),
    ]
    if len(lines) > LONGEST:
        return None
    texts, gaps, labels = zip(*lines, strict=True)
    names = (f"{host.id}~{guest.id}", "swapped", "swapped", host.lang, (*guest.sites, *host.sites))
    return labelled(*names, texts, gaps, "", labels, [1.0] * len(texts), lists)


def lines_of(page: LabelledPage, start: int, end: int) -> list[tuple[str, bool, float]]:
    """Text, gap before it and label of lines of a page."""
    return list(zip(page.texts[start:end], page.gaps[start:end], page.labels[start:end].tolist(), strict=True))
