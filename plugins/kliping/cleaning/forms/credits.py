"""The credit at the end of a photo's caption.

Input: a cleaned line. Output: where its credit begins and whom it names, or None.
"""

import re
from typing import NamedTuple

from kliping.cleaning.forms.shapes import abbreviates
from kliping.cleaning.lexicon.compiled import Compiled
from kliping.cleaning.lexicon.hints import ALL, CREDIT

LONGEST = 90
"""Characters of the longest credit."""
LONGEST_CAPTION = 1200
"""Characters of the longest caption with its credit."""
NAMES = 7
"""Most words behind a label at the beginning of a line."""
MOST_WORDS = 10
"""Most words behind a label anywhere."""
LONGER = 3
"""Letters: a longer word in small letters is hardly part of a name."""
SMALL_PART = 3
"""One word in so many may be such a one, as in `Dinas Pertanian kabupaten`."""
AGENCY_WORDS = 3
"""Most words in a bracket that names an agency, and no person behind a slash."""
WENT_ON = (",", ";")
"""Signs behind a bracket with which the sentence goes on."""
_RIGHTS = re.compile(r"(?:(?:[\w-]{2,30}\.){1,3}[a-z]{2,5}\s)?©", re.IGNORECASE)
_BRACKETS = re.compile(r"[(\[](?P<inside>[^()\[\]]{2,80})[)\]]\.?$")
_SIGNS = " .:/()[]-–—©•"


class Credit(NamedTuple):
    """The credit of a photo in a line."""

    start: int
    name: str


def credit_at(text: str, known: Compiled, hints: int = ALL) -> Credit | None:
    """The credit at the end of a line: behind a label, in brackets, or an agency and a name with a slash; None if none."""
    if len(text) > LONGEST_CAPTION:
        return None
    found = None
    for match in known.photo_label.finditer(text, max(0, len(text) - LONGEST)) if hints & CREDIT else ():
        found = match
    brackets = _BRACKETS.search(text, max(0, len(text) - LONGEST)) if text.endswith((")", "]", ".")) else None
    if brackets and abbreviates(brackets["inside"], text[: brackets.start()]):
        brackets = None  # `… the Environmental Protection Agency (EPA).`
    heads_caption = found and brackets and found.end() < brackets.start() and _names_owner(brackets["inside"], known)
    if found and not heads_caption and _could_be_credit(text, found):
        name = _without_signs(text[found.end() :])
        return Credit(found.start(), name or _without_signs(text[found.start() :]))
    if brackets and (heads_caption or _names_photographer(brackets["inside"], known)):
        return Credit(brackets.start(), brackets["inside"].strip(_SIGNS))
    slashed = known.slashed_credit.search(text, max(0, len(text) - LONGEST)) if "/" in text else None
    if slashed is None:
        return _behind_stop(text, known)
    which = "credit" if slashed["credit"] else "credit2"
    return Credit(slashed.start(which), slashed[which].strip(_SIGNS))


def claims_rights(text: str, known: Compiled) -> bool:
    """Whether a line claims the rights of the site, not those of a picture: `© 2030 Harian Contoh`, `contoh.com © 2030`."""
    claim = _RIGHTS.match(text) and known.rights.claim.search(text)
    return claim is not None and not known.photo_agency.search(text)


def _behind_stop(text: str, known: Compiled) -> Credit | None:
    """The credit in `Warga di jembatan. Reuters`: only the name of an agency or an outlet behind the full stop."""
    caption, stop, name = text.rpartition(". ")
    if not stop or len(text) > LONGEST or not (known.photo_agency.fullmatch(name) or known.brand.fullmatch(name)):
        return None
    return Credit(len(caption) + len(stop), name)


def _could_be_credit(text: str, label: re.Match[str]) -> bool:
    """Whether names stand behind the label and no sentence: mostly capitals, and few longer words in small letters."""
    closed = text.find(")", label.end()) if label[0][0] == "(" else -1
    if closed > 0 and text[closed + 1 :].lstrip()[:1] in WENT_ON:
        return False  # `… (Twitter.com/Contoh), dan di desa`
    words = text[label.end() :].split()
    if (
        not text[: label.start()].strip(_SIGNS + "*+")
        and (len(words) > NAMES or text.endswith(("?", "!")))
        and "/" not in text
    ):
        return False  # `FOTO: Warga Bangun Jembatan Bambu di Sungai Kecil`, a link to pictures
    small = sum(word[0].islower() and len(word) > LONGER for word in words)
    return len(words) <= MOST_WORDS and small <= max(1, len(words) // SMALL_PART)


def _names_owner(inside: str, known: Compiled) -> bool:
    """Whether brackets name the owner of the photo, so that what stands between label and brackets is the caption."""
    _, slash, owner = inside.rpartition("/")
    return bool(slash and (known.brand.fullmatch(owner.strip()) or known.photo_agency.fullmatch(owner.strip())))


def _without_signs(name: str) -> str:
    """A name without the signs around it; a bracket that it opens is closed."""
    bare = name.strip(_SIGNS)
    return f"{bare})" if bare.count("(") > bare.count(")") else bare


def _names_photographer(inside: str, known: Compiled) -> bool:
    if re.fullmatch(r"[\d/.\s-]+", inside):
        return False
    person, slash, owner = inside.rpartition("/")
    if slash and (known.brand.match(inside) or (person.isupper() and known.brand.fullmatch(owner.strip()))):
        return True
    agency = known.photo_agency.search(inside) is not None
    return agency and ("/" in inside or len(inside.split()) <= AGENCY_WORDS)
