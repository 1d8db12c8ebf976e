"""Kliping with the pages that the peers have, and nothing that they lack.

The working folder holds content/ with articles already parsed, and theme/: the pages of theme/ beside this file laid over
the digest's own theme, which has the interface's words.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from fullconf import *  # noqa: F403

KLIPING_WITHOUT = (
    *("cards", "citations", "data", "json", "json_ld", "ledger", "likeness"),
    *("manifest", "parallel", "related", "rss", "search", "selections"),
)
