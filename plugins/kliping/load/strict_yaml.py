"""Strict YAML: a file's text to a checked value, every fault with its file and line.

Scalars are read as the words that stand in the file and converted by the schema,
so `no`, `1e3` and `2024-08-19` never change meaning.
"""

import re
from collections.abc import Collection, Iterator
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

import msgspec
import yaml
from yaml.reader import ReaderError

from kliping.errors import InvalidData
from kliping.load import nearest

T = TypeVar("T")

_STEP = re.compile(r"\.([^.\[\]`]+)|\[(\d+|\.\.\.)\]")

_EXPECTED = {
    "array": ("is no list", "Write it as `[one, another]`, or each on a line of its own behind a hyphen."),
    "bool": ("is neither `true` nor `false`", "Write one of them."),
    "int": ("is no whole number", "Write it in digits."),
    "object": ("has no keys", "Write each thing said of it as `key: value`."),
    "str": ("is not words alone", "Put words that hold braces, brackets or a colon in quotation marks."),
}
"""By what msgspec expected, what is wrong and what to do, in words of those who write such files."""

_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def parse(data: bytes | str, path: Path, schema: type[T]) -> T:
    """A text's content as `schema`; `path` is for messages only.

    Raises InvalidData with file, line and the nearest valid key when YAML or schema is broken.
    """
    try:
        root = yaml.compose(data, Loader=_Loader)
    except yaml.YAMLError as error:
        raise _syntax_error(data, path, error) from error
    if root is None or root.value == "":
        root = yaml.MappingNode("", [], yaml.Mark("", 0, 0, 0, "", 0))
    try:
        return msgspec.convert(_plain(root, path), type=schema, strict=False)
    except msgspec.ValidationError as error:
        raise _schema_error(path, root, schema, str(error)) from error


def line_of(data: bytes | str, *keys: str) -> int | None:
    """The line of a key given by its way from the root, or None where the file lacks it."""
    node = yaml.compose(data, Loader=_Loader)
    line = None
    for key in keys:
        found = _child(node, key)
        if found is None:
            return line
        line, node = found
    return line


def _plain(node: yaml.Node, path: Path, above: tuple[yaml.Node, ...] = ()) -> Any:
    if node in above:
        raise _wrong_node("refers to itself", path, node, "Write the value out.")
    around = (*above, node)
    if isinstance(node, yaml.MappingNode):
        out: dict[str, Any] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise _wrong_node("is no key", path, key, "Put words that hold braces or brackets in quotation marks.")
            if key.value in out:
                raise _wrong_node("stands twice", path, key, "Keep one of the two.")
            out[key.value] = _plain(value, path, around)
        return out
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, path, around) for item in node.value]
    return node.value


def _wrong_node(problem: str, path: Path, node: yaml.Node, advice: str) -> InvalidData:
    key = node.value if isinstance(node.value, str) else None
    return InvalidData(problem, path=path, line=node.start_mark.line + 1, key=key, advice=advice)


def _child(node: yaml.Node | None, key: str) -> tuple[int, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            if name.value == key:
                return name.start_mark.line + 1, value
    if isinstance(node, yaml.SequenceNode) and key.isdigit() and int(key) < len(node.value):
        item = node.value[int(key)]
        return item.start_mark.line + 1, item
    return None


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


def _schema_error(path: Path, root: yaml.Node, schema: Any, message: str) -> InvalidData:
    problem, _, place = message.partition(" - at ")
    line, node, kind, way = _locate(root, schema, path, place)
    unknown = re.search(r"unknown field `(.*)`", problem)
    if unknown:
        found = _child(node, unknown[1])
        return InvalidData(
            "is no key known here",
            path=path,
            line=found[0] if found else line,
            key=unknown[1],
            advice=nearest(unknown[1], _keys(kind)),
        )
    choice = re.fullmatch(r"Invalid enum value '(.*)'", problem)
    if choice:
        names = (name for one in _choices(kind) for name in get_args(one) if isinstance(name, str))
        return InvalidData(
            f"`{choice[1]}` is no word known here", path=path, line=line, key=way or None, advice=nearest(choice[1], names)
        )
    of_key = place.startswith("`key`")
    problem, advice = _plainly(problem, "one of its keys" if of_key else _written(node), () if of_key else _keys(kind))
    return InvalidData(problem, path=path, line=line, key=way or None, advice=advice)


def _written(node: yaml.Node) -> str:
    return f"`{node.value}`" if isinstance(node, yaml.ScalarNode) else ""


def _plainly(problem: str, written: str, keys: Collection[str]) -> tuple[str, str]:
    """What msgspec says of what is `written`, without its words for types, and what to do; `keys` are valid there."""
    lacking = re.fullmatch(r"Object missing required field `(.*)`", problem)
    if lacking:
        return f"lacks `{lacking[1]}`", "Add it."
    if problem == "Invalid RFC3339 encoded date":
        return f"{written} is no day".lstrip(), "Write it as 2026-11-24."
    expected = re.fullmatch(r"Expected `(\w+)(?: \| null)?`, got `\w+`", problem)
    if expected and expected[1] in _EXPECTED:
        wrong, advice = _EXPECTED[expected[1]]
        return f"{written} {wrong}".lstrip(), f"{advice} {nearest('', keys)}" if keys else advice
    return problem, "Correct the value there."


def _locate(root: yaml.Node, schema: Any, path: Path, place: str) -> tuple[int, yaml.Node, Any, str]:
    """Line, node, schema and way from the root of a place such as `$.outlets[...].claims[1]`."""
    line, node, kind, way = root.start_mark.line + 1, root, schema, ""
    for name, index in _STEP.findall(place):
        key = name or (_first_wrong(node, kind, path) if index == "..." else index)
        found = _child(node, key)
        if found is None:
            break
        way += f"[{key}]" if isinstance(node, yaml.SequenceNode) else f".{key}"
        line, node = found
        kind = _schema_of(kind, key)
    return line, node, kind, way.lstrip(".")


def _first_wrong(node: yaml.Node, kind: Any, path: Path) -> str:
    """The key of the first value that breaks the schema: msgspec does not say which of a mapping's it was."""
    for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
        try:
            msgspec.convert(_plain(value, path), type=_schema_of(kind, key.value), strict=False)
        except msgspec.ValidationError:
            return str(key.value)
    return ""


def _choices(kind: Any) -> Iterator[Any]:
    """The schemas that a union, or a constrained one, stands for."""
    if get_origin(kind) in (Union, UnionType, Annotated):
        for choice in get_args(kind):
            yield from _choices(choice)
    else:
        yield kind


def _schema_of(kind: Any, key: str) -> Any:
    """The schema of a struct's field, a mapping's value or a list's item."""
    for choice in _choices(kind):
        if _is_struct(choice):
            return next((each.type for each in msgspec.structs.fields(choice) if each.encode_name == key), Any)
        if get_origin(choice) in (dict, tuple, list):
            return get_args(choice)[1 if get_origin(choice) is dict else 0]
    return Any


def _keys(kind: Any) -> set[str]:
    return {each.encode_name for one in _choices(kind) if _is_struct(one) for each in msgspec.structs.fields(one)}


def _is_struct(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct)
