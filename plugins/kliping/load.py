"""Strict YAML: a file's text to a checked value, every fault with its file and line.

Scalars are read as the words that stand in the file and converted by the schema,
so `no`, `1e3` and `2024-08-19` never change meaning.
"""

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import yaml

from kliping.errors import InvalidData

T = TypeVar("T")

_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def read_yaml(path: Path, schema: type[T]) -> T:
    """The file's content as `schema`.

    Raises InvalidData with file, line and the nearest valid key when YAML or schema is broken.
    """
    return parse_yaml(path.read_bytes(), path, schema)


def parse_yaml(data: bytes | str, path: Path, schema: type[T]) -> T:
    """The same as `read_yaml` for text already in memory; `path` is for messages only."""
    try:
        root = yaml.compose(data, Loader=_Loader)
    except yaml.YAMLError as error:
        raise _syntax_error(path, error) from error
    plain = {} if root is None else _plain(root, path)
    try:
        return msgspec.convert(plain, type=schema, strict=False)
    except msgspec.ValidationError as error:
        raise _schema_error(path, root, schema, str(error)) from error


def nearest(name: str, valid: Iterable[str]) -> str:
    """A hint such as ` Did you mean \\`kumparan\\`?`, or the valid names where none is near."""
    known = sorted(valid)
    close = get_close_matches(name, known, n=1)
    if close:
        return f"Did you mean `{close[0]}`?"
    shown = ", ".join(f"`{one}`" for one in known[:12]) + (", …" if len(known) > 12 else "")
    return f"Valid here: {shown}." if known else "No name is valid here."


def line_of_key(data: bytes | str, *keys: str) -> int | None:
    """The line of a key given by its way from the root, or None where the file lacks it."""
    node = yaml.compose(data, Loader=_Loader)
    line = None
    for key in keys:
        found = _child(node, key)
        if found is None:
            return line
        line, node = found
    return line


def _plain(node: yaml.Node, path: Path) -> Any:
    if isinstance(node, yaml.MappingNode):
        out: dict[str, Any] = {}
        for key, value in node.value:
            if key.value in out:
                raise InvalidData(
                    "stands twice",
                    path=path,
                    line=key.start_mark.line + 1,
                    key=key.value,
                    advice="Keep one of the two.",
                )
            out[key.value] = _plain(value, path)
        return out
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, path) for item in node.value]
    return node.value


def _child(node: yaml.Node | None, key: str) -> tuple[int, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            if name.value == key:
                return name.start_mark.line + 1, value
    if isinstance(node, yaml.SequenceNode) and key.isdigit() and int(key) < len(node.value):
        item = node.value[int(key)]
        return item.start_mark.line + 1, item
    return None


def _syntax_error(path: Path, error: yaml.YAMLError) -> InvalidData:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or str(error)
    return InvalidData(
        f"is not YAML ({problem})",
        path=path,
        line=mark.line + 1 if mark else None,
        advice="Check indentation, colons and quotes there.",
    )


def _schema_error(path: Path, root: yaml.Node | None, schema: Any, message: str) -> InvalidData:
    problem, _, place = message.partition(" - at ")
    keys = re.findall(r"\.([^.\[\]`]+)|\[(\d+)\]", place)
    line, node = 1, root
    for name, index in keys:
        found = _child(node, name or index)
        if found is None:
            break
        line, node = found
    unknown = re.search(r"unknown field `(.*)`", problem)
    if unknown:
        found = _child(node, unknown[1])
        return InvalidData(
            "is no key known here",
            path=path,
            line=found[0] if found else line,
            key=unknown[1],
            advice=nearest(unknown[1], set(_fields(schema))),
        )
    where = "".join(f".{name}" if name else f"[{index}]" for name, index in keys).lstrip(".")
    return InvalidData(problem, path=path, line=line, key=where or None, advice="Correct the value there.")


def _fields(schema: Any) -> Iterator[str]:
    """Every key of the schema and of the schemas inside it."""
    seen: set[int] = set()
    waiting: list[Any] = [schema]
    while waiting:
        kind = waiting.pop()
        if id(kind) in seen:
            continue
        seen.add(id(kind))
        waiting.extend(getattr(kind, "__args__", ()))
        if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
            for field in msgspec.structs.fields(kind):
                yield field.encode_name
                waiting.append(field.type)
