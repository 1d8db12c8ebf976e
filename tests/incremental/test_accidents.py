"""Accidents one by one: the message names what it is about, and the previous site stays whole."""

import errno
import os
import re
import shutil
import signal
from pathlib import Path
from typing import Any

import pytest
from newsroom.sites import PROJECT, TINY

from incremental.forge import Forge
from incremental.test_law import SLOW, differences, tree
from kliping_pelican.building.placing import folders, swapping
from kliping_pelican.building.placing.moving import NotPutBack, move_all, move_files, undisturbed

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
    said = told(forge, site, accident=["full", 12])
    assert "No space left on device" in said
    assert str(folders.staging_of(site / "output")) in said


def test_an_output_folder_that_may_not_be_written_to(forge: Forge, site: Path) -> None:
    said = told(forge, site, accident=["sealed", 1])
    assert "Permission denied" in said


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


@pytest.fixture(params=["in one step", "by renames", "where the file system cannot"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """How two files change places."""
    if request.param == "by renames":
        monkeypatch.setattr(swapping, "_renameat2", None)
    elif request.param == "where the file system cannot":
        monkeypatch.setattr(swapping, "_renameat2", lambda *_: -1)
        monkeypatch.setattr("ctypes.get_errno", lambda: errno.EINVAL)


def laid_out(place: Path) -> dict[str, str]:
    """Two pages of a site, one of which goes, and three that wait beside it; where each of these will lie."""
    for path in ("site/a/index.html", "site/b/index.html", "new/0", "new/1", "new/2"):
        (place / path).parent.mkdir(parents=True, exist_ok=True)
        (place / path).write_text(path)
    return {"a/index.html": f"{place}/new/0", "c/index.html": f"{place}/new/1", "d/index.html": f"{place}/new/2"}


def read(folder: Path) -> dict[str, str]:
    return {str(path.relative_to(folder)): path.read_text() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.usefixtures("way")
def test_new_files_take_the_places_of_old_ones(tmp_path: Path) -> None:
    move_files(laid_out(tmp_path), ["b/index.html"], tmp_path / "site")
    assert read(tmp_path / "site") == {"a/index.html": "new/0", "c/index.html": "new/1", "d/index.html": "new/2"}
    assert not (tmp_path / "site/b").exists()


@pytest.mark.usefixtures("way")
def test_an_exchange_that_cannot_be_ended_is_undone(tmp_path: Path) -> None:
    sources = laid_out(tmp_path)
    (tmp_path / "new/2").unlink()
    before = read(tmp_path)
    with pytest.raises(FileNotFoundError):
        move_files(sources, ["b/index.html"], tmp_path / "site")
    assert read(tmp_path) == before
    assert not (tmp_path / "site/c").exists()


def test_what_cannot_be_put_back_is_named_and_all_else_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sources, rename, before = laid_out(tmp_path), os.rename, read(tmp_path / "site")
    (tmp_path / "new/2").unlink()

    def stuck(source: str, target: str) -> None:
        if str(target) == f"{tmp_path}/new/1":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), source)
        rename(source, target)

    monkeypatch.setattr(os, "rename", stuck)
    with pytest.raises(NotPutBack, match=r"c/index\.html: No such file .* some of its pages lie in .*\.site\.kliping-heap"):
        move_files(sources, ["b/index.html"], tmp_path / "site")
    assert read(tmp_path / "site") == {**before, "c/index.html": "new/1"}


def test_a_site_that_cannot_be_put_back_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    laid_out(tmp_path)
    output, rename = tmp_path / "site", os.rename

    def stuck(source: Path, target: Path) -> None:
        if target != folders.previous_of(output):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        rename(source, target)

    monkeypatch.setattr(os, "rename", stuck)
    with pytest.raises(NotPutBack, match=re.escape(str(folders.previous_of(output)))):
        move_all({}, output)


def test_a_build_that_cannot_put_the_site_back_leaves_its_pages(forge: Forge, site: Path) -> None:
    status, said = forge.build(site, settings=SETTINGS, accident=["stuck", 1])
    assert status == 1
    assert "could not be put back" in said
    assert "stays as it was" not in said
    assert folders.staging_of(site / "output").exists()
    assert forge.build(site, settings=SETTINGS)[0] == 0
    assert {path.name for path in site.iterdir()} == {"content", "theme", "output", "output.cache", "said"}


def test_ctrl_c_during_the_exchange_comes_after_it() -> None:
    done = False
    with pytest.raises(KeyboardInterrupt), undisturbed():
        signal.raise_signal(signal.SIGINT)
        done = True
    assert done


def test_a_copy_that_someone_keeps_beside_the_site_stays(forge: Forge, site: Path) -> None:
    copies = {f"output.{name}" for name in ("old", "new", "aside")}
    for copy in copies:
        shutil.copytree(site / "output", site / copy)
    before = tree(site / "output")
    assert forge.build(site, settings=SETTINGS)[0] == 0
    assert all(differences(tree(site / copy), before) == [] for copy in copies)


def test_a_site_that_a_dead_build_moved_away_is_put_back(tmp_path: Path) -> None:
    output = tmp_path / "site"
    laid_out(tmp_path)
    before = read(output)
    output.rename(folders.previous_of(output))
    folders.staging_of(output).mkdir()
    folders.set_right(output)
    assert read(output) == before
    assert {path.name for path in tmp_path.iterdir()} == {"site", "new"}


def test_single_files_that_a_dead_build_moved_away_are_no_site(tmp_path: Path) -> None:
    output = tmp_path / "site"
    folders.heap_of(output).mkdir()
    (folders.heap_of(output) / "0").write_text("a page that went")
    folders.set_right(output)
    assert list(tmp_path.iterdir()) == []
