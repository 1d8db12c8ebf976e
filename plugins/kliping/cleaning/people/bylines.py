"""Which lines are nothing but a byline.

Input: a page. Output: for each line its names, or None.
"""

from typing import TYPE_CHECKING

from kliping.cleaning.forms.bylines import NamedAuthor, read_byline

if TYPE_CHECKING:
    from kliping.cleaning.page import Page

FEW_WORDS = 2
"""A name of so few words may be made of common ones: `By Mark Price`."""


def find_bylines(page: "Page") -> tuple[tuple[NamedAuthor, ...] | None, ...]:
    """The names in each byline: () for a label without a name, None for every other line."""
    found = [read_byline(text, page.known, page.outlet, hints) if text else None for text, hints in page.hinted()]
    return tuple(
        None if at in page.works or (names and _is_headline(page, at, names)) else names for at, names in enumerate(found)
    )


def _is_headline(page: "Page", at: int, names: tuple[NamedAuthor, ...]) -> bool:
    """`Wartawan Harian Contoh Ditahan Polisi`: a headline or a notice with a word of a label, or a brand, not a byline."""
    text = page.text(at)
    if ":" in text:
        return False
    if any(page.persons.ends_in_grammar(author.name) for author in names):
        return True  # `BY ORDER OF THE HARBOUR MASTER`
    tells_of_writers = page.persons.is_common(text.partition(" ")[0].casefold())
    return any(
        page.persons.is_phrase(author.name) and (tells_of_writers or author.name.count(" ") >= FEW_WORDS)
        for author in names
        if author.role != "initials"
    )
