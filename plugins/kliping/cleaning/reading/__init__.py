"""The first stage: from the bytes of a file to its text, what HTML or Markdown says beside the words, and its lines.

Input: a file's bytes. Output: `Reading`, whose text the spans of the ledger add up to, and its `Line`s.
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
HEAD = 4096
"""Bytes at the beginning of a file by which its kind is told."""
FEWEST_BLOCKS = 3
"""Ends of paragraphs in HTML from which a text is a piece of a page, if it has hardly more lines than these."""
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
    """What HTML or Markdown says beside the words; None for plain text."""


def read(data: bytes, path: PurePath | str | None = None) -> Reading:
    """The text of a file, without its byte order mark; HTML is rendered, and Markdown loses its marks.

    Raises UnreadableText for bytes that are no text, and for feeds, site maps, mails, tables and JSON: they are no article.
    """
    if _FEED.match(data[:HEAD].replace(b"\0", b"")):
        raise unreadable("is a feed or a site map, not an article", path)
    if b"boundary=" in data[:HEAD] and _MAIL.search(data[:HEAD]):
        raise unreadable("is a mail or a page saved with its pictures, not the article's words alone", path)
    if not looks_like_html(data, path):
        text = decode_text(data, path)
        problem = why_no_article(text)
        if problem:
            raise unreadable(problem, path)
        return Reading(*render_markdown(text)) if looks_like_markdown(text) else Reading(text, None)
    from kliping.cleaning.reading.hypertext import render  # an HTML parser costs more to import than text takes

    if b"&lt;/" in data[:HEAD] and b"</" not in data[:HEAD]:  # a program escaped the whole page
        return Reading(*render(unescape(decode_text(data, path))))
    return Reading(*render(decode_wide(data, path) or without_controls(data, path)))


def decode(data: bytes, path: PurePath | str | None = None) -> str:
    """The text alone. Raises UnreadableText as `read` does."""
    return read(data, path).text


def looks_like_html(data: bytes, path: PurePath | str | None = None) -> bool:
    """Whether bytes begin as an HTML page or are a piece of one, or the file is named as one and has an element."""
    head = data[:HEAD].replace(b"\0", b"")
    if _HTML.match(head) or len(_BLOCK.findall(head)) >= max(FEWEST_BLOCKS, head.count(b"\n") / 2):
        return True
    is_named_so = path is not None and PurePath(path).suffix.lower() in (".html", ".htm")
    return is_named_so and not data.startswith(SIGNATURES) and _ELEMENT.search(head) is not None
