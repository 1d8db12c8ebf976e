"""HTML pages: the article's part rendered as lines of text, and what the markup states about it.

Input: a page's bytes. Output: `Rendered`, whose text goes the way of every other text; its statements
are evidence of their own kind, used where the text itself is silent.
"""

import json
import re
from collections import deque
from collections.abc import Iterator
from typing import Any, NamedTuple

from bs4 import BeautifulSoup, UnicodeDammit
from bs4.element import CData, NavigableString, Tag
from bs4.exceptions import ParserRejectedMarkup

from kliping.cleaning.forms.shapes import is_prose
from kliping.cleaning.mending import clean_text

_BLOCKS = frozenset(
    "address article aside blockquote body br dd details div dl dt fieldset figcaption figure footer form "  # noqa: SIM905
    "h1 h2 h3 h4 h5 h6 header hr li main nav ol option p pre section summary table tbody td tfoot th thead "
    "time title tr ul".split()
)
_UNSEEN = ("title", "script", "style", "noscript", "template", "svg", "iframe", "object", "select", "button", "textarea")
_ASIDE = ("aside", "nav", "footer")
_CONTAINERS = ("[itemprop=articleBody]", "article", "main", "[role=main]")
_ARTICLE_TYPES = re.compile(
    r"(?:News|Reportage|Analysis|Opinion|Background|Satirical|Review|Tech|Scholarly)?Article$|BlogPosting$"
)
_AND = re.compile(r",\s|;\s|\s(?:and|dan|&)\s")
_LONG_REFERENCE = re.compile(r"&#(?:\d{9,}|x[0-9a-f]{8,});?", re.IGNORECASE)
"""No character has so high a number, and Python refuses to read a number of thousands of digits."""
_PAIRS = (("<!--", "-->"), ("<![", "]>"), ("<", ">"))
"""An opening sign behind the last closing one opens nothing; the parser would look for its end from each of them anew."""
ENOUGH = 0.6
"""A container with this share of the page's running text is the article."""

MOST_CONTAINERS = 40
"""So many containers of a kind are looked at; more are teasers of other stories."""


class Statement(NamedTuple):
    """A value the markup states."""

    value: str
    cue: str
    """Which element states it."""


class Statements(NamedTuple):
    """What the markup states about the article."""

    title: Statement | None = None
    heading: Statement | None = None
    """The page's only heading of the first rank."""
    published: Statement | None = None
    updated: Statement | None = None
    publisher: Statement | None = None
    url: Statement | None = None
    authors: tuple[Statement, ...] = ()


class Rendered(NamedTuple):
    """An HTML page as text."""

    text: str
    statements: Statements


def render(data: bytes | str) -> Rendered:
    """The article's part of a page, one block a line, and what the markup states."""
    soup = _soup(data)
    statements = _statements(soup)
    for tag in soup.find_all(_UNSEEN):
        tag.decompose()
    body = soup.body or soup
    container = _container(body)
    lines = list(_lines(container))
    heading = body.find("h1")
    if isinstance(heading, Tag) and container is not body and container not in heading.parents:
        lines = [" ".join(heading.get_text().split()), "", *lines]
    return Rendered("\n".join(_single_blanks(lines)), statements)


def _soup(data: bytes | str) -> BeautifulSoup:
    markup = data if isinstance(data, str) else UnicodeDammit(data, is_html=True).unicode_markup or ""
    markup = _LONG_REFERENCE.sub("\ufffd", markup)
    for opening, closing in _PAIRS:
        end = markup.rfind(closing) + 1
        markup = markup[:end] + markup[end:].replace(opening, f"&lt;{opening[1:]}")
    try:
        return BeautifulSoup(markup, "html.parser")
    except ParserRejectedMarkup:  # `<![` begins sections that Python's parser knows by name only
        return BeautifulSoup(markup.replace("<![", "<! ["), "html.parser")


def _container(body: Tag) -> Tag:
    """The smallest known container that holds most of the running text."""
    whole = _prose_words(body) - sum(_prose_words(tag) for tag in body.find_all(_ASIDE, limit=MOST_CONTAINERS))
    found = body
    least = whole + 1
    for selector in _CONTAINERS:
        for tag in body.select(selector, limit=MOST_CONTAINERS):
            words = _prose_words(tag)
            if whole and words >= ENOUGH * whole and words < least:
                found, least = tag, words
        if found is not body:
            break
    return found


def _prose_words(tag: Tag) -> int:
    return sum(line.count(" ") + 1 for line in _lines(tag) if is_prose(line))


