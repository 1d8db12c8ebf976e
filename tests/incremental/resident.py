"""A process that builds a site again and again, as `make serve` does.

Run as a program with what Pelican would be called with, it builds for each line it reads, and answers with the number of
sites that it holds in memory afterwards; `Resident` starts it and asks.
"""

import gc
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from incremental.forge import arguments


class Resident:
    """A running process that builds `site`/content into `site`/output."""

    def __init__(self, site: Path, settings: dict[str, Any]) -> None:
        called = arguments(site, "output", {**settings, "KLIPING_SERVING": True})
        with (site / "said").open("wb") as said:
            self._program = subprocess.Popen(
                [sys.executable, "-m", "incremental.resident", *called],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=said,
                text=True,
                cwd=site,
                env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[1]), "COLUMNS": "250"},
            )

    def build(self) -> int:
        """Build; how many sites the process holds then."""
        assert self._program.stdin and self._program.stdout
        self._program.stdin.write("\n")
        self._program.stdin.flush()
        return int(self._program.stdout.readline())

    def close(self) -> None:
        """End the process."""
        self._program.communicate()


def main() -> None:
    """Build for each line."""
    import pelican

    from kliping_pelican.pages.jobs import Site

    answers, sys.stdout = sys.stdout, sys.stderr
    building, _ = pelican.get_instance(pelican.parse_arguments(sys.argv[1:]))
    for _ in sys.stdin:
        building.run()
        answers.write(f"{sum(type(each) is Site for each in gc.get_objects())}\n")
        answers.flush()


if __name__ == "__main__":
    main()
