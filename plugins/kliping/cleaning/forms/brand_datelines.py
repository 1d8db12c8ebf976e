"""Datelines that name their outlet: `Jakarta, IDN Times - `, `JAKARTA (ANTARA) - `, `KOTA, contoh.com – `.

Input: a cleaned line. Output: its dateline, or None.
The outlet's name is first replaced by one sign, so that one shape serves all outlets.
"""

import re

from kliping.cleaning.domains import END
from kliping.cleaning.forms.dateline_parts import CAPITALS, PLACE, REACH, WORD, Dateline, as_place
from kliping.cleaning.lexicon.alternatives import folded
from kliping.cleaning.lexicon.compiled import Compiled

BRAND_BEGINS = 50
"""Characters before the outlet's name are no more."""

_BRANDED = re.compile(
    rf"(?:(?P<place>{PLACE}(?:, {PLACE})?)(?P<comma>\s?,\s?|\s(?=\0)))?"
    rf"(?P<open>[(/]\s?)?\0(?P<section>(?: [^\W\d_a-z]\w*){{0,2}})"
    rf"(?P<close>\s?[)/])?(?:\s?(?:[.,]{{1,2}}|\|)\s?(?P<place2>(?!(?i:{END})\b){PLACE}))?\s?(?!(?<=\w)-\d)(?P<end>--|[-–—]{{1,2}}|:|\.(?=\s|$))\s?"
)
_BRACKETED = re.compile(rf"(?P<place>{PLACE}(?:, {PLACE})?),?\s?\(\0(?:[ ,/][^)]{{1,20}})?\)\s?(?P<end>--|[-–—:])\s?")
_GLUED_BRACKET = re.compile(rf"(?:(?P<place>{PLACE}(?:, {PLACE})?)\s)?\(\0(?: [^)]{{1,20}})?\)(?=[“\"]?[^\W\d_a-z])")
_BRAND_ALONE = re.compile(rf"(?P<place>{CAPITALS}|{WORD}),\s?\0")
_BRAND_FIRST_ALONE = re.compile(rf"\0,\s?(?P<place>{PLACE})")
_COUNTRY_IN_BRACKETS = re.compile(rf"(?P<place>{PLACE})\s\({PLACE}\)\s?\(\0\)\s?(?P<end>--|[-–—:])\s?")
_NO_DASH = re.compile(rf"\0, (?P<place>{WORD}(?: {WORD})?)\s(?=[^\W\d_a-z][a-z]+ [a-z])")
_NO_DASH_ONE_WORD = re.compile(r"\0, (?P<place>[^\W\d_a-z][^\W\d_A-Z]{2,})\s?(?=[^\W\d_a-z])")
_CITY_BEFORE_BRAND = re.compile(rf"(?P<place>{CAPITALS}), \0 (?=[“\"]?[^\W\d_a-z][\w-]+ [a-z])")
_FIRST_WORD = re.compile(r"\0, (?P<word>\w+) ")
_BRAND_BEFORE_COMMA = re.compile(r"(?P<place>(?!))?\0, ")
_OTHER_DOMAIN = re.compile(
    rf"(?:(?P<place>{PLACE})\s?(?:,\s?|\(|\|\s?))?"
    rf"(?P<host>(?i:(?:[\w-]+\.){{0,2}}[\w-]+\.(?:{END}|co\.id|info)))\)?"
    rf"(?:\s?\(\s?\w{{2,8}}\))?(?:\s?(?:[.,]{{1,2}}-?|\|)\s?(?P<place2>{PLACE})|\s(?P<place3>{CAPITALS}))?"
    r"[.,]?\s?(?:-{2,3}(?:\s|$|(?=[^\W\d_a-z]))|[-–—\ufffd](?:,?\s|(?=[^\W\d_a-z]))|:\s)"
)
_BEFORE_ADDRESS = re.compile(r"-[a-z]|\s[\w-]+\.\w")
_GLUED_BEFORE_COMMA = re.compile(rf"-(?P<host>(?i:[\w-]+\.(?:{END}|co\.id))),\s(?=[“\"]?[^\W\d_a-z])")
_BEHIND_BRAND = re.compile(rf"(?P<place>{CAPITALS})(?:\.\s(?=[“\"A-Z][\w])|\s?(?:--|[–—]|-\s)\s?)")
_BEHIND_CITY = re.compile(r"\.\s(?=[“\"]?[^\W\d_a-z])")
_AFTER_CITY = re.compile(r"\s?[-–—]?\s?(?=[“\"]?[^\W\d_a-z])")
_DIGIT = re.compile(r"\d")
_DASH = re.compile(r"\s?[-–—]{1,2}\s")
_JOINED = re.compile(r"[a-z][A-Z]")
"""`contoh.com, JakartaPanen Raya: Kisah …`: the sentence is glued to the place, and the sign stands inside it."""


def read_branded(text: str, known: Compiled) -> Dateline | None:
    """The dateline that names an outlet Kliping knows."""
    for brand in known.brand.finditer(text[:REACH]):
        if brand.start() > BRAND_BEGINS:
            break
        found = _branded(text, brand, known)
        if found:
            return found
    return None


