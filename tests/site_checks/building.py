"""Settings and an address to a built site, made as a deployer makes it: in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

from site_checks.site import Site

PROJECT = Path(__file__).parents[2]


def build_site(output: Path, address: str, settings: str = "publishconf.py", **environment: str) -> Site:
    """The project's own content, built for an address; any warning fails."""
    command = [
        sys.executable,
        "-m",
        "pelican",
        "content",
        "--settings",
        settings,
        "--output",
        str(output),
        "--log-handler",
        "plain",
    ]
    run = subprocess.run(
        [*command, "--fatal", "warnings"],
        cwd=PROJECT,
        env=os.environ | {"KLIPING_SITEURL": address} | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode:
        raise RuntimeError(f"the site for {address or 'a local folder'} was not built:\n{run.stdout}\n{run.stderr}")
    return Site(root=output, address=address)
