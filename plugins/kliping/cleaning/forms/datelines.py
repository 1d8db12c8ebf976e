"""The place and the outlet's name before the first sentence: `Jakarta, IDN Times - `, `MOSKOW - `.

Input: a cleaned line. Output: how far the dateline reaches, its place and the outlet it names, or None.
"""

import re
from typing import NamedTuple

from kliping.cleaning.lexicon.compiled import Compiled

REACH = 90
"""No dateline is longer."""

_PLACE = r"[^\W\d_a-z][\w.'’-]*(?:[ /-][^\W\d_a-z][\w.'’-]*){0,3}"
_CAPITALS = r"(?:[^\W\d_a-z][^\W\d_a-z.'’-]+(?:[ /-][^\W\d_a-z][^\W\d_a-z.'’-]*){0,4})"
_DASH = r"\s?(?:--|[-–—])\s?"
_BRANDED = re.compile(
    rf"(?:(?P<place>{_PLACE}(?:, {_PLACE})?)\s?,\s?)?(?P<open>[(/]\s?)?\0(?P<section>(?: [^\W\d_a-z]\w*){{0,2}})"
    rf"(?P<close>\s?[)/])?(?:\s?[.,]{{1,2}}\s?(?P<place2>{_PLACE}))?\s?(?P<end>--|[-–—:]|\.(?=\s|$))\s?"
)
_BRACKETED = re.compile(rf"(?P<place>{_PLACE}(?:, {_PLACE})?)\s?\(\0(?: [^)]{{1,20}})?\)\s?(?P<end>--|[-–—:])\s?")
_BARE_CAPITALS = re.compile(rf"(?P<place>{_CAPITALS}(?:, {_PLACE})?)\s?(?:--|[–—]|-(?=\s|$))\s?")
_BARE = re.compile(rf"(?P<place>{_PLACE})\s(?:--|[-–—])(?:\s|$)")
_ALONE = re.compile(rf"(?P<place>{_PLACE})\s?(?:--|[-–—])")
_NO_DASH = re.compile(rf"\0, (?P<place>{_PLACE}?)(?=\s?[^\W\d_a-z][a-z]+ [a-z])\s?")
_OTHER_DOMAIN = re.compile(
    rf"(?:(?P<place>{_PLACE})\s?(?:, |\())?[\w-]+\.(?:com|id|co\.id|co|net|news|org|info|tv)\)?"
    rf"(?:\s?, (?P<place2>{_PLACE}))?\s?(?:--|[-–—])\s"
)
_CAPITALS_BEFORE_STOP = re.compile(rf"(?P<place>{_CAPITALS})\.\s(?=[“\"A-Z][\w])")
_OTHER_BRAND = re.compile(rf"(?P<place>{_PLACE}), [\w.]+(?: [^\W\d_a-z][\w.]*){{0,2}}\s?(?:--|[-–—])\s")


_SIGN = re.compile(r"[-–—:.,/]")
_DIGIT = re.compile(r"\d")


class Dateline(NamedTuple):
    """A dateline at the start of a line."""

    end: int
    """Where the sentence begins."""
    place: str | None
    outlet: str | None
    """The id of the outlet it names."""
    cue: str


def read_dateline(text: str, known: Compiled) -> Dateline | None:
    """A dateline that gives itself away by a brand, a date or capitals before a dash.

    The brand is first replaced by one sign, so that one shape serves all outlets.
    """
    head = text[:REACH]
    if not _SIGN.search(head):
        return None
    for brand in known.brand.finditer(head):
        if brand.start() > 50:
            break
        found = _branded(text, brand, known)
        if found:
            return found
    match = known.dated_dateline.match(head) if _DIGIT.search(head) else None
    domain = _OTHER_DOMAIN.match(head)
    if domain:
        return Dateline(domain.end(), domain["place"] or domain["place2"], None, domain[0].strip())
    match = match or _BARE_CAPITALS.match(head) or _OTHER_BRAND.match(head) or _ALONE.fullmatch(text)
    if match and match["place"] and _is_place(match["place"]):
        return Dateline(match.end(), match["place"], None, head[: match.end()].strip())
    return None


def read_bare_dateline(text: str) -> Dateline | None:
    """A place in small letters before a dash, which only the first sentence of a body can have."""
    head = text[:REACH]
    match = _BARE.match(head) or _CAPITALS_BEFORE_STOP.match(head)
    if match is None or match["place"].count(" ") > 2:
        return None
    rest = text[match.end() :]
    if rest and not (rest[0].isupper() or rest[0] in "“\"'‘"):
        return None
    return Dateline(match.end(), match["place"], None, match[0].strip())


def place_name(printed: str) -> str:
    """A place as it is written in running text.

    >>> place_name("PANGKALAN BUN"), place_name("Jakarta")
    ('Pangkalan Bun', 'Jakarta')
    """
    words = printed.rstrip(". ").split(" ")
    return " ".join(word if len(word.strip(",")) < 3 or not word.isupper() else word.capitalize() for word in words)


def _branded(text: str, brand: re.Match[str], known: Compiled) -> Dateline | None:
    head = text[: brand.start()] + "\0" + text[brand.end() : REACH]
    match = _BRANDED.match(head) or _BRACKETED.match(head)
    if match is None and _DIGIT.search(head):
        match = known.dated_dateline.match(head)
        match = match if match and match["brand"] else None
    match = match or _NO_DASH.match(head)
    if match is None:
        return None
    part = match.groupdict()
    if part.get("end") == "." and not part.get("place2") and not part.get("place"):
        return None
    if part.get("end") == "-" and not (part.get("place") or part.get("place2") or "." in brand[0] or " -" in match[0]):
        return None  # a compound such as `Trend-Report`
    end = match.end() + len(brand[0]) - 1
    return Dateline(end, part["place"] or part.get("place2"), known.brands[brand[0].casefold()], text[:end].strip())


def _is_place(words: str) -> bool:
    return len(words) > 2 and words.count(" ") <= 4
