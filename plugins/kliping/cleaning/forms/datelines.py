"""The place and the outlet's name before the first sentence: `Jakarta, IDN Times - `, `MOSKOW - `.

Input: a cleaned line. Output: how far the dateline reaches, its place and the outlet it names, or None.
"""

import re
from typing import NamedTuple

from kliping.cleaning.forms.domains import END
from kliping.cleaning.lexicon.alternatives import folded
from kliping.cleaning.lexicon.compiled import Compiled
from kliping.cleaning.lexicon.hints import ALL, BRAND

REACH = 90
"""No dateline is longer."""

_WORD = r"[^\W\d_a-z](?:[\w.'’-]*[\w.'’])?"
_PLACE = rf"{_WORD}(?:[ /]{_WORD}){{0,3}}"
_CAPITALS = r"(?:[^\W\d_a-z][^\W\d_a-z.'’-]+(?:[ /-][^\W\d_a-z][^\W\d_a-z.'’-]*){0,4})"
_BRANDED = re.compile(
    rf"(?:(?P<place>{_PLACE}(?:, {_PLACE})?)(?P<comma>\s?,\s?|\s(?=\0)))?"
    rf"(?P<open>[(/]\s?)?\0(?P<section>(?: [^\W\d_a-z]\w*){{0,2}})"
    rf"(?P<close>\s?[)/])?(?:\s?[.,]{{1,2}}\s?(?P<place2>{_PLACE}))?\s?(?P<end>--|[-–—]{{1,2}}|:|\.(?=\s|$))\s?"
)
_BRACKETED = re.compile(rf"(?P<place>{_PLACE}(?:, {_PLACE})?)\s?\(\0(?: [^)]{{1,20}})?\)\s?(?P<end>--|[-–—:])\s?")
_GLUED_BRACKET = re.compile(rf"(?:(?P<place>{_PLACE}(?:, {_PLACE})?)\s)?\(\0(?: [^)]{{1,20}})?\)(?=[“\"]?[^\W\d_a-z])")
_BRAND_ALONE = re.compile(rf"(?P<place>{_CAPITALS}|{_WORD}),\s?\0")
_BRAND_FIRST_ALONE = re.compile(rf"\0,\s?(?P<place>{_PLACE})")
_DOMAIN_ALONE = re.compile(rf"(?P<place>{_CAPITALS}|{_WORD}),\s?(?i:[\w-]+\.(?:{END}|co\.id))")
_COUNTRY_IN_BRACKETS = re.compile(rf"(?P<place>{_PLACE})\s\({_PLACE}\)\s?\(\0\)\s?(?P<end>--|[-–—:])\s?")
_BARE_CAPITALS = re.compile(
    rf"(?P<place>{_CAPITALS}(?:, {_PLACE})?),?\s?(?:\(\d\d?/\d\d?/\d\d(?:\d\d)?\)\s?)?(?:--|>>|[–—]|-(?=\s|$))\s?"
)
_BARE = re.compile(rf"(?P<place>{_PLACE})\s(?:--|[-–—])(?:\s|$)")
_ALONE = re.compile(rf"(?P<place>{_PLACE})\s?(?:--|[-–—])")
_NO_DASH = re.compile(rf"\0, (?P<place>{_WORD}(?: {_WORD})?)\s(?=[^\W\d_a-z][a-z]+ [a-z])")
_NO_DASH_ONE_WORD = re.compile(r"\0, (?P<place>[^\W\d_a-z][^\W\d_A-Z]{2,})\s?(?=[^\W\d_a-z])")
_OTHER_DOMAIN = re.compile(
    rf"(?:(?P<place>{_PLACE})\s?(?:,\s?|\(|\|\s?))?"
    rf"(?P<host>(?i:(?:[\w-]+\.){{0,2}}[\w-]+\.(?:{END}|co\.id|info)))\)?"
    rf"(?:\s?\(\s?\w{{2,8}}\))?(?:\s?,\s?(?P<place2>{_PLACE})|\s(?P<place3>{_CAPITALS}))?"
    r"[.,]?\s?(?:-{2,3}(?:\s|$)|[-–—\ufffd](?:\s|(?=[^\W\d_a-z]))|:\s)"
)
_CAPITALS_BEFORE_STOP = re.compile(rf"(?P<place>{_CAPITALS})\.\s(?=[“\"A-Z][\w])")
_OTHER_BRAND = re.compile(rf"(?P<place>{_PLACE}),\s?(?P<beside>[\w.]+(?: [^\W\d_a-z][\w.]*){{0,2}})[.,]?\s?(?:--|[-–—])\s")
_OTHER_IN_BRACKETS = re.compile(r"\s?\((?P<brand>[^\W\d_][^()\d]{1,24})\)\s?(?:--|[-–—:])\s(?=[“\"]?[^\W\d_a-z])")
_BEHIND_BRAND = re.compile(rf"(?P<place>{_CAPITALS})(?:\.\s(?=[“\"A-Z][\w])|\s?(?:--|[–—]|-\s)\s?)")
_BEHIND_BAR = re.compile(rf"(?:[\w-]+(?:\.[\w-]+)+|{_WORD}(?: {_WORD}){{0,2}})\s?\|\s?(?P<place>{_PLACE})\s?(?:--|[-–—])\s")
_STATE = re.compile(r", (?:[A-Z][a-z]{1,4}|(?:[A-Z]\.)+[A-Z])\.$")
_STATE_CODE = re.compile(r", [A-Z]{2}$")
_AFTER_PLACE = re.compile(r"[-–—:]\s(?=[“\"]?[^\W\d_a-z])")
_GLUED_BEHIND_PLACE = re.compile(r"[-–—](?=[“\"]?[^\W\d_a-z][^\W\d_A-Z])")
"""`JAKARTA-Warga …`, where a scraper lost the spaces; not `JAKARTA-BANDUNG`."""

