"""Notes on its authors that a page prints below the article.

Input: a page. Output: the lines of such notes. They begin with the name that the byline has and the story never mentions.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kliping.cleaning.lexicon.notes import NoteWords

if TYPE_CHECKING:
    from kliping.cleaning.page import Page


def find_author_notes(page: "Page") -> frozenset[int]:
    """The lines of the notes."""
    names = set(_own_names(page))
    return frozenset(at for name in names for at in _notes_on(page, name))


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


def _begins_with(text: str, name: str, words: NoteWords) -> bool:
    """Whether a line is a name alone, or a name and the words with which such notes go on."""
    return text.startswith(name) and (text == name or words.cue.match(text, len(name)) is not None)


def _is_in_story(page: "Page", first: str, before: int) -> bool:
    """Whether the running text above tells of somebody of that first name."""
    told = re.compile(rf"\b{re.escape(first)}\b")
    notes = page.own_bylines
    lines = (at for at in page.filled(page.extent.begin, before) if page.prose[at] and at not in notes)
    return any(told.search(page.text(at)) for at in lines)
