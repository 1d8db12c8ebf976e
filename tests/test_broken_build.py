"""A broken file never takes the others down, and never reaches the public site: the real content, broken in a copy."""

import shutil
from pathlib import Path

import pytest
from site_checks.building import CONTENT, Run, run_pelican

ADDRESS = "http://digest.example"
CITED = "2024-08-19-kumparan-putin-berkunjung-ke-baku"
"""An article whose paragraphs a topic's timeline cites."""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the digest, free to be broken."""
    return Path(shutil.copytree(CONTENT, tmp_path / "content"))


def append(path: Path, words: str) -> int:
    """Adds a line to a file; its number."""
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}{words}\n", encoding="utf-8")
    return text.count("\n") + 1


def build(content: Path, settings: str) -> Run:
    return run_pelican(content.parent / "output", settings, content=content, KLIPING_SITEURL=ADDRESS)


def test_every_broken_file_is_named_and_the_rest_is_built(content: Path) -> None:
    sidecar, topic = content / "articles" / f"{CITED}.yml", content / "topics" / "peace-process.yml"
    lines = {path: append(path, "colour: red") for path in (sidecar, topic)}
    run = build(content, "pelicanconf.py")
    said = run.stdout + run.stderr
    assert run.returncode == 1, said
    assert "Traceback" not in said
    for path, line in lines.items():
        assert f"{path.relative_to(content.parent)}:{line}" in said
    pages = content.parent / "output" / "en" / "articles"
    built = {path.name for path in pages.iterdir()}
    assert built == {path.stem for path in (content / "articles").glob("*.txt")} - {CITED}


def test_a_broken_file_keeps_the_public_site_as_it_was(content: Path) -> None:
    first = build(content, "publishconf.py")
    assert first.returncode == 0, first.stdout + first.stderr
    output = content.parent / "output"
    before = {path: path.read_bytes() for path in output.rglob("*") if path.is_file()}
    append(content / "outlets.yml", "colour: red")
    assert build(content, "publishconf.py").returncode == 1
    assert {path: path.read_bytes() for path in output.rglob("*") if path.is_file()} == before


def test_a_public_build_needs_an_address(tmp_path: Path) -> None:
    run = run_pelican(tmp_path / "output", "publishconf.py", KLIPING_SITEURL="")
    assert run.returncode == 1
    assert "KLIPING_SITEURL" in run.stdout + run.stderr