_AFTER_CITY_BEHIND = re.compile(r"(?:\s?[-–—]|\.)\s(?=[“\"]?[^\W\d_a-z])")
_AFTER_CITY = re.compile(r"\s?[-–—]?\s?(?=[“\"]?[^\W\d_a-z])")
_SIGN = re.compile(r"[-–—:.,/)]|>>")
_DIGIT = re.compile(r"\d")
_DASH = re.compile(r"\s?[-–—]{1,2}\s")
_NO_PLACE = re.compile(rf"\d|[a-z][A-Z]|[A-Z]{{2}}[a-z]|(?i:\.(?:{END}|info)\b)")
_JOINED = re.compile(r"[a-z][A-Z]")
"""`contoh.com, JakartaPanen Raya: Kisah …`: the sentence is glued to the place, and the sign stands inside it."""
_SPOKEN = re.compile(r"[AIUEO]|^(?:ST|MT|FT)\.")
"""Not an abbreviation read letter by letter."""
_NAMESAKE = re.compile(r"(?:Mc|Mac|De|La|Le)[A-Z]")


class Dateline(NamedTuple):
    """A dateline at the start of a line."""

    end: int
    """Where the sentence begins."""
    place: str | None
    outlet: str | None
    """The id of the outlet it names."""
    cue: str
    start: int = 0
    """Behind a lead on the same line, where it begins."""


def read_dateline(text: str, known: Compiled, hints: int = ALL) -> Dateline | None:
    """A dateline that gives itself away by a brand, a date or capitals before a dash.

    The brand is first replaced by one sign, so that one shape serves all outlets.
    """
    head = text[:REACH]
    if not _SIGN.search(head):
        return None
    for brand in known.brand.finditer(head) if hints & BRAND else ():
        if brand.start() > 50:
            break
        found = _branded(text, brand, known)
        if found:
            return found
    match = known.dated_dateline.match(head) if _DIGIT.search(head) else None
    has_dash = "-" in head or "–" in head or "—" in head or ":" in head or ">>" in head
    bar = _BEHIND_BAR.match(head) if has_dash and "|" in head else None
    if bar and known.place.fullmatch(bar["place"]):
        return _unbranded(bar["place"], bar, known)
    domain = _OTHER_DOMAIN.match(head) if has_dash and "." in head else None
    if domain:
        return _behind_domain(text, domain, known)
    if match is None and has_dash:
        match = _BARE_CAPITALS.match(head) or _OTHER_BRAND.match(head) or _ALONE.fullmatch(text)
    if match and match["place"] and len(match["place"]) > 2 and match["place"].count(" ") <= 4:
        beside = match.groupdict().get("beside")
        place = f"{match['place']}, {beside}" if beside and _is_medium(match["place"], known) else match["place"]
        return _unbranded(place, match, known)
    alone = _DOMAIN_ALONE.fullmatch(text) if len(text) <= REACH and "." in text and "," in text else None
    if alone and known.place.fullmatch(alone["place"]):
        return _unbranded(alone["place"], alone, known)
    city = known.place.match(head) if has_dash else None
    if city is None:
        return None
    behind = _AFTER_PLACE.match(head, city.end()) or _OTHER_IN_BRACKETS.match(head, city.end())
    if behind is None and city[0].isupper():
        behind = _GLUED_BEHIND_PLACE.match(head, city.end())
    return Dateline(behind.end(), city[0], None, head[: behind.end()].strip()) if behind else None


