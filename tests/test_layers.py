"""The layers hold: the core is below Pelican and Jinja2, and inside it and the adapter imports run one way."""

import ast
import re
import subprocess
import sys
import tomllib
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


def test_a_build_in_which_nothing_changed_loads_little_of_ours() -> None:
    """Half of the time that it takes beside Pelican's own could go into imports."""
    program = "import sys, kliping_pelican; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    loaded = run.stdout.split()
    assert "kliping_pelican.building.standstill" in loaded
    assert {"msgspec", "markdown_it", "babel", "yaml"}.isdisjoint(loaded)


def test_every_package_is_one_that_is_installed() -> None:
    """A digest in another repository has what pyproject.toml names, not what lies beside it here."""
    settings = tomllib.loads((PLUGINS.parent / "pyproject.toml").read_text(encoding="utf-8"))
    named = set(settings["tool"]["setuptools"]["packages"])
    there = {".".join(path.parent.relative_to(PLUGINS).parts) for path in PLUGINS.rglob("__init__.py")}
    assert named == {*there, "kliping_theme"}


def test_the_scan_sees_an_import_inside_a_function(tmp_path: Path) -> None:
    path = tmp_path / "late.py"
    path.write_text("def f():\n    from jinja2.ext import Extension\n    return Extension\n")
    assert list(modules_imported(path)) == ["jinja2"]


CORE = PLUGINS / "kliping"
LAYERS = (
    *("errors", "model", "web", "days", "folders", "garbage", "memory", "load", "knowledge", "sidecar"),
    *("cleaning.words", "cleaning.domains", "cleaning.nearest", "cleaning.lexicon", "cleaning.forms"),
    *("cleaning.reading", "cleaning.renderings", "cleaning.joining"),
    *(
        "cleaning.linemodel",
        "cleaning.people",
        "cleaning.masthead",
        "cleaning.overview",
        "cleaning.days",
        "cleaning.lines",
        "cleaning.page",
    ),
    *("cleaning.cuts", "cleaning.rules", "cleaning.labels"),
    *("cleaning.passages", "cleaning.provenance", "cleaning.findings", "cleaning.assemble", "cleaning"),
    *("article_json", "digest", "digest.curating", "digest.translating", "digest.kept", "pipeline"),
    *("markup", "report", "roots", "cli"),
)
"""The modules and folders of the core, from below: each may import those before it. A row is a stage of an article's way."""


def layer_of(module: str) -> int:
    """The place in LAYERS of a module, given without the package's own name: that of the nearest folder around it."""
    around = [layer for layer in LAYERS if f"{module}.".startswith(f"{layer}.")]
    return LAYERS.index(max(around, key=len))


def core_modules_run(path: Path) -> Iterator[str]:
    """The modules of the core that a file imports to run; what it imports for its types only asks for nothing."""
    nodes: list[ast.AST] = [ast.parse(path.read_text(encoding="utf-8"))]
    while nodes:
        node = nodes.pop()
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("kliping."):
            yield node.module.removeprefix("kliping.")
        if not (isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"):
            nodes += ast.iter_child_nodes(node)


@pytest.mark.parametrize("path", core_files(), ids=lambda path: str(path.relative_to(PLUGINS)))
def test_core_file_imports_nothing_above_its_layer(path: Path) -> None:
    module = ".".join(path.relative_to(CORE).with_suffix("").parts).removesuffix(".__init__")
    if module != "__init__":
        assert [name for name in core_modules_run(path) if layer_of(name) > layer_of(module)] == []


def test_the_scan_tells_layers_and_leaves_types_out(tmp_path: Path) -> None:
    assert (
        layer_of("cleaning.lexicon.hints") < layer_of("cleaning.page") < layer_of("cleaning") < layer_of("digest.kept.desk")
    )
    path = tmp_path / "late.py"
    path.write_text(
        "if TYPE_CHECKING:\n    from kliping.cli import main\n\ndef f():\n    from kliping.cleaning.page import Page\n"
    )
    assert list(core_modules_run(path)) == ["cleaning.page"]


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
