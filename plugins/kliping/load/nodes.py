"""Plain values from the nodes of a YAML file: strings, lists and mappings."""

from pathlib import Path
from typing import Any

import yaml

from kliping.errors import InvalidData


def plain_of(node: yaml.Node, path: Path, doubles: list[InvalidData], above: tuple[yaml.Node, ...] = ()) -> Any:
    """A node as a plain value; a fault for each key that stands twice is added to `doubles`.

    Raises InvalidData for a key that is no string, and for a node that contains itself.
    """
    if node in above:
        raise _wrong(node, "refers to itself", path, "Write the value out.")
    around = (*above, node)
    if isinstance(node, yaml.MappingNode):
        out: dict[str, Any] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise _wrong(key, "is no key", path, "Put words that hold braces or brackets in quotation marks.")
            if key.value in out:
                doubles.append(_wrong(key, "stands twice", path, "Keep one of the two."))
            out[key.value] = plain_of(value, path, doubles, around)
        return out
    if isinstance(node, yaml.SequenceNode):
        return [plain_of(item, path, doubles, around) for item in node.value]
    return node.value


def child_of(node: yaml.Node | None, key: str) -> tuple[int, yaml.Node] | None:
    """The line and the value of a key, or of a place in a list; None if there is no such key or place."""
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            if name.value == key:
                return line_of_node(name), value
    if isinstance(node, yaml.SequenceNode) and key.isdigit() and int(key) < len(node.value):
        item = node.value[int(key)]
        return line_of_node(item), item
    return None


def line_of_node(node: yaml.Node) -> int:
    """The line on which a node begins, counted from 1."""
    line: int = node.start_mark.line + 1
    return line


def _wrong(node: yaml.Node, problem: str, path: Path, advice: str) -> InvalidData:
    key = node.value if isinstance(node.value, str) else None
    return InvalidData(problem, path=path, line=line_of_node(node), key=key, advice=advice)
