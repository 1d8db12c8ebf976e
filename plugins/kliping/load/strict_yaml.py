"""Strict YAML: from the text of a file to a checked value, or to faults with file and line.

Scalars are read as the strings that stand in the file, and converted by the schema only,
so that `no`, `1e3` and `2024-08-19` never change their meaning.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import yaml
from yaml.reader import ReaderError

from kliping.errors import InvalidData, as_one
from kliping.load.nodes import child_of, plain_of

T = TypeVar("T")

_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def parse(data: bytes | str, path: Path, schema: type[T], *checks: Callable[[T], Iterable[InvalidData]]) -> T:
    """The content of a text as a value of `schema`; `path` is for messages only.

    Raises InvalidData with file, line and what to do when the YAML or the schema is broken or a check finds a fault; one
    error has all faults. Checks are only shown the sound parts.
    """
    try:
        root = yaml.compose(data, Loader=_Loader)
    except yaml.YAMLError as error:
        raise _syntax_error(data, path, error) from error
    if root is None or root.value == "":
        root = yaml.MappingNode("", [], yaml.Mark("", 0, 0, 0, "", 0))
    faults: list[InvalidData] = []
    plain = plain_of(root, path, faults)
    try:
        value = msgspec.convert(plain, type=schema, strict=False)
    except msgspec.ValidationError as error:
        raise as_one([*faults, *_all_faults(root, path, schema, checks)]) from error
    faults += (fault for check in checks for fault in check(value))
    if faults:
        raise as_one(faults)
    return value


def line_of(data: bytes | str, *keys: str) -> int | None:
    """The line of a key, given by the keys and places in lists that lead to it; of the last one that is there, or None."""
    node = yaml.compose(data, Loader=_Loader)
    line = None
    for key in keys:
        found = child_of(node, key)
        if found is None:
            return line
        line, node = found
    return line


def _syntax_error(data: bytes | str, path: Path, error: yaml.YAMLError) -> InvalidData:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or str(error).partition("\n")[0]
    if isinstance(error, ReaderError):
        raw = data.encode() if isinstance(data, str) else data
        line = raw[: error.position].count(b"\n") + 1
        return InvalidData(
            f"is not text ({error.reason})", path=path, line=line, advice="Save it as UTF-8, without control characters."
        )
    return InvalidData(
        f"is not YAML ({problem})",
        path=path,
        line=mark.line + 1 if mark else None,
        advice="Check indentation, colons and quotes there.",
    )


def _all_faults(
    root: yaml.Node, path: Path, schema: type[T], checks: Iterable[Callable[[T], Iterable[InvalidData]]]
) -> list[InvalidData]:
    """All that breaks the schema, and the faults that checks find in the rest."""
    from kliping.load.fitting import fit  # files in order do not need it

    sound, faults = fit(root, schema, path)
    if sound is not None:
        value = msgspec.convert(sound, type=schema, strict=False)
        faults += (fault for check in checks for fault in check(value))
    return faults
