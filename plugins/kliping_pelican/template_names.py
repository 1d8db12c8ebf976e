"""The templates that a template names, as its syntax tree tells."""

from functools import cached_property
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError, nodes
from jinja2.meta import find_referenced_templates

from kliping.memory import Key, Memory, fingerprints, key_of

_PARTS = ("part", "parts")
"""Functions whose first argument is a template."""
_environment = Environment(autoescape=True)


def names_in(source: str) -> list[str] | None:
    """The templates that one extends, includes, imports or shows as parts, each once; None if they cannot be known.

    They cannot if its syntax is broken; the error is told when a page is made with it.
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


class Templates:
    """A theme's templates, each with all that it names."""

    def __init__(self, folder: Path, memory: Memory, engine: str) -> None:
        """`engine` says in words what fills them."""
        self._folder, self._memory, self._engine = folder, memory, engine
        self._keys: dict[str, Key] = {}
        self._names: dict[str, list[str]] = {}
        self.used: set[str] = set()
        """Those of which a key was asked for, and all that these name."""

    def key(self, name: str) -> Key:
        """The hash of a template, of all it extends, includes and imports, and of what fills it."""
        if name not in self._keys:
            names = self.closure(name)
            files = fingerprints([str(self._folder / each) for each in sorted(names)], self._memory)
            self._keys[name] = key_of(self._engine, files)
            self.used |= names
        return self._keys[name]

    def closure(self, name: str) -> set[str]:
        """Its own name and those of all it extends, includes and imports."""
        found: set[str] = set()
        waiting = [name]
        while waiting:
            current = waiting.pop()
            if current not in found:
                found.add(current)
                waiting += self._named_in(current)
        return found

    def _named_in(self, name: str) -> list[str]:
        """The templates that a template names; from memory, or found and kept there.

        One that is not there is left out: not each must be, and a page that misses it says so when it is made.
        """
        found = self._names.get(name)
        if found is None:
            key = key_of("named", self._memory.fingerprint(str(self._folder / name)))
            known = self._memory.get(key, tuple[list[str] | None])
            if known is None:
                known = (names_in((self._folder / name).read_text(encoding="utf-8")),)
                self._memory.put(key, known, small=True)
            named = self._all if known[0] is None else known[0]
            found = self._names[name] = [each for each in named if (self._folder / each).is_file()]
        return found

    @cached_property
    def _all(self) -> list[str]:
        return sorted(path.relative_to(self._folder).as_posix() for path in self._folder.rglob("*") if path.is_file())
