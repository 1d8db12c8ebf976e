"""The command, asked in this process."""

import pytest

from kliping.cli import main

Capture = pytest.CaptureFixture[str]


def lines_of(capsys: Capture, *arguments: str) -> list[str]:
    """What a verb that succeeds prints."""
    status = main(arguments)
    captured = capsys.readouterr()
    assert (status, captured.err) == (0, "")
    return captured.out.splitlines()
