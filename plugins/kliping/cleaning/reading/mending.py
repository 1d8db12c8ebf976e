"""The words of a line: misread bytes are put right, entities read, letters composed, and invisible characters removed.

Input: a raw line. Output: its words, and for each of their characters the place in the raw line.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from html.entities import html5

_UNSEEN_SIGNS = "\x00-\x08\x0e-\x1b\x7f\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
_UNSEEN = re.compile(f"[{_UNSEEN_SIGNS}]")
_FOREIGN = r"(?:[^\s -~]|(?<=[\u00c2-\u00f4])[\u0085\u00a0])+"
_REFERENCE = r"&(?:amp;){0,3}(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});"
_ESCAPE = r"(?:\\u[0-9a-fA-F]{4})+|\\[\"/]"
"""A sign as JSON writes it inside a string; names of folders hold no such signs."""
_ENTITY = re.compile(rf"{_REFERENCE}|{_ESCAPE}")
_ODD = re.compile(rf"[!-~](?=[{_UNSEEN_SIGNS}]*[\u0300-\u036f\u00cc\u00cd]){_FOREIGN}|{_FOREIGN}|{_REFERENCE}|{_ESCAPE}")
"""What may need mending; a mark is taken together with the letter before it, and misread marks begin with Ì or Í."""
_SUSPECT = re.compile(r"[^\s -~–—‘’“”•…]")
"""Signs that may need mending; those in this set stand in every article and never do."""
_MISREAD = re.compile(
    "[\u00c2-\u00f4][\u0080-\u00bf\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039"
    "\u0152\u017d\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178]"
)
_LOST_QUOTE = re.compile("\u00e2\u20ac\ufffd?")
"""What is left of a misread `”`, because Windows has no sign for its last byte."""
_NEXT_LINE = 0x85
"""The only control character of this range that other systems write, as a line break."""
_WINDOWS_SIGNS = {code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0) if code != _NEXT_LINE}
"""Control characters for which Windows has signs; nobody else writes them."""
REMEMBERED = 40
"""Characters of the longest run whose mending is remembered: longer ones are seldom met twice."""
_SPACES = re.compile(r"\s{2,}|[^\S ]")
LONG_LINE = 100_000
"""Characters of a line whose words would take too much memory if all of them were split at once."""
LONG_RUN = 1000
"""Characters of a run that may take long to compose."""
MOST_MARKS = 30
"""Marks on one letter, as in Unicode's stream-safe text format."""
MOST_ROUNDS = 4
"""Times that a run is mended again, for text that was misread more than once."""


def clean_text(raw: str) -> str:
    """The words of a line, ready to be compared and shown."""
    if not raw:
        return raw
    is_plain = (raw.isascii() and raw.isprintable()) or not _SUSPECT.search(raw)
    if is_plain and not (("&" in raw or "\\" in raw) and _ENTITY.search(raw)):
        return _single_spaced(raw)
    return _single_spaced(_ODD.sub(lambda match: _mend(match[0]), raw))


def _single_spaced(text: str) -> str:
    """The words with one space between them; those of a very long line are not all in memory at once."""
    if "  " not in text and text[:1] != " " and text[-1:] != " " and text.isprintable():
        return text  # no other space than the plain one can be printed
    spaced = " ".join(text.split()) if len(text) <= LONG_LINE else _SPACES.sub(" ", text).strip()
    return text if spaced == text else spaced  # one string rather than two equal ones


def places_of(raw: str) -> Iterator[int]:
    """For each character of the cleaned line, its place in the raw one."""
    gap: int | None = None
    begun = False
    for place, char in _mended(raw):
        if char.isspace():
            gap = place if gap is None else gap
            continue
        if gap is not None and begun:
            yield gap
        gap, begun = None, True
        yield place


def _mended(raw: str) -> Iterator[tuple[int, str]]:
    done = 0
    for match in _ODD.finditer(raw):
        yield from enumerate(raw[done : match.start()], start=done)
        last = match.end() - 1
        for step, char in enumerate(_mend(match[0])):
            yield min(match.start() + step, last), char
        done = match.end()
    yield from enumerate(raw[done:], start=done)


def _mend(run: str) -> str:
    """A run of signs and characters beyond ASCII, mended."""
    return _mend_short(run) if len(run) <= REMEMBERED else _mend_any(run)


@lru_cache(maxsize=4096)
def _mend_short(run: str) -> str:
    return _mend_any(run)


def _mend_any(run: str) -> str:
    run = _entity(run) if _ENTITY.fullmatch(run) else run
    run = run if len(run) <= LONG_RUN else _with_few_marks(run)
    for _ in range(MOST_ROUNDS):
        before = run
        run = unicodedata.normalize("NFC", _UNSEEN.sub("", _reread(run).translate(_WINDOWS_SIGNS)))
        if run == before:
            break
    return run


def _entity(run: str) -> str:
    r"""The sign that an HTML reference or an escape stands for, even if it was escaped twice; others stay as they are.

    >>> [_entity(run) for run in ("&quot;", "&amp;amp;#8217;", "&T;", r"\u201c", r"\/")]
    ['"', '’', '&T;', '“', '/']
    """
    if run.startswith("\\"):
        return _unescaped(run)
    *_, name, _ = run[1:].split(";")
    return unescape(f"&{name};") if name.startswith("#") else html5.get(f"{name};", run)


def _unescaped(run: str) -> str:
    """The signs that JSON escapes stand for; half of a surrogate pair stays as it is."""
    if run[1] != "u":
        return run[1]
    units = b"".join(bytes.fromhex(unit) for unit in run.split("\\u")[1:])
    try:
        return units.decode("utf-16-be")
    except UnicodeDecodeError:
        return run


def _with_few_marks(run: str) -> str:
    """The run with no more marks on a letter than any language has: sorting them takes the square of their number."""
    kept: list[str] = []
    marks = 0
    for char in _UNSEEN.sub("", run):
        marks = marks + 1 if unicodedata.combining(char) else 0
        if marks <= MOST_MARKS:
            kept.append(char)
    return "".join(kept)


def _reread(run: str) -> str:
    """The run, with bytes that were read in the wrong encoding read anew."""
    if not _MISREAD.search(run):
        return run
    from ftfy import fix_encoding  # a tenth of a second to import, and few files need it

    return _LOST_QUOTE.sub("”", fix_encoding(run.replace("\u00e2\u20ac\ufffd", "”")))
