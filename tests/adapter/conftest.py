"""Small sites, each built once."""

import shutil
from pathlib import Path

import pytest
from newsroom.sites import CONTENT, TINY, build, sound
from newsroom.stricter import make_stricter
from site_checks.site import Site


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A whole digest of two languages: a translated article, one without translation, and an English original."""
    return sound(build(TINY, tmp_path_factory.mktemp("tiny") / "output"))


@pytest.fixture(scope="session")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The same digest at another address."""
    return sound(build(TINY, tmp_path_factory.mktemp("moved") / "output", "https://owner.example/repo"))


@pytest.fixture(scope="session")
def reduced(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The first digest after its policies became stricter and one article was withdrawn: built over the whole one."""
    content = Path(shutil.copytree(CONTENT, tmp_path_factory.mktemp("reduced") / "content"))
    sound(build(content, content.parent / "output"))
    make_stricter(content)
    return sound(build(content, content.parent / "output"))
