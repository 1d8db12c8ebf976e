"""Texts in Markdown, as scrapers leave them.

Input: a decoded text. Output: its lines without the marks, each where it stands in the file, and `Markup`: what the header
states of the page, and which lines are links to other pages.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from kliping.cleaning.forms.shapes import ends_sentence, may_be_broken
from kliping.cleaning.reading.headers import Header, read_header
from kliping.cleaning.reading.markup import Element, Markup, Statement, Statements

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_MARK = re.compile(r"!?\[[^\[\]\n]*\]\((?:https?:/)?/[^)\s]+[)\s]|^#{2,6} +\S|\*\*[^\s*][^*\n]*\*\*", re.MULTILINE)
"""A link or picture with its address, a subheading, bold words; comments in programs begin with one `#`."""
_TITLED = re.compile(r"\s*# +\S")
"""A heading that a text begins with; a hashtag has no space."""
FEWEST = 3
"""Marks; fewer may be words that only look so."""
FAR = 20_000
"""Characters; what is Markdown has marks before them."""
FEWEST_SPACES = 3
"""In a link to another page; a shorter line may be a name in the article."""
DEEPEST = 100
"""Quotations and lists inside each other; what is nested deeper stays as it stands."""
_BULLET, _CELL = "• ", " | "
_LEAVES = ("inline", "fence", "heading_open", "hr")
_BROKEN = re.compile(r"\]\(https?:(?:[^\s()]|(?<=-)\n)+\)")
"""html2text breaks an address behind a hyphen."""
_UNPAIRED = "**"
"""Bold words that begin or end with a space, as scrapers write them, are none to CommonMark."""
_BREAK = re.compile(r"\r\n?")


class _Words(NamedTuple):
    """Some words of a paragraph."""

    line: int
    """In the file, from 0."""
    words: str
    is_link: bool = False


def looks_like_markdown(text: str) -> bool:
    """True for a text that begins with a scraper's header or with a heading, or has several marks.

    >>> looks_like_markdown("# Judul\\n\\nIsi."), looks_like_markdown("#tagar\\n\\nKata *itu* [1], **) catatan.")
    (True, False)
    """
    head = text[:FAR]
    if _TITLED.match(head) or read_header(head).length:
        return True
    return ("](" in head or "**" in head or "# " in head) and len(_MARK.findall(head)) >= FEWEST


def render_markdown(text: str) -> tuple[str, Markup]:
    """The words of each line, and what the marks say of them."""
    header = read_header(text)
    written = _BROKEN.sub(_mended, _BREAK.sub("\n", text)).split("\n")
    written[: header.length] = [""] * header.length
    tokens = _reader().parse("\n".join(written))
    parts: list[list[_Words]] = [[] for _ in written]
    for part in _words_of(tokens, is_wrapped=_breaks_at_margin(tokens)):
        parts[part.line].append(part)
    read = {line for token in tokens if token.map and token.type in _LEAVES for line in range(*token.map)}
    shown = [_shown(parts[at], "" if at in read else line) for at, line in enumerate(written)]
    headings = [token.map[0] for token in tokens if token.map and token.type == "heading_open" and token.tag == "h1"]
    links = (at for at, words in enumerate(parts) if _leads_away(words) and at not in headings)
    elements: dict[int, Element] = dict.fromkeys((at + 1 for at in links), "link")
    return "\n".join(shown), Markup(_statements(header, [shown[at] for at in headings]), elements)


def _mended(link: re.Match[str]) -> str:
    """An address in one piece, with the breaks behind it."""
    return link[0].replace("\n", "") + "\n" * link[0].count("\n")


@cache
def _reader() -> "MarkdownIt":
    """CommonMark with tables; scrapers indent what is no program."""
    from markdown_it import MarkdownIt

    reader = MarkdownIt("commonmark", {"maxNesting": DEEPEST}).enable("table").disable(["code", "html_block"])
    reader.validateLink = lambda url: True  # type: ignore[method-assign]  # nobody follows them; `javascript:` is no text
    return reader


def _breaks_at_margin(tokens: "Sequence[Token]") -> bool:
    """Whether most breaks in paragraphs stand where a line was full, and inside a sentence."""
    paragraphs = (token.content.split("\n")[:-1] for token in tokens if token.type == "inline")
    lines = [line for paragraph in paragraphs for line in paragraph]
    return sum(may_be_broken(line) and not ends_sentence(line) for line in lines) * 2 > len(lines)


def _words_of(tokens: "Sequence[Token]", *, is_wrapped: bool) -> Iterator[_Words]:
    """The words of all paragraphs in order, list entries and cells of tables with the sign before them."""
    sign = ""
    for token in tokens:
        if token.type == "list_item_open":
            sign = f"{token.info}{token.markup} " if token.info else _BULLET
        elif token.type in ("list_item_close", "tr_close"):
            sign = ""
        elif token.type in ("th_close", "td_close"):
            sign = _CELL
        elif token.type == "fence" and token.map:
            lines = token.content.removesuffix("\n").split("\n")
            yield from (_Words(token.map[0] + 1 + at, words) for at, words in enumerate(lines) if words)
        elif token.type == "inline" and token.map:
            words = list(_words_inside(token.children or [], token.map[0], is_wrapped=is_wrapped))
            if words:
                yield _Words(words[0].line, sign, is_link=True)
                yield from words
                sign = ""


def _words_inside(tokens: "Sequence[Token]", line: int, *, is_wrapped: bool) -> Iterator[_Words]:
    """The words of a paragraph that begins at a line; a picture has none."""
    is_link = False
    for token in tokens:
        if token.type == "softbreak" and is_wrapped:
            yield _Words(line, " ", is_link)
        elif token.type in ("softbreak", "hardbreak"):
            line += 1
        elif token.type in ("link_open", "link_close"):
            is_link = token.nesting > 0
        elif token.type in ("text", "code_inline", "text_special") and token.content:
            yield _Words(line, token.content.replace(_UNPAIRED, ""), is_link)


def _shown(parts: Sequence[_Words], otherwise: str) -> str:
    """A line's words; where there are none, its letters as they stand if nobody read them."""
    if parts:
        return "".join(part.words for part in parts).strip()
    return otherwise if any(map(str.isalnum, otherwise)) else ""


def _leads_away(parts: Sequence[_Words]) -> bool:
    """Whether all words of a line are a link to another page."""
    words = "".join(part.words for part in parts).strip()
    return words.count(" ") >= FEWEST_SPACES and all(part.is_link for part in parts if part.words.strip())


def _statements(header: Header, headings: Sequence[str]) -> Statements:
    found = {name: Statement(value, f"header {written}") for name, value, written in reversed(header.fields)}
    if len(headings) == 1:
        found["heading"] = Statement(headings[0], "heading")
    authors = tuple(Statement(value, "header author") for name, value, _ in header.fields if name == "author")
    found.pop("author", None)
    return Statements(**found, authors=authors)
