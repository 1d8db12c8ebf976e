"""Many small builds, each in a process of its own, forked from one that has imported everything.

Run as a program it reads an order a line and answers each with the build's exit status; `Forge` starts it and asks.
An order may ask for an accident: at the n-th time that the build touches its output, staging or cache folder it is
killed or interrupted, or a worker of it is killed, or the disk is full from then on, or the output folder may not be
written to, or nothing can be moved in it or back. It may also bar a folder of inputs, or ask for `kliping-build`.
"""

import errno
import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).parents[2]
SETTINGS = PROJECT / "tests/sites/pelicanconf.py"
KILLED = 137


class Forge:
    """A running program that builds."""

    def __init__(self) -> None:
        surroundings = os.environ | {"PYTHONHASHSEED": "0", "COLUMNS": "250"}
        self._program = subprocess.Popen(
            [sys.executable, str(Path(__file__))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=surroundings,
            cwd=PROJECT,
        )

    def build(self, site: Path, place: str = "output", **order: Any) -> tuple[int, str]:
        """Build `site`/content with `site`/theme into `site`/`place`; the exit status and what was said."""
        assert self._program.stdin and self._program.stdout
        self._program.stdin.write(json.dumps({"site": str(site), "place": place, **order}) + "\n")
        self._program.stdin.flush()
        answer = self._program.stdout.readline()
        said = (site / "said").read_text(encoding="utf-8", errors="replace")
        return int(answer), said

    def close(self) -> None:
        """End the program."""
        assert self._program.stdin and self._program.stdout
        self._program.stdin.close()
        self._program.stdout.close()
        self._program.wait()


def main() -> None:
    """Answer orders until there are no more."""

    import kliping_pelican  # noqa: F401

    signal.signal(signal.SIGINT, signal.default_int_handler)  # what a shell starts in the background is deaf to it
    for line in sys.stdin:
        order = json.loads(line)
        process = os.fork()
        if process == 0:
            _build(order)
        _, status = os.waitpid(process, 0)
        code = os.waitstatus_to_exitcode(status)
        sys.stdout.write(f"{code if code >= 0 else 128 - code}\n")
        sys.stdout.flush()


def _build(order: Mapping[str, Any]) -> None:
    """The whole life of a build's process."""
    status = 70
    try:
        site = Path(order["site"])
        said = os.open(site / "said", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(said, 1)
        os.dup2(said, 2)
        os.chdir(site)
        _vary(order)
        status = _run(site, order)
    except BaseException as error:  # noqa: BLE001 - whatever it is, the one who asked shall read it
        os.write(2, f"{type(error).__name__}: {error}".encode())
    finally:
        os._exit(status)


def _run(site: Path, order: Mapping[str, Any]) -> int:
    import pelican

    from kliping_pelican import command

    sys.argv = ["", *arguments(site, order["place"], order.get("settings", {}), order.get("options", ()))]
    if order.get("ahead"):
        sys.argv[sys.argv.index("-s") + 1] = _own_settings(site, order["place"])
    try:
        command.main() if order.get("ahead") else pelican.main()
    except SystemExit as end:
        return int(end.code or 0)
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
    return 0


def arguments(site: Path, place: str, settings: Mapping[str, Any], options: Sequence[str] = ()) -> list[str]:
    """What Pelican is called with to build `site`/content into `site`/`place`."""
    given = {"THEME": str(site / "theme"), "CACHE_PATH": str(site / f"{place}.cache"), **settings}
    extra = [f"{key}={json.dumps(value)}" for key, value in given.items()]
    return ["content", *options, "-s", str(SETTINGS), "-o", str(site / place), "-e", *extra]


def _own_settings(site: Path, place: str) -> str:
    """A settings file that tells where the cache is, as `kliping-build` must know before anything else."""
    sys.dont_write_bytecode = True
    path = site / "own.py"
    path.write_text(f"from pelicanconf import *\nCACHE_PATH = {f'{place}.cache'!r}\n", encoding="utf-8")
    sys.path.insert(0, str(SETTINGS.parent))
    return str(path)


def _vary(order: Mapping[str, Any]) -> None:
    """What differs from an ordinary build: processes, another version of the software, an accident."""
    from kliping_pelican import ahead
    from kliping_pelican.building import build, parallel
    from kliping_pelican.building.placing import swapping

    if order.get("processes", 1) > 1:
        parallel.LEAST = 0
        parallel.workers = lambda: order["processes"]
    else:
        parallel.workers = lambda: 1
        swapping._renameat2 = None  # as on other systems
    for name, number in order.get("limits", {}).items():
        module, _, limit = name.rpartition(".")
        setattr(import_module(module), limit, number)
    if order.get("version"):
        ahead.software_key = build.software_key = lambda: order["version"].encode()
    if order.get("barred"):
        sys.addaudithook(partial(_bar, order["barred"]))
    if order.get("accident"):
        kind, at = order["accident"]
        _Accident(Path(order["site"]) / order["place"], kind, at).await_it()


def _bar(folder: str, event: str, arguments: tuple[Any, ...]) -> None:
    """As if nobody may look into a folder."""
    if event == "os.scandir" and str(arguments[0]) == folder:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), folder)


class _Accident:
    """Something that happens to a build, by the number of times it has touched the disk."""

    EVENTS = ("open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "shutil.rmtree", "os.truncate")

    def __init__(self, output: Path, kind: str, at: int) -> None:
        self._output, self._kind, self._left, self._process = str(output), kind, at, os.getpid()
        self._touched = (self._output, f"{output.parent}/.{output.name}.")

    def await_it(self) -> None:
        """Listen from now on."""
        sys.addaudithook(self._hear)

    def _hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event not in self.EVENTS or not str(arguments[0]).startswith(self._touched):
            return
        if self._kind == "sealed":
            paths = [str(path) for path in arguments[:2] if isinstance(path, str | Path)]
            if event != "open" and any(path.startswith(f"{self._output}/") or path == self._output for path in paths):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), paths[0])
            return
        if self._kind == "stuck":
            self._stick(event, str(arguments[1] if len(arguments) > 1 else ""))
            return
        if self._kind == "worker" and os.getpid() == self._process:
            return
        writes = event != "open" or (isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR))
        self._left -= 1
        if self._left > 0:
            return
        if self._kind in ("kill", "worker"):
            os._exit(KILLED)
        if self._kind == "interrupt" and self._left == 0:
            os.kill(self._process, signal.SIGINT)
        if self._kind == "full" and writes and event in ("open", "os.mkdir", "os.link"):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(arguments[0]))

    def _stick(self, event: str, target: str) -> None:
        """From the second file on that is put in its place, nothing can be moved."""
        if event == "os.rename" and target.startswith(f"{self._output}/"):
            self._left -= 1
        if event == "os.rename" and self._left < 0:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), target)


if __name__ == "__main__":
    main()
