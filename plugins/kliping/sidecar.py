"""What a curator says about one article, in the file `<id>.yml` beside it."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Literal, get_args

import msgspec
from msgspec import Struct

from kliping.days import normal_moment
from kliping.errors import InvalidData
from kliping.knowledge import BylineRole, Words
from kliping.load import line_of_key, parse_yaml, suggest
from kliping.model import Role
from kliping.web import is_web_address

AuthorRole = BylineRole | Literal["initials"]
AUTHOR_ROLES: tuple[AuthorRole, ...] = (*get_args(BylineRole), "initials")


class CuratedAuthor(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An author, as a person names them."""

    value: str
    role: AuthorRole = "author"


class Correction(Struct, frozen=True, forbid_unknown_fields=True):
    """What was corrected, and when."""

    date: date
    text: Words


class Withdrawal(Struct, frozen=True, forbid_unknown_fields=True):
    """Why the article was taken off the digest, and when."""

    date: date
    reason: Words


class Sidecar(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Everything that a person added: each value overrules what the text says, and has the basis `curator`."""

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
    """The fate of lines, by their numbers: one of `FATES`."""
    topics: tuple[str, ...] = ()
    added: date | None = None
    """The day on which the digest took the article in."""
    formerly: tuple[str, ...] = ()
    """Ids that the article had before, oldest first: addresses with them still lead to it."""
    note: Words = {}
    corrections: tuple[Correction, ...] = ()
    withdrawn: Withdrawal | None = None


NO_SIDECAR = Sidecar()
"""For an article to which nobody added anything."""

FATES = frozenset({"keep", "drop", *(role.value for role in Role)})
"""What a curator can say of a line."""


Check = Callable[[Sidecar, Path], Iterable[InvalidData]]
"""Finds faults of a sidecar that only show beside the text or the digest; its path is given for messages."""


def parse_sidecar(data: bytes, path: Path, *checks: Check) -> Sidecar:
    """The sidecar in `data`.

    Raises InvalidData with file and line for each unknown key, wrong type and unknown fate, for a time or an address that
    is none, and for what the checks find.
    """

    def faults(sidecar: Sidecar) -> Iterator[InvalidData]:
        yield from _faults(sidecar, data, path)
        for check in checks:
            yield from check(sidecar, path)

    sidecar = parse_yaml(data, path, Sidecar, faults)
    moments = {"published": sidecar.published, "updated": sidecar.updated}
    return msgspec.structs.replace(sidecar, **{key: normal_moment(moment) for key, moment in moments.items() if moment})


def _faults(sidecar: Sidecar, data: bytes, path: Path) -> Iterator[InvalidData]:
    def wrong(problem: str, advice: str, *way: str) -> InvalidData:
        return InvalidData(problem, path=path, line=line_of_key(data, *way), key=".".join(way), advice=advice)

    for line, fate in sidecar.lines.items():
        if fate not in FATES:
            yield wrong(f"`{fate}` is no fate of a line", suggest(fate, FATES), "lines", str(line))
    for key, address in {"url": sidecar.url, "original_url": sidecar.original_url}.items():
        if address is not None and not is_web_address(address):
            yield wrong(f"`{address}` is no address", "Write it whole, with https://.", key)
    for key, moment in {"published": sidecar.published, "updated": sidecar.updated}.items():
        if moment is not None and normal_moment(moment) is None:
            yield wrong(f"`{moment}` is no time", "Write 2024, 2024-08, 2024-08-19 or 2024-08-19T01:47+07:00.", key)
