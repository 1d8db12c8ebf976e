"""What filing an article gives, and what is kept of it."""

from collections.abc import Mapping, Sequence

import msgspec
from msgspec import Struct

from kliping.digest.model import Entry, News
from kliping.digest.sources import Source
from kliping.errors import KlipingError
from kliping.memory import Key
from kliping.model import Lang, Tag, TopicLink


class Subjects(Struct, frozen=True, array_like=True):
    """The tags and topics of an article, each with the reason."""

    tags: tuple[Tag, ...]
    topics: tuple[TopicLink, ...]


class Filed(Struct, frozen=True, kw_only=True, array_like=True):
    """What is kept of an article from build to build: it is small, and has the keys of the larger parts."""

    entry: Entry
    encoded_subjects: msgspec.Raw
    """Its `Subjects`, encoded: only who opens the article needs them."""
    cleaned: Key
    """The key of its `Parsed`."""
    catalogues: Mapping[Lang, Key]
    """The keys of its catalogues."""
    words: Key
    """Hash of everything from which its own words and facts are made, without tags and topics."""
    key: Key
    """Hash of everything from which its pages are made, without the names of tags and topics and related articles."""
    listed: Mapping[Lang, Key]
    """The hash of what lists show of it, by language; empty if `Desk.on_filed` is not set."""
    described: Key
    """Hash of the vocabulary and the topics with which its tags and topics were found."""

    @property
    def subjects(self) -> Subjects:
        """Its tags and topics."""
        return msgspec.msgpack.decode(self.encoded_subjects, type=Subjects)


def encode_subjects(tags: Sequence[Tag], topics: Sequence[TopicLink]) -> msgspec.Raw:
    """The tags and topics of an article, as they are kept."""
    return msgspec.Raw(msgspec.msgpack.encode(Subjects(tuple(tags), tuple(topics))))


class Remembered(Struct, frozen=True, array_like=True):
    """A filed article with what it was made from: the form of its files, and the hashes of their contents."""

    filed: Filed
    form: str
    contents: bytes


class Articles(Struct, frozen=True):
    """All articles of a digest by id, newest first."""

    filed: Mapping[str, Filed]
    entries: Mapping[str, Entry]
    sources: Mapping[str, Source]
    """Broken ones too; in no order."""
    news: News | None = None
    """What changed since the last build; None if anything may have."""
    before: Mapping[str, Filed] = {}
    """Articles as the last build filed them."""
    unread: frozenset[str] = frozenset()
    """Ids of broken articles."""


class Outcome(Struct, frozen=True):
    """What filing an article gave, nothing if it is broken, and every error that was met."""

    filed: Filed | None
    errors: tuple[KlipingError, ...] = ()
