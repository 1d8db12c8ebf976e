"""New files put in the place of old ones, step by step: what cannot be ended is undone, what cannot be undone is named."""

import errno
import os
import re
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kliping_pelican.building.placing import folders, swapping
from kliping_pelican.building.placing.folders import NotPutBack
from kliping_pelican.building.placing.moving import move_all, move_files, undisturbed


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
    sources, before = laid_out(tmp_path), read(tmp_path / "site")
    (tmp_path / "new/2").unlink()

    monkeypatch.setattr(os, "rename", refusing(lambda _, target: str(target) == f"{tmp_path}/new/1"))
    with pytest.raises(NotPutBack, match=r"c/index\.html: No such file .* some of its pages lie in .*\.site\.kliping-heap"):
        move_files(sources, ["b/index.html"], tmp_path / "site")
    assert read(tmp_path / "site") == {**before, "c/index.html": "new/1"}


def test_a_site_that_cannot_be_put_back_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    laid_out(tmp_path)
    output = tmp_path / "site"
    monkeypatch.setattr(os, "rename", refusing(lambda _, target: target != folders.previous_of(output)))
    with pytest.raises(NotPutBack, match=re.escape(str(folders.previous_of(output)))):
        move_all({}, output)


@pytest.fixture
def hears_ctrl_c() -> Iterator[None]:
    """What a shell starts in the background is deaf to it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("hears_ctrl_c")
def test_ctrl_c_during_the_exchange_comes_after_it() -> None:
    done = False
    with pytest.raises(KeyboardInterrupt), undisturbed():
        signal.raise_signal(signal.SIGINT)
        done = True
    assert done


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


def test_a_site_that_cannot_be_put_back_at_the_start_stays_where_it_lies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "site"
    laid_out(tmp_path)
    output.rename(folders.previous_of(output))
    before = read(tmp_path)
    monkeypatch.setattr(os, "rename", refusing(lambda source, _: True))
    with pytest.raises(NotPutBack, match=re.escape(str(folders.previous_of(output)))):
        folders.set_right(output)
    assert read(tmp_path) == before


@pytest.mark.parametrize("step", [1, 2, 3])
def test_an_exchange_by_renames_is_undone_wherever_it_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    sources, before = laid_out(tmp_path), read(tmp_path)
    monkeypatch.setattr(swapping, "_renameat2", None)
    steps = iter(range(1, 4))
    monkeypatch.setattr(os, "rename", refusing(lambda *_: next(steps, 0) == step))
    with pytest.raises(PermissionError):
        move_files(sources, [], tmp_path / "site")
    assert read(tmp_path) == before


def test_a_page_that_lies_beside_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sources = laid_out(tmp_path)
    monkeypatch.setattr(swapping, "_renameat2", None)
    monkeypatch.setattr(os, "rename", refusing(lambda source, _: str(source).endswith(".spare")))
    with pytest.raises(NotPutBack, match=r"site/a/index\.html: Permission denied, and the previous site"):
        move_files(sources, [], tmp_path / "site")
    assert (tmp_path / "new/0.spare").read_text() == "site/a/index.html"


def refusing(refuses: Callable[[object, object], bool]) -> Callable[[object, object], None]:
    """A rename that may not be where `refuses` says so."""
    rename = os.rename

    def do(source: str, target: str) -> None:
        if refuses(source, target):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), source)
        rename(source, target)

    return do
