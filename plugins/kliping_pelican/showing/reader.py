"""Who a page is for, and the names and addresses that every view of it needs."""

from collections import Counter
from collections.abc import Callable, Iterable
from functools import cached_property, lru_cache

from msgspec import Struct, field

from kliping.digest.model import Clipping, Digest, Entry
from kliping.digest.registers import TERM_KINDS, TermKind
from kliping.errors import InvalidData
from kliping.memory import Memory
from kliping.model import Lang
from kliping.web import is_web_address
from kliping_pelican.showing import addresses
from kliping_pelican.showing.views import Card, Link, TagGroup
from kliping_pelican.showing.words import Words


class Voice(Struct, frozen=True, dict=True):
    """A language with the interface's words in it: enough to show a single article."""

    lang: Lang
    words: Words
    mark: bytes
    """Tells apart, in a memory, what was made in other languages or with other words."""

    @cached_property
    def anchor_label(self) -> Callable[[str], str]:
        """What the link beside a block is called, by its anchor."""

        @lru_cache(maxsize=1024)
        def label(anchor: str) -> str:
            return self.words.gettext("Paragraph %(number)s", number=anchor.removeprefix("p"))

        return label


class Reader(Struct, frozen=True, dict=True):
    """Who a page is for: a language, with the digest and the interface's words in it."""

    digest: Digest
    lang: Lang
    words: Words
    memory: Memory | None = None
    """Where what was made for this reader is kept from build to build."""
    mark: bytes = b""
    """As its voice has it."""
    feed_forms: tuple[str, ...] = tuple(addresses.FEED_TYPES)
    """The forms of feeds that the site has."""
    cards: dict[str, Card] = field(default_factory=dict)
    """Cards made so far, by article id."""

    def tag(self, id_: str) -> tuple[str, str, str, str, TermKind]:
        """What a name is sorted by in this language, the name, its page and its kind."""
        found = self._tags.get(id_)
        if found is None:
            registers = self.digest.registers
            name = registers.vocabulary[id_].name[self.lang]
            path = addresses.listing(self.lang, "tags", id_)
            found = self._tags[id_] = (name.casefold(), id_, name, path, registers.term_kinds[id_])
        return found

    @cached_property
    def _tags(self) -> dict[str, tuple[str, str, str, str, TermKind]]:
        return {}

    @property
    def language_name(self) -> str:
        """The language's name in itself."""
        return self.digest.knowledge.languages[self.lang].name

    @cached_property
    def voice(self) -> Voice:
        """The same without the digest."""
        return Voice(self.lang, self.words, self.mark)


def is_available(clipping: Clipping, lang: Lang) -> bool:
    """Whether an article belongs in a language's lists and feeds: it was written in it or translated into it."""
    return clipping.article.lang == lang or clipping.editions[lang].translation is not None


def rule_words(rule: str, reader: Reader) -> str:
    """Why a rule decides as it does, in the reader's language, with the apostrophes that readers are used to.

    Raises InvalidData for a rule without words.
    """
    words = reader.digest.knowledge.words_of(rule)
    if words is None or reader.lang not in words:
        raise InvalidData(f"has no words in `{reader.lang}`", path="plugins/kliping/data", key=rule, advice="Add them.")
    return words[reader.lang].replace("'", "’")


def topic_links(entry: Entry, reader: Reader) -> tuple[Link, ...]:
    """The topics of an article."""
    topics = reader.digest.registers.topics
    return tuple(
        Link(name=topics[topic].name[reader.lang], path=addresses.listing(reader.lang, "topics", topic))
        for topic in entry.topics
    )


def tag_groups(entries: Iterable[Entry], reader: Reader, *, counted: bool = False) -> tuple[TagGroup, ...]:
    """The tags of articles by kind, most frequent first, then by name."""
    counts = Counter(tag for entry in entries for tag in entry.tags)
    named = sorted((-counts[id_], *reader.tag(id_)) for id_ in counts)
    groups: dict[TermKind, list[Link]] = {}
    for less, _, _, name, path, kind in named:
        groups.setdefault(kind, []).append(Link(name=name, path=path, count=-less if counted else None))
    return tuple(TagGroup(kind=kind, tags=tuple(groups[kind])) for kind in TERM_KINDS if kind in groups)


def outlet_path(outlet: str | None, reader: Reader | Voice) -> str | None:
    """The path of an outlet's page; None for none."""
    return addresses.listing(reader.lang, "outlets", outlet) if outlet else None


def passage_path(cite: str, reader: Reader) -> str:
    """The path of a paragraph, `<article id>#<anchor>`; that of its article where the paragraph is not shown."""
    article, _, anchor = cite.partition("#")
    path = addresses.article(reader.lang, article)
    shown = anchor and any(block.anchor == anchor for block in reader.digest.clippings[article].article.blocks)
    return f"{path}#{anchor}" if shown else path


def safe_url(url: str | None) -> str | None:
    """An address if a link may lead there, else None."""
    return url if url and is_web_address(url) else None
