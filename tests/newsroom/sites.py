"""A content folder to a built site, made as a curator makes it: in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

from bs4 import BeautifulSoup
from msgspec import Struct
from site_checks.site import Site

SITES = Path(__file__).parents[1] / "sites"
PROJECT = SITES.parents[1]
CONTENT = PROJECT / "content"
TINY = SITES / "tiny"
ADDRESS = "https://tiny.example"


LEAN = {"KLIPING_WITHOUT": "search cards manifest"}
"""Surroundings of a build that leaves out what takes longest."""


class Built(Struct, frozen=True):
    """What a build left and said."""

    site: Site
    status: int
    said: str


def build(
    content: Path, output: Path, address: str = ADDRESS, cwd: Path = PROJECT, setting: str | None = None, **environment: str
) -> Built:
    """The site of a content folder; `setting` is one more, as Pelican's command line takes it."""
    settings = str(SITES / "pelicanconf.py")
    extra = [f'CACHE_PATH="{output}.cache"', *([setting] if setting else [])]
    command = [sys.executable, "-m", "pelican", str(content), "--settings", settings, "--output", str(output)]
    surroundings = os.environ | {"COLUMNS": "250", "KLIPING_SITEURL": address} | environment
    surroundings["PYTHONPATH"] = os.pathsep.join(filter(None, (environment.get("PYTHONPATH"), os.environ.get("PYTHONPATH"))))
    run = subprocess.run(
        [*command, "--extra-settings", *extra], cwd=cwd, env=surroundings, capture_output=True, text=True, check=False
    )
    return Built(Site(root=output, address=address), run.returncode, run.stdout + run.stderr)


def sound(built: Built) -> Site:
    """The site of a build that met nothing wrong."""
    assert built.status == 0, built.said
    return built.site


def soup(site: Site, path: str) -> BeautifulSoup:
    """A page, parsed."""
    return BeautifulSoup(site.text(path), "html.parser")


def written(site: Site) -> dict[str, bytes]:
    """Every file of a site."""
    return {path: (site.root / path).read_bytes() for path in site.files()}
