"""Bytes to text, and text to the lines the cleaner judges.

Input: a file's bytes. Output: the decoded text that the ledger joins back to, and its `Line`s.
A line keeps its raw characters beside the cleaned ones, so that spans always count raw characters.
"""

import codecs
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import PurePath
from typing import NamedTuple

from kliping.errors import UnreadableText

BREAKS_INSIDE = re.compile(r"[\r\v\f\x1c-\x1e\x85\u2028\u2029]+(?=.)", re.DOTALL)
"""Line breaks of other systems; the ledger counts line feeds only, so these part a line into several."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"\x1f\x8b", b"{\\rtf")
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html[\s>])", re.I | re.S
)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b\x1c\x1d\x1e\x1f")) + b"\x7f"
_UNSEEN_SIGNS = "\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
_UNSEEN = re.compile(f"[{_UNSEEN_SIGNS}]")
_CRAWL_MARK = re.compile(r"\s{0,4}date \d{4}-\d\d(?:-\d\d)?\s+(?=\S)")
_FOREIGN = r"(?:[^\x00-\x7f\s]|(?<=[\u00c2-\u00f4])[\u0085\u00a0])+"
_ODD = re.compile(rf"[!-~](?=[{_UNSEEN_SIGNS}]*[\u0300-\u036f]){_FOREIGN}|{_FOREIGN}")
_MISREAD = re.compile(
    "[\u00c2-\u00f4][\u0080-\u00bf\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039"
    "\u0152\u017d\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178]"
)


class Line(NamedTuple):
    """One line of the file, or a part of one where it holds other systems' line breaks."""

    number: int
    """From 1, counting line feeds."""
    start: int
    """Where `raw` begins in that line."""
    raw: str
    text: str
    """The words: repaired, composed, single spaces, none at the ends."""


def decode(data: bytes, path: PurePath | str | None = None) -> str:
    """The file's text without its byte order mark, an HTML page's rendered text.

    Raises UnreadableText for what is no text.
    """
    if looks_like_html(data):
        from kliping.cleaning.markup import render  # an HTML parser costs more to import than text takes

        return render(data).text
    return decode_text(data, path)


def looks_like_html(data: bytes) -> bool:
    """True for bytes that begin as an HTML page does."""
    return _HTML.match(data[:4096]) is not None


def decode_text(data: bytes, path: PurePath | str | None = None) -> str:
    """The same as `decode` for a file known to be plain text."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _decode_strictly(data[len(bom) :], encoding, path)
    if data.startswith(_SIGNATURES):
        raise _unreadable("is a document or picture, not text", path)
    wide = _wide_encoding(data)
    if wide:
        return _decode_strictly(data, wide, path)
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > len(data) // 50:
        raise _unreadable("holds too many control characters to be text", path)
    return data.decode("utf-8", errors="kliping_cp1252")


def split_lines(text: str) -> tuple[Line, ...]:
    """The lines of a text in order; joined again they give the text.

    >>> [line.text for line in split_lines("Satu\\u00a0 kata \\n\\nDua")]
    ['Satu kata', '', 'Dua']
    """
    lines: list[Line] = []
    several = BREAKS_INSIDE.search(text) is not None
    for number, raw in enumerate(text.split("\n"), start=1):
        mark = _CRAWL_MARK.match(raw) if number == 1 else None
        if mark:
            lines.append(Line(number, 0, mark[0], clean_text(mark[0])))
            lines.append(Line(number, mark.end(), raw[mark.end() :], clean_text(raw[mark.end() :])))
            continue
        if not several:
            lines.append(Line(number, 0, raw, clean_text(raw)))
            continue
        for start, part in _parts(raw):
            lines.append(Line(number, start, part, clean_text(part)))
    return tuple(lines)


def clean_text(raw: str) -> str:
    """The words of a line, fit to be compared and shown."""
    if raw.isascii():
        return " ".join(raw.split())
    return " ".join(_ODD.sub(lambda match: _mend(match[0]), raw).split())


def raw_offset(line: Line, at: int) -> int:
    """Where the cleaned character `at` stands in the whole raw line of the file."""
    if at <= 0:
        return line.start
    offsets = _offsets(line.raw)
    return line.start + (offsets[at] if at < len(offsets) else len(line.raw))


@lru_cache(maxsize=64)
def _offsets(raw: str) -> tuple[int, ...]:
    """For each character of the cleaned text, its place in the raw one."""
    places: list[int] = []
    gap: int | None = None
    for place, char in _mended(raw):
        if char.isspace():
            gap = place if gap is None else gap
            continue
        if gap is not None and places:
            places.append(gap)
        gap = None
        places.append(place)
    return tuple(places)


def _mended(raw: str) -> Iterator[tuple[int, str]]:
    done = 0
    for match in _ODD.finditer(raw):
        yield from enumerate(raw[done : match.start()], start=done)
        last = match.end() - 1
        for step, char in enumerate(_mend(match[0])):
            yield min(match.start() + step, last), char
        done = match.end()
    yield from enumerate(raw[done:], start=done)


@lru_cache(maxsize=4096)
def _mend(run: str) -> str:
    """A run of characters beyond ASCII: misread bytes put right, composed, the unseen taken out."""
    for _ in range(4):
        before = run
        run = unicodedata.normalize("NFC", _UNSEEN.sub("", _reread(run)))
        if run == before:
            break
    return run


def _reread(run: str) -> str:
    """Bytes that were read in the wrong encoding, read anew."""
    if not _MISREAD.search(run):
        return run
    from ftfy import fix_encoding  # a tenth of a second to import, and few files need it

    return fix_encoding(run)


def _parts(raw: str) -> Iterator[tuple[int, str]]:
    start = 0
    for match in BREAKS_INSIDE.finditer(raw):
        yield start, raw[start : match.end()]
        start = match.end()
    yield start, raw[start:]


def _decode_strictly(data: bytes, encoding: str, path: PurePath | str | None) -> str:
    errors = "kliping_cp1252" if encoding == "utf-8" else "strict"
    try:
        return data.decode(encoding, errors=errors)
    except UnicodeDecodeError as error:
        raise _unreadable(f"begins as {encoding} and breaks off it at byte {error.start}", path) from error


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
    return UnreadableText(problem, path=path, advice="Save the article as UTF-8 text or as HTML.")
