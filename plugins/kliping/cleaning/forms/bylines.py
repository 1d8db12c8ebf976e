"""Names of those who made the piece, in the forms bylines take.

Input: a cleaned line. Output: names with roles, or None where the line is no byline.
"""

import re
from typing import NamedTuple

from kliping.cleaning.lexicon.compiled import Compiled
from kliping.cleaning.lexicon.hints import ALL, AUTHOR, BRAND
from kliping.cleaning.lexicon.phrases import folded

LONGEST = 240
"""No byline is longer."""

PARTICLES = frozenset(
    [
        "al",
        "as",
        "bin",
        "binti",
        "da",
        "de",
        "del",
        "den",
        "der",
        "di",
        "dos",
        "el",
        "la",
        "le",
        "ten",
        "van",
        "von",
        "y",
    ]
)
"""Words of names that may begin with a small letter."""
_APART = re.compile(r"\s*(?:,\s*(?:dan|and)\s|,|;|\s[|/&•–-]\s|\||/|—|\s(?:dan|and|And|AND|with|bersama)\s)\s*")
_GLUED = re.compile(r"[A-Z][a-z]{4,}(?=[A-Z][a-z]+\.? [A-Z])")
_PLACE_AFTER = re.compile(r"\s(?:in|di|dari|from|[Ff]or)\s.*$")
_TELLS_WHERE = re.compile(r"\s(?:di|dari)\s")
"""`Panen Raya di Lereng` is a headline more often than a name without a label."""
_NAME_TWICE = re.compile(r"(?P<name>[^\W\d_][\w .'-]{2,40}) by (?P=name)")
_TOGETHER = re.compile(r"\s(?:and|dan|with)\s[A-Z]+$")
_REPEATED = re.compile(r"^(.{3,40}) \1$")
_HANDLE = re.compile(r"\s?\(?(?:(?<![\w.])|(?<=[a-z]))@[A-Za-z0-9_]{2,30}\b(?!\.)\)?")
_PHONE = re.compile(r"\(?\d{3}\)?[ -]\d{3}-\d{4}")
_ADDRESS = re.compile(rf"[\w.+-]{{1,60}}@[\w-]{{1,40}}(?:\.[\w-]{{1,20}}){{1,4}}|https?://\S{{1,200}}|{_PHONE.pattern}")
_TWICE = re.compile(r"\bby:? by ", re.IGNORECASE)
_MOMENT = re.compile(r"\d{4}|\d[:.]\d\d|\d/\d")
_ABBREVIATION = re.compile(r"[A-Z]{2,4}|[A-Z][a-z]?[A-Z][a-z]?")
_CODE = re.compile(r"[a-z]{1,3} ?\d{1,3}")
_DOMAIN_ENDS = (".com", ".co", ".id", ".net", ".news", ".org", ".tv")
_DOMAIN = re.compile(rf"[\w-]+(?:\.[\w-]+)*(?:{'|'.join(map(re.escape, _DOMAIN_ENDS))})")
_BESIDE_DOMAIN = re.compile(
    rf"(?P<names>[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){{1,4}})\s?[|/–—-]\s?{_DOMAIN.pattern}", re.IGNORECASE
)
_DIGIT = re.compile(r"[\d²³¹]")
_RIGHTS = re.compile(r"\s?copyright ?©.{0,40}$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"\w{6,}\.\s")
_ENDED = re.compile(r"[^\W\d_]{3,}\.\s$")
_SMALL = re.compile(r"\s[a-z]+(?=\s)")
_WORD = re.compile(r"[^\W\d_][\w.'’`-]*")


class NamedAuthor(NamedTuple):
    """A name and what it did."""

    name: str
    role: str


def read_byline(text: str, known: Compiled, outlet: str | None = None, hints: int = ALL) -> tuple[NamedAuthor, ...] | None:
    """The names in a line that is nothing but a byline; () where its label has lost its name."""
    if not text or len(text) > LONGEST:
        return None
    if " by " in text and (twice := _NAME_TWICE.fullmatch(text)):
        return _labelled(f"by {twice['name']}", known) or ()
    found = read_badge(text, known, outlet)
    bare = text
    if found is None:
        bare = _without_addresses(text)
        found = _labelled(bare, known) if hints & AUTHOR or _may_hide_label(text, bare) else None
    if found is None and bare != text and _HANDLE.search(text):
        found = tuple(NamedAuthor(name, "author") for name in read_bare_names(bare, known)) or None
    return _beside_brand(text, known, hints) if found is None else found


def is_signed_with_brand(text: str, known: Compiled, hints: int = ALL) -> bool:
    """True for a byline that names the writer's outlet beside the writer."""
    return _beside_brand(text, known, hints) is not None


def read_bare_names(text: str, known: Compiled) -> tuple[str, ...]:
    """Full names in a line that is nothing else; () for any other line."""
    if len(text) > 90 or text.count(" ") > 10 or _DIGIT.search(text) or _TELLS_WHERE.search(text):
        return ()
    names = names_in(text.strip("*•, |"), known) or ()
    if names and known.photo_agency.search(text) and not _TOGETHER.search(text):
        return ()  # `Nama | Getty Images`, not `Nama and AP`
    return names if all(1 <= name.count(" ") <= 4 for name in names) else ()


def is_name(words: str, *, small: bool = False) -> bool:
    """True for what can be a person's name; `small` accepts names in small letters, as after a label.

    >>> is_name("Muhammad bin Salman"), is_name("tiba di Baku")
    (True, False)
    """
    parts = words.split()
    if not 1 <= len(parts) <= 6 or len(words) > 60 or not all(_WORD.fullmatch(part) for part in parts):
        return False
    if ".." in words or _SENTENCE_END.search(words):
        return False
    return small or all(part[0].isupper() or part in PARTICLES for part in parts)


def names_in(text: str, known: Compiled, *, small: bool = False) -> tuple[str, ...] | None:
    """The names in a list of names, without outlets' own names; None where something is no name.

    Behind a full name stand roles, degrees, places and outlets: they are left out.
    """
    parts = [part.strip(" .:-–•()[]") for part in _APART.split(text.strip(" :|,/-–•"))]
    names: list[str] = []
    for part in parts:
        if not part or _DOMAIN.fullmatch(part) or _is_staff(part, known):
            continue
        name = _name_in(part, known, small=small)
        after_name = bool(names) and " " in names[0]
        if name is None and not after_name:
            return None
        if name and not (after_name and _is_addition(name, known)):
            names.append(name)
    return tuple(names) if parts else None


def _name_in(part: str, known: Compiled, *, small: bool) -> str | None:
    """The name in one part of a list: without a role behind it; empty for an outlet's own name or its staff."""
    name = _REPEATED.sub(r"\1", _PLACE_AFTER.sub("", part))
    if name.casefold() in known.no_names or known.brand.fullmatch(name):
        return ""
    name = _before_role(_before_brand(name, known), known)
    if not is_name(name, small=small):
        return None
    brand = known.brand.match(name)
    if brand is None:
        return name
    rest = name[brand.end() :].strip()
    return rest if " " in rest else ""


def _before_brand(words: str, known: Compiled) -> str:
    """`Nama Nama Fox News`: a full name without the outlet right behind it."""
    parts = words.split(" ")
    for start in range(2, len(parts)):
        if " ".join(parts[start:]).casefold() in known.brands and parts[start - 1][-1:].isalnum():
            return " ".join(parts[:start])
    return words


def _before_role(words: str, known: Compiled) -> str:
    """`Nama Nama Staff Writer`: what stands before the first word that no name holds; empty where that is no full name."""
    role = known.no_name_word.search(words)
    if role is None:
        return words
    before = words[: role.start()].rstrip(" ,-–|")
    return before if " " in before and not before.endswith(("'s", "’s")) else "?"


def _is_addition(name: str, known: Compiled) -> bool:
    """What stands behind a full name and is none: a degree, an agency's letters, a city, a weekday."""
    kinds = (_ABBREVIATION, known.place, known.calendar.weekday)
    return any(kind.fullmatch(name.replace(".", "")) for kind in kinds)


def _without_addresses(text: str) -> str:
    """The line without handles, addresses and telephone numbers."""
    text = _TWICE.sub("by ", text) if " by " in text.lower() else text
    if "@" in text or "http" in text:
        return " ".join(_HANDLE.sub(" ", _ADDRESS.sub(" ", text)).split())
    return " ".join(_PHONE.sub(" ", text).split()) if ")" in text else text


def _is_staff(words: str, known: Compiled) -> bool:
    """`Tim detikcom`, `Reuters reporters`: the outlet's own people, none of them named."""
    bare = known.brand.sub("", words).strip(" -–|,.")
    return bare != words.strip() and bare.casefold() in known.no_names


def read_badge(text: str, known: Compiled, outlet: str | None) -> tuple[NamedAuthor, ...] | None:
    """The names in a byline of a form that only this outlet's file knows."""
    for expression, role in known.badges_of(outlet) if outlet else ():
        match = expression.search(text)
        if match:
            names = [value for key, value in match.groupdict().items() if key.startswith("name") and value]
            return tuple(NamedAuthor(name.strip(), role) for name in names)
    return None


def _may_hide_label(text: str, bare: str) -> bool:
    """Whether a label may be glued to the words beside it, so that none of the line's words is one."""
    return bare != text or ":" in text or _GLUED.match(text) is not None


def _labelled(text: str, known: Compiled) -> tuple[NamedAuthor, ...] | None:
    glued = _GLUED.match(text)
    if glued and glued[0].casefold() in known.author_roles:
        text = f"{glued[0]} {text[glued.end() :]}"
    source, bar, rest = text.partition(" | ")
    if bar and known.source_label.match(source):
        text = rest  # `Sumber: Contoh | Editor: Nama`
    text = known.glued_label.sub(" ", _RIGHTS.sub("", text))
    bare = text.lstrip("*•-([– ")
    if not known.author_label.match(bare) or _MOMENT.search(text):
        return None
    labels = list(known.author_label.finditer(text, len(text) - len(bare)))
    found: list[NamedAuthor] = []
    ends = [label.start() for label in labels[1:]] + [len(text)]
    for label, end in zip(labels, ends, strict=True):
        value = text[label.end() : end].strip(" |/,;)]-–•")
        role = known.author_roles[folded(label["label"])]
        if not value:
            continue
        if _CODE.fullmatch(value):
            found.append(NamedAuthor(value, "initials"))
            continue
        if role == "contributor" and ":" not in label[0] and value.count(",") == 1:
            value = value.partition(",")[2].strip()  # `Kontributor Kota, Nama`
        names = names_in(value, known, small=":" in label[0] and value.count(" ") < 6)
        if names is None:
            return None
        found += [NamedAuthor(name, role) for name in names]
    return tuple(found)


def _is_photographer(text: str) -> bool:
    """`NAMA NAMA/CONTOH.COM`: a photo's credit."""
    person, slash, _ = text.partition("/")
    return bool(slash) and person.isupper()


def _goes_with_name(words: str, known: Compiled) -> bool:
    """A label, or the cities a report was written in: `Nama, Harian Contoh, Bogor/Jakarta`."""
    if words.casefold() in known.author_roles:
        return True
    cities = words.strip(" ,").split("/")
    return words.startswith(",") and all(known.place.fullmatch(city.strip()) for city in cities)


def _beside_brand(text: str, known: Compiled, hints: int) -> tuple[NamedAuthor, ...] | None:
    """`Nama - detikNews`, `Nama, CNBC Indonesia`, `Nama Suara.Com`; `Republika/Nama` is a photo's credit."""
    if text.count(" ") > 12 or _is_photographer(text):
        return None
    signed = _BESIDE_DOMAIN.fullmatch(text) if text.lower().endswith(_DOMAIN_ENDS) else None
    if signed and (names := names_in(signed["names"], known)):
        return tuple(NamedAuthor(name, "author") for name in names)
    for match in known.brand.finditer(text) if hints & BRAND else ():
        before, after = text[: match.start()], text[match.end() :].strip(" :")
        if _ENDED.search(before) or len(_SMALL.findall(before)) > 1:
            return None  # `Warga di jembatan. Harian Contoh`, `Nama, kepala dari kantor di Harian Contoh`: a caption
        if before.strip() and not before.rstrip().endswith(":") and (not after or _goes_with_name(after, known)):
            names = names_in(before, known)
            if names and any(name.count(" ") > 4 for name in names):
                return None  # `Panen Raya di Lereng, … - HARIAN CONTOH`: a headline in capitals
            if names and before.strip().count(" ") >= 1 and not known.no_name_word.search(before):
                return tuple(NamedAuthor(name, "author") for name in names)
            if names == () and any(_is_staff(part, known) for part in (before, before.strip(" -–|,"))):
                return ()
    return None
