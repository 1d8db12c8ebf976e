"""What builds, and how many random sequences are tried, from where on."""

from collections.abc import Iterator

import pytest

from incremental.forge import Forge


@pytest.fixture(scope="session")
def forge() -> Iterator[Forge]:
    """What builds."""
    running = Forge()
    yield running
    running.close()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One case a sequence."""
    if "sequence" in metafunc.fixturenames:
        first = int(metafunc.config.getoption("--first-sequence"))
        metafunc.parametrize("sequence", range(first, first + int(metafunc.config.getoption("--sequences"))))
