"""What the first pass says about the lines around each line.

Input: a Survey, the looks of its lines and the first pass's probabilities.
Output: one column of floats a feature, in the order of CONTEXT.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from itertools import accumulate, chain, compress
from math import log
from operator import mul

from kliping.cleaning.linemodel.looks import LOOKS
from kliping.cleaning.linemodel.places import before, carried, since, window
from kliping.cleaning.linemodel.survey import COUNTED, Column, Survey, count

WAY = (
    "related words",
    "comment words",
    "share words",
    "author words",
    "legal words",
    "advert words",
    "stamp",
    "any opening",
)
"""Looks that tell an article's end: what refused lines between a line and the body's centre have of them."""
CONTEXT = (
    "own",
    "own before",
    "own after",
    "own 2 before",
    "own 2 after",
    "own 3",
    "own 8",
    "body so far",
    "body to come",
    "from body",
    "to body",
    "last body",
    "next body",
    "doubt out",
    "gap to centre",
    "refused to centre",
    "body beyond",
    "centre away",
    "words of refused",
    "words of body",
    "page body",
    "page doubt",
    "best before",
    "best after",
    *(f"way {name.removesuffix(' words').removeprefix('any ')}" for name in WAY),
    "way refused words",
)
WAY_AT = tuple(map(LOOKS.index, WAY))
LONGEST_GAP, MOST_REFUSED = 40.0, 80.0
REFUSED_WORDS = 40
"""Words of a refused line that count."""


def consider(
    page: Survey, looks: Sequence[Column], chances: Sequence[float], wanted: Iterable[int] | None = None
) -> list[Column]:
    """One column a feature, in the order of CONTEXT; where some lines are `wanted`, others may have other numbers."""
    lines = len(chances)
    mass = [chance * (size if size < COUNTED else COUNTED) for chance, size in zip(chances, page.sizes, strict=True)]
    so_far = list(accumulate(mass))
    total = so_far[-1] or 1.0
    kept = [chance >= 0.5 for chance in chances]
    centre = next(index for index, done in enumerate(so_far) if done >= so_far[-1] / 2)
    padded = [0.0, 0.0, *chances, 0.0, 0.0]
    return [
        chances,
        padded[1:-3],
        padded[3:-1],
        padded[:-4],
        padded[4:],
        window(chances, 3),
        window(chances, 8),
        [done / total for done in before(mass)],
        [(total - done) / total for done in so_far],
        since(kept),
        since(kept[::-1])[::-1],
        carried(mass, kept),
        carried(mass[::-1], kept[::-1])[::-1],
        *outward(chances, mass, centre),
        [float(abs(index - centre)) for index in range(lines)],
        *shared_words(page, chances, range(lines) if wanted is None else wanted),
        [log(1 + total)] * lines,
        [sum(0.15 < chance < 0.85 for chance in chances) / lines] * lines,
        list(accumulate([0.0, *chances[:-1]], max)),
        list(accumulate([0.0, *chances[:0:-1]], max))[::-1],
        *on_the_way(page, looks, chances, centre),
    ]


def on_the_way(page: Survey, looks: Sequence[Column], chances: Sequence[float], centre: int) -> list[list[float]]:
    """What refused lines between each line and the body's centre have of the looks in WAY, and how many words they have."""
    doubts = [1 - chance for chance in chances]
    words = between([doubt * min(size, REFUSED_WORDS) for doubt, size in zip(doubts, page.sizes, strict=True)], centre)
    return [*(between(map(mul, looks[at], doubts), centre) for at in WAY_AT), [log(1 + some) for some in words]]


def between(values: Iterable[float], centre: int) -> list[float]:
    """The sum of the values between each line and the centre, the line itself left out; the centre counts from below.

    >>> between([1, 2, 3, 4], 2)
    [2, 0, 0, 3]
    """
    so_far = [0, *accumulate(values)]
    middle = so_far[centre]
    return [*(middle - some for some in so_far[1 : centre + 1]), *(some - middle for some in so_far[centre:-1])]


def outward(chances: Sequence[float], mass: Sequence[float], centre: int) -> tuple[list[float], ...]:
    """On the way from the body's centre to each line: least chance, longest gap, lines refused; and body words beyond it."""
    count = len(chances)
    down = walk(chances, mass, range(centre, count))
    up = walk(chances, mass, range(centre, -1, -1))
    total = sum(mass) or 1.0
    least, gap, refused, beyond = ([*above[:0:-1], *below] for above, below in zip(up, down, strict=True))
    return least, gap, refused, [words / total for words in beyond]


def walk(chances: Sequence[float], mass: Sequence[float], path: Iterable[int]) -> tuple[list[float], ...]:
    """The four numbers of `outward` along one way out, in the order of the path."""
    path = list(path)
    least, run, longest, missed = 1.0, 0.0, 0.0, 0.0
    left = sum(mass[index] for index in path)
    steps = []
    for index in path:
        chance = chances[index]
        left -= mass[index]
        steps.append((least, longest, missed, left))
        if chance >= 0.5:
            run = 0.0
        else:
            run, missed = min(run + 1.0, LONGEST_GAP), min(missed + 1.0, MOST_REFUSED)
            longest = max(longest, run)
        least = min(least, chance)
    return tuple(list(column) for column in zip(*steps, strict=True))


def shared_words(page: Survey, chances: Sequence[float], wanted: Iterable[int]) -> tuple[list[float], list[float]]:
    """Shares of each wanted line's content words that refused lines use, and that accepted lines use, itself left out."""
    refused = spread(page, [chance < 0.2 for chance in chances])
    accepted = spread(page, [chance >= 0.6 for chance in chances])
    with_refused, with_accepted = [0.0] * len(chances), [0.0] * len(chances)
    for index in wanted:
        content, chance = page.content[index], chances[index]
        with_refused[index] = share(content, refused[chance < 0.2])
        with_accepted[index] = share(content, accepted[chance >= 0.6])
    return with_refused, with_accepted


def share(content: Sequence[str], words: Collection[str]) -> float:
    """The share of a line's content words among these; half where it has none."""
    return count(words.__contains__, content) / len(content) if content else 0.5


def spread(page: Survey, chosen: Sequence[bool]) -> tuple[Collection[str], Collection[str]]:
    """Words of the chosen lines, and those found in two of them or more."""
    counts = Counter(chain.from_iterable(compress(page.bags, chosen)))
    return counts, frozenset([word for word, lines in counts.items() if lines > 1])
