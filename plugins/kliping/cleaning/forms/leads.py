"""A dateline behind a lead, where scrapers write a whole article on one line.

Input: a cleaned line. Output: the dateline and where it begins, or None.
"""

import re

from kliping.cleaning.forms.dateline_parts import Dateline
from kliping.cleaning.lexicon.alternatives import folded
from kliping.cleaning.lexicon.compiled import Compiled

LONGEST = 400
"""No lead is longer."""
SHORTEST = 40
"""Nor shorter."""
_WORD = r"[^\W\d_a-z][\w.'’-]*"
_BEHIND_LEAD = re.compile(
    rf"(?<=[a-z\d\"”)]\s)(?P<place>{_WORD}(?:\s{_WORD}){{0,3}})\s\((?P<brand>[^()]{{3,20}})\)\s?[-–—]{{1,2}}\s(?=[“\"]?[^\W\d_a-z])"
)


def read_dateline_behind_lead(text: str, known: Compiled) -> Dateline | None:
    """`… pembangunan kota Bukit Utara (ANTARA) - Warga …`: behind words that no stop ends, place and outlet in brackets."""
    match = _BEHIND_LEAD.search(text, SHORTEST, LONGEST) if len(text) > LONGEST else None
    outlet = known.brands.get(folded(match["brand"])) if match else None
    if match is None or outlet is None:
        return None
    words = match["place"].split(" ")
    city = next((one for n in range(len(words)) if known.place.fullmatch(one := " ".join(words[n:]))), match["place"])
    start = match.end("place") - len(city)
    return Dateline(match.end(), city, outlet, text[start : match.end()].strip(), start)
