"""The place and the outlet's name before the first sentence: `Jakarta, IDN Times - `, `MOSKOW - `.

Input: a cleaned line. Output: how far the dateline reaches, its place and the outlet it names, or None.
"""

import re
from collections.abc import Iterable

from kliping.cleaning.domains import END
from kliping.cleaning.forms.brand_datelines import read_behind_domain, read_branded
from kliping.cleaning.forms.dateline_parts import CAPITALS, PLACE, REACH, SHORTEST_PLACE, WORD, Dateline, as_place, is_medium
from kliping.cleaning.lexicon.alternatives import folded
from kliping.cleaning.lexicon.compiled import Compiled
from kliping.cleaning.lexicon.hints import ALL, BRAND

MOST_SPACES, MOST_SPACES_IN_SMALL = 4, 2
"""A place's words have no more spaces; where none is all in capitals, fewer."""
SHORTEST_LEAD, LONGEST_LEAD = 40, 400
"""Characters of a lead before a dateline on the same line."""

_ADDRESS = rf"(?i:[\w-]+\.(?:{END}|co\.id))"
_DOMAIN_ALONE = re.compile(
    rf"(?P<place>{CAPITALS}|{WORD})(?:,\s?{_ADDRESS}|\s[-–—]\s{_ADDRESS}\s?[-–—]{{1,2}}|,?\s?\([^\W\d_a-z]{{2,12}}\))"
)
_ADDRESS_BEHIND = re.compile(rf"{_ADDRESS}\s?[:–—-]\s(?=[“\"]?[^\W\d_a-z])")
_BARE_CAPITALS = re.compile(
    rf"(?P<place>{CAPITALS}(?:, {PLACE})?),?\s?(?:\(\d\d?/\d\d?/\d\d(?:\d\d)?\)\s?)?(?:--|>>|[–—]|-(?=\s|$))\s?"
)
_BARE = re.compile(rf"(?P<place>{PLACE})\s(?:--|[-–—])(?:\s|$)")
_ALONE = re.compile(rf"(?P<place>{PLACE})\s?(?:--|[-–—])")
_CAPITALS_BEFORE_STOP = re.compile(rf"(?P<place>{CAPITALS})\.\s(?=[“\"A-Z][\w])")
_OTHER_BRAND = re.compile(
    rf"(?P<place>{PLACE})\s?,\s?(?P<beside>[\w.]+(?: [^\W\d_a-z][\w.]*){{0,2}})[.,]?\s?(?:--|[-–—])(?:\s|$)"
)
_OTHER_IN_BRACKETS = re.compile(r"\s?\((?P<brand>[^\W\d_][^()\d]{1,24})\)\s?(?:--|[-–—:])\s(?=[“\"]?[^\W\d_a-z])")
_BEHIND_BAR = re.compile(rf"(?:[\w-]+(?:\.[\w-]+)+|{WORD}(?: {WORD}){{0,2}})\s?\|\s?(?P<place>{PLACE})\s?(?:--|[-–—])\s")
_NAME = r"[^\W\d_a-z][\w.'’-]*"
_BEHIND_LEAD = re.compile(
    rf"(?<=[a-z\d\"”)]\s)(?P<place>{_NAME}(?:\s{_NAME}){{0,3}})\s\((?P<brand>[^()]{{3,20}})\)\s?[-–—]{{1,2}}\s(?=[“\"]?[^\W\d_a-z])"
)
_AFTER_PLACE = re.compile(r"(?:[-–—]|\s?:)\s(?=[“\"]?[^\W\d_a-z])")
_NAME_BEFORE_CITY = re.compile(rf"{CAPITALS}[,:]\s")
_DASH_BEHIND_CITY = re.compile(r"\s?[-–—]\s?(?=[“\"]?[^\W\d_a-z][^\W\d_A-Z])")
_GLUED_BEHIND_PLACE = re.compile(r"\s?[-–—](?=[“\"]?[^\W\d_a-z][^\W\d_A-Z]|\d+ [^\W\d_])")
"""`JAKARTA-Warga …`, `JAKARTA-11 warga …`, where a scraper lost spaces; not `JAKARTA-BANDUNG`."""
_AFTER_CITY_BEHIND = re.compile(r"(?:\s?[-–—]|\.)\s(?=[“\"]?[^\W\d_a-z])")
_SIGN = re.compile(r"[-–—:.,/)]|>>")
_DIGIT = re.compile(r"\d")


