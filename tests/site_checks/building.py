"""Settings and an address to a built site, made as a deployer makes it: in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

from site_checks.site import Site

PROJECT = Path(__file__).parents[2]
CONTENT = PROJECT / "content"
Run = subprocess.CompletedProcess[str]


def build_site(output: Path, address: str, settings: str = "publishconf.py", **environment: str) -> Site:
    """The project's own content, built for an address; any warning fails."""
    run = run_pelican(output, settings, "--fatal", "warnings", KLIPING_SITEURL=address, **environment)
    if run.returncode:
        raise RuntimeError(f"the site for {address or 'a local folder'} was not built:\n{run.stdout}\n{run.stderr}")
    return Site(root=output, address=address)


def run_pelican(output: Path, settings: str, *options: str, content: Path = CONTENT, **environment: str) -> Run:
    """The finished run of Pelican over some content, with what it said on lines of any width."""
    command = [sys.executable, "-m", "pelican", str(content), "--settings", settings, "--output", str(output), *options]
    surroundings = os.environ | {"COLUMNS": "250"} | environment
    return subprocess.run(command, cwd=PROJECT, env=surroundings, capture_output=True, text=True, check=False)
