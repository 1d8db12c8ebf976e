"""The first digest as the adapter has it, and digests of made-up entries."""

from collections.abc import Callable, Sequence
from pathlib import Path

import kliping_theme
import msgspec
import pytest
from site_checks.building import CONTENT

from kliping.digest.model import Digest, Entry
from kliping.knowledge import Knowledge
from kliping.pipeline import read_digest
from kliping_pelican.configuration import Configuration
from kliping_pelican.showing.reader import Reader
from kliping_pelican.showing.words import read_words

THEME = Path(kliping_theme.__file__).parent
LANGS = ("id", "en")
ReaderOf = Callable[[Sequence[Entry]], Reader]


@pytest.fixture(scope="session")
def digest(knowledge: Knowledge) -> Digest:
    """The first digest."""
    read, errors = read_digest(CONTENT, LANGS, knowledge)
    assert errors == ()
    return read


@pytest.fixture(scope="session")
def readers(digest: Digest) -> dict[str, Reader]:
    """Its readers, by language."""
    return {lang: Reader(digest, lang, read_words(THEME, lang)) for lang in LANGS}


@pytest.fixture
def reader_of(digest: Digest) -> ReaderOf:
    """An English reader of the first digest with other entries."""

    def make(entries: Sequence[Entry]) -> Reader:
        other = msgspec.structs.replace(digest, entries={entry.id: entry for entry in entries})
        return Reader(other, "en", read_words(THEME, "en"))

    return make


@pytest.fixture(scope="session")
def config() -> Configuration:
    """A digest at an address of its own."""
    return Configuration(
        name="Kliping",
        taglines={"id": "Kliping pers", "en": "Press digest"},
        langs=LANGS,
        siteurl="https://digest.example",
        authority="digest.example,2026",
        repository=None,
        strict=True,
        serving=False,
        without=(),
        content=CONTENT,
        theme=THEME,
        engine="",
        cache=None,
    )


def entry(number: int, day: str | None, publisher: str | None = "kumparan", **values: object) -> Entry:
    """An entry of which only what is given matters."""
    facts = {"lang": "id", "langs": ("id",), "fresh": (day or "",), "instant": day or ""}
    facts |= dict.fromkeys(("topics", "pinned", "tags", "credited"), ())
    return Entry(**{"id": f"a{number}", "day": day, "publisher": publisher, "withdrawn": False, **facts, **values})
