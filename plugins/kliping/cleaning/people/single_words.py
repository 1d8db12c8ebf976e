"""Single words that name a writer, by the label or the name beside them.

Input: a page and a line. Output: its writer, or () for any other line.
"""

from typing import TYPE_CHECKING

from kliping.cleaning.domains import DOMAIN
from kliping.cleaning.forms.bylines import NamedAuthor
from kliping.cleaning.forms.names import is_name
from kliping.cleaning.people.around_names import labels_note

if TYPE_CHECKING:
    from kliping.cleaning.page import Page


def read_single_word(page: "Page", at: int) -> tuple[NamedAuthor, ...]:
    """A single word beside a label alone on its line, below a name that ends with a comma, or with one above a name."""
    word = page.text(at).removesuffix(",")
    if " " in word or not is_name(word, page.known, small=True) or page.known.no_name_word.search(word):
        return ()
    if word != page.text(at):
        return _first_of_names(page, at, word)
    if not word[0].isupper():
        return _below_by(page, at)
    return _above_label(page, at) or _last_of_names(page, at) or _below_by(page, at)


def _above_label(page: "Page", at: int) -> tuple[NamedAuthor, ...]:
    """A word above a bare label such as `Penulis`; not above `By`, which precedes the name."""
    label = page.next_filled(at)
    if label is None or page.bylines[label] != () or labels_note(page, label):
        return ()
    if page.known.naming.by.match(f"{page.text(label)} "):
        return ()
    role = page.known.author_roles.get(page.text(label).casefold())
    return (NamedAuthor(page.text(at), role),) if role else ()


def _below_by(page: "Page", at: int) -> tuple[NamedAuthor, ...]:
    """`By` at the head of the article and below it an account alone: no everyday word, no address or name of the site."""
    known, word, above = page.known, page.text(at), page.previous_filled(at)
    if above is None or page.bylines[above] != () or not known.naming.by.fullmatch(f"{page.text(above)} "):
        return ()
    is_nobody = word.casefold() in known.no_names or known.brand.fullmatch(word) or DOMAIN.fullmatch(word)
    if above not in page.own_bylines or is_nobody or not page.persons.may_be(word) or page.persons.is_site(word, word):
        return ()
    if any(page.prose[one] and word in page.text(one) for one in page.filled(0, len(page))):
        return ()  # what the story tells of
    return (NamedAuthor(word, "author"),)


def _first_of_names(page: "Page", at: int, word: str) -> tuple[NamedAuthor, ...]:
    """A word with a comma below the article's date and above a writer's full name: the first of several authors."""
    above, below = page.previous_filled(at), page.next_filled(at)
    is_first = above in page.own_dates and below is not None and word[0].isupper() and page.bare_names[below] != ()
    return (NamedAuthor(word, "author"),) if is_first else ()


def _last_of_names(page: "Page", at: int) -> tuple[NamedAuthor, ...]:
    """A word below a name that ends with a comma: the last of several authors."""
    above = page.previous_filled(at)
    if above is None or not page.text(above).endswith(","):
        return ()
    return (NamedAuthor(page.text(at), "author"),) if page.bare_names[above] else ()
