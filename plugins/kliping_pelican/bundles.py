"""Files made together, whose names only their making tells: kept as a whole or made as a whole."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from kliping.memory import Key
from kliping_pelican.remembering import Output


class Bundle(Struct, frozen=True):
    """All files of one folder of the site."""

    folder: str
    """From the site's root, with a slash at its end."""
    key: Key
    """Digest of all they are made from."""
    make: Callable[[Path], None]
    """Writes them into a folder."""


def files_of(bundle: Bundle, known: Mapping[str, Output]) -> Iterator[tuple[str, Output]]:
    """The files that the last build wrote for a bundle."""
    return ((path, output) for path, output in known.items() if path.startswith(bundle.folder))
