"""The names of those who made the piece, in the forms that bylines have.

Input: a cleaned line. Output: names with roles, or None where the line is no byline.
"""

import re
from itertools import takewhile
from typing import NamedTuple

from kliping.cleaning.domains import DOMAIN, ends_as_domain
from kliping.cleaning.forms.names import is_staff, names_in, read_bare_names
from kliping.cleaning.lexicon.alternatives import folded
from kliping.cleaning.lexicon.compiled import Compiled
from kliping.cleaning.lexicon.hints import ALL, AUTHOR, BRAND
from kliping.model import Role

LONGEST = 240
"""Characters of the longest byline."""
LONGEST_BADGE = 800
"""But one of an outlet's own form, with what the writer says of himself behind the name."""

_GLUED = re.compile(r"[A-Z][a-z]{4,}(?=[A-Z][a-z]+\.? [A-Z])")
_HANDLE = re.compile(r"\s?\(?(?:(?<![\w.])|(?<=[a-z]))@[A-Za-z0-9_]{2,30}\b(?!\.)\)?")
_PHONE = re.compile(r"\(?\d{3}\)?[ -]\d{3}-\d{4}")
_ADDRESS = re.compile(rf"[\w.+-]{{1,60}}@[\w-]{{1,40}}(?:\.[\w-]{{1,20}}){{1,4}}|https?://\S{{1,200}}|{_PHONE.pattern}")
_MOMENT = re.compile(r"\d{4}|\d[:.]\d\d|\d/\d")
_CODE = re.compile(r"[a-z]{1,3} ?\d{1,3}")
_BESIDE_DOMAIN = re.compile(
    rf"(?P<names>[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){{1,4}})\s?[|/–—-]\s?{DOMAIN.pattern}", re.IGNORECASE
)
_ENDED = re.compile(r"[^\W\d_]{3,}\.\s$")
_NUMBER = re.compile(r"\s\d+\s")
_SIGNS = "-–—,|/•"
"""Signs between the name of a writer and that of the outlet."""
_IN_BRACKET = re.compile(r"[^()]{3,50} \((?P<staff>[^()]+)\)")
"""`Sumber: Contoh (Penulis: Nama | Editor: Nama)`"""
STAFF = 3
"""Names of writers and editors that only an agency's piece has in a row."""
_IN_CELLS = re.compile(r"(?<=\w) ?\| ?:(?: ?\|)? ?")
"""`Penulis | : | Nama |`, `Penulis | : Nama |`: the cells of a table."""
_SMALL = re.compile(r"\s[a-z]+(?=\s)")
_SEAM = re.compile(r"[a-z](?=[A-Z][a-z]+\b)")
_DIGIT = re.compile(r"\d")
SECTION_WORDS = 3
"""Words of the longest section before a byline."""
_ROLE_WORDS = 3
"""Words of the longest role that is glued to a name."""
SMALL_WORDS = 6
"""Spaces from which words in small letters behind a colon are no name."""
SIGNED_WORDS = 12
"""Spaces in the longest line with a writer and the writer's outlet."""
BEFORE_SIGN, BEFORE_BRAND = 4, 3
"""Spaces in the longest name before a sign, and right before the name of an outlet."""


class NamedAuthor(NamedTuple):
    """A name, and what the person did."""

    name: str
    role: str


def read_byline(text: str, known: Compiled, outlet: str | None = None, hints: int = ALL) -> tuple[NamedAuthor, ...] | None:
    """The names in a line that is only a byline, () if its label has no name, None for any other line."""
    if not text or len(text) > LONGEST:
        return read_badge(text, known, outlet) if len(text) <= LONGEST_BADGE else None
    text = _IN_CELLS.sub(": ", text) if "|" in text else text
    twice = known.naming.name_twice.fullmatch(text) if hints & AUTHOR else None
    if twice:
        return _labelled(f"{twice['by']} {twice['name']}", known) or ()
    found = read_badge(text, known, outlet)
    bare = text
    if found is None:
        bare = without_addresses(known.naming.by_twice.sub(r"\g<by> ", text) if hints & AUTHOR else text)
        found = _labelled(bare, known) if hints & AUTHOR or _may_hide_label(text, bare) else None
    if found is None and hints & AUTHOR:
        found = _before_glued_role(bare, known)
    if found is None and bare != text and _HANDLE.search(text):
        found = tuple(NamedAuthor(name, "author") for name in read_bare_names(bare, known)) or None
    return _beside_brand(text, known, hints) if found is None else found


