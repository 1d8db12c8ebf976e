"""Where each line stands: its neighbours, the densest block, the prose before and after it.

Input: a Survey, the looks of its lines and the gaps between them. Output: one column of floats a feature, as in PLACES.
"""

from collections.abc import Iterable, Sequence
from itertools import accumulate
from math import log

from kliping.cleaning.linemodel.looks import LOOKS
from kliping.cleaning.linemodel.survey import Column, Survey

FAR = 30.0
"""Distances in lines are counted up to this."""
AT = {name: index for index, name in enumerate(LOOKS)}
WINDOWS = (
    ("ends sentence", 2),
    ("ends sentence", 6),
    ("starts bullet", 2),
    ("starts bullet", 6),
    ("junk words", 2),
    ("junk words", 6),
    ("clock sign", 2),
    ("clock sign", 6),
    ("stamp", 2),
    ("stamp", 6),
    ("capital words", 3),
    ("vocabulary", 2),
    ("vocabulary", 6),
    ("same last word", 5),
    ("same line", 5),
    ("wording", 2),
    ("wording", 6),
)
BESIDE = (
    "words",
    "ends sentence",
    "ends colon",
    "junk words",
    "any opening",
    "starts bullet",
    "capital words",
    "clock sign",
    "stamp",
    "wording",
)
PLACES = (
    "blank before",
    "blank after",
    "in block",
    "to block",
    "past block",
    "block before",
    "from prose",
    "to prose",
    "last prose",
    "next prose",
    "prose to come",
    "prose so far",
    "prose run",
    "short run",
    "prose 1",
    "prose 2",
    "prose 5",
    "prose 12",
    *(f"{name} {reach}" for name, reach in WINDOWS),
    "place",
    "words so far",
    "same shape",
    "from opening",
    "openings so far",
    "openings to come",
    "from stamp",
    "stamps so far",
    *(f"before: {name}" for name in BESIDE),
    *(f"after: {name}" for name in BESIDE),
    "page prose",
    "page short",
    "page lines",
)


def place(page: Survey, looks: Sequence[Column], gaps: Sequence[bool]) -> list[Column]:
    """One column a feature, in the order of PLACES; gaps[i] says that a blank line stands before line i."""
    count = len(page.texts)
    blank = [1.0 if gap else 0.0 for gap in gaps]
    short = [size < 8 for size in page.sizes]
    opened = [1.0 if flag and is_short else 0.0 for flag, is_short in zip(looks[AT["any opening"]], short, strict=True)]
    so_far = list(accumulate(opened))
    total = so_far[-1]
    stamps = looks[AT["stamp"]]
    return [
        blank,
        [*blank[1:], 1.0],
        *in_block(page),
        *around_prose(page),
        runs(short, [1.0] * count),
        *(window(page.weight, reach) for reach in (1, 2, 5, 12)),
        *(window(looks[AT[name]], reach) for name, reach in WINDOWS),
        [index / count for index in range(count)],
        [words if words < 600 else 600.0 for words in before(page.weight)],
        same_shape(looks),
        since(opened),
        [n if n < 10 else 10.0 for n in before(opened)],
        [total - n if total - n < 10 else 10.0 for n in so_far],
        since(stamps),
        [n if n < 10 else 10.0 for n in before(stamps)],
        *([0.0, *looks[AT[name]][:-1]] for name in BESIDE),
        *([*looks[AT[name]][1:], 0.0] for name in BESIDE),
        [sum(page.prose) / count] * count,
        [sum(short) / count] * count,
        [log(count)] * count,
    ]


def in_block(page: Survey) -> list[list[float]]:
    """Inside the densest block or not, lines to it, lines past it, share of its prose so far."""
    first, end = page.block
    count = len(page.texts)
    total = sum(page.weight[first:end]) or 1
    share = [done / total for done in accumulate(page.weight[first:end])]
    ahead, past = map(float, range(first, 0, -1)), map(float, range(1, count - end + 1))
    return [
        [0.0] * first + [1.0] * (end - first) + [0.0] * (count - end),
        [min(lines, FAR) for lines in ahead] + [0.0] * (count - first),
        [0.0] * end + [min(lines, FAR) for lines in past],
        [0.0] * first + share + [1.0] * (count - end),
    ]


def around_prose(page: Survey) -> list[list[float]]:
    """Lines since and to the next prose, the length of both, shares of prose to come and so far, the run of prose."""
    prose, weight = page.prose, page.weight
    so_far = list(accumulate(weight))
    total = so_far[-1] or 1
    return [
        since(prose),
        since(prose[::-1])[::-1],
        carried(weight, prose),
        carried(weight[::-1], prose[::-1])[::-1],
        [(total - done) / total for done in so_far],
        [done / total for done in before(weight)],
        runs(prose, weight),
    ]


def before(values: Sequence[float]) -> Iterable[float]:
    """For each place the sum of the values before it."""
    return accumulate(values[:-1], initial=0.0)


def window(values: Sequence[float], reach: int) -> list[float]:
    """For each place the mean of the values up to `reach` places before and after it, itself left out."""
    if not any(values):
        return [0.0] * len(values)  # most pages have no clock times, bullets or junk words
    sums = list(accumulate(values, initial=0.0))
    sums = [0.0] * reach + sums + [sums[-1]] * reach
    part = 1 / (2 * reach)
    return [(high - low - value) * part for low, high, value in zip(sums, sums[2 * reach + 1 :], values, strict=False)]


def since(flags: Sequence[float]) -> list[float]:
    """For each place how many lines back the last true flag, or number but 0, before it lies."""
    away, out = FAR, []
    for flag in flags:
        out.append(away)
        away = 1.0 if flag else (away + 1 if away < FAR else FAR)
    return out


def carried(values: Sequence[float], flags: Sequence[bool]) -> list[float]:
    """For each place the value at the last true flag before it, 0 if there is none."""
    last, out = 0.0, []
    for value, flag in zip(values, flags, strict=True):
        out.append(last)
        if flag:
            last = value
    return out


def runs(flags: Sequence[bool], weights: Sequence[float]) -> list[float]:
    """For each place the weight of the unbroken run of true flags it stands in, 0 outside of runs."""
    out = [0.0] * len(flags)
    start = 0
    for index, flag in enumerate([*flags, False]):
        if not flag:
            if index > start:
                out[start:index] = [sum(weights[start:index])] * (index - start)
            start = index + 1
    return out


def same_shape(looks: Sequence[Column]) -> list[float]:
    """For each line how many of the four before and after share its coarse shape."""
    shapes = [
        (size > 2)
        + (size > 5)
        + (size > 9)
        + (size > 15)
        + (size > 29)
        + 8 * end
        + 16 * bullet
        + 32 * digit
        + 64 * (raised > 0.6)
        for size, end, bullet, digit, raised in zip(
            *(
                looks[AT[name]]
                for name in (
                    "words",
                    "ends sentence",
                    "starts bullet",
                    "starts digit",
                    "capital words",
                )
            ),
            strict=True,
        )
    ]
    padded = [-1.0] * 4 + shapes + [-1.0] * 4
    return [(padded[index : index + 9].count(shape) - 1) / 8 for index, shape in enumerate(shapes)]
