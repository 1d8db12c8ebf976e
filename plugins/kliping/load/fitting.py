"""A YAML file compared with the schema that it breaks: every fault, and what is sound without them."""

import re
from collections.abc import Collection, Iterator
from difflib import get_close_matches
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

import msgspec
import yaml
from msgspec import Struct

from kliping.errors import InvalidData
from kliping.load.advice import suggest
from kliping.load.nodes import line_of_node, plain_of

_EXPECTED = {
    "array": ("is no list", "Write it as `[one, another]`, or each on a line of its own behind a hyphen."),
    "bool": ("is neither `true` nor `false`", "Write one of them."),
    "int": ("is no whole number", "Write it in digits."),
    "object": ("has no keys", "Write each thing said of it as `key: value`."),
    "str": ("is not words alone", "Put words that hold braces, brackets or a colon in quotation marks."),
}
"""By the type that msgspec expected: what is wrong and what to do, in words for those who write such files."""


class TypedNode(Struct, frozen=True):
    """A node of the file, and the type that must stand there."""

    node: yaml.Node
    kind: Any
    line: int
    way: str = ""
    """The keys and places in lists that lead to it, as a message shows them."""


def fit(root: yaml.Node, schema: Any, path: Path) -> tuple[Any, list[InvalidData]]:
    """The sound parts of a file as plain values, None if they do not satisfy the schema, and every fault.

    A fault takes away the smallest part that can be missing: a field of the file, or one entry of many.
    """
    typed = TypedNode(root, schema, line_of_node(root))
    sound, faults = _fit(typed, path)
    return sound if sound is not None else _without_faults(typed, path), faults


def _fit(typed: TypedNode, path: Path) -> tuple[Any, list[InvalidData]]:
    plain = plain_of(typed.node, path, [])
    problem = _problem(plain, typed.kind)
    if problem is None:
        return plain, []
    below = [fault for _, inner in _inside(typed) for fault in _fit(inner, path)[1]]
    faults = [*_strange(typed, path), *_lacking(typed, path), *below] or [_told(typed, problem, path)]
    return _without_faults(typed, path) if _holds_many(typed.kind) else None, faults


def _without_faults(typed: TypedNode, path: Path) -> Any:
    """The sound entries of a mapping; None if they do not satisfy the schema."""
    if not isinstance(typed.node, yaml.MappingNode):
        return None
    parts = {key: _fit(inner, path)[0] for key, inner in _inside(typed)}
    sound = {key: part for key, part in parts.items() if part is not None}
    return sound if _problem(sound, typed.kind) is None else None


def _holds_many(kind: Any) -> bool:
    """Whether the type is a mapping of names to things, each of which can be missing."""
    return any(get_origin(one) is dict and _is_struct(get_args(one)[1]) for one in _choices(kind))


def _problem(plain: Any, kind: Any) -> str | None:
    """The first thing that msgspec finds wrong; None if nothing is."""
    try:
        msgspec.convert(plain, type=kind, strict=False)
    except msgspec.ValidationError as error:
        return str(error).partition(" - at ")[0]
    return None


def _inside(typed: TypedNode) -> Iterator[tuple[str, TypedNode]]:
    """The entries of a mapping whose keys are known, or the items of a list; of neither where the other must stand."""
    is_list = any(get_origin(one) in (tuple, list) for one in _choices(typed.kind))
    if isinstance(typed.node, yaml.MappingNode) and not is_list:
        for name, value in typed.node.value:
            kind = _schema_of(typed.kind, name.value)
            if kind is not None:
                yield name.value, TypedNode(value, kind, line_of_node(name), f"{typed.way}.{name.value}".lstrip("."))
    if isinstance(typed.node, yaml.SequenceNode) and is_list:
        for number, item in enumerate(typed.node.value):
            kind = _schema_of(typed.kind, str(number))
            if kind is not None:
                yield str(number), TypedNode(item, kind, line_of_node(item), f"{typed.way}[{number}]")