def read_dateline(text: str, known: Compiled, hints: int = ALL) -> Dateline | None:
    """A dateline that gives itself away by a brand, a date, capitals before a dash or a known city."""
    head = text[:REACH]
    if not _SIGN.search(head):
        return None
    has_dash = "-" in head or "–" in head or "—" in head or ":" in head or ">>" in head
    found = read_branded(text, known) if hints & BRAND else None
    if has_dash:
        found = found or _behind_bar(head, known) or read_behind_domain(text, known)
    found = found or _behind_place(text, known, has_dash=has_dash) or _beside_domain(text, known)
    return found or (_behind_city(head, known) if has_dash else None)


def read_dateline_behind_lead(text: str, known: Compiled) -> Dateline | None:
    """`… pembangunan kota Bukit Utara (ANTARA) - Warga …`: behind words that no stop ends, place and outlet in brackets."""
    match = _BEHIND_LEAD.search(text, SHORTEST_LEAD, LONGEST_LEAD) if len(text) > LONGEST_LEAD else None
    outlet = known.brands.get(folded(match["brand"])) if match else None
    if match is None or outlet is None:
        return None
    words = match["place"].split(" ")
    city = next((one for n in range(len(words)) if known.place.fullmatch(one := " ".join(words[n:]))), match["place"])
    start = match.end("place") - len(city)
    return Dateline(match.end(), city, outlet, text[start : match.end()].strip(), start)


def without_entries(datelines: Iterable[Dateline | None]) -> tuple[Dateline | None, ...]:
    """The datelines of a page without `Aceh: Hujan lebat …` and `Bali: Cerah …`: several places with colons are entries."""
    found = tuple(datelines)
    entries = {one.cue for one in found if one and one.outlet is None and one.cue.endswith(":")}
    return found if len(entries) == 1 else tuple(None if one and one.cue in entries else one for one in found)


def read_bare_dateline(text: str, known: Compiled) -> Dateline | None:
    """A place in small letters before a dash, which only the first sentence of a body can have."""
    head = text[:REACH]
    match = _BARE.match(head) or _CAPITALS_BEFORE_STOP.match(head)
    if match is None or match["place"].count(" ") > MOST_SPACES_IN_SMALL or _is_no_dateline(match["place"], known):
        return None
    rest = text[match.end() :]
    if rest and not (rest[0].isupper() or rest[0] in "“\"'‘"):
        return None
    return _unbranded(match["place"], match, known)


def _behind_bar(head: str, known: Compiled) -> Dateline | None:
    """`contoh.com | Jakarta - `: a known city behind a bar."""
    bar = _BEHIND_BAR.match(head) if "|" in head else None
    return _unbranded(bar["place"], bar, known) if bar and known.place.fullmatch(bar["place"]) else None


def _behind_place(text: str, known: Compiled, *, has_dash: bool) -> Dateline | None:
    """`Kota, 4 Mei 2030 (ABC) - `, `KOTA BARU – `, `Kota, Kabar Desa - `: a day, capitals or a second name tell it."""
    head = text[:REACH]
    match = known.dated_dateline.match(head) if _DIGIT.search(head) else None
    if match and match.end() == len(text) and known.dates.weekday.fullmatch(match["place"] or ""):
        return None  # `Sunday, 12 December.`
    if match is None and has_dash:
        match = _behind_capitals(head, known) or _OTHER_BRAND.match(head) or _ALONE.fullmatch(text)
    place = match["place"] if match else None
    if not match or not place or _is_no_dateline(place, known) or place.count(" ") > MOST_SPACES:
        return None
    if text[match.end() : match.end() + 1].islower() and not known.place.match(place):
        return None  # `KPK — singkatan dari … — didirikan`
    beside = match.groupdict().get("beside")
    if beside and known.place.fullmatch(beside) and not place.isupper() and _goes_on(text, match.end(), known):
        return None  # `However, London – Paris trains`: a line between two cities; `However, London – trains were late`
    is_named = bool(beside) and (is_medium(place, known) or as_place(place, known) is None)
    return _unbranded(f"{place}, {beside}" if is_named else place, match, known)


