"""Names of persons: what can be one, and which are in a list of names.

Input: words of a cleaned line. Output: the names among them.
"""

import re

from kliping.cleaning.domains import DOMAIN
from kliping.cleaning.lexicon.compiled import Compiled

LONGEST_LINE, MOST_WORDS = 90, 11
"""Characters and words of the longest line that is only names."""
FULL_NAME = range(1, 4)
"""Spaces that a full name without a label may have."""
REPEATED = range(3, 41)
"""Characters of a name that is said twice."""
LONGEST_NAME, NAME_WORDS, FULL_NAME_WORDS = 60, 6, 5
"""Characters and words of the longest name behind a label, and words of the longest one that stands by itself."""
_IN_BRACKETS = re.compile(r"\s\([a-z ]{3,30}(?:\)|$)")
"""What somebody did: `Nama Nama (reporting)`."""
_ABBREVIATION = re.compile(r"[A-Z]{2,4}|[A-Z][a-z]?[A-Z][a-z]?")
_SPELLED_AS_BRAND = re.compile(r"(?P<head>[A-Z]\w*?)[A-Z]\w*")
"""A single word with a capital inside: `PinkNews`, `GMWatch`."""
_STOP = re.compile(r"(?:^|[\s-])[^\W\d_]{3,}\.$")
"""The full stop of a caption, `Profil Nama Nama.`, but not that of `Nama Nama Jr.`"""
_CAPITALS_BEHIND = re.compile(r"(?<=[a-z.])(?: (?!I{2,3}\b)[A-Z]{3,})+$")
_ELIDED = re.compile(r"[dlo]['’](?=[A-Z])")
"""`Nama d'Este`."""
_DEGREE_BEHIND = re.compile(r",? Ph\.?D$")
_GLUED_BEHIND = re.compile(r"(?<=[a-z])(?P<word>[A-Z][a-z]+)$")
"""`Nama NamaFollow`."""
_DOMAIN_BEHIND = re.compile(rf"(?<=\w)\s{DOMAIN.pattern}$", re.IGNORECASE)
"""`Nama Nama Contoh.com`."""
_DIGIT = re.compile(r"[\d²³¹]")
_SENTENCE_END = re.compile(r"\w{6,}\.\s")
_WORD = re.compile(r"[^\W\d_][\w.'’`-]*")
_LETTERS = re.compile(r"[^\W\d_]{2}")


def read_bare_names(text: str, known: Compiled) -> tuple[str, ...]:
    """The full names in a line that is only names; () for any other line."""
    if len(text) > LONGEST_LINE or text.count(" ") >= MOST_WORDS or _DIGIT.search(text) or _STOP.search(text):
        return ()
    if known.naming.tells_where.search(text) or known.dates.weekday.fullmatch(text.rpartition(" ")[2]):
        return ()
    names = names_in(text.strip("*•, |"), known) or ()
    if names and known.photo_agency.search(text) and not known.naming.together.search(text):
        return ()  # `Nama | Getty Images`, not `Nama and AP`
    return names if all(1 < name.count(" ") + 1 <= FULL_NAME_WORDS for name in names) else ()


def is_name(words: str, known: Compiled, *, small: bool = False) -> bool:
    """Whether words can be a person's name: `Muhammad bin Salman`; `small` allows small letters, as behind a label."""
    parts = words.split()
    if not 1 <= len(parts) <= NAME_WORDS or len(words) > LONGEST_NAME or not all(_WORD.fullmatch(part) for part in parts):
        return False
    if ".." in words or _SENTENCE_END.search(words) or not _LETTERS.search(words):
        return False
    return small or all(part[0].isupper() or part in known.name_particles or _ELIDED.match(part) for part in parts)


def names_in(text: str, known: Compiled, *, small: bool = False) -> tuple[str, ...] | None:
    """The names in a list of names, without names of outlets; None if something in it is no name.

    Roles, degrees, places and outlets behind a full name are left out.
    """
    parts = [part.strip(" .:-–•()[]") for part in known.naming.apart.split(_IN_BRACKETS.sub("", text).strip(" :|,/-–•"))]
    names: list[str] = []
    is_placed, is_credit = False, "/" in text
    for part in parts:
        if not part or DOMAIN.fullmatch(part) or is_staff(part, known) or (is_placed and " " not in part):
            continue  # `Nama Nama in Desa, Kali`: further sections
        name = part if names and _is_second_person(part, text, known) else _name_in(part, known, small=small)
        after_name = bool(names) and " " in names[0]
        is_placed = is_placed or (name is not None and known.naming.place_behind.search(part) is not None)
        if name is None and not after_name:
            return None
        if name and not (
            after_name
            and not _is_second_person(part, text, known)
            and (_is_addition(name, known) or (not is_credit and _is_medium(name, part, known)))
        ):
            names.append(name)
    return tuple(names) if parts else None


