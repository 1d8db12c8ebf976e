"""Everything Kliping raises on purpose, so that a caller can catch one root.

The message is built from the parts (`path`, `line`, `key`), readable as attributes too, and ends with what to do.
"""

from collections.abc import Sequence
from functools import partial
from pathlib import PurePath


class KlipingError(Exception):
    """Raised as one of its children; catch it to catch all that Kliping raises."""

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
        """The file at fault, or None where there is none."""
        self.line = line
        """The line in that file, from 1."""
        self.key = key
        """The YAML key or message key at fault."""
        super().__init__(str(self))

    @property
    def each(self) -> tuple["KlipingError", ...]:
        """This error, or all those that it stands for."""
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
    """Raised when a file's bytes are not text in any encoding Kliping reads."""


class InvalidData(KlipingError):
    """Raised when a YAML file breaks its schema: unknown key, wrong type, unknown id."""


class SeveralFaults(InvalidData):
    """Raised when YAML files have more faults than one; `each` has them all."""

    def __init__(self, faults: Sequence[KlipingError]) -> None:
        self._faults = tuple(faults)
        first = faults[0]
        super().__init__(first.problem, advice=first.advice, path=first.path, line=first.line, key=first.key)

    @property
    def each(self) -> tuple[KlipingError, ...]:
        """Its faults."""
        return self._faults

    def __reduce__(self) -> tuple[object, ...]:
        return SeveralFaults, (self._faults,)

    def __str__(self) -> str:
        return "\n".join(map(str, self._faults))


def as_one(faults: Sequence[KlipingError]) -> KlipingError:
    """Faults, of which there is at least one, as one error to raise: by file and line, each once."""
    told = sorted({str(fault): fault for fault in faults}.values(), key=lambda fault: (str(fault.path), fault.line or 0))
    return told[0] if len(told) == 1 else SeveralFaults(told)


class InvalidCatalogue(KlipingError):
    """Raised when a translation catalogue cannot be read or names a passage that does not exist."""


class BuildFailed(KlipingError):
    """Raised at the end of a build in which at least one input was broken."""
