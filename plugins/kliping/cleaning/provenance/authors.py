"""Who made the piece: bylines, initials, names in closing brackets.

Input: a page and its labels. Output: each author once, with the line that names it.
"""

from collections.abc import Iterable, Iterator

from kliping.cleaning.cuts import Cut, Cuts
from kliping.cleaning.forms.bylines import NamedAuthor
from kliping.cleaning.forms.closings import Closing
from kliping.cleaning.page import Page
from kliping.cleaning.people.author_notes import find_noted_authors
from kliping.model import Author, Basis, Role

SIGNED = frozenset({Role.BYLINE, Role.SIGNOFF, Role.SOURCE})
"""Roles of the words that can name an author."""
IN_NOTE = "author_in_note"
"""The rule for an author whom only a note at the article's end names."""
LONGEST_CUE = 120
"""Characters; enough to recognise the line that names an author."""


def authors_of(page: Page, labels: tuple[Cuts, ...]) -> tuple[Author, ...]:
    """The authors in order of first mention; what a curator says replaces them."""
    curated = page.sidecar.authors
    if curated is not None:
        return tuple(Author(value=one.value, role=one.role, basis=Basis.CURATOR) for one in curated)
    found: dict[tuple[str, str], Author] = {}
    for at, cuts in enumerate(labels):
        for cut in cuts:
            for author in _named(page, at, cut) if cut.role in SIGNED else ():
                if cut.role is not Role.BYLINE and _is_named_whole(author, found.values()):
                    continue
                key = (author.name.casefold().replace(".", ""), "author" if author.role == "contributor" else author.role)
                found.setdefault(key, _author(page, at, author, cut))
    if any(one.role != "editor" for one in found.values()):
        return tuple(found.values())
    noted = (_author(page, at, author, Cut(0, Role.BYLINE, IN_NOTE)) for at, author in find_noted_authors(page))
    return (*found.values(), *noted)


def _author(page: Page, at: int, author: NamedAuthor, cut: Cut) -> Author:
    """The author with the words that name it; a name in capitals is written as in running text."""
    return Author(
        value=author.name.title() if author.name.isupper() and author.role != "initials" else author.name,
        role=author.role,
        basis=Basis.TEXT,
        line=page.lines[at].number,
        cue=page.text(at)[cut.at :][:LONGEST_CUE],
        rule=cut.rule,
    )


def _is_named_whole(author: NamedAuthor, others: Iterable[Author]) -> bool:
    """`(Harian Contoh/Nama)` below a piece by `Nama Nama`, which the byline names in full."""
    if " " in author.name or not author.name.istitle():
        return False
    return any(author.name.casefold() in one.value.casefold().split(" ")[:-1] for one in others if one.role == "author")


def _named(page: Page, at: int, cut: Cut) -> Iterator[NamedAuthor]:
    if cut.role is Role.BYLINE:
        moment = page.own_dates.get(at)
        if page.bylines[at] is not None:
            named = page.bylines[at] or ()
        else:
            named = (moment.authors if moment else ()) or page.bare_names[at]
        yield from (one for one in named if one.role == "initials" or not page.persons.is_site(one.name, page.text(at)))
    else:
        closing = page.closings[at]
        if closing and not (page.habits.closings_credit and _names_outlet(closing)):
            yield from (one for one in closing.authors if one.role == "initials" or page.persons.may_be(one.name))


def _names_outlet(closing: Closing) -> bool:
    """`(Nama Nama/Oldtown Herald)`: credits a photo on an English page; on an Indonesian one, two reporters sign so."""
    return sum(" " in author.name for author in closing.authors) > 1