def _lines(container: Tag) -> Iterator[str]:
    """Text in block order, without recursion: pages may be nested a hundred thousand deep."""
    parts: list[str] = []
    blocks: dict[int, int] = {id(container): id(container)}
    last = id(container)
    end = _after(container)
    node: Any = container.contents[0] if container.contents else None  # a soup itself has no next element
    while node is not None and node is not end:
        block = blocks.get(id(node.parent), id(container))
        if isinstance(node, Tag):
            if node.name in _BLOCKS:
                block = id(node)
                yield from _flushed(parts, within=node.name == "br")
                if node.name == "li":
                    parts.append("• ")
            blocks[id(node)] = block
        elif type(node) in (NavigableString, CData):
            if block != last and parts != ["• "]:
                yield from _flushed(parts)
            last = block
            parts.append(str(node))
        node = node.next_element
    yield from _flushed(parts)


def _flushed(parts: list[str], *, within: bool = False) -> Iterator[str]:
    """The line gathered so far; a blank one parts it from the next, but not `within` a block or a list."""
    words = " ".join("".join(parts).split())
    parts.clear()
    if words and words != "•":
        yield words
        if not within and not words.startswith("•"):
            yield ""


def _after(tag: Tag) -> Any:
    """The first element behind a tag."""
    node: Any = tag
    while node is not None and node.next_sibling is None:
        node = node.parent
    return node.next_sibling if node is not None else None


def _single_blanks(lines: list[str]) -> list[str]:
    kept = [line for at, line in enumerate(lines) if line or (at and lines[at - 1])]
    while kept and not kept[-1]:
        kept.pop()
    return kept


def _statements(soup: BeautifulSoup) -> Statements:
    """JSON-LD first, then OpenGraph and other meta elements, then `<time>`."""
    found: dict[str, Any] = {}
    for node in _linked_data(soup):
        if not _ARTICLE_TYPES.search(" ".join(_strings(node.get("@type")))):
            continue
        _state(found, "title", node.get("headline"), "JSON-LD headline")
        _state(found, "published", node.get("datePublished"), "JSON-LD datePublished")
        _state(found, "updated", node.get("dateModified"), "JSON-LD dateModified")
        _state(found, "publisher", _name_of(node.get("publisher")), "JSON-LD publisher")
        names = [name for one in _listed(node.get("author")) if (name := _name_of(one))]
        if names and "authors" not in found:
            found["authors"] = tuple(
                Statement(part, "JSON-LD author") for name in names for part in _AND.split(name) if part
            )
    for key, name in (
        ("title", "og:title"),
        ("published", "article:published_time"),
        ("published", "content_PublishedDate"),
        ("published", "datePublished"),
        ("published", "parsely-pub-date"),
        ("published", "publishdate"),
        ("published", "pubdate"),
        ("published", "DC.date.issued"),
        ("updated", "article:modified_time"),
        ("publisher", "og:site_name"),
        ("url", "og:url"),
    ):
        tag = next(
            (tag for kind in ("property", "name", "itemprop") if (tag := soup.find("meta", attrs={kind: name}))), None
        )
        _state(found, key, tag.get("content") if isinstance(tag, Tag) else None, f"meta {name}")
    canonical = soup.find("link", rel="canonical")
    _state(found, "url", canonical.get("href") if isinstance(canonical, Tag) else None, "link canonical")
    headings = soup.find_all("h1", limit=2)
    if len(headings) == 1:
        _state(found, "heading", headings[0].get_text(" "), "h1 element")
    if "authors" not in found:
        tag = soup.find("meta", attrs={"name": "author"})
        printed = _words(tag.get("content")) if isinstance(tag, Tag) else ""
        found["authors"] = tuple(Statement(name, "meta author") for name in _AND.split(printed) if name)
    times = soup.find_all("time", attrs={"datetime": True})
    if len(times) == 1:
        _state(found, "published", times[0].get("datetime"), "time element")
    return Statements(**found)


def _state(found: dict[str, Any], key: str, value: object, cue: str) -> None:
    words = _words(value)
    if words and key not in found:
        found[key] = Statement(words, cue)


def _linked_data(soup: BeautifulSoup) -> Iterator[dict[str, Any]]:
    for script in soup.find_all("script", type="application/ld+json"):
        try:
            data = json.loads(script.get_text(), strict=False)
        except (ValueError, RecursionError):
            continue  # broken linked data states nothing; the text still speaks
        waiting = deque(_listed(data))
        while waiting:
            node = waiting.popleft()
            if isinstance(node, dict):
                yield node
                waiting += _listed(node.get("@graph"))


def _listed(value: object) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, list) else [value]


def _strings(value: object) -> list[str]:
    return [one for one in _listed(value) if isinstance(one, str)]


def _name_of(value: object) -> str | None:
    one = _listed(value)[0] if _listed(value) else None
    name = one.get("name") if isinstance(one, dict) else one
    return _words(name) or None


def _words(value: object) -> str:
    """The words of a value that should be words; JSON may hold halves of characters, which nothing can print."""
    return clean_text(value.encode("utf-8", "ignore").decode()) if isinstance(value, str) else ""
