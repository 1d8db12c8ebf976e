"""HTML pages: the part with the article as lines of text, and what the markup says about it.

Input: the bytes of a page. Output: its text, which is cleaned as every other text is, and `Markup`: statements, which count
where the text itself says nothing, and what elements say of lines, by which captions, links and boxes are told apart.
"""

import re
import warnings
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Any

from bs4 import BeautifulSoup, UnicodeDammit, XMLParsedAsHTMLWarning
from bs4.element import CData, NavigableString, Tag
from bs4.exceptions import ParserRejectedMarkup

from kliping.cleaning.forms.shapes import is_prose
from kliping.cleaning.reading.elements import RenderedLine, find_elements
from kliping.cleaning.reading.markup import Markup
from kliping.cleaning.reading.metadata import read_statements

_BLOCKS = frozenset(
    "address article aside blockquote body br dd details div dl dt fieldset figcaption figure footer form "  # noqa: SIM905
    "h1 h2 h3 h4 h5 h6 header hr li main nav ol option p pre section summary table tbody td tfoot th thead "
    "time title tr ul".split()
)
_UNSEEN = frozenset(
    ("title", "script", "style", "noscript", "template", "svg", "iframe", "object", "select", "button", "textarea")
)
_ASIDE = ("aside", "nav", "footer")
_COMMENT_IDS = ("comments", "disqus_thread")
_COMMENT_CLASSES = frozenset(("comment", "comment-body", "comment-list", "commentlist", "comments", "comments-area"))
_LONG_REFERENCE = re.compile(r"&#(?:\d{9,}|x[0-9a-f]{8,});?", re.IGNORECASE)
"""No character has so high a number, and Python refuses to read numbers with thousands of digits."""
_PAIRS = (("<!--", "-->"), ("<![", "]>"), ("<", ">"))
"""Opening signs behind the last closing one are escaped: from each of them, the parser would search the rest of the page."""
_BULLET = "• "
_BLANK = RenderedLine("")
MOST_OF_TEXT = 0.6
"""The share of the page's running text from which a container is the article."""
ENOUGH_OF_TEXT = 0.3
"""The share that is enough if the markup says that it is, or if it holds the heading of the page."""
MOST_CONTAINERS = 40
"""Containers of one kind that are looked at; more of them are teasers of other stories."""


def render(data: bytes | str) -> tuple[str, Markup]:
    """The part of a page with the article, one block a line, and what the markup says, even if the page is broken."""
    soup = _soup(data)
    tags = soup.find_all(True)
    statements = read_statements(tags)
    for tag in [tag for tag in tags if tag.name in _UNSEEN]:
        tag.decompose()
    body = soup.body or soup
    container = _container(body)
    lines = list(_lines(container))
    headings = ((tag, " ".join(tag.get_text().split())) for tag in body.find_all("h1"))
    heading, words = next(((tag, words) for tag, words in headings if words), (body, ""))
    if words and container is not body and container not in heading.parents:
        lines = [RenderedLine(words), _BLANK, *lines]
    lines = _single_blanks(lines)
    elements = find_elements(container, lines)
    soup.clear(decompose=True)  # its elements hold each other, and would stay in memory for as long as the article is read
    return "\n".join(line.words for line in lines), Markup(statements, elements)


def _soup(data: bytes | str) -> BeautifulSoup:
    markup = data if isinstance(data, str) else UnicodeDammit(data, is_html=True).unicode_markup or ""
    markup = _LONG_REFERENCE.sub("\ufffd", markup)
    for opening, closing in _PAIRS:
        end = markup.rfind(closing) + 1
        markup = markup[:end] + markup[end:].replace(opening, f"&lt;{opening[1:]}")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)  # a page in XML has the same elements
        try:
            return BeautifulSoup(markup, "html.parser")
        except ParserRejectedMarkup:  # `<![` begins sections that Python's parser knows by name only
            return BeautifulSoup(markup.replace("<![", "<! ["), "html.parser")


