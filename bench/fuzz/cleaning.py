#!/usr/bin/env python3
"""Looks for bytes that the cleaner cannot bear: `cleaning.py FINDINGS [CORPUS…] [options of libFuzzer]`.

Any bytes are cleaned as a text file and as an HTML page, and must keep the laws of `tests/cleaning_laws.py`.
A finding is the input itself, kept in the folder FINDINGS once for each place in the code that it comes from, so that a
run goes on after the first; a hang ends the run, and libFuzzer keeps its input.
"""

import re
import sys
import traceback
from pathlib import Path

import atheris

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests"))

with atheris.instrument_imports(include=["kliping.cleaning", "bs4"]):
    from cleaning_laws import broken_laws

    from kliping.knowledge import load_knowledge

NAMES = ("fuzz.txt", "fuzz.html")
KNOWLEDGE = load_knowledge()


def main() -> None:
    """Run until libFuzzer's limits."""
    findings = Path(sys.argv.pop(1))
    findings.mkdir(parents=True, exist_ok=True)
    atheris.Setup(sys.argv, lambda data: try_one(data, findings))
    atheris.Fuzz()


def try_one(data: bytes, findings: Path) -> None:
    """Keep the bytes where they break a law or raise what is no error of ours."""
    for name in NAMES:
        try:
            for broken in broken_laws(data, name, KNOWLEDGE):
                _keep(data, findings, broken.partition(":")[0], broken)
        except Exception as error:  # noqa: BLE001  # whatever it is, it is a finding
            frame = traceback.extract_tb(error.__traceback__)[-1]
            _keep(data, findings, f"{type(error).__name__} {Path(frame.filename).stem} {frame.name}", traceback.format_exc())


def _keep(data: bytes, findings: Path, kind: str, story: str) -> None:
    path = findings / re.sub(r"\W+", "-", kind)
    if not path.exists():
        path.write_bytes(data)
        path.with_suffix(".story").write_text(story, encoding="utf-8", errors="replace")
        sys.stderr.write(f"FINDING {path.name}\n")


if __name__ == "__main__":
    main()
