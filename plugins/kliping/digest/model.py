"""The values of a digest: an article in one language, what may be shown of it, and the collection as a whole."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Literal

from msgspec import Struct

from kliping.digest.registers import Policy, Registers
from kliping.knowledge import Knowledge
from kliping.model import Article, Lang, Span
from kliping.sidecar import Sidecar

State = Literal["original", "translated", "stale", "missing"]
"""`stale`: the original changed after it was translated; `missing`: it is not translated. Both show the original."""


class Passage(Struct, frozen=True, kw_only=True):
    """A title, a paragraph or a caption as one edition shows it."""

    text: str
    lang: Lang
    """The language of `text`: that of the original if the translation is stale or missing."""
    state: State
    source: str
    """The words of the original."""
    was: str | None = None
    """For a stale passage: the original as it was when it was translated."""
    outdated: str | None = None
    """For a stale passage: the translation made then."""


class EditionBlock(Struct, frozen=True, kw_only=True):
    """A block of the body in one edition."""

    kind: str
    anchor: str
    passage: Passage


class Translation(Struct, frozen=True, kw_only=True):
    """Who or what made a translation, and whether a person reviewed it."""

    translator: str
    method: str
    """`machine-assisted` or `human`; empty as long as nothing is translated."""
    reviewed_by: str | None
    date: str | None
    """The day of the last revision, ISO 8601."""


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
    """None for the original, and for an article that nobody translated."""

    @property
    def passages(self) -> tuple[Passage, ...]:
        """Every passage, in reading order."""
        heads = tuple(passage for passage in (self.title, self.standfirst) if passage)
        return (*heads, *(block.passage for block in self.blocks), *self.captions)

    def count(self, state: State) -> int:
        """How many of its passages are in a state."""
        return sum(passage.state == state for passage in self.passages)


class LedgerLine(Struct, frozen=True, kw_only=True):
    """One line of the file as it came, and the fates of its stretches."""

    number: int
    text: str | None
    """None if the policy for the outlet does not let it be shown."""
    spans: tuple[Span, ...]


class Likeness(Struct, frozen=True, kw_only=True):
    """Another article that shares wording."""

    article: str
    share: float
    """How many of this article's runs of four words the other has too, from 0 to 1."""


class Clipping(Struct, frozen=True, kw_only=True):
    """An article, reduced to what the policy for its outlet lets be shown: pages, feeds and data are made from no more."""

    article: Article
    policy: Policy
    withheld: int
    """How many blocks are left out."""
    sidecar: Sidecar
    editions: Mapping[Lang, Edition]
    """In every language of the digest."""
    lines: tuple[LedgerLine, ...]
    is_rendered: bool
    """Whether the lines are a rendering of HTML or Markdown rather than those of the file."""
    likenesses: tuple[Likeness, ...]


class Entry(Struct, frozen=True, kw_only=True, array_like=True):
    """What lists and links need to know of an article, so that it need not be opened."""

    id: str
    lang: Lang
    langs: tuple[Lang, ...]
    """The languages in which it can be read: its own first, then those of finished translations."""
    fresh: tuple[str, ...]
    """For each of these languages, the ISO day on which the digest last took it in, translated, corrected or withdrew it.

    If no day is known on which it was taken in, `day` is used instead.
    """
    day: str | None
    """The ISO day by which it is sorted, as precise as it is known."""
    instant: str
    """Its time of publication in UTC, as precise as it is known, for the order within a day; empty if unknown."""
    topics: tuple[str, ...]
    pinned: tuple[str, ...]
    """Those of its topics that the curator pinned."""
    tags: tuple[str, ...]
    publisher: str | None
    """The outlet's id."""
    credited: tuple[str, ...]
    """Ids of the outlets that it names as wires or cites, without its publisher."""
    withdrawn: bool
    formerly: tuple[str, ...] = ()
    """Ids that it had before, oldest first, as its sidecar says; `Digest.moved` has those that no other article has."""


class News(Struct, frozen=True, kw_only=True):
    """What changed since the last build, if no entry of an article did, and nothing but what is named here."""

    articles: frozenset[str] = frozenset()
    """Those whose words changed, or the names found in them."""
    listed: frozenset[str] = frozenset()
    """Those of them that look different in lists."""
    terms: frozenset[str] = frozenset()
    """Terms of the vocabulary that are named or described differently."""
    amends: bool = False
    """Whether it is so little that what the last build kept stays as it is."""


class Digest(Struct, frozen=True, kw_only=True, dict=True):
    """The whole collection."""

    langs: tuple[Lang, ...]
    entries: Mapping[str, Entry]
    """By id, newest first; those without a date come last."""
    clippings: Mapping[str, Clipping]
    """By id; each is made when it is asked for."""
    likenesses: Mapping[str, tuple[Likeness, ...]]
    """By id, for articles that share wording with others."""
    registers: Registers
    knowledge: Knowledge
    unread: frozenset[str] = frozenset()
    """Ids of articles whose files are broken: a link to one of them is not reported too."""
    moved: Mapping[str, str] = {}
    """Ids that articles had before, each with the id of today."""
    news: "News | None" = None
    """What changed since the last build; None if anything may have."""

    def first_id(self, id_: str) -> str:
        """The first id of an article: feeds name its entry by it for ever."""
        return next((old for old in self.entries[id_].formerly if self.moved.get(old) == id_), id_)

    @cached_property
    def by_topic(self) -> Mapping[str, tuple[str, ...]]:
        """For each topic, the ids of its articles, newest first."""
        return _grouped((topic, entry.id) for entry in self.entries.values() for topic in entry.topics)

    @cached_property
    def by_tag(self) -> Mapping[str, tuple[str, ...]]:
        """For each tag, the ids of the articles that name it, newest first."""
        return _grouped((tag, entry.id) for entry in self.entries.values() for tag in entry.tags)

    @cached_property
    def by_publisher(self) -> Mapping[str, tuple[str, ...]]:
        """For each outlet, the ids of the articles that it published, newest first."""
        return _grouped((entry.publisher, entry.id) for entry in self.entries.values() if entry.publisher)

    @cached_property
    def by_credit(self) -> Mapping[str, tuple[str, ...]]:
        """For each outlet, the ids of the articles that name it as a wire or cite it, newest first."""
        return _grouped((outlet, entry.id) for entry in self.entries.values() for outlet in entry.credited)


def _grouped(pairs: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    groups: dict[str, list[str]] = {}
    for key, id_ in pairs:
        groups.setdefault(key, []).append(id_)
    return {key: tuple(ids) for key, ids in groups.items()}
