"""Fixtures with names, nothing clever."""

import pytest
from hypothesis import settings

from kliping.knowledge import Knowledge, load_knowledge

settings.register_profile("kliping", deadline=None)  # speed is measured in bench/, never asserted
settings.load_profile("kliping")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite golden files instead of comparing")
    parser.addoption("--sequences", default=4, help="how many sequences of edits tests/incremental/ tries")
    parser.addoption("--first-sequence", default=1, help="the number of the first of them: the same number, the same edits")


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """The shipped languages and outlets."""
    return load_knowledge()


@pytest.fixture(scope="session")
def languages_only(knowledge: Knowledge) -> Knowledge:
    """What remains when all outlet files are taken away."""
    return Knowledge(knowledge.languages, {}, knowledge.rules)


@pytest.fixture
def updates_golden(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be rewritten."""
    return bool(request.config.getoption("--update-golden"))
