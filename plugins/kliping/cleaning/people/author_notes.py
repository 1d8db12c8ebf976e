"""Notes on its authors that a page prints below the article.

Input: a page. Output: the lines of such notes, which begin with a name that the story never mentions: the byline's, one
below a label of such notes, or one that nothing else says.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from kliping.cleaning.forms.bylines import NamedAuthor
from kliping.cleaning.forms.names import LONGEST_NAME, read_bare_names
from kliping.cleaning.forms.shapes import ends_sentence
from kliping.cleaning.lexicon.languages.notes import NoteWords
from kliping.cleaning.people.around_names import labels_note

if TYPE_CHECKING:
    from kliping.cleaning.page import Page

_NAMED = re.compile(r"(?P<first>[A-Z][\w.'’-]+) [A-Z][\w.'’-]+ (?:[a-z]|.*[.!]$)")
"""The beginning of a note, which is more than a name."""
LAST, BELOW = 2, 14
"""Filled lines at the end of the body, and below it, among which a note on a writer whom nothing else names stands."""


def find_author_notes(page: "Page") -> frozenset[int]:
    """The lines of the notes."""
    names = set(_own_names(page))
    return frozenset(at for name in names for at in _notes_on(page, name)) | frozenset(_labelled_notes(page))


def find_noted_authors(page: "Page") -> tuple[tuple[int, NamedAuthor], ...]:
    """Whom notes at the article's end tell of and its story does not, each with its line: `Nama Nama is a professor.`.

    Only what begins with a listed first name is one, and what a sentence says.
    """
    last = list(page.filled(page.extent.begin, page.extent.end))[-LAST:]
    lines = [*last, *islice(page.filled(page.extent.end, len(page)), BELOW)]
    return tuple((at, NamedAuthor(name, "author")) for at in lines if (name := _noted(page, at)))


def _noted(page: "Page", at: int) -> str | None:
    """The name that a note begins with, unless a line of the article above it has one of its words."""
    text = page.text(at)
    cue = page.known.notes.description.search(text) if ends_sentence(text) else None
    names = read_bare_names(text[: cue.start()], page.known) if cue and cue.start() <= LONGEST_NAME else ()
    if cue is None or names != (text[: cue.start()],) or page.known.notes.trade.search(text, cue.end() - 1) is None:
        return None
    is_person = page.persons.has_first_name(names[0]) and page.persons.is_surely_person(names[0])
    told = re.compile(rf"\b(?:{'|'.join(map(re.escape, names[0].split()))})\b")
    above = page.filled(page.extent.begin, min(at, page.extent.end))
    return names[0] if is_person and not any(told.search(page.text(one)) for one in above) else None


def _own_names(page: "Page") -> Iterator[str]:
    """The full names of the authors that the page names above its second half."""
    middle = _middle(page)
    for at in page.filled(0, middle):
        authors = (page.bylines[at] or ()) if at in page.own_bylines else page.bare_names[at]
        yield from (author.name for author in authors if author.role == "author" and " " in author.name)


def _middle(page: "Page") -> int:
    return (page.extent.begin + page.extent.end) // 2


def _notes_on(page: "Page", name: str) -> Iterator[int]:
    words, first = page.known.notes, name.partition(" ")[0]
    inside = False
    for at in page.filled(_middle(page), len(page)):
        text = page.text(at)
        if _begins_with(text, name, words) or (_begins_with(text, first, words) and text != first):
            inside = not (text.endswith("?") or words.dispatch.search(text) or _is_in_story(page, first, at))
        else:
            inside = inside and (words.subject.match(text) is not None or name in text)
        if inside:
            yield at


def _labelled_notes(page: "Page") -> Iterator[int]:
    """`Tentang Penulis` and the line below it, which begins with a name that the story does not have."""
    for at in page.filled(_middle(page), len(page)):
        below = page.next_filled(at) if labels_note(page, at) else None
        name = _NAMED.match(page.text(below)) if below is not None else None
        if below is not None and name and not _is_in_story(page, name["first"], at):
            yield from (at, below)


def _begins_with(text: str, name: str, words: NoteWords) -> bool:
    """Whether a line is a name alone, or a name and the words with which such notes go on."""
    return text.startswith(name) and (text == name or words.cue.match(text, len(name)) is not None)


def _is_in_story(page: "Page", first: str, before: int) -> bool:
    """Whether the running text above tells of somebody of that first name."""
    told = re.compile(rf"\b{re.escape(first)}\b")
    notes = page.own_bylines
    lines = (at for at in page.filled(page.extent.begin, before) if page.prose[at] and at not in notes)
    return any(first in page.text(at) and told.search(page.text(at)) for at in lines)
