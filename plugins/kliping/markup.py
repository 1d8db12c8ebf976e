"""Blocks of an edition, and CommonMark, to HTML: the only Python that makes HTML.

Every word from an article or a catalogue is escaped here; Markdown is read without raw HTML.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from kliping.digest.model import Edition, EditionBlock, Passage

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

Label = Callable[[Passage], str]
"""Words that say why a passage is not in the page's language."""

_FRAMES = {
    "paragraph": ('<p id="%s"%s>', "%s</p>\n"),
    "heading": ('<h3 id="%s"%s>', "%s</h3>\n"),
    "quote": ('<blockquote id="%s"%s><p>', "%s</p></blockquote>\n"),
    "list": ('<div id="%s"%s>', "%s</div>\n"),
}
"""What stands around a block's words: its anchor, `lang` where it is foreign, and what follows the words, all escaped."""
_ANCHOR = '<a class="anchor" href="#%s" aria-label="%s">¶</a>'
_ANCHORS = re.compile(r'<a class="anchor" href="#[^"]*" aria-label="[^"]*">¶</a>')
_NUMBER = re.compile(r"\s*\(?\d{1,3}[.)]\s")
_STATE = ' <small class="passage-state" lang="%s">%s</small>'


def edition_html(edition: Edition, label: Label, anchor_label: Callable[[str], str]) -> Markup:
    """The body: each block with its anchor; a passage in another language carries `lang`.

    In a translation it carries its state and a label too; where nothing was translated a page says so once.
    """
    return Markup("".join([_block_html(block, edition, label, anchor_label) for block in edition.blocks]))


def plain_html(edition: Edition, label: Label) -> Markup:
    """The body without anchors, for feeds; passages in another language are marked here too."""
    return Markup("".join([_block_html(block, edition, label, None) for block in edition.blocks]))


def without_anchors(body: str) -> Markup:
    """What `edition_html` made as `plain_html` makes it; every `<` of the texts is escaped, so that no other link is met."""
    return Markup(_ANCHORS.sub("", body))


def search_record_html(
    lang: str, title: str, passages: Iterable[tuple[str, str]], facts: Mapping[str, str], roots: Sequence[str]
) -> str:
    """An article as the search program reads it; no reader ever sees it.

    A root ends with a digit, so that it is found whole and never as the beginning of another word.
    """
    return "".join(
        [
            f'<!doctype html><html lang="{escape(lang)}"><body><h1>{escape(title)}</h1>',
            *(f'<p id="{escape(anchor)}">{escape(words)}</p>' for anchor, words in passages),
            *(f'<p data-pagefind-ignore data-pagefind-meta="{name}">{escape(words)}</p>' for name, words in facts.items()),
            f'<span id="roots" data-pagefind-weight="0.5">{escape(" ".join(f"{root}0" for root in roots))}</span>',
            "</body></html>",
        ]
    )


def markdown_html(text: str, resolve: Callable[[str], str | None]) -> Markup:
    """CommonMark without raw HTML as HTML.

    `resolve` turns an address as written (`article:<id>#p1`) into one for the page, or None for one that is not
    allowed: the link's words then stand alone, as those of a picture do.
    """
    reader = commonmark()
    tokens = reader.parse(text)
    for token in tokens:
        if token.children:
            token.children = _resolved(token.children, resolve)
    return Markup(reader.renderer.render(tokens, reader.options, {}))


@cache
def commonmark() -> "MarkdownIt":
    """The reader of CommonMark; a build without changed prose does not need it."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False})


def is_numbered(text: str) -> bool:
    """Whether each line of a list begins with a number of its own, so that it needs no sign before it.

    >>> is_numbered("1. Beras\\n2. Air"), is_numbered("Beras\\nAir")
    (True, False)
    """
    return all(map(_NUMBER.match, text.split("\n")))


def _block_html(block: EditionBlock, edition: Edition, label: Label, anchor_label: Callable[[str], str] | None) -> str:
    passage = block.passage
    named = anchor_label(block.anchor) if anchor_label else None
    mark = _lang(passage) if passage.lang != edition.lang else ""
    tail = ""
    if edition.translation and passage.state in ("stale", "missing"):
        mark += f' data-state="{passage.state}"'
        tail = _STATE % (escape(edition.lang), escape(label(passage)))
    before, after = _frame(block.kind, block.anchor, named, mark, tail)
    return f"{before}{_words(block)}{after}"


@lru_cache(maxsize=4096)
def _frame(kind: str, anchor: str, named: str | None, mark: str, tail: str) -> tuple[str, str]:
    """What stands before a block's words and after them; `mark` and `tail` are HTML, and `named` is its link's name."""
    link = _ANCHOR % (escape(anchor), escape(named)) if named is not None else ""
    before, after = _FRAMES[kind]
    return before % (escape(anchor), mark), after % (tail + link)


def _lang(passage: Passage) -> str:
    """What marks a passage in another language than the page's."""
    return f' lang="{escape(passage.lang)}"'


def _words(block: EditionBlock) -> str:
    text = block.passage.text
    words = str(escape(text))
    if block.kind != "list":
        return words.replace("\n", "<br>")
    kind = ' class="numbered"' if is_numbered(text) else ""
    items = "".join([f"<li>{line}</li>" for line in words.split("\n")])
    return f"<ul{kind}>{items}</ul>"


def _resolved(tokens: "list[Token]", resolve: Callable[[str], str | None]) -> "list[Token]":
    kept, dropped = [], []
    for token in tokens:
        if token.type == "link_open":
            address = resolve(str(token.attrs["href"]))
            dropped.append(address is None)
            if address is not None:
                token.attrs["href"] = address
                kept.append(token)
        elif token.type == "link_close":
            if not dropped.pop():
                kept.append(token)
        elif token.type == "image":
            kept += _words_of(token.children or [])
        else:
            kept.append(token)
    return kept


def _words_of(tokens: "list[Token]") -> "Iterator[Token]":
    """The words that stand for a picture: the pictures themselves would be fetched from wherever they lie."""
    for token in tokens:
        if token.type == "image":
            yield from _words_of(token.children or [])
        elif token.type not in ("link_open", "link_close"):
            yield token
