"""Who a page is for, and the names and addresses that every view of it needs."""

from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache, cached_property, lru_cache

from msgspec import Struct, field, structs

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

    @cached_property
    def tag(self) -> Callable[[str], tuple[str, str, Link, TermKind]]:
        """For the id of a name: its sort key in this language, the id, the link to its page, and its kind."""
        registers, lang = self.digest.registers, self.lang

        @cache
        def named(id_: str) -> tuple[str, str, Link, TermKind]:
            name = registers.vocabulary[id_].name[lang]
            link = Link(name=name, path=addresses.listing(lang, "tags", id_))
            return name.casefold(), id_, link, registers.term_kinds[id_]

        return named

    @cached_property
    def topic(self) -> Callable[[str], Link]:
        """For the id of a topic: the link to its page."""
        topics, lang = self.digest.registers.topics, self.lang
        return cache(lambda id_: Link(name=topics[id_].name[lang], path=addresses.listing(lang, "topics", id_)))

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
    return tuple(map(reader.topic, entry.topics))


def tags_of(entry: Entry, reader: Reader) -> tuple[TagGroup, ...]:
    """The tags of an article by kind, by name."""
    return _by_kind((link, kind) for _, _, link, kind in sorted(map(reader.tag, entry.tags)))


def tag_groups(entries: Iterable[Entry], reader: Reader) -> tuple[TagGroup, ...]:
    """The tags of articles by kind, most frequent first, then by name, with the number of articles."""
    counts = Counter(tag for entry in entries for tag in entry.tags)
    named = sorted((-counts[id_], *reader.tag(id_)) for id_ in counts)
    return _by_kind((structs.replace(link, count=-less), kind) for less, _, _, link, kind in named)


def _by_kind(links: Iterable[tuple[Link, TermKind]]) -> tuple[TagGroup, ...]:
    groups: dict[TermKind, list[Link]] = {}
    for link, kind in links:
        groups.setdefault(kind, []).append(link)
    return tuple(TagGroup(kind=kind, tags=tuple(groups[kind])) for kind in TERM_KINDS if kind in groups)


def outlet_path(outlet: str | None, reader: Reader | Voice) -> str | None:
    """The path of an outlet's page; None for none."""
    return addresses.listing(reader.lang, "outlets", outlet) if outlet else None


def passage_path(cite: str, reader: Reader) -> str:
    """The path of a paragraph, `<article id>#<anchor>`; if the paragraph is not shown, that of its article."""
    article, _, anchor = cite.partition("#")
    path = addresses.article(reader.lang, article)
    shown = anchor and any(block.anchor == anchor for block in reader.digest.clippings[article].article.blocks)
    return f"{path}#{anchor}" if shown else path


def safe_url(url: str | None) -> str | None:
    """An address if a link may lead there, else None."""
    return url if url and is_web_address(url) else None
