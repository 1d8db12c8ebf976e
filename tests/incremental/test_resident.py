"""What a process builds that stays, as `make serve` does, is byte for byte a clean build after each edit."""

import shutil
import time
from collections.abc import Iterator
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
ARTICLE = "articles/2024-08-20-desa-banjir.txt"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The sources of a site that nobody built yet."""
    shutil.copytree(TINY, tmp_path / "site/content")
    shutil.copytree(PROJECT / "theme", tmp_path / "site/theme", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path / "site"


@pytest.fixture
def resident(site: Path) -> Iterator[Resident]:
    """A process that builds it."""
    running = Resident(site, SETTINGS)
    yield running
    running.close()


def astray(site: Path, forge: Forge) -> list[str]:
    """Files of the site that a clean build makes otherwise."""
    shutil.rmtree(site / "clean", ignore_errors=True)
    forge.build(site, "clean", settings={**SETTINGS, "KLIPING_CACHE": False})
    return differences(tree(site / "output"), tree(site / "clean"))


def test_a_process_that_stays_builds_what_a_new_one_builds(forge: Forge, site: Path, resident: Resident) -> None:
    dice, told = Random(7), list[str]()
    for _ in range(EDITED):
        assert resident.build() <= 1, "sites of earlier builds are forgotten"
        assert astray(site, forge) == [], told
        told.append(dice.choice(EDITS)(site, dice))


def test_its_first_edit_too_leaves_what_is_kept_as_it_is(site: Path, resident: Resident) -> None:
    """The settings that Pelican adds to as it runs are no others in the second build."""
    article, state = site / "content" / ARTICLE, site / "output.cache/kliping/state"
    resident.build()
    kept = md5(state.read_bytes()).digest()
    article.write_text(f"{article.read_text(encoding='utf-8').strip()} Sungai itu surut.\n", encoding="utf-8")
    time.sleep(0.05)  # what was written just now may change unseen
    resident.build()
    assert md5(state.read_bytes()).digest() == kept


def test_what_a_build_learnt_that_failed_is_not_believed(forge: Forge, site: Path, resident: Resident) -> None:
    template, article = site / "theme/templates/article/article.html", site / "content" / ARTICLE
    faulty = "{{ view.body }}{% if 'BOOM' in view.body %}{{ view.no_such_thing.at_all }}{% endif %}"
    template.write_text(template.read_text(encoding="utf-8").replace("{{ view.body }}", faulty), encoding="utf-8")
    resident.build()
    text = article.read_text(encoding="utf-8")
    later = text.replace("20 Agustus", "21 Agustus")
    for each in (f"{text}\n", later.replace("Warga", "BOOM"), later):
        article.write_text(each, encoding="utf-8")
        time.sleep(0.05)  # what was written just now may change unseen
        resident.build()
    assert astray(site, forge) == []
