"""What a reader can take in at once: the lines of a function and of a module, the files of a folder."""

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]
LINES_OF_MODULE, LINES_OF_FUNCTION, FILES_OF_FOLDER = 250, 40, 15
FOLDERS = ["plugins", "theme", "tests", "bench", "audit"]
IN_NUMBERS = {"cases", "golden", "locale", "outlets"}
"""Folders whose files are many of one kind."""


def modules() -> list[Path]:
    return sorted(path for folder in FOLDERS for path in (PROJECT / folder).rglob("*.py"))


def functions(source: str) -> Iterator[tuple[str, int]]:
    """Each function's name and its lines."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PROJECT)))
def test_a_module_and_its_functions_fit_on_a_few_screens(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    lines = source.count("\n")
    assert lines <= LINES_OF_MODULE
    assert [name for name, lines in functions(source) if lines > LINES_OF_FUNCTION] == []


def test_a_folder_is_read_at_a_glance() -> None:
    files = (path for folder in FOLDERS for path in (PROJECT / folder).rglob("*") if path.suffix in (".py", ".html"))
    counts = Counter(path.parent for path in files if IN_NUMBERS.isdisjoint(path.parts))
    assert [str(folder.relative_to(PROJECT)) for folder, count in counts.items() if count > FILES_OF_FOLDER] == []


def test_a_long_function_is_seen() -> None:
    assert dict(functions("class A:\n    async def f(self):\n        a = 1\n\n        return a\n")) == {"f": 4}
