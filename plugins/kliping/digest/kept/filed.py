"""What is kept of a filed article, and what filing gives."""

from collections.abc import Mapping

from msgspec import Struct

from kliping.digest.model import Entry
from kliping.digest.registers import Policy
from kliping.errors import KlipingError
from kliping.memory import Key
from kliping.model import Lang, Tag, TopicLink


class Filed(Struct, frozen=True, kw_only=True):
    """What is kept of an article from build to build: small, with the keys of its larger parts."""

    entry: Entry
    tags: tuple[Tag, ...]
    topics: tuple[TopicLink, ...]
    policy: Policy
    cleaned: Key
    """Key of its `Parsed`."""
    catalogues: Mapping[Lang, Key]
    """Keys of its catalogues."""
    words: Key
    """Digest of all that its own words and facts on a page are made from, tags and topics apart."""
    key: Key
    """Digest of all that its pages are made from, names and relations apart."""
    listed: Mapping[Lang, Key]
    """By language, the digest of what lists show of it; empty where nobody said what that is."""
    described: Key
    """Digest of the vocabulary and topics that its tags and topics were found with."""


class Outcome(Struct, frozen=True):
    """What filing a source gave: nothing where it is broken, and every error met."""

    filed: Filed | None
    errors: tuple[KlipingError, ...] = ()
    kept: Key | None = None
    """Under which it lies in the memory, where it is whole."""
