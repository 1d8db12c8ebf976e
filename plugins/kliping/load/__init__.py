"""Data files read: strict YAML, with every fault's file and line, and what may have been meant.

YAML's own reader is fetched when it is first needed: a build whose data files are as they were does not.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from kliping.errors import InvalidData
from kliping.load.advice import suggest
from kliping.memory import read_file

__all__ = ["line_of_key", "parse_yaml", "read_yaml", "suggest"]

T = TypeVar("T")


def read_yaml(path: Path, schema: type[T], *checks: Callable[[T], Iterable[InvalidData]]) -> T:
    """The file's content as `schema`; each check gives the faults it finds in what is sound of it.

    Raises InvalidData with all faults of YAML, schema and checks, each with file, line and what to do, and UnreadableText.
    """
    return parse_yaml(read_file(str(path)), path, schema, *checks)


def parse_yaml(data: bytes | str, path: Path, schema: type[T], *checks: Callable[[T], Iterable[InvalidData]]) -> T:
    """The same as `read_yaml` for text already in memory; `path` is for messages only."""
    from kliping.load.strict_yaml import parse

    return parse(data, path, schema, *checks)


def line_of_key(data: bytes | str, *keys: str) -> int | None:
    """The line of a key given by its way from the root, or None where the file lacks it."""
    from kliping.load.strict_yaml import line_of

    return line_of(data, *keys)
