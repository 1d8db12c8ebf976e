"""Bytes to text, and text to the lines the cleaner judges.

Input: a file's bytes. Output: the decoded text that the ledger joins back to, and its `Line`s.
A line keeps its raw characters beside the cleaned ones, so that spans always count raw characters.
"""

import codecs
import re
from collections.abc import Iterator
from html import unescape
from itertools import islice
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from kliping.cleaning.markdown import looks_like_markdown, render_markdown
from kliping.cleaning.mending import clean_text, places_of
from kliping.cleaning.rows import field_break, why_no_article
from kliping.errors import UnreadableText

if TYPE_CHECKING:
    from kliping.cleaning.hypertext import Markup

BREAKS_INSIDE = re.compile(r"[\r\v\f\x1c-\x1e\x85\u2028\u2029]+(?=.)", re.DOTALL)
"""Line breaks of other systems; the ledger counts line feeds only, so these part a line into several."""
_OTHER_BREAK = re.compile(r"[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_WRITTEN_BREAKS = re.compile(r"(?:[\r\v\f\x1c-\x1e\x85\u2028\u2029]|(?:\\r)?\\n)+")
"""The same where a program wrote its strings as they stand in its source: `\\n` are two characters."""
FEWEST_WRITTEN = 3
"""Fewer may be names of folders."""

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"\x1f\x8b", b"{\\rtf")
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
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b\x1c\x1d\x1e\x1f")) + b"\x7f"
STRAYS_TO_A_LETTER = 8
"""Files mix the two encodings; in one that is wholly Windows' hardly a letter looks like UTF-8."""
_STRAYS = re.compile("[\udc80-\udcff]+")
"""Bytes that are no UTF-8, as Python marks them."""
_CRAWL_MARK = re.compile(r"\s{0,4}date \d{4}-\d\d(?:-\d\d)?\s+(?=\S)")


class Line(Struct, frozen=True, gc=False):
    """One line of the file, or a part of one where it holds other systems' line breaks."""

    number: int
    """From 1, counting line feeds."""
    start: int
    """Where `raw` begins in that line."""
    raw: str
    text: str
    """The words: repaired, composed, single spaces, none at the ends."""
    pieces: tuple[tuple[int, "Line"], ...] = ()
    """The lines it was joined from, each with its place in `text`; `raw` is then the first's."""


class Reading(NamedTuple):
    """A file as text."""

    text: str
    markup: "Markup | None"
    """What HTML or Markdown says beside its words."""


def read(data: bytes, path: PurePath | str | None = None) -> Reading:
    """A file's text without its byte order mark; of HTML the rendered text, of Markdown the words without its marks.

    Raises UnreadableText for what is no text, and for feeds, site maps, tables and JSON, which are no articles.
    """
    if _FEED.match(data[:4096].replace(b"\0", b"")):
        raise _unreadable("is a feed or a site map, not an article", path)
    if b"boundary=" in data[:4096] and _MAIL.search(data[:4096]):
        raise _unreadable("is a mail or a page saved with its pictures, not the article's words alone", path)
    if not looks_like_html(data, path):
        text = decode_text(data, path)
        problem = why_no_article(text)
        if problem:
            raise _unreadable(problem, path)
        return Reading(*render_markdown(text)) if looks_like_markdown(text) else Reading(text, None)
    from kliping.cleaning.hypertext import render  # an HTML parser costs more to import than text takes

    if b"&lt;/" in data[:4096] and b"</" not in data[:4096]:  # a program escaped the whole page
        return Reading(*render(unescape(decode_text(data, path))))
    return Reading(*render(_decode_wide(data, path) or _without_controls(data, path)))


def decode(data: bytes, path: PurePath | str | None = None) -> str:
    """The text alone. Raises UnreadableText for what is no text."""
    return read(data, path).text


def looks_like_html(data: bytes, path: PurePath | str | None = None) -> bool:
    """True for bytes that begin as an HTML page does or are a piece of one, and for a file named as one with an element."""
    head = data[:4096].replace(b"\0", b"")
    if _HTML.match(head) or len(_BLOCK.findall(head)) >= max(FEWEST_BLOCKS, head.count(b"\n") / 2):
        return True
    is_named_so = path is not None and PurePath(path).suffix.lower() in (".html", ".htm")
    return is_named_so and not data.startswith(_SIGNATURES) and _ELEMENT.search(head) is not None


