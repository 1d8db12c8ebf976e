"""A page's lines and what is counted once for the page: tokens, prose, the densest block, its own vocabulary.

Input: the page's non-blank lines. Output: a Survey. Everything is linear in the length of the text.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, compress, filterfalse

from kliping.cleaning.words import words_of

COUNTED = 80
"""Words of a line that count; the others of a longer one add nothing."""
CLOSERS = "\"”’»›')]*_ "
SENTENCE_MARKS = frozenset(".!?。।")

Column = Sequence[float]
"""One number a line."""


@dataclass(frozen=True, slots=True)
class Survey:
    """What the features of a page's lines are computed from; lists have one entry a line."""

    texts: Sequence[str]
    tokens: Sequence[Sequence[str]]
    """Lower-case words."""
    bags: Sequence[frozenset[str]]
    """Each lower-case word once."""
    pieces: Sequence[Sequence[str]]
    """Words as divided by blanks."""
    sizes: Sequence[int]
    """How many pieces."""
    tails: Sequence[str]
    """The last letters and marks, closing quotes and brackets aside."""
    ends: Sequence[float]
    """1 where the line ends as a sentence does."""
    prose: Sequence[bool]
    weight: Sequence[float]
    """Words of prose that count; 0 where the line is no prose."""
    block: tuple[int, int]
    """First and one past the last line of the densest block."""
    stops: frozenset[str]
    """The page's own stop words."""
    content: Sequence[Sequence[str]]
    """Lower-case words without the page's own stop words."""
    once: frozenset[str]
    """Content words of the block's prose."""
    twice: frozenset[str]
    """Content words found in two lines of the block's prose or more."""


def take_survey(texts: Sequence[str], tokens: Sequence[Sequence[str]] | None = None) -> Survey:
    """The page of these non-blank lines, counted; `tokens`: their words in small letters, where they are known."""
    tokens = tokens if tokens is not None else list(map(words_of, texts))
    bags = list(map(frozenset, tokens))
    pieces = [text.split() for text in texts]
    sizes = list(map(len, pieces))
    tails = [text[-6:].rstrip(CLOSERS) for text in texts]
    ends = [1.0 if closes(tail) else 0.0 for tail in tails]
    prose = [size >= 8 and (end > 0 or size >= 30) for size, end in zip(sizes, ends, strict=True)]
    counted = [float(size if size < COUNTED else COUNTED) for size in sizes]
    weight = [size if is_prose else 0.0 for size, is_prose in zip(counted, prose, strict=True)]
    block = densest_block(sizes, prose)
    running = list(compress(range(len(texts)), prose))
    spread = Counter(chain.from_iterable([bags[index] for index in running if block[0] <= index < block[1]]))
    everywhere = spread.copy()
    everywhere.update(chain.from_iterable([bags[index] for index in running if not block[0] <= index < block[1]]))
    stops = own_stop_words(everywhere, len(running))
    for word in stops:
        del spread[word]
    return Survey(
        texts,
        tokens,
        bags,
        pieces,
        sizes,
        tails,
        ends,
        prose,
        weight,
        block,
        stops,
        [list(filterfalse(stops.__contains__, words)) for words in tokens],
        frozenset(spread),
        frozenset([word for word, lines in spread.items() if lines > 1]),
    )


def closes(tail: str) -> bool:
    """Whether a line with this tail ends as sentences do; dots that trail off do not count."""
    return tail[-1:] in SENTENCE_MARKS and tail[-2:] != ".."


def densest_block(sizes: Sequence[int], prose: Sequence[bool]) -> tuple[int, int]:
    """The run of lines that holds most prose for the other lines it takes in: the segment of the largest sum."""
    best = total = 0.0
    first = start = end = 0
    for index, size in enumerate(sizes):
        if total <= 0:
            total, start = 0.0, index
        if prose[index]:
            total += size if size < COUNTED else COUNTED
        else:
            total += size * 0.3 if size >= 15 else -6.0
        if total > best:
            best, first, end = total, start, index + 1
    return first, end


def own_stop_words(spread: Mapping[str, int], lines: int) -> frozenset[str]:
    """The stop words so many lines of prose show by themselves: short words found in a sixth of them."""
    least = max(2, lines // 6)
    often = [word for word, count in spread.items() if count >= least]
    return frozenset([word for word in often if len(word) <= 6 and not word.isdigit()])


def count(holds: Callable[[str], bool], words: Sequence[str]) -> int:
    """For how many words it holds; a sum of truths takes twice the time."""
    return len(list(filter(holds, words)))
