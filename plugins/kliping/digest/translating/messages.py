"""Reading of PO files: the messages of a catalogue, and what its header says about the translation."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from kliping.digest.model import Translation
from kliping.errors import InvalidCatalogue

try:
    import rspolib
except ImportError:  # no wheel for this system: polib alone reads the same, more slowly
    rspolib = None

if TYPE_CHECKING:
    import polib

METHODS = ("human", "machine-assisted")
SHOWN_OF_PASSAGE = 40
"""Characters that an error shows of a passage without a key."""
_METHOD = "X-Translation-Method"
_LANGUAGE = re.compile(r'^"Language: *([^"\\\s]+) *\\n"', re.MULTILINE)

_CONTROLS = bytes({*range(0x20), 0x7F} - {0x09, 0x0A})
_RARE = tuple(map(re.compile, (rb'\\[^nrt"\\]', b"\xc2[\x80-\x9f]", b"\xe2\x80[\xa8\xa9]")))
"""With `_CONTROLS`, what the two libraries for PO files read differently; a fixed first byte makes each fast to find."""
_UNCLOSED = re.compile(r'^[ \t]*(?:msg[a-z]+(?:\[\d+\])?[ \t]*)?"(?!(?:[^"\\\n]|\\.)*"[ \t\r]*$)', re.MULTILINE)
"""A line that opens a quoted text and does not close it."""
_EMAIL = re.compile(r"\s*<[^<>]*>\s*$")
"""The mail address that PO editors write behind the name of a translator; it is not published."""


class Message(Struct, frozen=True):
    """One translated passage."""

    key: str
    source: str
    words: str
    previous: str | None
    """For a fuzzy message: the original words that it translates, if they changed since."""
    fuzzy: bool


class Catalogue(Struct, frozen=True):
    """The translation of one article, as its file has it."""

    translation: Translation
    messages: tuple[Message, ...]


def read_catalogue(path: Path, read_file: Callable[[Path], bytes] = Path.read_bytes) -> Catalogue:
    """The catalogue in a PO file.

    Raises InvalidCatalogue for a file that is no PO file, for a message without a key, and for a header that does not say
    how the translation was made although a passage is translated.
    """
    header, messages = _read(path, read_file)
    method = header.get(_METHOD, "").strip()
    if method not in METHODS and (method or any(message.words for message in messages)):
        problem = f"is `{method}`" if method else "does not say how the passages were translated"
        advice = f"Set it to one of {', '.join(METHODS)}."
        raise InvalidCatalogue(problem, path=path, line=_line_of_method(path), key=_METHOD, advice=advice)
    return Catalogue(
        Translation(
            translator=_EMAIL.sub("", header.get("Last-Translator", "")).strip(),
            method=method,
            reviewed_by=header.get("X-Reviewed-By", "").strip() or None,
            date=_day(header.get("PO-Revision-Date", "")),
        ),
        messages,
    )


def read_po(path: Path) -> "polib.POFile":
    """A PO file with its messages. Raises InvalidCatalogue for a file that is none."""
    import polib  # most builds do not need it

    try:
        po = polib.pofile(str(path), encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise _unreadable(path, str(error)) from error
    _check_quotes(path)
    return po


def _line_of_method(path: Path) -> int:
    """The line of the header that says how the translation was made; the first one if none does."""
    text = path.read_text(encoding="utf-8")
    return text.count("\n", 0, max(text.find(f'"{_METHOD}:'), 0)) + 1


def named_language(path: Path) -> tuple[str, int] | None:
    """The language that the header of a catalogue names, and its line; None if it names none."""
    text = path.read_text(encoding="utf-8").partition("\nmsgctxt ")[0]
    found = _LANGUAGE.search(text)
    return (found[1], text.count("\n", 0, found.start()) + 1) if found else None


def line_of(message: Message, path: Path) -> int | None:
    """The line on which a message begins in its catalogue; None if it is not there."""
    same = (entry for entry in read_po(path) if (entry.msgctxt, entry.msgid) == (message.key, message.source))
    return next((entry.linenum for entry in same), None)


def _read(path: Path, read_file: Callable[[Path], bytes]) -> tuple[Mapping[str, str], tuple[Message, ...]]:
    """The header and the messages: by the faster library, or by the other one, which has better error messages."""
    if rspolib:
        try:
            data = read_file(path)
            if len(data.translate(None, _CONTROLS)) == len(data) and not any(each.search(data) for each in _RARE):
                po = rspolib.pofile(data.decode())
                return dict(po.get_metadata()), _messages(po.get_entries(), path)
        except (OSError, UnicodeDecodeError, rspolib.SyntaxError, rspolib.EscapingError, rspolib.IOError):
            pass  # polib reads it below, or says what is wrong with it
    checked = read_po(path)
    return checked.metadata, _messages(checked, path)


def _messages(entries: Iterable[Any], path: Path) -> tuple[Message, ...]:
    return tuple(_message(entry, path) for entry in entries if not entry.obsolete)


def _message(entry: Any, path: Path) -> Message:
    if not entry.msgctxt:
        raise InvalidCatalogue(
            "has no msgctxt",
            path=path,
            line=entry.linenum,
            key=entry.msgid[:SHOWN_OF_PASSAGE],
            advice="Add the passage's key, such as `p7`.",
        )
    return Message(entry.msgctxt, entry.msgid, entry.msgstr.strip(), entry.previous_msgid, entry.fuzzy)


def _check_quotes(path: Path) -> None:
    """Raise InvalidCatalogue for a text without its closing quotation mark: polib would drop its last letter instead."""
    text = path.read_text(encoding="utf-8")
    found = _UNCLOSED.search(text)
    if found:
        raise _unreadable(path, f"no closing quotation mark on line {text.count(chr(10), 0, found.end()) + 1}")


def _unreadable(path: Path, problem: str) -> InvalidCatalogue:
    line = re.search(r"line (\d+)", problem)
    return InvalidCatalogue(
        f"is not a PO file ({problem})",
        path=path,
        line=int(line[1]) if line else None,
        advice="Mend it in a PO editor, or make it anew with `kliping translate`.",
    )


def _day(revision: str) -> str | None:
    """The day of a revision; None for the placeholder that editors write before the first one."""
    try:
        return date.fromisoformat(revision[:10]).isoformat()
    except ValueError:
        return None
