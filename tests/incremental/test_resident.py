"""What a process builds that stays, as `make serve` does, is byte for byte a clean build after each edit."""

import shutil
from pathlib import Path
from random import Random
from typing import Any

from newsroom.sites import PROJECT, TINY

from incremental.edits import EDITS
from incremental.forge import Forge
from incremental.resident import Resident
from incremental.test_law import SLOW, differences, tree

SETTINGS: dict[str, Any] = {"KLIPING_WITHOUT": SLOW, "SITEURL": "https://tiny.example"}
EDITED = 4


def test_a_process_that_stays_builds_what_a_new_one_builds(forge: Forge, tmp_path: Path) -> None:
    site, dice = tmp_path / "site", Random(7)
    shutil.copytree(TINY, site / "content")
    shutil.copytree(PROJECT / "theme", site / "theme", ignore=shutil.ignore_patterns("__pycache__"))
    resident = Resident(site, SETTINGS)
    told: list[str] = []
    try:
        for _ in range(EDITED):
            held = resident.build()
            assert held <= 1, "sites of earlier builds are forgotten"
            shutil.rmtree(site / "clean", ignore_errors=True)
            forge.build(site, "clean", settings={**SETTINGS, "KLIPING_CACHE": False})
            assert differences(tree(site / "output"), tree(site / "clean")) == [], told
            told.append(dice.choice(EDITS)(site, dice))
    finally:
        resident.close()
