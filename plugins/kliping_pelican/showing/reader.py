"""Who a page is for, and the names and addresses that every view of it needs."""

from collections import Counter
from collections.abc import Iterable
from urllib.parse import urlsplit

from msgspec import Struct, field

from kliping.digest.model import Clipping, Digest, Entry
from kliping.digest.registers import TERM_KINDS
from kliping.errors import InvalidData
from kliping.memory import Memory
from kliping.model import Lang
from kliping_pelican.showing import addresses
from kliping_pelican.showing.views import Card, Link, TagGroup
from kliping_pelican.showing.words import Words


class Reader(Struct, frozen=True):
    """Who a page is for: a language, with the digest and the interface's words in it."""

    digest: Digest
    lang: Lang
    words: Words
    memory: Memory | None = None
    """Where what was made for this reader is kept from build to build."""
    mark: bytes = b""
    """Tells apart, in the memory, what was made for other readers or with other words."""
    cards: dict[str, Card] = field(default_factory=dict)
    """Cards made so far, by article id."""


def is_available(clipping: Clipping, lang: Lang) -> bool:
    """Whether an article belongs in a language's lists and feeds: it was written in it or translated into it."""
    return clipping.article.lang == lang or clipping.editions[lang].translation is not None


def rule_words(rule: str, reader: Reader) -> str:
    """Why a rule decides as it does, in the reader's language, with the apostrophes that readers are used to.

    Raises InvalidData for a rule without words.
    """
    words = reader.digest.knowledge.words_of(rule)
    if words is None:
        raise InvalidData(f"no words for the rule `{rule}`", path="data/rules.yml", key=rule, advice="Add them.")
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
    vocabulary, kinds, lang = reader.digest.registers.vocabulary, reader.digest.registers.term_kinds, reader.lang
    counts = Counter(tag for entry in entries for tag in entry.tags)
    groups = []
    for kind in TERM_KINDS:
        ids = [id_ for id_ in counts if kinds[id_] == kind]
        ids.sort(key=lambda id_: (-counts[id_], vocabulary[id_].name[lang].casefold(), id_))
        links = tuple(
            Link(
                name=vocabulary[id_].name[lang],
                path=addresses.listing(lang, "tags", id_),
                count=counts[id_] if counted else None,
            )
            for id_ in ids
        )
        if links:
            groups.append(TagGroup(kind=kind, tags=links))
    return tuple(groups)


def outlet_path(outlet: str | None, reader: Reader) -> str | None:
    return addresses.listing(reader.lang, "outlets", outlet) if outlet else None


def passage_path(cite: str, reader: Reader) -> str:
    """The path of a paragraph, `<article id>#<anchor>`; that of its article where the paragraph is not shown."""
    article, _, anchor = cite.partition("#")
    path = addresses.article(reader.lang, article)
    shown = anchor and any(block.anchor == anchor for block in reader.digest.clippings[article].article.blocks)
    return f"{path}#{anchor}" if shown else path


def safe_url(url: str | None) -> str | None:
    """An address if it is http(s) with a host, else None."""
    if not url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None
