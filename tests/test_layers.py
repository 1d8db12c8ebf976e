"""The layers hold: the core is below Pelican and Jinja2, and inside it and the adapter imports run one way."""

import ast
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

PLUGINS = Path(__file__).parent.parent / "plugins"
CORE, ADAPTER = PLUGINS / "kliping", PLUGINS / "kliping_pelican"
ABOVE_THE_CORE = {"pelican", "jinja2", "kliping_pelican"}


def modules_imported(path: Path) -> Iterator[str]:
    """The top-level names of every module a file imports, wherever in the file it does so."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.module.partition(".")[0]


def core_files() -> list[Path]:
    return sorted(CORE.rglob("*.py"))


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


@pytest.mark.parametrize(
    ("module", "without"),
    [
        ("kliping_pelican.building.build", {"msgspec", "markdown_it", "babel", "yaml"}),
        ("kliping_pelican.command", {"msgspec", "jinja2", "pelican", "dataclasses", "inspect", "shutil"}),
    ],
)
def test_a_build_in_which_nothing_changed_loads_little(module: str, without: set[str]) -> None:
    """Half of the time that it takes beside Pelican's own could go into imports."""
    run = subprocess.run(
        [sys.executable, "-c", f"import sys, {module}; print(*sys.modules)"], capture_output=True, text=True, check=True
    )
    loaded = run.stdout.split()
    assert "kliping_pelican.building.standstill" in loaded
    assert without.isdisjoint(loaded)


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


CORE_LAYERS = (
    *("errors", "model", "web", "days", "files", "garbage", "memory", "load", "knowledge", "sidecar"),
    *("cleaning.words", "cleaning.domains", "cleaning.nearest", "cleaning.lexicon", "cleaning.forms"),
    *("cleaning.reading", "cleaning.renderings", "cleaning.joining"),
    *(
        "cleaning.linemodel",
        "cleaning.people",
        "cleaning.masthead",
        "cleaning.lists",
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
ADAPTER_LAYERS = (
    *("settings_words", "parts", "configuration", "template_names"),
    *("drawings", "showing", "showing.at_a_glance"),
    *("pages.jobs", "pages.keys", "pages.pictures", "pages.frame", "citations", "feeds", "search", "pages"),
    *("articles", "building", "connections", "ahead", "command"),
)
"""Those of the adapter: its settings; what readers see; the jobs that make it; Pelican's part and the files."""


def layer_of(module: str, layers: tuple[str, ...]) -> int:
    """The place among layers of a module, given without the package's own name: that of the nearest folder around it."""
    around = [layer for layer in layers if f"{module}.".startswith(f"{layer}.")]
    return layers.index(max(around, key=len))


def modules_run(path: Path, package: str) -> Iterator[str]:
    """The modules of a package that a file imports to run; what it imports for its types only asks for nothing."""
    nodes: list[ast.AST] = [ast.parse(path.read_text(encoding="utf-8"))]
    while nodes:
        node = nodes.pop()
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith(f"{package}."):
            yield node.module.removeprefix(f"{package}.")
        if not (isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"):
            nodes += ast.iter_child_nodes(node)


def imports_from_above(path: Path, package: Path, layers: tuple[str, ...]) -> list[str]:
    """The modules that a file of a package imports although they stand above it; the package itself is above all."""
    module = ".".join(path.relative_to(package).with_suffix("").parts).removesuffix(".__init__")
    if module == "__init__":
        return []
    own = layer_of(module, layers)
    return [name for name in modules_run(path, package.name) if layer_of(name, layers) > own]


@pytest.mark.parametrize("path", core_files(), ids=lambda path: str(path.relative_to(PLUGINS)))
def test_core_file_imports_nothing_above_its_layer(path: Path) -> None:
    assert imports_from_above(path, CORE, CORE_LAYERS) == []


@pytest.mark.parametrize("path", sorted(ADAPTER.rglob("*.py")), ids=lambda path: str(path.relative_to(PLUGINS)))
def test_adapter_file_imports_nothing_above_its_layer(path: Path) -> None:
    assert imports_from_above(path, ADAPTER, ADAPTER_LAYERS) == []


def test_the_scan_tells_layers_and_leaves_types_out(tmp_path: Path) -> None:
    upwards = ("cleaning.lexicon.hints", "cleaning.page", "cleaning", "digest.kept.desk")
    places = [layer_of(module, CORE_LAYERS) for module in upwards]
    assert places == sorted(set(places))
    path = tmp_path / "late.py"
    path.write_text(
        "if TYPE_CHECKING:\n    from kliping.cli import main\n\ndef f():\n    from kliping.cleaning.page import Page\n"
    )
    assert list(modules_run(path, "kliping")) == ["cleaning.page"]


def test_the_scan_sees_an_import_from_above(tmp_path: Path) -> None:
    path = tmp_path / "kliping_pelican" / "drawings" / "cards.py"
    path.parent.mkdir(parents=True)
    path.write_text("from kliping_pelican.configuration import Configuration\nfrom kliping_pelican.showing import words\n")
    assert imports_from_above(path, tmp_path / "kliping_pelican", ADAPTER_LAYERS) == ["showing"]
