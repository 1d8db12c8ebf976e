"""The page as the rules see it: its lines and what can be said of each before any rule decides.

Input: lines, knowledge, sidecar. Output: `Page`, whose properties are worked out once, when first asked for.
"""

from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from kliping.cleaning.bylines import NamedAuthor, read_byline
from kliping.cleaning.compiled import Compiled
from kliping.cleaning.credits import Credit, credit_at
from kliping.cleaning.datelines import Dateline, read_dateline
from kliping.cleaning.extent import Extent, find_extent
from kliping.cleaning.headline import find_title
from kliping.cleaning.momentlines import MomentLine, read_moment_line
from kliping.cleaning.phrases import Phrase
from kliping.cleaning.provenance.publisher import PublisherEvidence, find_publisher
from kliping.cleaning.reading import Line
from kliping.cleaning.shapes import is_prose, key_of, vocabulary
from kliping.model import Lang
from kliping.sidecar import Sidecar

LINES_TO_TELL_LANGUAGE = 400
"""So many lines are enough to tell a language by."""


class Page:
    """All lines of one file, with their neighbours."""

    def __init__(self, lines: tuple[Line, ...], known: Compiled, sidecar: Sidecar) -> None:
        self.lines = lines
        self.known = known
        self.sidecar = sidecar

    def __len__(self) -> int:
        return len(self.lines)

    def text(self, at: int) -> str:
        """The cleaned words of a line."""
        return self.lines[at].text

    @cached_property
    def lang(self) -> Lang:
        """The language most of its words are of, or `und`."""
        counts: Counter[str] = Counter()
        for line in self.lines[:LINES_TO_TELL_LANGUAGE]:
            words = line.text[:2000].casefold().split()
            for lang, function_words in self.known.function_words.items():
                counts[lang] += sum(word in function_words for word in words)
        best = counts.most_common(1)
        return best[0][0] if best and best[0][1] else "und"

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The bare words of each line, to find repetitions by."""
        return tuple(key_of(line.text) for line in self.lines)

    @cached_property
    def first_of_key(self) -> dict[str, int]:
        """The first line with the same bare words."""
        first: dict[str, int] = {}
        for at, key in enumerate(self.keys):
            if key:
                first.setdefault(key, at)
        return first

    @cached_property
    def publisher(self) -> PublisherEvidence | None:
        """Who speaks in the text."""
        return find_publisher(self)

    @cached_property
    def outlet(self) -> str | None:
        """The id of the outlet whose line rules hold here."""
        return self.publisher.outlet if self.publisher else None

    @cached_property
    def phrases(self) -> tuple[Phrase | None, ...]:
        """The data rule that knows each line, the outlet's before the languages'."""
        books = [self.known.book_of(self.outlet)] if self.outlet else []
        books.append(self.known.general)
        return tuple(
            next((found for book in books if (found := book.find(line.text))), None) if line.text else None
            for line in self.lines
        )

    @cached_property
    def moments(self) -> tuple[MomentLine | None, ...]:
        """For each line that is nothing but a date of publication or change, what it says."""
        return tuple(read_moment_line(line.text, self.known, self.lang) for line in self.lines)

    @cached_property
    def bylines(self) -> tuple[tuple[NamedAuthor, ...] | None, ...]:
        """For each line that is nothing but a byline, its names."""
        return tuple(read_byline(line.text, self.known, self.outlet) for line in self.lines)

    @cached_property
    def datelines(self) -> tuple[Dateline | None, ...]:
        """The dateline each line begins with."""
        return tuple(read_dateline(line.text, self.known) for line in self.lines)

    @cached_property
    def credits(self) -> tuple[Credit | None, ...]:
        """The photo credit each line ends with."""
        return tuple(credit_at(line.text, self.known) if line.text else None for line in self.lines)

    @cached_property
    def prose(self) -> tuple[bool, ...]:
        """Whether each line can only be running text."""
        return tuple(is_prose(line.text) for line in self.lines)

    @cached_property
    def extent(self) -> Extent:
        """Where the body begins and ends."""
        return find_extent(self)

    @cached_property
    def title_at(self) -> int | None:
        """The line that is the headline."""
        return find_title(self)

    @cached_property
    def body_words(self) -> frozenset[str]:
        """The longer words of the body."""
        found: set[str] = set()
        for at in self.filled(self.extent.begin, self.extent.end):
            found |= vocabulary(self.text(at))
        return frozenset(found)

    def filled(self, start: int, stop: int) -> Iterator[int]:
        """The lines with words in a stretch."""
        return (at for at in range(max(start, 0), min(stop, len(self.lines))) if self.lines[at].text)

    def next_filled(self, at: int) -> int | None:
        """The next line with words."""
        return next(self.filled(at + 1, len(self.lines)), None)

    def previous_filled(self, at: int) -> int | None:
        """The line with words before it."""
        return next((one for one in range(at - 1, -1, -1) if self.lines[one].text), None)
