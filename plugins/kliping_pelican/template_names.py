"""The templates that a template names, as its syntax tree tells."""

from collections.abc import Callable, Iterable

from jinja2 import Environment, TemplateSyntaxError, nodes
from jinja2.meta import find_referenced_templates

_PARTS = ("part", "parts")
"""Functions whose first argument is a template."""
_environment = Environment(autoescape=True)


def names_in(source: str) -> list[str] | None:
    """The templates that one extends, includes, imports or shows as parts, each once; None where it may be any.

    Where its syntax cannot be read, it may: that is said when a page is made with it.
    """
    try:
        tree = _environment.parse(source)
    except TemplateSyntaxError:
        return None
    calls = [call for call in tree.find_all(nodes.Call) if isinstance(call.node, nodes.Name) and call.node.name in _PARTS]
    given = [call.args[0] if call.args else None for call in calls]
    shown = [first.value if isinstance(first, nodes.Const) else None for first in given]
    names = dict.fromkeys((*find_referenced_templates(tree), *shown))
    return None if None in names else [*map(str, names)]


def closure(name: str, named_in: Callable[[str], Iterable[str]]) -> set[str]:
    """A template's own name and those of all it extends, includes and imports, as `named_in` tells of each."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        current = waiting.pop()
        if current not in found:
            found.add(current)
            waiting += named_in(current)
    return found
