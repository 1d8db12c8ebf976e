"""A clipping to what can be found of it in one language: only what its outlet's policy allows to show."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from kliping.digest.model import Clipping, Edition, Entry
from kliping.markup import search_record_html
from kliping.model import Article, Lang
from kliping.roots import Roots
from kliping_pelican.showing import addresses
from kliping_pelican.showing.filters import words_of_date
from kliping_pelican.showing.reader import Reader
from kliping_pelican.showing.telling import title_of

UNKNOWN = "-"
"""Value of a filter for an article of which it is not known."""

_WORD = re.compile(r"[^\W\d_]+")


class Record(Struct, frozen=True):
    """One article in one language."""

    url: str
    """From the site's root, with a slash before it."""
    html: str
    """For the index only: a title, passages with their anchors, facts and roots."""
    roots: frozenset[str]
    language: Lang
    """In which the article was written."""
    topics: tuple[str, ...]
    outlet: str
    year: str


def make_record(entry: Entry, clipping: Clipping, reader: Reader, roots: Roots | None) -> Record | None:
    """The record of an article that exists in the reader's language; None if it has no word to search for."""
    lang, title = reader.lang, title_of(clipping, reader)
    passages = list(_passages(clipping.editions[lang]))
    if not any(map(str.isalnum, title.text + "".join(words for _, words in passages))):
        return None
    facts = _facts(entry, clipping, reader)
    texts = (title.text, *(words for _, words in passages), *facts.values())
    named = list(_roots_of(texts, reader, roots)) if roots else []
    html = search_record_html(index_language(lang, roots is not None), title.text, passages, facts, named)
    return Record(
        url=f"/{addresses.article(lang, entry.id)}",
        html=html,
        roots=frozenset(named),
        language=entry.lang,
        topics=entry.topics,
        outlet=entry.publisher or UNKNOWN,
        year=entry.day[:4] if entry.day else UNKNOWN,
    )


def index_language(lang: Lang, rooted: bool) -> str:
    """The language to name to Pagefind. If the words are roots already, one that it does not know: it must not stem them."""
    return f"und-x-{lang}" if rooted else lang


def words_in(text: str) -> list[str]:
    """The words of a text, in small letters."""
    return _WORD.findall(text.lower())


def _passages(edition: Edition) -> Iterator[tuple[str, str]]:
    """The passages in the edition's language, by anchor; those in another are found by that language's search."""
    if edition.standfirst and edition.standfirst.lang == edition.lang:
        yield "standfirst", edition.standfirst.text
    for block in edition.blocks:
        if block.passage.lang == edition.lang:
            yield block.anchor, block.passage.text
    for caption in edition.captions:
        if caption.lang == edition.lang:
            yield "caption", caption.text


def _roots_of(texts: Iterable[str], reader: Reader, roots: Roots) -> Iterator[str]:
    """The roots of all words but the most common, each as often as it occurs."""
    common = set(reader.digest.knowledge.languages[reader.lang].function_words)
    for text in texts:
        for word in words_in(text):
            if word not in common:
                yield from roots.of(word)


def _facts(entry: Entry, clipping: Clipping, reader: Reader) -> dict[str, str]:
    """What the list of results shows, and names to search for as well; unknown values are left out."""
    article = clipping.article
    facts = {
        "title_lang": title_of(clipping, reader).lang,
        "publisher": article.publisher.value if article.publisher else "",
        "wires": ", ".join(wire.value for wire in article.wires),
        "date": words_of_date(article.published.value, reader.lang) if article.published else "",
        "names": "; ".join(_names(entry, article, reader)),
    }
    return {name: words for name, words in facts.items() if words and (name, words) != ("title_lang", reader.lang)}


def _names(entry: Entry, article: Article, reader: Reader) -> Iterator[str]:
    registers, lang = reader.digest.registers, reader.lang
    yield from (author.value for author in article.authors)
    yield from (medium.value for medium in article.cited)
    yield from (registers.topics[topic].name[lang] for topic in entry.topics)
    yield from (registers.vocabulary[tag].name[lang] for tag in entry.tags)
