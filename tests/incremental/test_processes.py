"""What several processes do together: the same as one, and it ends, whatever one of them met."""

import os
import signal
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import pytest

from kliping.memory import PlainMemory
from kliping_pelican.building import inspection
from kliping_pelican.building.inspection import GONE, Inspection, Stand
from kliping_pelican.building.parallel import spread

PATHS = [
    *(f"{number}/index.html" for number in range(40)),
    "lost.html",
    "lost/",
    "/",
    *(f"{number}/" for number in range(40)),
]


def alone(patch: pytest.MonkeyPatch) -> None:
    """No other process."""
    patch.delattr(os, "fork")


def together(patch: pytest.MonkeyPatch) -> None:
    """Another process, however fast."""


def after_the_other(patch: pytest.MonkeyPatch) -> None:
    """Another process that has looked at everything before this one begins."""
    told = Inspection._done_by_other

    def wait(self: Inspection) -> int:
        while told(self) < self._left:
            pass
        return self._done

    patch.setattr(Inspection, "_done_by_other", wait)


def bereft(patch: pytest.MonkeyPatch) -> None:
    """Another process that dies before it has looked at anything."""
    here, look = os.getpid(), Inspection._look

    def die_elsewhere(self: Inspection, stretch: int) -> None:
        if os.getpid() != here:
            os._exit(1)
        look(self, stretch)

    patch.setattr(Inspection, "_look", die_elsewhere)


def from_the_root(patch: pytest.MonkeyPatch) -> None:
    """Where the system cannot ask from an open folder."""
    patch.setattr(os, "supports_dir_fd", set())


@pytest.mark.parametrize("way", [alone, together, after_the_other, bereft, from_the_root])
def test_tells_how_each_path_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: Callable[[pytest.MonkeyPatch], None]
) -> None:
    monkeypatch.setattr(inspection, "MANY", 10)
    monkeypatch.setattr(inspection, "STRETCH", 7)
    for number in range(40):
        (tmp_path / f"{number}").mkdir()
        (tmp_path / f"{number}/index.html").write_text("x" * number, encoding="utf-8")
    way(monkeypatch)
    here = Inspection(str(tmp_path), PATHS)
    numbers = list(here.stands())
    assert list(zip(numbers[::2], numbers[1::2], strict=True)) == [
        _stand(Path(f"{tmp_path}/{path}"), path) for path in PATHS
    ]
    assert list(here.stands()) == numbers, "may be asked for twice"


def test_nothing_stands_in_a_folder_that_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inspection, "MANY", 10)
    assert set(Inspection(str(tmp_path / "none"), PATHS).stands()) == {-1}
    assert list(Inspection(str(tmp_path), []).stands()) == []


def test_leaves_no_process_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inspection, "MANY", 10)
    here = Inspection(str(tmp_path), PATHS)
    other = here._process
    here.close()
    with pytest.raises(ProcessLookupError):
        os.kill(other, 0)


def test_nobody_waits_where_the_system_buries_processes_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inspection, "MANY", 10)
    before = signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    try:
        list(Inspection(str(tmp_path), PATHS).stands())
        assert list(spread(str, range(400), str, 2, PlainMemory())) == [str(number) for number in range(400)]
    finally:
        signal.signal(signal.SIGCHLD, before)


def _stand(place: Path, path: str) -> Stand:
    if not place.exists():
        return GONE
    status = place.stat()
    return status.st_mtime_ns, 0 if path.endswith("/") else status.st_size


def test_a_failure_in_one_process_does_not_wait_for_what_the_others_say() -> None:
    def work(number: int) -> bytes:
        if number == 0:
            raise ValueError("the first")
        return bytes(10_000)

    def give_up(number: int, frame: FrameType | None) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(20)
    try:
        with pytest.raises(ValueError, match="the first"):
            list(spread(work, range(400), str, 2, PlainMemory()))
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
