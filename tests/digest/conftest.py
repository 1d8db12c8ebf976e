"""The first digest, as its curator keeps it."""

from pathlib import Path

import pytest

from kliping.digest.model import Digest
from kliping.digest.register_files import read_registers
from kliping.digest.registers import Registers
from kliping.knowledge import Knowledge
from kliping.pipeline import read_digest

CONTENT = Path(__file__).parents[2] / "content"


@pytest.fixture(scope="session")
def first_digest() -> Path:
    """Its content folder."""
    return CONTENT


@pytest.fixture(scope="session")
def registers(knowledge: Knowledge) -> Registers:
    """Its vocabulary, topics and outlets."""
    return read_registers(CONTENT, knowledge)[0]


@pytest.fixture(scope="session")
def digest(knowledge: Knowledge) -> Digest:
    """The whole of it."""
    read, errors = read_digest(CONTENT, ("id", "en"), knowledge)
    assert errors == ()
    return read
