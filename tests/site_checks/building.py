"""Settings and an address to a built site, made as a deployer makes it: in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

from site_checks.site import Site

PROJECT = Path(__file__).parents[2]
CONTENT = PROJECT / "content"
Run = subprocess.CompletedProcess[str]


def build_site(
    output: Path, address: str, settings: str = "publishconf.py", content: Path = CONTENT, **environment: str
) -> Site:
    """The project's own content, or a copy of it, built for an address; any warning fails."""
    options = ("--fatal", "warnings")
    run = run_pelican(output, settings, *options, content=content, KLIPING_SITEURL=address, **environment)
    if run.returncode:
        raise RuntimeError(f"the site for {address or 'a local folder'} was not built:\n{run.stdout}\n{run.stderr}")
    return Site(root=output, address=address)


def run_pelican(output: Path, settings: str, *options: str, content: Path = CONTENT, **environment: str) -> Run:
    """The finished run of Pelican over some content, with what it said on lines of any width.

    What a build remembers lies beside its output: the first into a folder is made from nothing.
    """
    command = [sys.executable, "-m", "pelican", str(content), "--settings", settings, "--output", str(output)]
    memory = f'CACHE_PATH="{output}.cache"'
    surroundings = os.environ | {"COLUMNS": "250"} | environment
    command += ["--extra-settings", memory, *options]
    return subprocess.run(command, cwd=PROJECT, env=surroundings, capture_output=True, text=True, check=False)
