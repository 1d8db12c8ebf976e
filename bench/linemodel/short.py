"""Short pages: an article, or its beginning, with only the nearest lines of what stands above and below it.

Scraped articles often come so, and whole pages are all that most labelled sets have.
"""

import random
from collections.abc import Sequence

import numpy as np
from pages import LabelledPage, labelled
from swapped import SETS, lines_of

ABOVE, BELOW = 3, 4
"""Lines of furniture, on average."""
CUT = 0.6
"""So often only the beginning of the body is left."""
FEWEST, MOST = 1, 6
"""Body lines of a beginning."""
LONGEST = 60
"""Lines of a page."""


def short_pages(pages: Sequence[LabelledPage], langs: frozenset[str], each: int, lists, seed: int = 5) -> list[LabelledPage]:
    """So many short pages, each cut in another way, of every page in one of these languages."""
    rng = random.Random(seed)
    whole = [page for page in pages if page.lang in langs and is_source(page)]
    found = (shorten(page, rng, lists) for page in whole for _ in range(each))
    return [page for page in found if page is not None]


def is_source(page: LabelledPage) -> bool:
    """Whole pages; of sets that have none, the articles."""
    return page.form == ("B" if page.set in SETS else "C") and page.set in SETS | {"id more", "id read"}


def shorten(page: LabelledPage, rng: random.Random, lists) -> LabelledPage | None:
    """The page with fewer lines; None if it has hardly any body, or nothing was taken off it."""
    inside = np.flatnonzero(page.labels >= 0.5)
    if len(inside) < 2:
        return None
    start = max(0, inside[0] - int(rng.expovariate(1 / ABOVE)))
    end = min(len(page.texts), inside[-1] + 1 + int(rng.expovariate(1 / BELOW)))
    left = len(inside)
    if left > FEWEST + 2 and rng.random() < CUT:
        left = min(rng.randint(FEWEST, MOST), left)
    lines = lines_of(page, start, inside[left - 1] + 1) + lines_of(page, inside[-1] + 1, end)
    if len(lines) <= LONGEST and len(lines) < len(page.texts):
        texts, gaps, labels = zip(*lines, strict=True)
        return labelled(page.id, "short", "short", page.lang, page.sites, texts, gaps, "", labels, [1.0] * len(texts), lists)
    return None