def read_bare_dateline(text: str, known: Compiled) -> Dateline | None:
    """A place in small letters before a dash, which only the first sentence of a body can have."""
    head = text[:REACH]
    match = _BARE.match(head) or _CAPITALS_BEFORE_STOP.match(head)
    if match is None or match["place"].count(" ") > 2:
        return None
    rest = text[match.end() :]
    if rest and not (rest[0].isupper() or rest[0] in "“\"'‘"):
        return None
    return _unbranded(match["place"], match, known)


def place_name(printed: str) -> str:
    """A place as it is written in running text.

    >>> place_name("PANGKALAN BUN"), place_name("Jakarta"), place_name("ST. HARBOUR, Calif."), place_name("OLDTOWN, MI")
    ('Pangkalan Bun', 'Jakarta', 'St. Harbour, Calif.', 'Oldtown, MI')
    """
    bare = printed if _STATE.search(printed) else printed.rstrip(". ")
    if not printed.partition(",")[0].isupper():
        return bare
    code = _STATE_CODE.search(bare)
    words = (bare[: code.start()] if code else bare).split(" ")
    place = " ".join(word.capitalize() if word.isupper() and _SPOKEN.search(word) else word for word in words)
    return place + code[0] if code else place


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
    return Dateline(end, _as_place(place, known), known.brands[folded(brand[0])], text[:end].strip())


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
    """`Liputan6.com, Jakarta Polisi menangkap …`, or glued: `Liputan6.com, JakartaPolisi`.

    Behind a brand that is no domain only a known city is a place, for `Reuters, Menteri …` goes on with a sentence.
    """
    if not head.startswith("\0, "):
        return None
    city = known.place.match(head, 3)
    if city and (rest := _AFTER_CITY.match(head, city.end())):
        return re.compile(rf"\0, (?P<place>{re.escape(city[0])}){re.escape(rest[0])}").match(head)
    if "." not in brand:
        return None
    match = _NO_DASH.match(head)
    return match if match and not _JOINED.search(match["place"]) else _NO_DASH_ONE_WORD.match(head)


def _place_behind(text: str, end: int, known: Compiled) -> tuple[int, str | None]:
    """`KONTAN.CO.ID - JAKARTA. Harga …`, `jpnn.com - jpnn.com - Harga …`: what else stands before the sentence."""
    again = known.brand.match(text, end)
    dash = _DASH.match(text, again.end()) if again else None
    end = dash.end() if dash else end
    behind = _BEHIND_BRAND.match(text, end, end + REACH)
    return (behind.end(), behind["place"]) if behind else (end, None)


def _behind_domain(text: str, domain: re.Match[str], known: Compiled) -> Dateline:
    """`KOTA, contoh.com – `, `contoh.com KOTA – `, `CONTOH.COM – KOTA – `: an outlet without a file, or an edition."""
    outlet = known.knowledge.outlet_at(domain["host"])
    place, end = domain["place"] or domain["place2"] or domain["place3"], domain.end()
    if place is None:
        end, place = _place_behind(text, end, known)
    return Dateline(end, _as_place(place, known), outlet, text[:end].strip())


def _unbranded(place: str | None, match: re.Match[str], known: Compiled) -> Dateline:
    end, behind = _city_behind(match.string, match.end(), known) if place and not known.place.fullmatch(place) else (0, None)
    if behind:
        return Dateline(end, behind, None, match.string[:end].strip())
    return Dateline(match.end(), _as_place(place, known), None, match[0].strip())


def _city_behind(text: str, end: int, known: Compiled) -> tuple[int, str | None]:
    """`HARIAN BUKIT – KOTA. Warga …`, `Bukitcom - Kota - Warga …`: what stood before was the outlet's name."""
    city = known.place.match(text, end)
    sign = _AFTER_CITY_BEHIND.match(text, city.end()) if city else None
    return (sign.end(), city[0]) if city and sign else (0, None)


def _as_place(printed: str | None, known: Compiled | None = None) -> str | None:
    """The part that can be a place: `SERANG, TitikNOL` is Serang, `IPOL.ID` and `UPdates` are none."""
    first, comma, rest = (printed or "").partition(", ")
    if comma and known is not None and _is_medium(first, known):
        first, comma, rest = rest, "", ""
    if known is not None and _is_medium(first, known):
        return None
    if len(first) < 3 or _is_no_place(first) or (known is not None and first.casefold() in known.no_places):
        return None
    is_place = comma and not _is_no_place(rest) and (known is None or not _is_medium(rest, known))
    return f"{first}{comma}{rest}" if is_place else first


def _is_medium(words: str, known: Compiled) -> bool:
    """`HARIANPOST`, `Contoh-News`, `Kabar Desa`: a word such as `News` in it, or at its end."""
    last = known.sources.medium_word_end.search(words)
    return last is not None or any(known.sources.medium_word.search(one) for one in (words, words.title()))


def _is_no_place(words: str) -> bool:
    return _NO_PLACE.search(_NAMESAKE.sub("", words)) is not None