def _goes_on(text: str, end: int, known: Compiled) -> bool:
    """Whether a city or a small letter stands behind the dash, where no sentence begins."""
    return text[end : end + 1].islower() or known.place.match(text, end) is not None


def _behind_capitals(head: str, known: Compiled) -> re.Match[str] | None:
    """`BUKIT UTARA – Warga …`; behind a dash that goes on in small letters only a known city: `NATO — which had …`."""
    match = _BARE_CAPITALS.match(head)
    goes_on = match is not None and head[match.end() : match.end() + 1].islower()
    return None if match is None or (goes_on and known.place.match(head) is None) else match


def _is_no_dateline(place: str, known: Compiled) -> bool:
    """`SIR – Your report …`, `PS. The bridge …`: how letters begin and end."""
    return len(place) < SHORTEST_PLACE or place.casefold() in known.salutations


def _beside_domain(text: str, known: Compiled) -> Dateline | None:
    """`Jakarta, contoh.com`, `Jakarta - contoh.com --`, `JAKARTA, (KD)` alone on a line."""
    alone = _DOMAIN_ALONE.fullmatch(text) if len(text) <= REACH else None
    return _unbranded(alone["place"], alone, known) if alone and known.place.fullmatch(alone["place"]) else None


def _behind_city(head: str, known: Compiled) -> Dateline | None:
    """`Jakarta – Warga …`, `Jakarta (Kabar Desa) – Warga …`, `JAKARTA-Warga …`: a known city."""
    city = known.place.match(head)
    if city is None:
        return _behind_name_and_city(head, known)
    behind = _AFTER_PLACE.match(head, city.end()) or _OTHER_IN_BRACKETS.match(head, city.end())
    if behind is None and city[0].isupper():
        behind = _GLUED_BEHIND_PLACE.match(head, city.end())
    return Dateline(behind.end(), city[0], None, head[: behind.end()].strip()) if behind else None


def _behind_name_and_city(head: str, known: Compiled) -> Dateline | None:
    """`LERENG NUSA, JAKARTA-Warga …`, `LERENGMETROPOLIS: Surabaya – Warga …`: an outlet's name in capitals, a city."""
    name = _NAME_BEFORE_CITY.match(head)
    city = known.place.match(head, name.end()) if name else None
    dash = _DASH_BEHIND_CITY.match(head, city.end()) if city else None
    return Dateline(dash.end(), city[0], None, head[: dash.end()].strip()) if city and dash else None


def _unbranded(place: str, match: re.Match[str], known: Compiled) -> Dateline:
    end, behind = (0, None) if known.place.fullmatch(place) else _city_behind(match.string, match.end(), known)
    if behind:
        return Dateline(end, behind, None, match.string[:end].strip())
    address = _ADDRESS_BEHIND.match(match.string, match.end())
    end = address.end() if address else match.end()
    return Dateline(end, as_place(place, known), None, match.string[:end].strip())


def _city_behind(text: str, end: int, known: Compiled) -> tuple[int, str | None]:
    """`HARIAN BUKIT – KOTA. Warga …`, `Bukitcom - Kota - Warga …`: what stood before was the outlet's name."""
    city = known.place.match(text, end)
    sign = _AFTER_CITY_BEHIND.match(text, city.end()) if city else None
    return (sign.end(), city[0]) if city and sign else (0, None)
