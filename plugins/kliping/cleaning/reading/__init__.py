"""The first stage: a file's bytes to its text, with what HTML or Markdown says beside the words, and to lines.

Input: a file's bytes. Output: `Reading`, whose text the ledger joins back to, and its `Line`s.
"""

import re
from html import unescape
from pathlib import PurePath
from typing import NamedTuple

from kliping.cleaning.reading.encodings import SIGNATURES, decode_text, decode_wide, unreadable, without_controls
from kliping.cleaning.reading.markdown import looks_like_markdown, render_markdown
from kliping.cleaning.reading.markup import Markup
from kliping.cleaning.reading.rows import why_no_article
from kliping.cleaning.reading.splitting import Line, raw_offset, split_lines

__all__ = ["Line", "Markup", "Reading", "decode", "looks_like_html", "raw_offset", "read", "split_lines"]

_HTML = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html[\s>])",
    re.I | re.S,
)
_ELEMENT = re.compile(rb"<[a-z!/?]", re.I)
_BLOCK = re.compile(rb"(?:<|&lt;)(?:/(?:p|div|h[1-6]|li)|br ?/?)(?:>|&gt;)", re.I)
FEWEST_BLOCKS = 3
"""A text that holds so many ends of paragraphs, and hardly more lines, is a piece of a page."""
_FEED = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<[!?][^>]{0,2000}>\s*){0,9}"
    rb"<(?:rss|feed|rdf:RDF|urlset|sitemapindex|item|entry)[\s>]",
    re.I,
)
_MAIL = re.compile(rb"^MIME-Version: ", re.I | re.M)


class Reading(NamedTuple):
    """A file as text."""

    text: str
    markup: Markup | None
    """What HTML or Markdown says beside its words."""


def read(data: bytes, path: PurePath | str | None = None) -> Reading:
    """A file's text without its byte order mark; of HTML the rendered text, of Markdown the words without its marks.

    Raises UnreadableText for what is no text, and for feeds, site maps, tables and JSON, which are no articles.
    """
    if _FEED.match(data[:4096].replace(b"\0", b"")):
        raise unreadable("is a feed or a site map, not an article", path)
    if b"boundary=" in data[:4096] and _MAIL.search(data[:4096]):
        raise unreadable("is a mail or a page saved with its pictures, not the article's words alone", path)
    if not looks_like_html(data, path):
        text = decode_text(data, path)
        problem = why_no_article(text)
        if problem:
            raise unreadable(problem, path)
        return Reading(*render_markdown(text)) if looks_like_markdown(text) else Reading(text, None)
    from kliping.cleaning.reading.hypertext import render  # an HTML parser costs more to import than text takes

    if b"&lt;/" in data[:4096] and b"</" not in data[:4096]:  # a program escaped the whole page
        return Reading(*render(unescape(decode_text(data, path))))
    return Reading(*render(decode_wide(data, path) or without_controls(data, path)))


def decode(data: bytes, path: PurePath | str | None = None) -> str:
    """The text alone. Raises UnreadableText for what is no text."""
    return read(data, path).text


def looks_like_html(data: bytes, path: PurePath | str | None = None) -> bool:
    """True for bytes that begin as an HTML page does or are a piece of one, and for a file named as one with an element."""
    head = data[:4096].replace(b"\0", b"")
    if _HTML.match(head) or len(_BLOCK.findall(head)) >= max(FEWEST_BLOCKS, head.count(b"\n") / 2):
        return True
    is_named_so = path is not None and PurePath(path).suffix.lower() in (".html", ".htm")
    return is_named_so and not data.startswith(SIGNATURES) and _ELEMENT.search(head) is not None
