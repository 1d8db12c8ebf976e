"""Kliping as a Pelican plugin: what Pelican and settings look for by name. What needs Pelican is loaded when asked for."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import kliping_theme

if TYPE_CHECKING:
    from kliping_pelican.building.build import DigestBuild

__all__ = ["DigestBuild", "register", "theme_path"]


def register() -> None:
    """Connect to Pelican."""
    from kliping_pelican.connections import connect

    connect()


def theme_path() -> str:
    """The folder of the theme: the one beside this package's source, or the one installed with it."""
    return str(Path(kliping_theme.__file__).parent)


def __getattr__(name: str) -> Any:
    """`DigestBuild`, for `PELICAN_CLASS`. Raises AttributeError for any other name."""
    if name != "DigestBuild":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from kliping_pelican.building.build import DigestBuild

    return DigestBuild
