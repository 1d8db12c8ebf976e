"""The values of a digest: an article in one language, what may be shown of it, and the whole collection."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Literal

from msgspec import Struct

from kliping.digest.registers import Policy, Registers
from kliping.knowledge import Knowledge
from kliping.model import Article, Lang, Span
from kliping.sidecar import Sidecar

State = Literal["original", "translated", "stale", "missing"]
"""`stale`: the original changed after the translation; `missing`: none was finished. Both show the original."""


class Passage(Struct, frozen=True, kw_only=True):
    """A title, a paragraph or a caption as one edition shows it."""

    text: str
    lang: Lang
    """The language of `text`: the original's where the translation is stale or missing."""
    state: State
    source: str
    """The words of the original."""
    was: str | None = None
    """Of a stale passage: the original as it read when it was translated."""
    outdated: str | None = None
    """Of a stale passage: the translation made then."""


class EditionBlock(Struct, frozen=True, kw_only=True):
    """A block of the body in one edition."""

    kind: str
    anchor: str
    passage: Passage


class Translation(Struct, frozen=True, kw_only=True):
    """Who or what made a translation and whether a person reviewed it."""

    translator: str
    method: str
    """`machine-assisted` or `human`; empty while nothing is translated."""
    reviewed_by: str | None
    date: str | None
    """ISO 8601 day of the last revision."""


class Edition(Struct, frozen=True, kw_only=True):
    """One article in one language."""

    article: str
    lang: Lang
    title: Passage | None
    standfirst: Passage | None
    captions: tuple[Passage, ...]
    """One for each figure, in order."""
    blocks: tuple[EditionBlock, ...]
    translation: Translation | None
    """None for the original and for an article nobody translated."""

    @property
    def passages(self) -> tuple[Passage, ...]:
        """Every passage, in reading order."""
        heads = tuple(passage for passage in (self.title, self.standfirst) if passage)
        return (*heads, *(block.passage for block in self.blocks), *self.captions)

    def count(self, state: State) -> int:
        """How many passages are in a state."""
        return sum(passage.state == state for passage in self.passages)


class LedgerLine(Struct, frozen=True, kw_only=True):
    """One line of the file as it came, and the fates of its stretches."""

    number: int
    text: str | None
    """None where the outlet's policy does not let it be shown."""
    spans: tuple[Span, ...]


class Likeness(Struct, frozen=True, kw_only=True):
    """Another article that shares wording."""

    article: str
    share: float
    """Part of this article's word 4-grams that the other has too, from 0 to 1."""


class Clipping(Struct, frozen=True, kw_only=True):
    """An article of the digest, reduced to what its outlet's policy lets be shown. Nothing downstream sees more."""

    article: Article
    policy: Policy
    withheld: int
    """Number of blocks left out."""
    sidecar: Sidecar
    editions: Mapping[Lang, Edition]
    """In every language of the digest."""
    lines: tuple[LedgerLine, ...]
    is_rendered: bool
    """Whether the lines are those of HTML or Markdown, and so not of the file as it came."""
    likenesses: tuple[Likeness, ...]


class Entry(Struct, frozen=True, kw_only=True, array_like=True):
    """What lists and links need to know of an article without opening it."""

    id: str
    lang: Lang
    langs: tuple[Lang, ...]
    """The languages in which its words exist."""
    fresh: tuple[str, ...]
    """For each of them the ISO day of its newest step in this digest: taken in, translated, corrected or withdrawn.

    Where the digest does not know when it took the article in, `day` stands for that.
    """
    day: str | None
    """The ISO day that orders it, as precise as known."""
    instant: str
    """Its time of publication as far as known, else `day`, for the order within a day; empty where unknown."""
    topics: tuple[str, ...]
    pinned: tuple[str, ...]
    """Those of its topics that the curator gave it."""
    tags: tuple[str, ...]
    publisher: str | None
    """The outlet's id."""
    credited: tuple[str, ...]
    """Ids of the outlets it credits as wires or cites, the publisher's own left out."""
    withdrawn: bool
    formerly: tuple[str, ...] = ()
    """Ids its curator says it had, the first one first; `Digest.moved` has those of them that are free."""


class News(Struct, frozen=True, kw_only=True):
    """Articles whose own words changed, where nothing else did: not the entry of a single one."""

    articles: frozenset[str]
    listed: frozenset[str]
    """Those of them that lists show otherwise than before."""


class Digest(Struct, frozen=True, kw_only=True, dict=True):
    """The whole collection."""

    langs: tuple[Lang, ...]
    entries: Mapping[str, Entry]
    """By id, newest first; undated ones last."""
    clippings: Mapping[str, Clipping]
    """By id; made when they are asked for where the digest is large."""
    likenesses: Mapping[str, tuple[Likeness, ...]]
    """By article id, of those that share wording."""
    registers: Registers
    knowledge: Knowledge
    unread: frozenset[str] = frozenset()
    """Ids of articles whose own files are broken: what leads to them is no second mistake."""
    moved: Mapping[str, str] = {}
    """Ids that articles had before, each with the one it leads to now."""
    news: "News | None" = None
    """What alone may differ from the last digest that was kept; None where anything may."""

    def first_id(self, id_: str) -> str:
        """The id under which an article came first: by it subscribers know its entry."""
        return next((old for old in self.entries[id_].formerly if self.moved.get(old) == id_), id_)

    @cached_property
    def by_topic(self) -> Mapping[str, tuple[str, ...]]:
        """Ids of a topic's articles, newest first."""
        return _grouped((topic, entry.id) for entry in self.entries.values() for topic in entry.topics)

    @cached_property
    def by_tag(self) -> Mapping[str, tuple[str, ...]]:
        """Ids of the articles that name a tag, newest first."""
        return _grouped((tag, entry.id) for entry in self.entries.values() for tag in entry.tags)

    @cached_property
    def by_publisher(self) -> Mapping[str, tuple[str, ...]]:
        """Ids of an outlet's articles, newest first."""
        return _grouped((entry.publisher, entry.id) for entry in self.entries.values() if entry.publisher)

    @cached_property
    def by_credit(self) -> Mapping[str, tuple[str, ...]]:
        """Ids of the articles that credit an outlet, newest first."""
        return _grouped((outlet, entry.id) for entry in self.entries.values() for outlet in entry.credited)


def _grouped(pairs: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    groups: dict[str, list[str]] = {}
    for key, id_ in pairs:
        groups.setdefault(key, []).append(id_)
    return {key: tuple(ids) for key, ids in groups.items()}