def is_signed_with_brand(text: str, known: Compiled, hints: int = ALL) -> bool:
    """Whether a line is a byline with the writer's outlet beside the writer."""
    return _beside_brand(text, known, hints) is not None


def tells_staff(text: str, names: tuple[NamedAuthor, ...]) -> bool:
    """Whether a line tells writers and editors, as below agencies' pieces: `(Reporting by Nama; editing by Nama)`."""
    return (";" in text or len(names) >= STAFF) and {"author", "editor"} <= {one.role for one in names}


def without_addresses(text: str) -> str:
    """The line without handles, addresses and telephone numbers of its writers."""
    if "@" in text or "http" in text:
        return " ".join(_HANDLE.sub(" ", _ADDRESS.sub(" ", text)).split())
    return " ".join(_PHONE.sub(" ", text).split()) if ")" in text else text


def read_badge(text: str, known: Compiled, outlet: str | None) -> tuple[NamedAuthor, ...] | None:
    """The names in a byline of a form that only the file of this outlet describes; None for any other line."""
    for expression, role in known.badges_of(outlet) if outlet else ():
        match = expression.search(text)
        if match:
            names = [value for key, value in match.groupdict().items() if key.startswith("name") and value]
            return tuple(NamedAuthor(name.strip(), role) for name in names)
    return None


def _may_hide_label(text: str, bare: str) -> bool:
    """Whether a label may be glued to the words beside it, so that it is no word of its own."""
    return bare != text or ":" in text or _GLUED.match(text) is not None


def _labelled(text: str, known: Compiled) -> tuple[NamedAuthor, ...] | None:
    bracket = _IN_BRACKET.fullmatch(text)
    if bracket and known.sources.label.match(text) and known.author_label.match(bracket["staff"]):
        text = bracket["staff"]
    glued = _GLUED.match(text)
    if glued and glued[0].casefold() in known.author_roles:
        text = f"{glued[0]} {text[glued.end() :]}"
    source, bar, rest = text.partition(" | ")
    if bar and known.sources.label.match(source):
        text = rest  # `Sumber: Contoh | Editor: Nama`
    text = _behind_sections(text, known)
    text = _before_day(text, known) if _DIGIT.search(text) else text
    text = known.rights.behind_name.sub("", text) if "©" in text else text
    text = known.glued_label.sub(" ", text) if ":" in text else text
    bare = text.lstrip("*•-([– ")
    if not known.author_label.match(bare) or _MOMENT.search(text):
        return None
    labels = list(known.author_label.finditer(text, len(text) - len(bare)))
    found: list[NamedAuthor] = []
    ends = [label.start() for label in labels[1:]] + [len(text)]
    for label, end in zip(labels, ends, strict=True):
        value = text[label.end() : end].strip(" |/,;)]-–•→»›+")
        role = known.author_roles[folded(label["label"])]
        if not value:
            continue
        if value[0].islower() and value.endswith("."):
            return None  # `Redaktur: pekerjaan yang ditekuninya sejak lulus kuliah.`
        if _CODE.fullmatch(value):
            found.append(NamedAuthor(value, "initials"))
            continue
        if folded(label["label"]) in known.labels_with_outlet and ":" not in label[0]:
            value = _behind_outlet(value, known)
        names = names_in(value, known, small=":" in label[0] and value.count(" ") < SMALL_WORDS)
        if names is None:
            return None
        found += [NamedAuthor(name, role) for name in names]
    return tuple(found)


def _behind_sections(text: str, known: Compiled) -> str:
    """`By Nama Nama` of `Desa | By Nama Nama` and of `Leave a Comment / Desa, Kali / By Nama Nama`."""
    section, bar, rest = text.partition(" | ")
    if bar and section.count(" ") < SECTION_WORDS and known.naming.by.match(rest) and not known.author_label.match(section):
        return rest
    sections, stroke, last = text.rpartition(" / ")
    phrase = known.general.find(sections.partition(" / ")[0]) if stroke and known.naming.by.match(last) else None
    return last if phrase is not None and phrase.rule.role is Role.BOILERPLATE else text


