"""What is kept of a filed article, and what filing gives."""

from collections.abc import Mapping, Sequence

import msgspec
from msgspec import Struct

from kliping.digest.model import Entry, News
from kliping.digest.sources import Source
from kliping.errors import KlipingError
from kliping.memory import Key
from kliping.model import Lang, Tag, TopicLink


class Subjects(Struct, frozen=True, array_like=True):
    """The names and topics found for an article, each with the reason."""

    tags: tuple[Tag, ...]
    topics: tuple[TopicLink, ...]


class Filed(Struct, frozen=True, kw_only=True, array_like=True):
    """What is kept of an article from build to build: small, with the keys of its larger parts."""

    entry: Entry
    encoded_subjects: msgspec.Raw
    """What was found for it; as it lies in the memory, since only who opens the article needs it."""
    cleaned: Key
    """Key of its `Parsed`."""
    catalogues: Mapping[Lang, Key]
    """Keys of its catalogues."""
    words: Key
    """Hash of all that its own words and facts on a page are made from, tags and topics apart."""
    key: Key
    """Hash of all that its pages are made from, names and relations apart."""
    listed: Mapping[Lang, Key]
    """By language, the hash of what lists show of it; empty where nobody said what that is."""
    described: Key
    """Hash of the vocabulary and topics that its tags and topics were found with."""

    @property
    def subjects(self) -> Subjects:
        """Its names and topics."""
        return msgspec.msgpack.decode(self.encoded_subjects, type=Subjects)


def encode_subjects(tags: Sequence[Tag], topics: Sequence[TopicLink]) -> msgspec.Raw:
    """Names and topics of an article as they are kept."""
    return msgspec.Raw(msgspec.msgpack.encode(Subjects(tuple(tags), tuple(topics))))


class Remembered(Struct, frozen=True, array_like=True):
    """What was filed from files of this form with these contents."""

    filed: Filed
    form: str
    contents: bytes


class Articles(Struct, frozen=True):
    """All articles of a digest, by id, newest first."""

    filed: Mapping[str, Filed]
    entries: Mapping[str, Entry]
    sources: Mapping[str, Source]
    """Also of those that are broken; in no order."""
    news: News | None = None
    """Where only a few changed in their own words, which."""
    before: Mapping[str, Filed] = {}
    """All of them as they were then."""
    unread: frozenset[str] = frozenset()
    """Ids of those that are broken."""


class Outcome(Struct, frozen=True):
    """What filing a source gave: nothing where it is broken, and every error met."""

    filed: Filed | None
    errors: tuple[KlipingError, ...] = ()
