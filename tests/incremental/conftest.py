"""How many random sequences are tried, and from where they begin."""

import pytest


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One case a sequence."""
    if "sequence" in metafunc.fixturenames:
        first = int(metafunc.config.getoption("--first-sequence"))
        metafunc.parametrize("sequence", range(first, first + int(metafunc.config.getoption("--sequences"))))
