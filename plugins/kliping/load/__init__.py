"""Reading of data files: strict YAML; each fault is reported with file, line and what may have been meant.

The YAML parser is imported when it is first needed: a build in which no data file changed does without.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from kliping.errors import InvalidData
from kliping.files import read_file
from kliping.load.advice import suggest

__all__ = ["line_of_key", "parse_yaml", "read_yaml", "spell_way", "suggest"]

T = TypeVar("T")


def read_yaml(path: Path, schema: type[T], *checks: Callable[[T], Iterable[InvalidData]]) -> T:
    """The content of a file as a value of `schema`; each check gives the faults that it finds in that value.

    Raises InvalidData with all faults of YAML, schema and checks, each with file, line and what to do, and UnreadableText
    for a file that cannot be read.
    """
    return parse_yaml(read_file(str(path)), path, schema, *checks)


def parse_yaml(data: bytes | str, path: Path, schema: type[T], *checks: Callable[[T], Iterable[InvalidData]]) -> T:
    """The same for text that is in memory already; `path` is for messages only. Raises InvalidData."""
    from kliping.load.strict_yaml import parse

    return parse(data, path, schema, *checks)


def spell_way(way: Iterable[str]) -> str:
    """Keys and places in lists as a message shows them.

    >>> spell_way(("timeline", "0", "date"))
    'timeline[0].date'
    """
    return "".join(f"[{step}]" if step.isdigit() else f".{step}" for step in way).lstrip(".")


def line_of_key(data: bytes | str, *keys: str) -> int | None:
    """The line of a key, given by the keys and places in lists that lead to it; of the last one there, if some are missing.

    None if the first of them is missing.
    """
    from kliping.load.strict_yaml import line_of

    return line_of(data, *keys)
