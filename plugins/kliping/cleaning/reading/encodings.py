"""From bytes to text: the encodings of scraped files, and what is no text at all.

Input: a file's bytes, and its path for messages. Output: its text.
"""

import codecs
import re
from pathlib import PurePath

from kliping.errors import UnreadableText

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SIGNATURES = (b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"\x1f\x8b", b"{\\rtf")
"""How documents, pictures and archives begin."""
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b\x1c\x1d\x1e\x1f")) + b"\x7f"
CONTROLS = 50
"""In a text, at most one byte in so many is a control character."""
SAMPLE, FEWEST_BYTES = 4096, 4
"""Bytes at the beginning of a file by which UTF-16 without a mark is recognised, and how many there must be."""
ZEROS, FEWER = 0.3, 10
"""The least share of zeros in Latin letters in UTF-16; of the bytes between them so many times fewer are zero."""
STRAYS_TO_A_LETTER = 8
"""Bytes that are no UTF-8 for each letter that is: with more, a file is wholly in Windows' encoding, not a mix."""
_STRAYS = re.compile("[\udc80-\udcff]+")
"""Bytes that are no UTF-8, as Python marks them."""


def decode_text(data: bytes, path: PurePath | str | None = None) -> str:
    """The text of a file that is no HTML, without its byte order mark. Raises UnreadableText for what is no text."""
    if data.startswith(SIGNATURES):
        raise unreadable("is a document or picture, not text", path)
    wide = decode_wide(data, path)
    if wide is not None:
        return wide
    narrow = without_controls(data.removeprefix(codecs.BOM_UTF8), path)
    try:
        return narrow.decode()
    except UnicodeDecodeError:
        return narrow.decode("cp1252" if _is_windows(narrow) else "utf-8", errors="kliping_cp1252")


def _is_windows(data: bytes) -> bool:
    """Whether far more bytes are no UTF-8 than letters are: then bytes that look like UTF-8 are none either."""
    text = data.decode(errors="surrogateescape")
    strays = sum(map(len, _STRAYS.findall(text)))
    letters = len(text) - len(text.encode("ascii", "ignore")) - strays
    return strays > STRAYS_TO_A_LETTER * letters


def decode_wide(data: bytes, path: PurePath | str | None) -> str | None:
    """The text of bytes in an encoding with two or four bytes a letter; None for any other.

    Raises UnreadableText for bytes that begin in such an encoding and go on in another.
    """
    marked = [(bom, encoding) for bom, encoding in _BOMS if data.startswith(bom)]
    bom, encoding = marked[0] if marked else (b"", _wide_encoding(data))
    if encoding is None:
        return None
    try:
        return data[len(bom) :].decode(encoding)
    except UnicodeDecodeError as error:
        raise unreadable(f"begins as {encoding} and breaks off it at byte {error.start}", path) from error


def without_controls(data: bytes, path: PurePath | str | None) -> bytes:
    """The bytes as they are. Raises UnreadableText if too many of them are control characters."""
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > len(data) // CONTROLS:
        raise unreadable("holds too many control characters to be text", path)
    return data


def _wide_encoding(data: bytes) -> str | None:
    """The name of UTF-16 without a byte order mark: every other byte of Latin letters is zero. None for anything else."""
    sample = data[:SAMPLE]
    if len(sample) < FEWEST_BYTES or b"\0" not in sample:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > len(sample) * ZEROS and even * FEWER < odd:
        return "utf-16-le"
    if even > len(sample) * ZEROS and odd * FEWER < even:
        return "utf-16-be"
    return None


def _read_as_cp1252(error: UnicodeError) -> tuple[str, int]:
    """Bytes that are no UTF-8, read as Windows' encoding; some files mix the two."""
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


def unreadable(problem: str, path: PurePath | str | None) -> UnreadableText:
    """The error for a file that is no article's text; `problem` says what it is instead."""
    return UnreadableText(problem, path=path, advice="Save the article as UTF-8 text or as HTML, in a file of its own.")
