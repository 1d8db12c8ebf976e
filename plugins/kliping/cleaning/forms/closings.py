"""The mark at the end of a piece: initials, a writer, agencies or codes of the desk in brackets, a row of stars, a label.

Input: a cleaned line. Output: where its closing mark begins and what it names, or None.
A mark stands behind the end of a sentence; `(PBB).`, before the full stop, is part of the sentence.
"""

import re
from typing import NamedTuple

from kliping.cleaning.domains import owner_of
from kliping.cleaning.forms.bylines import NamedAuthor, read_byline
from kliping.cleaning.forms.imprints import Imprint
from kliping.cleaning.forms.names import FULL_NAME, is_name
from kliping.cleaning.forms.signs import INITIALS, is_known_medium, is_relayed, is_writer, kind_of
from kliping.cleaning.lexicon.compiled import Compiled
from kliping.cleaning.lexicon.hints import ALL, AUTHOR, NAME

REACH = 120
"""Characters of the longest closing mark."""
LONGEST_LINE = 50
"""Characters from which a line holds no initials without brackets."""
END_SIGNS = 3
"""Characters before a mark among which the end of the sentence stands, with a bracket and a space behind it."""
LONG_DASH = ("–", "—", "--")
"""Dashes before the name of the writer below a piece."""

_BRACKET = r"[(\[]\s?[^()\[\]]{1,60}?\s?[)\]]"
_MARK = re.compile(rf"(?P<mark>(?:{_BRACKET}\s?){{1,2}}|\(\*\)|\*{{3}}|-{{1,2}}\d{{0,2}}[^\W\d_]?[-–—]{{1,2}})\.?$")
_SLASHED = re.compile(r"(?P<initials>[a-z]{2,3}(?:/[a-z]{2,5}){1,2})(?: \((?P<media>[^()]{2,40})\))?")
_INSIDE = re.compile(r"[(\[]\s?(?P<words>[^()\[\]]+?)\s?[)\]]")
_ENDED = re.compile(r"(?:[.!?…\"”)\]*^]|(?<!\d)['’])\s?$")
"""The end of a sentence; behind a number such a sign tells a minute of a match: `Nama 33' (pen)`."""
_QUOTED_WORD = re.compile(r"\w[\"”]\s?$")
"""Before a bracket and the full stop, a name goes on in it: `… lagu "Sobat" (Nama Grup).`"""
_SIGN = re.compile(r"(?<=[.!?”\"]) ?\([^()\s]{1,4}\)$")


class Closing(NamedTuple):
    """What a closing mark names."""

    start: int
    authors: tuple[NamedAuthor, ...] = ()
    media: tuple[str, ...] = ()
    """Names of known media, as they are printed."""
    is_sure: bool = False
    """Whether it can only be the end of a piece."""
    is_paid: bool = False
    """Whether it says that somebody paid for the piece: `(adv)`."""


def read_closing(text: str, known: Compiled, imprint: Imprint | None = None, hints: int = ALL) -> Closing | None:
    """The closing mark of a line that is only that, or that has a sentence before it; None if there is none.

    Before a copyright line, labels and names need no sentence before them.
    Initials in capitals count only behind a sentence or in square brackets: alone they are more often an abbreviation.
    """
    text = text[: imprint.notice].rstrip() if imprint else text.rstrip(" |")
    if not text:
        return None
    if text.endswith(known.end_words):
        return _read_end_word(text, known)
    bare = _SLASHED.fullmatch(text) if len(text) < LONGEST_LINE else None
    if bare and not known.joining_words.issuperset(bare["initials"].split("/")):  # `dan/atau`, in a law
        return _read_slashed(bare, known)
    alone = _read_alone(text, known, hints) if len(text) < LONGEST_LINE else None
    if alone or not text.endswith((")", "]", "*", "-", "—", ").", "].")):
        return alone or (_read_labelled(text, known, has_imprint=imprint is not None) if hints & AUTHOR else None)
    match = _MARK.search(text, max(0, len(text) - REACH))
    if match is None or (match.start() and not _ENDED.search(text, max(0, match.start() - END_SIGNS), match.start())):
        return None
    if text.endswith(".") and _QUOTED_WORD.search(text, max(0, match.start() - END_SIGNS), match.start()):
        return None
    insides = _INSIDE.findall(match["mark"])
    if not insides:
        return Closing(match.start())
    authors: list[NamedAuthor] = []
    media: list[str] = []
    sure = paid = False
    for words in insides:
        found = _read_inside(words, known, alone=match.start() == 0 and text[0] != "[")
        if found is None:
            return None
        authors += found.authors
        media += found.media
        sure, paid = sure or found.is_sure, paid or found.is_paid
    return Closing(match.start(), tuple(authors), tuple(media), is_sure=sure, is_paid=paid)


def _read_end_word(text: str, known: Compiled) -> Closing | None:
    """The mark in `… warga desa. Enditem`: a word behind a sentence, or alone on a line."""
    start = len(text) - next(len(word) for word in known.end_words if text.endswith(word))
    return Closing(start, is_sure=True) if start == 0 or _ENDED.search(text, max(0, start - END_SIGNS), start) else None


