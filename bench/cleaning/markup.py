#!/usr/bin/env python3
"""Scores the cleaner on HTML pages whose bodies are known: `markup.py --docs FILE… [--worst N]`.

Pages come as JSON lines, as `score.py` has them, with the file of the HTML page in `path`, counted from the file that names
it; it may be compressed with gzip. A page counts as losing where more than a twentieth is missing of what whole lines of its
text, form B, could give.
"""

import argparse
import gzip
import json
import sys
from collections import defaultdict
from pathlib import Path
from statistics import mean
from typing import Any

from score import Score, means, score

from kliping.cleaning import clean
from kliping.knowledge import Knowledge, load_knowledge

GZIP = b"\x1f\x8b"


def main() -> None:
    """Score what the command line names and print a line for each set."""
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("--docs", type=Path, nargs="+", required=True)
    reader.add_argument("--worst", type=int, default=0, help="also name the N worst pages of each set")
    asked = reader.parse_args()
    knowledge = load_knowledge()
    by_set: dict[str, list[Score]] = defaultdict(list)
    for docs in asked.docs:
        with docs.open(encoding="utf-8") as lines:
            for page in map(json.loads, lines):
                by_set[page["set"]].append(_score(page, docs.parent / page["path"], knowledge))
    sys.stdout.write("| set | pages | P | R | F1 | F1 ≥ .95 | lost > 5 % |\n|---|---|---|---|---|---|---|\n")
    for name, scores in by_set.items():
        precision, recall, f1 = means(scores)
        good, lost = mean(one.f1 >= 0.95 for one in scores), mean(one.lost for one in scores)
        cells = " | ".join(f"{one:.3f}" for one in (precision, recall, f1, good, lost))
        sys.stdout.write(f"| {name} | {len(scores)} | {cells} |\n")
        for one in sorted(scores, key=lambda each: each.f1)[: asked.worst]:
            sys.stdout.write(f"{one.id}: precision {one.precision:.2f}, recall {one.recall:.2f}\n")


def _score(page: dict[str, Any], path: Path, knowledge: Knowledge) -> Score:
    data = path.read_bytes()
    html = gzip.decompress(data) if data.startswith(GZIP) else data
    return score(page, "B", clean(html, id="page", source_path="page.html", knowledge=knowledge))


if __name__ == "__main__":
    main()