def _container(body: Tag) -> Tag:
    """The smallest container of a known kind with most of the running text; some kinds need less of it."""
    tags = body.find_all(True)  # once, since each of Beautiful Soup's searches walks through the page
    comments = _outermost(list(islice(filter(_holds_comments, tags), MOST_CONTAINERS)))
    within = {id(tag) for comment in comments for tag in (comment, *comment.find_all(True))}
    asides = [tag for tag in islice(filter(_is_aside, tags), MOST_CONTAINERS) if id(tag) not in within]
    held = _prose_by_element(body, tags)
    whole = held[id(body)] - sum(_prose_words(tag, held) for tag in (*comments, *asides))
    found, least = body, whole + 1
    for is_kind in (_is_body, _is_article, _is_main, _has_main_role):
        for tag in islice(filter(is_kind, tags), MOST_CONTAINERS):
            words = 0 if id(tag) in within else _prose_words(tag, held)
            share = ENOUGH_OF_TEXT if is_kind is _is_body or (is_kind is _is_article and tag.find("h1")) else MOST_OF_TEXT
            if whole and words >= share * whole and words < least:
                found, least = tag, words
        if found is not body:
            break
    return found


def _holds_comments(tag: Tag) -> bool:
    return tag.get("id") in _COMMENT_IDS or not _COMMENT_CLASSES.isdisjoint(tag.get("class") or ())


def _is_aside(tag: Tag) -> bool:
    return tag.name in _ASIDE


def _is_body(tag: Tag) -> bool:
    return tag.get("itemprop") == "articleBody" and tag.name != "p"  # some sites say so of each paragraph


def _is_article(tag: Tag) -> bool:
    return tag.name == "article"


def _is_main(tag: Tag) -> bool:
    return tag.name == "main"


def _has_main_role(tag: Tag) -> bool:
    return tag.get("role") == "main"


def _outermost(tags: list[Tag]) -> list[Tag]:
    """The elements that are in none of the others; they must be given in the order of the page."""
    found: list[Tag] = []
    covered: set[int] = set()
    for tag in tags:
        if id(tag) not in covered:
            found.append(tag)
            covered |= {id(one) for one in tag.find_all(True)}
    return found


def _prose_by_element(body: Tag, tags: list[Tag]) -> Counter[int]:
    """How many words of running text each element holds; `tags` are all elements of the body, in the order of the page."""
    held: Counter[int] = Counter()
    for words, element, _ in _lines(body):
        if is_prose(words):
            held[id(element)] += words.count(" ") + 1
    for tag in reversed(tags):  # inner ones come before those around them
        if id(tag) in held:
            held[id(tag.parent)] += held[id(tag)]
    return held


def _prose_words(tag: Tag, held: Counter[int]) -> int:
    """The words of running text in one element; one that begins no line of its own is gone through by itself."""
    return held[id(tag)] if tag.name in _BLOCKS and tag.name != "li" else _prose_by_element(tag, []).total()


def _lines(container: Tag) -> Iterator[RenderedLine]:
    """The text of a container, block by block, without recursion: some pages are nested a hundred thousand deep."""
    parts: list[str] = []
    blocks: dict[int, Tag] = {id(container): container}
    last = container
    end = _after(container)
    node: Any = container.contents[0] if container.contents else None  # a soup itself has no next element
    while node is not None and node is not end:
        block = blocks.get(id(node.parent), container)
        if isinstance(node, Tag):
            if node.name in _BLOCKS:
                block = node
                yield from _flushed(parts, last, within=node.name == "br")
                if node.name == "li":
                    parts.append(_BULLET)
            blocks[id(node)] = block
        elif type(node) in (NavigableString, CData):
            if block is not last and parts != [_BULLET]:
                yield from _flushed(parts, last)
            last = block
            if parts or not node.isspace():  # line breaks between elements begin no line
                parts.append(node)
        node = node.next_element
    yield from _flushed(parts, last)


def _flushed(parts: list[str], element: Tag, *, within: bool = False) -> Iterator[RenderedLine]:
    """The line gathered so far, and a blank one behind it, unless it is `within` a block or in a list."""
    if not parts:
        return
    words = " ".join("".join(parts).split())
    strings = tuple(part for part in parts if isinstance(part, NavigableString))
    parts.clear()
    if words and words != _BULLET.strip():
        yield RenderedLine(words, element, strings)
        if not within and not words.startswith(_BULLET):
            yield _BLANK


def _after(tag: Tag) -> Any:
    """The first element behind an element, or None."""
    node: Any = tag
    while node is not None and node.next_sibling is None:
        node = node.parent
    return node.next_sibling if node is not None else None


def _single_blanks(lines: list[RenderedLine]) -> list[RenderedLine]:
    """The lines with at most one blank line between two others, and none at either end."""
    kept = [line for at, line in enumerate(lines) if line.words or (at and lines[at - 1].words)]
    while kept and not kept[-1].words:
        kept.pop()
    return kept