def _name_in(part: str, known: Compiled, *, small: bool) -> str | None:
    """The name in one part of a list, without a role behind it; empty for an outlet or its staff, None if it is no name."""
    name = _DEGREE_BEHIND.sub("", _said_once(known.naming.place_behind.sub("", part)))
    if name.casefold() in known.no_names or known.brand.fullmatch(name):
        return ""
    if known.naming.ends_group.search(name):
        return ""
    name = _DOMAIN_BEHIND.sub("", name) if "." in name else name
    name = _before_role(_before_brand(name, known), known)
    name = _without_glued(_before_brand(name, known) if name.isupper() else name, known)  # `NAMA NAMA AP Sports Writer`
    if name.casefold() in known.no_names:
        return ""
    if not is_name(name, known, small=small):
        return None
    brand = known.brand.match(name)
    if brand is None:
        return name
    rest = name[brand.end() :].strip()
    return rest if " " in rest else ""


def _said_once(name: str) -> str:
    """`Nama Nama` of `Nama Nama Nama Nama`."""
    half = name[: len(name) // 2]
    return half if len(half) in REPEATED and name == f"{half} {half}" else name


def _without_glued(words: str, known: Compiled) -> str:
    """A full name without the button's word or the role that is glued to it."""
    glued = _GLUED_BEHIND.search(words)
    if glued is None or " " not in words[: glued.start()] or known.no_name_word.fullmatch(glued["word"]) is None:
        return words
    return words[: glued.start()]


def _before_brand(words: str, known: Compiled) -> str:
    """`Nama Nama Fox News`, `Nama Nama USA TODAY`: a full name without the outlet right behind it."""
    parts = words.split(" ")
    for start in range(2, len(parts)):
        behind = " ".join(parts[start:])
        is_medium = " " in behind and known.sources.medium_name.fullmatch(behind)
        if (is_medium or behind.casefold() in known.brands) and parts[start - 1][-1:].isalnum():
            return " ".join(parts[:start])
    return words


def _before_role(words: str, known: Compiled) -> str:
    """What stands before the first word that is in no name, `Nama Nama Staff Writer`; `?` if that is no full name."""
    role = known.no_name_word.search(words)
    if role is None:
        return words
    before = words[: role.start()].rstrip(" ,-–|")
    if not before.isupper():
        before = _CAPITALS_BEHIND.sub("", before)  # `Nama Nama ESPN Senior Writer`
    return before if " " in before and not before.endswith(("'s", "’s")) else "?"


def _is_medium(name: str, part: str, known: Compiled) -> bool:
    """Whether words behind a full name are the writer's paper: `Desa Herald`, `Kali Sun-News`, `PinkNews`."""
    last = part.rpartition(" ")[2]
    joined = last.rpartition("-")[2] if "-" in part else ""
    words = (name.rpartition(" ")[2], joined, last if part == f"{name} {last}" else "")
    if name != part and " " not in name:
        return True  # `Kali Reporter`
    spelled = _SPELLED_AS_BRAND.fullmatch(name)
    if spelled:
        return spelled["head"].casefold() not in known.name_particles
    return any(map(known.sources.medium_word.fullmatch, words))


def _is_second_person(part: str, text: str, known: Compiled) -> bool:
    """Whether words that look like a paper are a person, `John Smith and Emily Post`: a first name behind a joining word."""
    first, _, last = part.partition(" ")
    if not known.sources.medium_word.fullmatch(last) or not text[: text.find(part)].rstrip()[-1:].isalpha():
        return False
    return any(first.casefold() in listed for listed in known.knowledge.first_names.values())


def _is_addition(name: str, known: Compiled) -> bool:
    """Whether words behind a full name are no name: a degree, the letters of an agency, a city, a weekday."""
    kinds = (_ABBREVIATION, known.place, known.dates.weekday)
    return any(kind.fullmatch(name.replace(".", "")) for kind in kinds)


def is_staff(words: str, known: Compiled) -> bool:
    """Whether words stand for the people of an outlet and name nobody: `Tim detikcom`, `Redaksi Contoh.com`."""
    bare = known.brand.sub("", words)
    bare = (DOMAIN.sub("", bare) if "." in bare else bare).strip(" -–|,.")
    return bare != words.strip() and bare.casefold() in known.no_names
