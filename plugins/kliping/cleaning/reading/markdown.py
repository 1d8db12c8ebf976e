"""Texts in Markdown, as scrapers write them.

Input: a decoded text. Output: its lines without marks, each on the line where it stands in the file, and `Markup`: what the
header states about the page, and which lines are links to other pages.
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
"""A link or picture with its address, a subheading, or bold words; one `#` alone may begin a comment in program code."""
_TITLED = re.compile(r"\s*# +\S")
"""A heading at the beginning of a text; a hashtag has no space."""
FEWEST = 3
"""Marks that make a text Markdown: fewer may be plain text that looks like them."""
FAR = 20_000
"""Characters among which these marks must stand."""
FEWEST_SPACES = 3
"""Spaces in a line that is a link to another page: a shorter one may be a name in the article."""
DEEPEST = 100
"""Quotations and lists inside each other that are read; what is nested deeper stays as it is."""
_BULLET, _CELL = "• ", " | "
_LEAVES = ("inline", "fence", "heading_open", "hr")
_BROKEN = re.compile(r"\]\(https?:(?:[^\s()]|(?<=-)\n)+\)")
"""An address that html2text broke behind a hyphen."""
_UNPAIRED = "**"
"""The sign of bold words; CommonMark leaves it in the text if a space stands inside it, as scrapers write it."""
_BREAK = re.compile(r"\r\n?")


class _Words(NamedTuple):
    """Some words of a paragraph."""

    line: int
    """Counted from 0, in the file."""
    words: str
    is_link: bool = False


def looks_like_markdown(text: str) -> bool:
    """Whether a text begins with the header of a scraper or with a heading, or has several marks.

    >>> looks_like_markdown("# Judul\\n\\nIsi."), looks_like_markdown("#tagar\\n\\nKata *itu* [1], **) catatan.")
    (True, False)
    """
    head = text[:FAR]
    if _TITLED.match(head) or read_header(head).length:
        return True
    return ("](" in head or "**" in head or "# " in head) and len(_MARK.findall(head)) >= FEWEST


def render_markdown(text: str) -> tuple[str, Markup]:
    """The words of each line, and what header and marks say."""
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
    """An address in one piece, with its line breaks behind it, so that all lines keep their numbers."""
    return link[0].replace("\n", "") + "\n" * link[0].count("\n")


@cache
def _reader() -> "MarkdownIt":
    """The parser: CommonMark with tables, but without indented code, for scrapers indent plain text too."""
    from markdown_it import MarkdownIt

    reader = MarkdownIt("commonmark", {"maxNesting": DEEPEST}).enable("table").disable(["code", "html_block"])
    reader.validateLink = lambda url: True  # type: ignore[method-assign]  # nobody follows them; `javascript:` is no text
    return reader


def _breaks_at_margin(tokens: "Sequence[Token]") -> bool:
    """Whether most line breaks in paragraphs are inside a sentence and behind a full line."""
    paragraphs = (token.content.split("\n")[:-1] for token in tokens if token.type == "inline")
    lines = [line for paragraph in paragraphs for line in paragraph]
    return sum(may_be_broken(line) and not ends_sentence(line) for line in lines) * 2 > len(lines)


def _words_of(tokens: "Sequence[Token]", *, is_wrapped: bool) -> Iterator[_Words]:
    """The words of all paragraphs, in order; items of lists and cells of tables have their sign before them."""
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
    """The words of a paragraph that begins on `line`; a picture has none."""
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
    """The words of a line; if the parser read nothing there, the line `otherwise`, unless it is only signs."""
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
