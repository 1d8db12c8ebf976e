"""Blocks of an edition, and CommonMark, to HTML: the only Python that makes HTML.

Every word from an article or a catalogue is escaped here; Markdown is read without raw HTML.
"""

from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup, escape

from kliping.digest.model import Edition, EditionBlock, Passage

Label = Callable[[Passage], str]
"""Words that say why a passage is not in the page's language."""

_FRAMES = {
    "paragraph": Markup('<p id="{id}"{lang}>{words}{tail}</p>\n'),
    "heading": Markup('<h3 id="{id}"{lang}>{words}{tail}</h3>\n'),
    "quote": Markup('<blockquote id="{id}"{lang}><p>{words}{tail}</p></blockquote>\n'),
    "list": Markup('<div id="{id}"{lang}><ul>{words}</ul>{tail}</div>\n'),
}
_ANCHOR = Markup('<a class="anchor" href="#{id}" aria-label="{label}">¶</a>')
_STATE = Markup(' <small class="passage-state" lang="{lang}">{words}</small>')


def edition_html(edition: Edition, label: Label, anchor_label: Callable[[str], str]) -> Markup:
    """The body: each block with its anchor; a passage in another language carries `lang`, its state and a label."""
    return Markup("").join(_block_html(block, edition.lang, label, anchor_label) for block in edition.blocks)


def plain_html(edition: Edition) -> Markup:
    """The body without anchors and labels, for feeds; passages in another language still carry `lang`."""
    return Markup("").join(
        _FRAMES[block.kind].format(id=block.anchor, lang=_lang(block.passage, edition.lang), words=_words(block), tail="")
        for block in edition.blocks
    )


def markdown_html(text: str, resolve: Callable[[str], str | None]) -> Markup:
    """CommonMark without raw HTML as HTML.

    `resolve` turns an address as written (`article:<id>#p1`) into one for the page, or None for one that is not
    allowed: the link's words then stand alone.
    """
    reader = MarkdownIt("commonmark", {"html": False})
    tokens = reader.parse(text)
    for token in tokens:
        if token.children:
            token.children = _resolved(token.children, resolve)
    return Markup(reader.renderer.render(tokens, reader.options, {}))


def _block_html(block: EditionBlock, lang: str, label: Label, anchor_label: Callable[[str], str]) -> Markup:
    passage = block.passage
    tail = _ANCHOR.format(id=block.anchor, label=anchor_label(block.anchor))
    if passage.state in ("stale", "missing"):
        tail = _STATE.format(lang=lang, words=label(passage)) + tail
    return _FRAMES[block.kind].format(id=block.anchor, lang=_lang(passage, lang), words=_words(block), tail=tail)


def _lang(passage: Passage, lang: str) -> Markup:
    if passage.lang == lang:
        return Markup("")
    return Markup(' lang="{lang}" data-state="{state}"').format(lang=passage.lang, state=passage.state)


def _words(block: EditionBlock) -> Markup:
    text = block.passage.text
    if block.kind == "list":
        return Markup("").join(Markup("<li>{item}</li>").format(item=item) for item in text.split("\n"))
    return Markup("<br>").join(text.split("\n")) if "\n" in text else escape(text)


def _resolved(tokens: list[Token], resolve: Callable[[str], str | None]) -> list[Token]:
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
        else:
            kept.append(token)
    return kept