def _before_day(text: str, known: Compiled) -> str:
    """A byline without an age or a day without year: `By Nama Nama March 18 at 3:57 PM`, `By Nama Nama 2 weeks ago`."""
    clock = known.dates.clock_without_day.search(text)
    if clock:
        return text[: clock.start()].partition(" - ")[0]  # and `- Harian Contoh`
    day = known.days.age.search(text) or known.dates.day_without_year.search(text)
    if day is None or known.calendar.find_in_head(text):
        return text
    signed = text[: day.start()].rstrip()
    label = known.author_label.match(signed)
    return signed if label and signed[label.end() :].strip() else text


def _before_glued_role(text: str, known: Compiled) -> tuple[NamedAuthor, ...] | None:
    """The full name before a role, where the space was lost: `Nama NamaContact Reporter Harian Contoh`."""
    for seam in _SEAM.finditer(text):
        words = list(takewhile(known.no_name_word.fullmatch, text[seam.end() :].split(" ", _ROLE_WORDS)[:_ROLE_WORDS]))
        role = next((role for word in words if (role := known.author_roles.get(word.casefold()))), None)
        names = read_bare_names(text[: seam.end()], known) if role else ()
        if role and len(names) == 1:
            return (NamedAuthor(names[0], role),)
    return None


def _behind_outlet(value: str, known: Compiled) -> str:
    """The name behind an outlet or a city: `Harian Contoh, Nama, dari Kota`, `Kota, Nama`; `Nama, Kota` stays as it is."""
    parts = [part for words in value.split(",") if (part := words.strip())]
    if parts and (parts[-1][0].islower() or known.place.fullmatch(parts[-1])):
        parts.pop()
    return parts[1] if len(parts) == 2 else value


def _is_photographer(text: str) -> bool:
    """Whether a line is the credit of a photo: `NAMA NAMA/CONTOH.COM`."""
    person, slash, _ = text.partition("/")
    return bool(slash) and person.isupper()


def _goes_with_name(words: str, known: Compiled) -> bool:
    """Whether words are a role, or the cities where a report was written: `Nama, Harian Contoh, Bogor/Jakarta`."""
    if words.casefold() in known.author_roles:
        return True
    cities = words.strip(" ,").split("/")
    return words.startswith(",") and all(known.place.fullmatch(city.strip()) for city in cities)


def _beside_brand(text: str, known: Compiled, hints: int) -> tuple[NamedAuthor, ...] | None:
    """The names before an outlet: `Nama - detikNews`, `Nama, CNBC Indonesia`; `Republika/Nama` is a photo's credit."""
    if text.count(" ") > SIGNED_WORDS or _is_photographer(text):
        return None
    signed = _BESIDE_DOMAIN.fullmatch(text) if ends_as_domain(text) else None
    if signed and (names := names_in(signed["names"], known)):
        return tuple(NamedAuthor(name, "author") for name in names)
    for match in known.brand.finditer(text) if hints & BRAND else ():
        before, after = text[: match.start()], text[match.end() :].strip(" :")
        if _ENDED.search(before) or len(_SMALL.findall(before)) > 1 or _NUMBER.search(before):
            return None  # `Warga di jembatan. Harian Contoh`, `Nama, kepala dari kantor di Harian Contoh`: a caption
        if before.strip() and not before.rstrip().endswith(":") and (not after or _goes_with_name(after, known)):
            names = names_in(before, known)
            if names and names[-1].rpartition(" ")[2].islower():
                return None  # `Gabung di Harian Contoh`: a button
            longest = BEFORE_SIGN if before.rstrip()[-1] in _SIGNS else BEFORE_BRAND
            if names and any(name.count(" ") > longest for name in names):
                return None  # `Panen Raya di Lereng, … - HARIAN CONTOH`, `Pelajar Desa Kunjungi Kantor Harian Contoh`
            if names and before.strip().count(" ") >= 1 and not known.no_name_word.search(before):
                return tuple(NamedAuthor(name, "author") for name in names)
            if names == () and any(is_staff(part, known) for part in (before, before.strip(" -–|,"))):
                return ()
    return None


def without_role(words: str, known: Compiled) -> str:
    """The name before its role, `Nama, Jurnalis`, or the words as they are."""
    head, comma, tail = words.rpartition(",")
    return head.strip(f" {_SIGNS}") if comma and tail.strip(f" {_SIGNS}").casefold() in known.author_roles else words
