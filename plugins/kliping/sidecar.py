"""What a curator says of one article: the file `<id>.yml` beside it, checked."""

from datetime import date
from pathlib import Path
from typing import Literal

from msgspec import Struct

from kliping.errors import InvalidData
from kliping.knowledge import Words
from kliping.load import nearest, parse_yaml
from kliping.model import Role


class CuratedAuthor(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An author found by a person."""

    value: str
    role: Literal["author", "editor", "contributor", "initials", "translator"] = "author"


class Correction(Struct, frozen=True, forbid_unknown_fields=True):
    """A dated note on what was corrected."""

    date: date
    text: Words


class Withdrawal(Struct, frozen=True, forbid_unknown_fields=True):
    """A dated note on why the article was taken off the digest."""

    date: date
    reason: Words


class Sidecar(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Everything a person added; each value overrules what the text says, with the basis `curator`."""

    url: str | None = None
    original_url: str | None = None
    title: str | None = None
    standfirst: str | None = None
    published: str | None = None
    """ISO 8601, as precise as it is known: `2024`, `2024-08`, `2024-08-19` or `2024-08-19T01:47+07:00`."""
    updated: str | None = None
    publisher: str | None = None
    """An outlet's id."""
    authors: tuple[CuratedAuthor, ...] | None = None
    dateline: str | None = None
    wires: tuple[str, ...] | None = None
    cited: tuple[str, ...] | None = None
    lang: str | None = None
    lines: dict[int, str] = {}
    """Fate by line number."""
    topics: tuple[str, ...] = ()
    added: date | None = None
    """The day the digest took the article in."""
    note: Words = {}
    corrections: tuple[Correction, ...] = ()
    withdrawn: Withdrawal | None = None


NO_SIDECAR = Sidecar()

FATES = frozenset({"keep", "drop", *(role.value for role in Role)})


def parse_sidecar(data: bytes, path: Path) -> Sidecar:
    """The sidecar in `data`. Raises InvalidData with file and line for an unknown key, type or fate."""
    sidecar = parse_yaml(data, path, Sidecar)
    for line, fate in sidecar.lines.items():
        if fate not in FATES:
            raise InvalidData(
                f"`{fate}` is no fate of a line", path=path, key=f"lines.{line}", advice=nearest(fate, FATES)
            )
    return sidecar
