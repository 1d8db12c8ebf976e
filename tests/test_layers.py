"""The layers hold: the core is below Pelican and Jinja2, and needs neither to be imported."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PLUGINS = Path(__file__).parent.parent / "plugins"
ABOVE_THE_CORE = {"pelican", "jinja2", "kliping_pelican"}


def modules_imported(path: Path) -> Iterator[str]:
    """The top-level names of every module a file imports, wherever in the file it does so."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.module.partition(".")[0]


def core_files() -> list[Path]:
    return sorted((PLUGINS / "kliping").rglob("*.py"))


@pytest.mark.parametrize("path", core_files(), ids=lambda path: str(path.relative_to(PLUGINS)))
def test_core_file_imports_nothing_above_it(path: Path) -> None:
    assert ABOVE_THE_CORE.isdisjoint(modules_imported(path))


def test_importing_the_core_loads_nothing_above_it() -> None:
    """Asked of a fresh interpreter, so that what a library imports counts too."""
    names = [".".join(path.relative_to(PLUGINS).with_suffix("").parts) for path in core_files()]
    names = [name.removesuffix(".__init__") for name in names if not name.endswith("__main__")]
    program = "import sys\n" + "".join(f"import {name}\n" for name in names) + "print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    loaded = {name.partition(".")[0] for name in run.stdout.split()}
    assert "kliping" in loaded
    assert ABOVE_THE_CORE.isdisjoint(loaded)


def test_the_scan_sees_an_import_inside_a_function(tmp_path: Path) -> None:
    path = tmp_path / "late.py"
    path.write_text("def f():\n    from jinja2.ext import Extension\n    return Extension\n")
    assert list(modules_imported(path)) == ["jinja2"]


ADAPTER = PLUGINS / "kliping_pelican"
ABOVE = {
    "showing": ("pages", "citations", "feeds", "search", "building"),
    "drawings": ("pages", "citations", "feeds", "search", "building"),
    "pages": ("building",),
    "citations": ("building",),
    "feeds": ("building",),
    "search": ("building",),
}
"""The parts of the adapter that stand above each of its parts."""


@pytest.mark.parametrize("part", ABOVE)
def test_no_part_of_the_adapter_imports_one_above_it(part: str) -> None:
    for path in sorted((ADAPTER / part).rglob("*.py")):
        imported = set(re.findall(r"kliping_pelican\.(\w+)", path.read_text(encoding="utf-8")))
        assert imported.isdisjoint(ABOVE[part]), path
