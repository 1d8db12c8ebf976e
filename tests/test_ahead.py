"""The command `kliping-build` sees by itself that nothing changed, and else leaves everything to Pelican."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from newsroom.sites import LEAN, PROJECT, TINY

UNCHANGED = "nothing changed"
PROGRAM = """
import sys
from kliping_pelican.command import main
main()
print("without Pelican" if "pelican" not in sys.modules else "with Pelican")
"""


def build(site: Path, *options: str, **environment: str) -> tuple[int, str]:
    """The exit status of the command in a folder, and what was said."""
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM, "content", "-s", "own.py", "-o", "output", *options],
        cwd=site,
        env={**os.environ, "COLUMNS": "250", "KLIPING_SITEURL": "https://tiny.example", **LEAN, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    return run.returncode, run.stdout + run.stderr


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that was built once."""
    site = tmp_path_factory.mktemp("ahead") / "site"
    shutil.copytree(TINY, site / "content")
    folder = str(PROJECT / "tests/sites")
    text = f"import sys\nsys.path.insert(0, {folder!r})\nfrom pelicanconf import *\nCACHE_PATH = 'cache'\n"
    (site / "own.py").write_text(text, encoding="utf-8")
    status, said = build(site)
    assert status == 0, said
    assert UNCHANGED not in said
    return site


def page(site: Path) -> Path:
    return site / "output/id/articles/2024-08-20-desa-banjir/index.html"


def shows(site: Path, words: str) -> bool:
    return words in page(site).read_text(encoding="utf-8")


def test_pelican_is_not_loaded_where_nothing_changed(built: Path) -> None:
    status, said = build(built)
    assert (status, said.split("\n")) == (0, ["Done: nothing changed since the last build.", "without Pelican", ""])


def test_whatever_changed_is_seen(built: Path) -> None:
    before = page(built).read_bytes()
    page(built).write_bytes(b"")
    assert UNCHANGED not in build(built)[1]
    assert page(built).read_bytes() == before
    article = built / "content/articles/2024-08-20-desa-banjir.txt"
    article.write_text(article.read_text(encoding="utf-8").replace("merendam", "melanda"), encoding="utf-8")
    assert UNCHANGED not in build(built)[1]
    assert shows(built, "melanda jalan")
    assert UNCHANGED not in build(built, KLIPING_SITEURL="https://moved.example")[1]
    assert shows(built, "https://moved.example")
    (built / "own.py").write_text((built / "own.py").read_text() + "SITENAME = 'Renamed'\n")
    assert UNCHANGED not in build(built)[1]
    assert shows(built, "Renamed")


def test_what_asks_for_more_than_a_build_is_left_to_pelican(built: Path) -> None:
    for option in ("--version", "--verbose", "-qv"):
        status, said = build(built, option)
        assert status == 0, said
        assert "without Pelican" not in said


def test_a_broken_build_fails(built: Path, tmp_path: Path) -> None:
    site = Path(shutil.copytree(built, tmp_path / "site"))
    (site / "content/vocabulary.yml").write_text("people: [", encoding="utf-8")
    status, said = build(site)
    assert status == 1
    assert "vocabulary.yml" in said


def test_settings_that_cannot_be_read_are_told_by_pelican(built: Path, tmp_path: Path) -> None:
    site = Path(shutil.copytree(built, tmp_path / "site"))
    (site / "own.py").write_text("raise ValueError('no settings today')\n", encoding="utf-8")
    status, said = build(site)
    assert status == 1
    assert "CRITICAL" in said
    assert "no settings today" in said


def test_a_function_in_the_settings_may_have_changed_unseen(built: Path, tmp_path: Path) -> None:
    """Where programs lie in memory as they did before, a function's address stays though its code changes."""
    site = Path(shutil.copytree(built, tmp_path / "site"))
    article = Path(shutil.copytree(PROJECT / "theme", site / "theme")) / "templates/article/article.html"
    article.write_text(
        article.read_text(encoding="utf-8").replace("{{ view.body }}", "{{ view.body | shout }}"), encoding="utf-8"
    )
    settings = (site / "own.py").read_text(encoding="utf-8")
    for end in ("at first", "at last"):
        shout = (
            f"class Shout:\n  __repr__ = lambda self: '<Shout at 0x7f>'\n  __call__ = lambda self, body: body + '{end}'\n"
        )
        (site / "own.py").write_text(
            f"{settings}THEME = 'theme'\n{shout}JINJA_FILTERS = {{'shout': Shout()}}\n", encoding="utf-8"
        )
        status, said = build(site)
        assert status == 0, said
        assert shows(site, end)
