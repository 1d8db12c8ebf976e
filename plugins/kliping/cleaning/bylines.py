"""Names of those who made the piece, in the forms bylines take.

Input: a cleaned line. Output: names with roles, or None where the line is no byline.
"""

import re
from typing import NamedTuple

from kliping.cleaning.compiled import Compiled

LONGEST = 160
"""No byline is longer."""

_PARTICLES = frozenset(
    [
        "al",
        "as",
        "bin",
        "binti",
        "da",
        "de",
        "del",
        "den",
        "der",
        "di",
        "dos",
        "el",
        "la",
        "le",
        "ten",
        "van",
        "von",
        "y",
    ]
)
_APART = re.compile(r"\s*(?:,\s*(?:dan|and)\s|,|;|\s[|/&•–-]\s|\||\s(?:dan|and)\s)\s*")
_INITIALS = re.compile(r"[(\[]\s?(?P<marks>[^\W\d_]{2,4}\d?(?:\s?/\s?[^\W\d_]{2,4}\d?){0,3})\s?[)\]]")
_NAME_IN_BRACKETS = re.compile(r"\(\s?(?P<name>[^()\d]{5,40}?)\s?\)")
_WORD = re.compile(r"[^\W\d_][\w.'’`-]*")


class NamedAuthor(NamedTuple):
    """A name and what it did."""

    name: str
    role: str


def read_byline(text: str, known: Compiled, outlet: str | None = None) -> tuple[NamedAuthor, ...] | None:
    """The names in a line that is nothing but a byline; () where its label has lost its name."""
    if not text or len(text) > LONGEST:
        return None
    return _badge(text, known, outlet) or _labelled(text, known) or _beside_brand(text, known)


def read_initials(text: str) -> tuple[str, ...]:
    """Initials in closing brackets, such as `(sya)` or `(rdp/rfs)`; () where there are none."""
    match = _INITIALS.fullmatch(text)
    if match is None:
        return ()
    marks = [mark.strip() for mark in match["marks"].split("/")]
    alike = all(mark.islower() for mark in marks) or all(mark.isupper() for mark in marks)
    return tuple(marks) if alike else ()


def read_bracketed_name(text: str) -> str | None:
    """A full name alone in brackets, as some outlets close a piece."""
    match = _NAME_IN_BRACKETS.fullmatch(text)
    if match and is_name(match["name"]) and " " in match["name"]:
        return str(match["name"])
    return None


def is_name(words: str, *, small: bool = False) -> bool:
    """True for what can be a person's name; `small` accepts names in small letters, as after a label.

    >>> is_name("Muhammad bin Salman"), is_name("tiba di Baku")
    (True, False)
    """
    parts = words.split()
    if not 1 <= len(parts) <= 6 or len(words) > 60 or not all(_WORD.fullmatch(part) for part in parts):
        return False
    return small or all(part[0].isupper() or part in _PARTICLES for part in parts)


def names_in(text: str, known: Compiled, *, small: bool = False) -> tuple[str, ...] | None:
    """The names in a list of names, without outlets' own names; None where something is no name."""
    names = [part.strip(" .:-–•") for part in _APART.split(text.strip(" :|,/-–•"))]
    names = [name for name in names if name]
    if not names or not all(is_name(name, small=small) for name in names):
        return None
    return tuple(name for name in names if name.casefold() not in known.brands)


def _badge(text: str, known: Compiled, outlet: str | None) -> tuple[NamedAuthor, ...] | None:
    for expression, role in known.badges_of(outlet) if outlet else ():
        match = expression.search(text)
        if match:
            names = [value for key, value in match.groupdict().items() if key.startswith("name") and value]
            return tuple(NamedAuthor(name.strip(), role) for name in names)
    return None


def _labelled(text: str, known: Compiled) -> tuple[NamedAuthor, ...] | None:
    bare = text.lstrip("•-([ ")
    if not known.author_label.match(bare):
        return None
    labels = list(known.author_label.finditer(text, len(text) - len(bare)))
    found: list[NamedAuthor] = []
    ends = [label.start() for label in labels[1:]] + [len(text)]
    for label, end in zip(labels, ends, strict=True):
        value = text[label.end() : end].strip(" |/,;)]-–•")
        role = known.author_roles[label["label"].casefold()]
        if not value:
            continue
        names = names_in(value, known, small=":" in label[0] and value.count(" ") < 4)
        if names is None:
            return None
        found += [NamedAuthor(name, role) for name in names]
    return tuple(found)


def _beside_brand(text: str, known: Compiled) -> tuple[NamedAuthor, ...] | None:
    """`Nama - detikNews`, `Nama, CNBC Indonesia`, `Nama Suara.Com`."""
    for match in known.brand.finditer(text):
        rest = text[match.end() :].strip()
        if match.start() > 0 and (not rest or rest.isalpha()) and len(rest) < 12:
            names = names_in(text[: match.start()], known)
            if names and text[: match.start()].count(" ") >= 2:
                return tuple(NamedAuthor(name, "author") for name in names)
    return None
