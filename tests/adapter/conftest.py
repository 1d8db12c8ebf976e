"""Small sites, each built once."""

import pytest
from newsroom.sites import TINY, build, sound
from site_checks.site import Site


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A whole digest of two languages: a translated article, one without translation, and an English original."""
    return sound(build(TINY, tmp_path_factory.mktemp("tiny") / "output"))


@pytest.fixture(scope="session")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The same digest at another address."""
    return sound(build(TINY, tmp_path_factory.mktemp("moved") / "output", "https://owner.example/repo"))