def _strange(typed: TypedNode, path: Path) -> Iterator[InvalidData]:
    """A fault for each unknown key."""
    known = _keys(typed.kind)
    keys_of = next((get_args(one)[0] for one in _choices(typed.kind) if get_origin(one) is dict), None)
    for name, _ in typed.node.value if isinstance(typed.node, yaml.MappingNode) else ():
        line, key = line_of_node(name), name.value
        if known and key not in known:
            yield InvalidData("is no key known here", path=path, line=line, key=key, advice=suggest(key, known))
        problem = _problem(key, keys_of) if keys_of is not None else None
        if problem is not None:
            yield _told(TypedNode(name, keys_of, line, f"{typed.way}.{key}".lstrip(".")), problem, path)


def _lacking(typed: TypedNode, path: Path) -> Iterator[InvalidData]:
    """A fault for each required key that is missing; a misspelt one is reported as unknown already."""
    if isinstance(typed.node, yaml.MappingNode):
        there, known = {name.value for name, _ in typed.node.value}, _keys(typed.kind)
        meant = {close for name in there - known for close in get_close_matches(name, sorted(known), n=1)}
        for field in _fields(typed.kind):
            if field.required and field.encode_name not in there | meant:
                problem = f"lacks `{field.encode_name}`"
                yield InvalidData(problem, path=path, line=typed.line, key=typed.way or None, advice="Add it.")


def _told(typed: TypedNode, problem: str, path: Path) -> InvalidData:
    """The fault of a single value, from what msgspec says of it."""
    choice = re.fullmatch(r"Invalid enum value '(.*)'", problem)
    if choice:
        names = (name for one in _choices(typed.kind) for name in get_args(one) if isinstance(name, str))
        problem, advice = f"`{choice[1]}` is no word known here", suggest(choice[1], names)
    else:
        written = f"`{typed.node.value}`" if isinstance(typed.node, yaml.ScalarNode) else ""
        problem, advice = _formed(problem, written, typed.kind) or _plainly(problem, written, _keys(typed.kind))
    return InvalidData(problem, path=path, line=typed.line, key=typed.way or None, advice=advice)


def _formed(problem: str, written: str, kind: Any) -> tuple[str, str] | None:
    """What is wrong with a value of the right type in a wrong form, and what to do; None if its schema has no examples."""
    examples = [str(each) for one in _choices(kind) if isinstance(one, msgspec.Meta) for each in one.examples or ()]
    if not examples or not re.match(r"Expected `\w+` (?:matching|[<>])", problem):
        return None
    return f"{written} has another form than it must", f"Write it like {' or '.join(f'`{each}`' for each in examples)}."


def _plainly(problem: str, written: str, keys: Collection[str]) -> tuple[str, str]:
    """What msgspec says of a value, without its words for types, and what to do; `keys` are valid there."""
    if problem == "Invalid RFC3339 encoded date":
        return f"{written} is no day".lstrip(), "Write it as 2026-11-24."
    expected = re.fullmatch(r"Expected `(\w+)(?: \| null)?`, got `\w+`", problem)
    if expected and expected[1] in _EXPECTED:
        wrong, advice = _EXPECTED[expected[1]]
        return f"{written} {wrong}".lstrip(), f"{advice} {suggest('', keys)}" if keys else advice
    return problem, "Correct the value there."


def _choices(kind: Any) -> Iterator[Any]:
    """The types that a union consists of, or that a constraint is put on."""
    if get_origin(kind) in (Union, UnionType, Annotated):
        for choice in get_args(kind):
            yield from _choices(choice)
    else:
        yield kind


def _schema_of(kind: Any, key: str) -> Any:
    """The type of a field of a struct, of a value of a mapping or of an item of a list; None for a key that is unknown."""
    for choice in _choices(kind):
        if _is_struct(choice):
            return next((each.type for each in msgspec.structs.fields(choice) if each.encode_name == key), None)
        if get_origin(choice) is dict:
            of_key, of_value = get_args(choice)
            return of_value if _problem(key, of_key) is None else None
        if get_origin(choice) in (tuple, list):
            return get_args(choice)[0]
    return None


def _fields(kind: Any) -> Iterator[msgspec.structs.FieldInfo]:
    for one in _choices(kind):
        if _is_struct(one):
            yield from msgspec.structs.fields(one)


def _keys(kind: Any) -> set[str]:
    return {field.encode_name for field in _fields(kind)}


def _is_struct(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Struct)
