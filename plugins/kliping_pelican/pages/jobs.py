"""What the site is made from, and a job for each of its files."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Protocol

from markupsafe import Markup
from msgspec import Struct

from kliping.digest.model import Digest
from kliping.digest.prose import Prose
from kliping.memory import Key, Memory
from kliping.model import Lang
from kliping_pelican.configuration import Configuration
from kliping_pelican.drawings.palette import Palette
from kliping_pelican.showing.reader import Reader
from kliping_pelican.showing.views import Link, PageView
from kliping_pelican.showing.words import Words


class Site(Struct, frozen=True, kw_only=True):
    """All that pages are made from."""

    config: Configuration
    digest: Digest
    words: Mapping[Lang, Words]
    readers: Mapping[Lang, Reader]
    memory: Memory
    navigation: Mapping[Lang, list[Link]]
    colophon: Mapping[Lang, list[Link]]
    """Links in the head and at the foot of every page of a language."""
    prose: Prose
    kin: Mapping[str, tuple[str, ...]]
    """Ids of the articles to be named beside another, by its id."""
    palette: Palette | None
    """The theme's colours; None where nothing is drawn with them."""

    def reader(self, lang: Lang) -> Reader:
        """The reader of a language."""
        return self.readers[lang]


class Renderer(Protocol):
    """Turns templates into bytes."""

    def page(self, template: str, page: PageView, variables: Mapping[str, Any]) -> bytes:
        """A page of the site."""

    def text(self, template: str, **variables: Any) -> bytes:
        """A file that is no page."""

    def pieces(self, template: str, **variables: Any) -> Iterator[bytes]:
        """The same, a piece at a time."""

    def fragment(self, template: str, lang: Lang, **variables: Any) -> Markup:
        """A piece of a file."""


class Job(Struct, frozen=True):
    """One file of the site."""

    path: str
    """From the site's root; a folder's index where it ends with a slash."""
    key: Key
    """Hash of all it is made from."""
    make: Callable[[Renderer], bytes | Iterator[bytes]]
    """Its content, in pieces where it grows with the number of articles and must not be held whole."""
    langs: tuple[Lang, ...] | None = None
    """The languages in which a page exists at the same place, for the site map; None keeps a file out of it."""


class Group(Struct, frozen=True):
    """Files with a common key: while it is unchanged, their jobs are not even made."""

    name: str
    """Tells it apart from all other groups; the same in every build."""
    key: Key
    """Hash of all that their jobs and their keys are made from."""
    jobs: Callable[[], Iterable[Job]]


class Bundle(Struct, frozen=True):
    """Files made together, whose names are only known then; all of them are kept, or all made anew."""

    folder: str
    """From the site's root, with a slash at its end; it holds nothing else."""
    key: Key
    """Hash of all they are made from."""
    make: Callable[[Path], None]
    """Writes them into a folder."""
