"""Accidents one by one: the message names what it is about, and the previous site stays whole."""

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from newsroom.sites import PROJECT, TINY

from incremental.forge import Forge
from incremental.test_law import SLOW, differences, tree
from kliping_pelican.building.placing import folders

SETTINGS: dict[str, Any] = {"KLIPING_WITHOUT": SLOW, "SITEURL": "https://tiny.example"}


@pytest.fixture(scope="module")
def built(forge: Forge, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that was built once."""
    site = tmp_path_factory.mktemp("accidents") / "site"
    shutil.copytree(TINY, site / "content")
    shutil.copytree(PROJECT / "theme", site / "theme", ignore=shutil.ignore_patterns("__pycache__"))
    status, said = forge.build(site, settings=SETTINGS)
    assert status == 0, said
    return site


@pytest.fixture
def site(built: Path, tmp_path: Path) -> Path:
    """The same, with a change that no build has seen."""
    copy = Path(shutil.copytree(built, tmp_path / "site", symlinks=True))
    edit(copy / "theme/templates/article/article.html", "{% endblock %}", "Changed.{% endblock %}")
    return copy


def edit(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


def told(forge: Forge, site: Path, **order: Any) -> str:
    """What a build says that fails and leaves the previous site as it was."""
    before = tree(site / "output")
    status, said = forge.build(site, settings=SETTINGS, **order)
    assert status == 1, said
    assert differences(tree(site / "output"), before) == []
    assert "Traceback" not in said
    assert "The previous site stays as it was." in said
    assert {path.name for path in site.iterdir()} <= {"content", "theme", "output", "output.cache", "said"}
    return " ".join(said.split())


def test_a_dead_worker_is_reported_with_what_it_held(forge: Forge, site: Path) -> None:
    said = told(forge, site, processes=2, accident=["worker", 9])
    assert re.search(r"(id|en)/\S+\.\w+: a worker died", said)


def test_a_full_disk_is_reported_with_the_file(forge: Forge, site: Path) -> None:
    said = told(forge, site, accident=["full", 13])
    assert "No space left on device" in said
    assert str(folders.staging_of(site / "output")) in said


def test_an_output_folder_that_may_not_be_written_to(forge: Forge, site: Path) -> None:
    said = told(forge, site, accident=["sealed", 1])
    assert "Permission denied" in said


def test_a_folder_that_nobody_may_look_into_is_named(forge: Forge, site: Path) -> None:
    assert "content/articles: Permission denied. Make room or give leave" in told(forge, site, barred="content/articles")


@pytest.mark.parametrize("processes", [1, 2])
def test_a_template_that_fails_on_one_page_names_the_page_and_its_line(forge: Forge, site: Path, processes: int) -> None:
    fault = "{% if view.card.id == '2024-08-20-desa-banjir' %}{{ view.no_such_thing.at_all }}{% endif %}{% endblock %}"
    edit(site / "theme/templates/article/article.html", "Changed.{% endblock %}", fault)
    said = told(forge, site, processes=processes)
    assert "articles/2024-08-20-desa-banjir/index.html: this page could not be made" in said
    assert "theme/templates/article/article.html:" in said


def test_a_template_that_is_not_there_is_named_with_the_one_that_names_it(forge: Forge, site: Path) -> None:
    article = site / "theme/templates/article/article.html"
    edit(article, "Changed.{% endblock %}", '{% include "none.html" ignore missing %}{% endblock %}')
    assert forge.build(site, settings=SETTINGS)[0] == 0
    edit(article, " ignore missing", "")
    said = told(forge, site)
    assert "TemplateNotFound: none.html" in said
    assert "theme/templates/article/article.html:" in said


def test_a_template_that_fails_in_a_file_written_in_pieces_is_named_with_its_line(forge: Forge, site: Path) -> None:
    edit(site / "theme/templates/sitemap.xml", "<loc>", "<loc>{{ root.no_such_thing.at_all }}")
    said = told(forge, site)
    assert "sitemap.xml: this page could not be made" in said
    assert "theme/templates/sitemap.xml:5" in said


@pytest.mark.parametrize("processes", [1, 2])
def test_ctrl_c_stops_a_build_and_leaves_the_previous_site(forge: Forge, site: Path, processes: int) -> None:
    before = tree(site / "output")
    _, said = forge.build(site, settings=SETTINGS, processes=processes, accident=["interrupt", 20])
    assert "Traceback" not in said
    assert "Keyboard interrupt received" in said
    assert differences(tree(site / "output"), before) == []
    status, said = forge.build(site, settings=SETTINGS, processes=processes)
    assert status == 0, said
    assert differences(tree(site / "output"), before) != []


def test_a_quiet_build_that_fails_says_so_by_its_status(forge: Forge, site: Path) -> None:
    edit(site / "theme/templates/article/article.html", "Changed.", "{{ nothing }}")
    status, _ = forge.build(site, settings=SETTINGS, options=["--quiet"])
    assert status == 1


def test_a_site_beyond_what_github_pages_takes_is_built_and_said_to_be(forge: Forge, site: Path) -> None:
    """Its size is said again when nothing changed, and how long it once took is not."""
    limits = {"kliping_pelican.building.limits.MOST_BYTES": 1000, "kliping_pelican.building.limits.MOST_SECONDS": 0.0}
    status, said = forge.build(site, settings=SETTINGS, limits=limits)
    assert (status, said.count("GitHub Pages")) == (0, 2), said
    forge.build(site, settings=SETTINGS, limits=limits)
    status, said = forge.build(site, settings=SETTINGS, limits=limits)
    assert (status, said.count("GitHub Pages"), said.count("nothing changed")) == (0, 1, 1), said


def test_a_build_that_cannot_put_the_site_back_leaves_its_pages(forge: Forge, site: Path) -> None:
    status, said = forge.build(site, settings=SETTINGS, accident=["stuck", 1])
    assert status == 1
    assert "could not be put back" in said
    assert "stays as it was" not in said
    assert folders.staging_of(site / "output").exists()
    assert forge.build(site, settings=SETTINGS)[0] == 0
    assert {path.name for path in site.iterdir()} == {"content", "theme", "output", "output.cache", "said"}


def test_a_copy_that_someone_keeps_beside_the_site_stays(forge: Forge, site: Path) -> None:
    copies = {f"output.{name}" for name in ("old", "new", "aside")}
    for copy in copies:
        shutil.copytree(site / "output", site / copy)
    before = tree(site / "output")
    assert forge.build(site, settings=SETTINGS)[0] == 0
    assert all(differences(tree(site / copy), before) == [] for copy in copies)


def test_a_build_says_that_it_cannot_put_back_what_a_dead_one_moved_away(forge: Forge, site: Path) -> None:
    output = site / "output"
    output.rename(folders.previous_of(output))
    status, said = forge.build(site, settings=SETTINGS, accident=["sealed", 1])
    assert status == 1
    assert "Traceback" not in said
    assert "could not be put back" in said
    assert "stays as it was" not in said
    assert forge.build(site, settings=SETTINGS)[0] == 0
    assert {path.name for path in site.iterdir()} == {"content", "theme", "output", "output.cache", "said"}
