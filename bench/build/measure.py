"""A command to what it cost: wall time, CPU time of all its processes, memory of the largest one."""

import os
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import FrameType


@dataclass(frozen=True)
class Cost:
    """What one build took."""

    wall: float
    """Seconds."""
    cpu: float
    """Seconds, user and system, of the command and every process it waited for."""
    memory: float
    """Greatest resident size of any one of them, in MB."""


class FailedBuildError(Exception):
    """A build that exited with an error or was stopped at the limit; its output is in the log named."""


def measure(command: Sequence[str], folder: Path, environment: Mapping[str, str], log: Path, limit: int) -> Cost:
    """Run a command to its end.

    The kernel carries the greatest size of this very process over to the child, so this program stays small.
    Raises FailedBuildError for an exit status other than 0 and after `limit` seconds.
    """
    with log.open("wb") as out:
        start = time.monotonic()
        process = subprocess.Popen(
            command,
            cwd=folder,
            env={**plain_environment(), **environment},
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=out,
            start_new_session=True,
        )

        def stop(number: int, frame: FrameType | None) -> None:
            os.killpg(process.pid, signal.SIGKILL)

        signal.signal(signal.SIGALRM, stop)
        signal.alarm(limit)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
        signal.alarm(0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise FailedBuildError(f"exit status {process.returncode} after {wall:.1f} s; see {log}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def plain_environment() -> dict[str, str]:
    """This process's environment as a user has it: without switches that make every start of Python compile anew."""
    return {key: value for key, value in os.environ.items() if key not in ("PYTHONDONTWRITEBYTECODE", "PYTHONHASHSEED")}
