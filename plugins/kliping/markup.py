"""HTML from the blocks of an edition and from CommonMark: no other module makes HTML.

Every word of an article or a catalogue is escaped here, and raw HTML in Markdown is not let through.
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
"""Says in words why a passage is not in the language of the page."""

_FRAMES = {
    "paragraph": ('<p id="%s"%s>', "%s</p>\n"),
    "heading": ('<h3 id="%s"%s>', "%s</h3>\n"),
    "quote": ('<blockquote id="%s"%s><p>', "%s</p></blockquote>\n"),
    "list": ('<div id="%s"%s>', "%s</div>\n"),
}
"""HTML before and behind the words of a block: its anchor and attributes are put in first, then what follows the words."""
_ANCHOR = '<a class="anchor" href="#%s" aria-label="%s">¶</a>'
_ANCHORS = re.compile(r'<a class="anchor" href="#[^"]*" aria-label="[^"]*">¶</a>')
_NUMBER = re.compile(r"\s*\(?\d{1,3}[.)]\s")
_STATE = ' <small class="passage-state" lang="%s">%s</small>'


def edition_html(edition: Edition, label: Label, anchor_label: Callable[[str], str]) -> Markup:
    """The body: each block with its anchor, and passages in another language with `lang`.

    In a translation such a passage also has its state and a label; where nothing was translated, the page says so once.
    """
    return Markup("".join([_block_html(block, edition, label, anchor_label) for block in edition.blocks]))


def plain_html(edition: Edition, label: Label) -> Markup:
    """The body as `edition_html` makes it, but without anchors, for feeds."""
    return Markup("".join([_block_html(block, edition, label, None) for block in edition.blocks]))


def without_anchors(body: str) -> Markup:
    """What `edition_html` made, without its anchors; in the texts every `<` is escaped, so that nothing else can match."""
    return Markup(_ANCHORS.sub("", body))


def search_record_html(
    lang: str, title: str, passages: Iterable[tuple[str, str]], facts: Mapping[str, str], roots: Sequence[str]
) -> str:
    """The page of an article that the search program reads, and no reader ever sees.

    A digit is put behind each root, so that it is only found as a whole and not as the beginning of another word.
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
    """HTML from CommonMark; raw HTML is shown as text.

    `resolve` turns an address as it is written (`article:<id>#p1`) into one for the page, or into None if no link may lead
    there. Then only the words of the link are left, as of every picture.
    """
    reader = commonmark()
    tokens = reader.parse(text)
    for token in tokens:
        if token.children:
            token.children = _resolved(token.children, resolve)
    return Markup(reader.renderer.render(tokens, reader.options, {}))


@cache
def commonmark() -> "MarkdownIt":
    """The parser of CommonMark, imported late: a build in which no prose changed does not need it."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False})


def is_numbered(text: str) -> bool:
    """Whether each line of a list begins with a number of its own, so that it needs no bullet.

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
    """HTML before and behind the words of a block; `mark` and `tail` are HTML already, `named` is the name of its link."""
    link = _ANCHOR % (escape(anchor), escape(named)) if named is not None else ""
    before, after = _FRAMES[kind]
    return before % (escape(anchor), mark), after % (tail + link)


def _lang(passage: Passage) -> str:
    """The attribute that marks a passage in another language."""
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
    """The words instead of a picture: the picture would be fetched from another host."""
    for token in tokens:
        if token.type == "image":
            yield from _words_of(token.children or [])
        elif token.type not in ("link_open", "link_close"):
            yield token
