"""What a dateline says, and what its place may be: the words of a place, and words that stand there and are none.

Input: the words before a sentence. Output: the place among them.
"""

import re
from typing import NamedTuple

from kliping.cleaning.domains import DOMAIN, END
from kliping.cleaning.forms.shapes import ends_sentence
from kliping.cleaning.lexicon.compiled import Compiled
from kliping.cleaning.lexicon.languages.media import SHORT_WORD

REACH = 90
"""Characters of the longest dateline."""
NAME_BEFORE_DASH = "brand_before_dash"
"""What tells the publisher where a line holds its name, and the one below begins with the dash."""
SENTENCE_WORDS = 8
"""Spaces in a sentence behind such a dash."""
SHORTEST_PLACE = 3
"""Characters of the shortest name of a place."""
WORD = r"[^\W\d_a-z](?:[\w.'’-]*[\w.'’])?"
PLACE = rf"{WORD}(?:[ /]{WORD}){{0,3}}"
CAPITALS = r"(?:[^\W\d_a-z][^\W\d_a-z.'’-]+(?:[ /-][^\W\d_a-z][^\W\d_a-z.'’-]*){0,4})"
_ADDRESS = re.compile(rf"{DOMAIN.pattern}\b", re.IGNORECASE)
_STATE = re.compile(r", (?:[A-Z][a-z]{1,4}|(?:[A-Z]\.)+[A-Z])\.$")
_STATE_CODE = re.compile(r", [A-Z]{2}$")
_NO_PLACE = re.compile(rf"\d|[a-z][A-Z]|[A-Z]{{2}}[a-z]|(?i:\.(?:{END}|info)\b)|\w{{4}}\.\w{{2}}")
"""`SUARA.DESA`, `SUARA.ME` is a name of an outlet as much as `Suara.id`."""
_SPOKEN = re.compile(r"[AIUEO]|^(?:ST|MT|FT)\.")
"""What shows that a word in capitals is pronounced as one, and no abbreviation."""
_NAMESAKE = re.compile(r"(?:Mc|Mac|De|La|Le)[A-Z]")


class Dateline(NamedTuple):
    """A dateline at the start of a line."""

    end: int
    """Where the sentence begins."""
    place: str | None
    outlet: str | None
    """The id of the outlet that it names; None if it names none."""
    cue: str
    start: int = 0
    """Where it begins, if a lead stands before it on the line."""

    @property
    def names_site(self) -> bool:
        """Whether it names an outlet, or the address of one.

        >>> Dateline(9, None, None, "Kota.com -").names_site, Dateline(9, "St.Bukit", None, "St.Bukit -").names_site
        (True, False)
        """
        return self.outlet is not None or _ADDRESS.search(self.cue) is not None


def place_name(printed: str) -> str:
    """The name of a place as it is written in running text.

    >>> place_name("PANGKALAN BUN"), place_name("Jakarta"), place_name("ST. HARBOUR, Calif."), place_name("OLDTOWN, MI")
    ('Pangkalan Bun', 'Jakarta', 'St. Harbour, Calif.', 'Oldtown, MI')
    >>> place_name("LERENG-UTARA")
    'Lereng-Utara'
    """
    bare = printed if _STATE.search(printed) else printed.rstrip(". ")
    if not printed.partition(",")[0].isupper():
        return bare
    code = _STATE_CODE.search(bare)
    words = (bare[: code.start()] if code else bare).split(" ")
    place = " ".join(map(_in_small, words))
    return place + code[0] if code else place


def _in_small(word: str) -> str:
    """A word in capitals as it is written in running text; an abbreviation stays as it is."""
    spoken = word.isupper() and _SPOKEN.search(word)
    return "-".join(map(str.capitalize, word.split("-"))) if spoken else word


def as_place(printed: str | None, known: Compiled) -> str | None:
    """The part of the words that can be a place, such as `SERANG` in `SERANG, TitikNOL`; None for `IPOL.ID` or `UPdates`."""
    first, comma, rest = (printed or "").partition(", ")
    if comma and (is_medium(first, known) or _is_no_place(first)):
        first, comma, rest = rest, "", ""
    if len(first) < SHORTEST_PLACE or is_medium(first, known) or _is_no_place(first) or first.casefold() in known.no_places:
        return None
    has_two = comma and not _is_no_place(rest) and not is_medium(rest, known) and not _is_other_name(first, rest, known)
    return f"{first}{comma}{rest}" if has_two else first


def is_medium(words: str, known: Compiled) -> bool:
    """`HARIANPOST`, `Contoh-News`, `Kabar Desa`, `LERENG MEDIA`: a word such as `News` in it, or at its end."""
    if known.sources.medium_word_end.search(words):
        return True
    if any(known.sources.medium_word.search(one) for one in (words, words.title())):
        return True
    return any(len(word) > SHORT_WORD and word in known.company_words for word in words.casefold().split(" "))


def _is_other_name(city: str, words: str, known: Compiled) -> bool:
    """`METRO` in `PADANG, METRO`: a word in capitals behind a known city that is neither a city nor a country."""
    if len(words) < SHORTEST_PLACE or not words.isupper() or known.place.fullmatch(city) is None:
        return False
    return known.place.fullmatch(words) is None and known.sources.origin.fullmatch(words.title()) is None


def _is_no_place(words: str) -> bool:
    return _NO_PLACE.search(_NAMESAKE.sub("", words)) is not None


def is_behind_dash(text: str) -> bool:
    """Whether a line is a sentence of some length behind a dash.

    >>> is_behind_dash("- Warga Bukit Utara membuka jembatan bambu pada Rabu pagi."), is_behind_dash("- Warga datang.")
    (True, False)
    """
    return text.startswith("- ") and text.count(" ") >= SENTENCE_WORDS and ends_sentence(text)
