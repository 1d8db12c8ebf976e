"""Work spread over processes ends, whatever one of them met."""

import signal
from types import FrameType

import pytest

from kliping.memory import PlainMemory
from kliping_pelican.building.parallel import spread


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
