"""What a process builds that stays, as `make serve` does, is byte for byte a clean build after each edit."""

import shutil
import time
from hashlib import md5
from pathlib import Path
from random import Random
from typing import Any

import pytest
from newsroom.sites import PROJECT, TINY

from incremental.edits import EDITS
from incremental.forge import Forge
from incremental.resident import Resident
from incremental.test_law import SLOW, differences, tree

SETTINGS: dict[str, Any] = {"KLIPING_WITHOUT": SLOW, "SITEURL": "https://tiny.example"}
EDITED = 4


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A digest with a theme of its own."""
    site = tmp_path / "site"
    shutil.copytree(TINY, site / "content")
    shutil.copytree(PROJECT / "theme", site / "theme", ignore=shutil.ignore_patterns("__pycache__"))
    return site


def test_a_process_that_stays_builds_what_a_new_one_builds(forge: Forge, site: Path) -> None:
    dice = Random(7)
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


def test_its_first_edit_too_leaves_what_is_kept_as_it_is(site: Path) -> None:
    """The settings that Pelican adds to as it runs are no others in the second build."""
    article, state = site / "content/articles/2024-08-20-desa-banjir.txt", site / "output.cache/kliping/state"
    resident = Resident(site, SETTINGS)
    try:
        resident.build()
        kept = md5(state.read_bytes()).digest()
        article.write_text(f"{article.read_text(encoding='utf-8').strip()} Sungai itu surut.\n", encoding="utf-8")
        time.sleep(0.05)  # what was written just now may change unseen
        resident.build()
        assert md5(state.read_bytes()).digest() == kept
    finally:
        resident.close()
