"""Single words that name a writer, by the label or the name beside them.

Input: a page and a line. Output: its writer, or () for any other line.
"""

from typing import TYPE_CHECKING

from kliping.cleaning.forms.bylines import NamedAuthor
from kliping.cleaning.forms.names import is_name

if TYPE_CHECKING:
    from kliping.cleaning.page import Page


def read_single_word(page: "Page", at: int) -> tuple[NamedAuthor, ...]:
    """A single word beside a label alone on its line, or below a name that ends with a comma."""
    word = page.text(at)
    if " " in word or not is_name(word, page.known) or page.known.no_name_word.search(word):
        return ()
    return _above_label(page, at) or _last_of_names(page, at)


def _above_label(page: "Page", at: int) -> tuple[NamedAuthor, ...]:
    """A word above a bare label such as `Penulis`; not above `By`, which precedes the name."""
    label = page.next_filled(at)
    if label is None or page.bylines[label] != () or page.known.naming.by.match(f"{page.text(label)} "):
        return ()
    role = page.known.author_roles.get(page.text(label).casefold())
    return (NamedAuthor(page.text(at), role),) if role else ()


def _last_of_names(page: "Page", at: int) -> tuple[NamedAuthor, ...]:
    """A word below a name that ends with a comma: the last of several authors."""
    above = page.previous_filled(at)
    if above is None or not page.text(above).endswith(","):
        return ()
    return (NamedAuthor(page.text(at), "author"),) if page.bare_names[above] else ()