def decode_text(data: bytes, path: PurePath | str | None = None) -> str:
    """The same as `decode` for a file known to be plain text."""
    if data.startswith(_SIGNATURES):
        raise _unreadable("is a document or picture, not text", path)
    wide = _decode_wide(data, path)
    if wide is not None:
        return wide
    narrow = _without_controls(data.removeprefix(codecs.BOM_UTF8), path)
    try:
        return narrow.decode()
    except UnicodeDecodeError:
        return narrow.decode("cp1252" if _is_windows(narrow) else "utf-8", errors="kliping_cp1252")


def _is_windows(data: bytes) -> bool:
    """Whether far more bytes are no UTF-8 than letters are: then those that look like it (é, space, “) are none either."""
    text = data.decode(errors="surrogateescape")
    strays = sum(map(len, _STRAYS.findall(text)))
    letters = len(text) - len(text.encode("ascii", "ignore")) - strays
    return strays > STRAYS_TO_A_LETTER * letters


def split_lines(text: str) -> tuple[Line, ...]:
    """The lines of a text in order; joined again they give the text.

    >>> [line.text for line in split_lines("Satu\\u00a0 kata \\n\\nDua")]
    ['Satu kata', '', 'Dua']
    """
    lines: list[Line] = []
    written = text.count("\\n")
    breaks = (
        _WRITTEN_BREAKS if written >= FEWEST_WRITTEN and written > text.count("\n") else field_break(text) or BREAKS_INSIDE
    )
    several = breaks is not BREAKS_INSIDE or _OTHER_BREAK.search(text) is not None
    for number, raw in enumerate(text.split("\n"), start=1):
        mark = _CRAWL_MARK.match(raw) if number == 1 else None
        if mark:
            lines.append(Line(number, 0, mark[0], clean_text(mark[0])))
            lines.append(Line(number, mark.end(), raw[mark.end() :], clean_text(raw[mark.end() :])))
            continue
        if not several:
            lines.append(Line(number, 0, raw, clean_text(raw)))
            continue
        for start, words, part in _parts(raw, breaks):
            lines.append(Line(number, start, part, clean_text(words)))
    return tuple(lines)


def raw_offset(line: Line, at: int) -> int:
    """Where the cleaned character `at` stands in the whole raw line of the file."""
    if at <= 0:
        return line.start
    if at >= len(line.text):
        return line.start + len(line.raw)
    indent = len(line.raw) - len(line.raw.lstrip())
    if line.raw.startswith(line.text, indent):
        return line.start + indent + at
    return line.start + next(islice(places_of(line.raw), at, None))


def _parts(raw: str, breaks: re.Pattern[str]) -> Iterator[tuple[int, str, str]]:
    """Where each part of a line begins, its words, and all of it with the break at its end."""
    start = 0
    for match in breaks.finditer(raw):
        yield start, raw[start : match.start()], raw[start : match.end()]
        start = match.end()
    if start < len(raw) or not start:
        yield start, raw[start:], raw[start:]


def _decode_wide(data: bytes, path: PurePath | str | None) -> str | None:
    """The text of bytes in an encoding of two or four bytes a letter; None for others."""
    marked = [(bom, encoding) for bom, encoding in _BOMS if data.startswith(bom)]
    bom, encoding = marked[0] if marked else (b"", _wide_encoding(data))
    if encoding is None:
        return None
    try:
        return data[len(bom) :].decode(encoding)
    except UnicodeDecodeError as error:
        raise _unreadable(f"begins as {encoding} and breaks off it at byte {error.start}", path) from error


def _without_controls(data: bytes, path: PurePath | str | None) -> bytes:
    """The bytes, where they are not full of what no text holds."""
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > len(data) // 50:
        raise _unreadable("holds too many control characters to be text", path)
    return data


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 without a mark: in Latin letters every other byte is zero."""
    sample = data[:4096]
    if len(sample) < 4 or b"\0" not in sample:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > len(sample) * 0.3 and even * 10 < odd:
        return "utf-16-le"
    if even > len(sample) * 0.3 and odd * 10 < even:
        return "utf-16-be"
    return None


def _read_as_cp1252(error: UnicodeError) -> tuple[str, int]:
    """Bytes that are not UTF-8, read as Windows did; files mix the two."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    bad = error.object[error.start : error.end]
    return "".join(_cp1252(byte) for byte in bad), error.end


def _cp1252(byte: int) -> str:
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return "\ufffd"


codecs.register_error("kliping_cp1252", _read_as_cp1252)


def _unreadable(problem: str, path: PurePath | str | None) -> UnreadableText:
    return UnreadableText(problem, path=path, advice="Save the article as UTF-8 text or as HTML, in a file of its own.")