def read_behind_domain(text: str, known: Compiled) -> Dateline | None:
    """`KOTA, contoh.com – `, `contoh.com KOTA – `, `CONTOH.COM – KOTA – `: an outlet without a file, or an edition."""
    head = text[:REACH]
    if "." not in head:
        return None
    glued = _glued_city(head, known)
    domain = _OTHER_DOMAIN.match(head, len(glued) + 1 if glued else 0)
    if domain is None:
        return _glued_before_comma(head, known)
    outlet = known.knowledge.outlet_at(domain["host"])
    place, end = glued or domain["place"] or domain["place2"] or domain["place3"], domain.end()
    if place is None:
        end, place = _place_behind(text, end, known)
    return Dateline(end, as_place(place, known), outlet, text[:end].strip())


def _glued_city(head: str, known: Compiled) -> str | None:
    """`Kota-contoh.com`, `KOTA CONTOH.COM`: a known city before an address; `Kota-Contoh.com` makes one name of both."""
    city = known.place.match(head)
    return city[0] if city and _BEFORE_ADDRESS.match(head, city.end()) else None


def _glued_before_comma(head: str, known: Compiled) -> Dateline | None:
    """`Kota-Contoh.com, Warga …`: a known city, an address and a comma."""
    city = known.place.match(head)
    address = _GLUED_BEFORE_COMMA.match(head, city.end()) if city else None
    if city is None or address is None:
        return None
    return Dateline(address.end(), city[0], known.knowledge.outlet_at(address["host"]), head[: address.end()].strip())


def _branded(text: str, brand: re.Match[str], known: Compiled) -> Dateline | None:
    head = text[: brand.start()] + "\0" + text[brand.end() : REACH]
    shapes = (_BRANDED, _BRACKETED, _COUNTRY_IN_BRACKETS, _GLUED_BRACKET)
    match = next((match for shape in shapes if (match := shape.match(head))), None)
    if match is None and len(text) < REACH and (alone := _BRAND_ALONE.fullmatch(head) or _BRAND_FIRST_ALONE.fullmatch(head)):
        match = alone if known.place.fullmatch(alone["place"]) else None
    if match is None and _DIGIT.search(head):
        match = known.dated_dateline.match(head)
        match = match if match and match["brand"] else None
    if match is None or _JOINED.search(match.groupdict().get("place2") or ""):
        match = _without_dash(head, brand[0], known) or match
    if match is None or _begins_sentence(match, brand[0]):
        return None
    end = match.end() + len(brand[0]) - 1
    place = match["place"] or match.groupdict().get("place2")
    if place is None:
        end, place = _place_behind(text, end, known)
    if place is None and text[end : end + 1].islower():
        return None  # `Contoh.com – mengutip AFP – melaporkan …`: the outlet is what the sentence is about
    return Dateline(end, as_place(place, known), known.brands[folded(brand[0])], text[:end].strip())


def _begins_sentence(match: re.Match[str], brand: str) -> bool:
    """`Trend Alert:`, `Trend-Report`, `Menurut Antara: …`: a brand among other words, with a sign that looks like a dash."""
    part = match.groupdict()
    place, end = part.get("place"), part.get("end")
    has_place = bool(place or part.get("place2"))
    if end == "." and not has_place:
        return True
    if end in (":", "-") and not (has_place or "." in brand or (end == "-" and " -" in match[0])):
        return True
    is_glued = part.get("comma") is not None and not part["comma"].strip()
    return bool(place) and is_glued and not str(place).isupper()


def _without_dash(head: str, brand: str, known: Compiled) -> re.Match[str] | None:
    """`Liputan6.com, Jakarta Polisi menangkap …`, `KUPANG, KOMPAS.com Polisi …`, or glued: `Liputan6.com, JakartaPolisi`.

    Behind a brand that is no domain only a known city is a place, for `Reuters, Menteri …` goes on with a sentence.
    """
    if not head.startswith("\0, "):
        before = _CITY_BEFORE_BRAND.match(head) if "." in brand else None
        return before if before and known.place.fullmatch(before["place"]) else None
    city = known.place.match(head, 3)
    if city and (rest := _AFTER_CITY.match(head, city.end())):
        return re.compile(rf"\0, (?P<place>{re.escape(city[0])}){re.escape(rest[0])}").match(head)
    if "." not in brand:
        return None
    first = _FIRST_WORD.match(head)
    if first and first["word"] in known.sources.no_name_start:
        return _BRAND_BEFORE_COMMA.match(head)  # `REPUBLIKA.CO.ID, Direktur …`
    match = _NO_DASH.match(head)
    return match if match and not _JOINED.search(match["place"]) else _NO_DASH_ONE_WORD.match(head)


def _place_behind(text: str, end: int, known: Compiled) -> tuple[int, str | None]:
    """`CONTOH.ID - KOTA. Harga …`, `contoh.com - contoh.com - Harga …`: what else stands there."""
    again = known.brand.match(text, end)
    dash = _DASH.match(text, again.end()) if again else None
    end = dash.end() if dash else end
    behind = _BEHIND_BRAND.match(text, end, end + REACH)
    if behind:
        return behind.end(), behind["place"]
    city = known.place.match(text, end)
    stop = _BEHIND_CITY.match(text, city.end()) if city else None
    return (stop.end(), city[0]) if city and stop else (end, None)