def without_sign(text: str) -> str:
    """A sentence without the sign of the desk behind it, which says nothing.

    >>> without_sign("Hal itu terjadi beberapa waktu lalu. (C)")
    'Hal itu terjadi beberapa waktu lalu.'
    """
    return _SIGN.sub("", text) if text.endswith(")") else text


def _read_inside(words: str, known: Compiled, *, alone: bool) -> Closing | None:
    words = words.lstrip("*") or words
    label = known.sources.label.match(words)
    named = [one for one in known.naming.signing.split(words[label.end() :]) if one] if label else []
    if named and all(_is_source(one, known) for one in named):
        return Closing(0, media=tuple(named))
    parts = [part for part in known.naming.signing.split(words.strip()) if part]
    authors: list[NamedAuthor] = []
    media: list[str] = []
    kinds: set[str] = set()
    for part in parts:
        kind = kind_of(part, parts, known, alone=alone)
        if kind is None and is_writer(part, parts, known, kinds):
            kind = "author"
        if kind is None:
            return None
        kinds.add(kind)
        if kind in ("medium", "paper"):
            media.append(part)
        elif kind in ("initials", "author"):
            authors.append(NamedAuthor(part, kind))
    named = [one.name for one in authors if one.role == "author"]
    has_brand = not kinds.isdisjoint(("brand", "paper"))
    if named and ((media and not has_brand) or (has_brand and all(map(str.isupper, named)))):
        return None  # a name beside an agency, or in capitals beside an outlet, is a photo's credit
    if has_brand and len(parts) == 1:
        return Closing(0, media=(parts[0],))
    if not kinds:
        return None
    several = sum(one.role == "initials" for one in authors) + len(media) > 1 and bool(authors)
    is_sure = "brand" in kinds or "code" in kinds or several or (parts[0].islower() and is_relayed(parts[0], parts, known))
    return Closing(0, tuple(authors), tuple(media), is_sure=is_sure, is_paid="paid" in kinds)


def _is_source(words: str, known: Compiled) -> bool:
    """Whether words behind a label for the source are a medium's name, with or without a file."""
    if is_known_medium(words, known) or words in known.names or words.casefold() in known.sources.listed_media:
        return True
    return owner_of(words, known.brands) is not None


def _read_slashed(match: re.Match[str], known: Compiled) -> Closing:
    """The mark in `rs/hp (AFP, Reuters)`, `agi/cnni`: initials alone on a line; longer ones are a desk's."""
    initials = [part for part in match["initials"].split("/") if len(part) <= INITIALS and part not in known.brands]
    media = [part for part in known.naming.signing.split(match["media"] or "") if is_known_medium(part, known)]
    return Closing(0, tuple(NamedAuthor(part, "initials") for part in initials), tuple(media), is_sure=True)


def _read_alone(text: str, known: Compiled, hints: int) -> Closing | None:
    """The mark of a line that is nothing but agencies or the name of the writer."""
    return (_read_agencies(text, known) if hints & NAME else None) or _read_signature(text, known)


def _read_agencies(text: str, known: Compiled) -> Closing | None:
    """The mark in `--AFP`, `Reuters and Interfax`: agencies alone on a line, behind a dash or several of them."""
    if not text[-1].isalpha():
        return None
    bare = text.lstrip("-–— ")
    media = tuple(part for part in known.naming.signing.split(bare) if part)
    if (bare == text and len(media) < 2) or not all(_is_agency(part, known) for part in media):
        return None
    return Closing(0, media=media)


def _read_signature(text: str, known: Compiled) -> Closing | None:
    """The mark in `— Nama Nama`, `**Nama`: the writer's full name behind a long dash, any behind stars, alone on a line."""
    name = text.lstrip("–—- *")
    is_signed = name.count(" ") in FULL_NAME if text.startswith(LONG_DASH) else text.startswith("**")
    if name == text or not is_signed or not is_name(name, known):
        return None
    if known.no_name_word.search(name) or known.brand.search(name) or known.place.search(name):
        return None
    return Closing(0, (NamedAuthor(name, "author"),))


def _read_labelled(text: str, known: Compiled, *, has_imprint: bool) -> Closing | None:
    """The mark in `… tahun depan. Penulis: Nama Nama`: a label and names behind the last sentence."""
    reach = max(0, len(text) - REACH)
    if text.find(":", reach) < 0:
        return None
    for label in known.author_label.finditer(text, reach):
        if ":" in label[0] and (has_imprint or _ENDED.search(text, max(0, label.start() - END_SIGNS), label.start())):
            names = read_byline(text[label.start() :], known)
            if names is None or not (names or has_imprint) or not all(is_name(author.name, known) for author in names):
                return None
            return Closing(label.start(), names)
    return None


def _is_agency(part: str, known: Compiled) -> bool:
    outlet = known.names.get(part)
    return outlet is not None and known.knowledge.outlets[outlet].wire
