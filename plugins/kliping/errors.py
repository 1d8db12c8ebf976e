"""Everything that Kliping raises on purpose, below one root that a caller can catch.

A message is built from parts (`path`, `line`, `key`), which are attributes too, and ends with what to do.
"""

from collections.abc import Sequence
from functools import partial
from pathlib import PurePath


class KlipingError(Exception):
    """Never raised itself: catch it to catch everything that Kliping raises on purpose."""

    def __init__(
        self,
        problem: str,
        *,
        advice: str,
        path: PurePath | str | None = None,
        line: int | None = None,
        key: str | None = None,
    ) -> None:
        self.problem = problem
        """What is wrong, in one clause."""
        self.advice = advice
        """What the person who reads it should do."""
        self.path = path
        """The file at fault; None if there is none."""
        self.line = line
        """The line in that file, counted from 1; None if it is not known."""
        self.key = key
        """The key at fault, in a YAML file, a catalogue or the settings; None if there is none."""
        super().__init__(str(self))

    @property
    def each(self) -> tuple["KlipingError", ...]:
        """This error alone, or all the errors that it stands for."""
        return (self,)

    def __reduce__(self) -> tuple[object, ...]:
        """How to make it again from its parts: an error is pickled when it passes from one process to another."""
        make = partial(type(self), self.problem, advice=self.advice, path=self.path, line=self.line, key=self.key)
        return make, ()

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.line) if part is not None)
        where = f"{place}: " if place else ""
        what = f"`{self.key}`: {self.problem}" if self.key else self.problem
        return f"{where}{what}. {self.advice}"


class UnreadableText(KlipingError):
    """Raised when a file cannot be read, or its bytes are no text of an article."""


class InvalidData(KlipingError):
    """Raised when data breaks its rules: an unknown key, a wrong type, an id that does not exist."""


class SeveralFaults(InvalidData):
    """Raised when data has several faults; `each` has all of them."""

    def __init__(self, faults: Sequence[KlipingError]) -> None:
        self._faults = tuple(faults)
        first = faults[0]
        super().__init__(first.problem, advice=first.advice, path=first.path, line=first.line, key=first.key)

    @property
    def each(self) -> tuple[KlipingError, ...]:
        """The faults, in order."""
        return self._faults

    def __reduce__(self) -> tuple[object, ...]:
        return SeveralFaults, (self._faults,)

    def __str__(self) -> str:
        return "\n".join(map(str, self._faults))


def as_one(faults: Sequence[KlipingError]) -> KlipingError:
    """One error to raise for one fault or several, sorted by file and line, each of them once."""
    told = sorted({str(fault): fault for fault in faults}.values(), key=lambda fault: (str(fault.path), fault.line or 0))
    return told[0] if len(told) == 1 else SeveralFaults(told)


class InvalidCatalogue(KlipingError):
    """Raised when a translation catalogue cannot be read, or translates a passage that does not exist."""


class BuildFailed(KlipingError):
    """Raised when the site, or one of its files, could not be made."""
