"""Names that are a byline only for what stands beside them: a date line, a label, another name.

Input: a page and a line. Output: the names in it, or () for a line of another kind.
"""

from typing import TYPE_CHECKING

from kliping.cleaning.forms.bylines import NamedAuthor, is_name, read_bare_names

if TYPE_CHECKING:
    from kliping.cleaning.page import Page


def bare_names(page: "Page", at: int) -> tuple[NamedAuthor, ...]:
    """The authors a line names by standing where it stands."""
    if not _has_cause(page, at):
        return ()
    names = read_bare_names(page.text(at), page.known)
    if not names:
        return _last_of_names(page, at)
    below = page.next_filled(at)
    if below is not None and page.text(below).startswith(f"{page.text(at)} "):
        return ()  # a caption above its copy with the credit
    for near in (page.previous_filled(at), _next(page, at)):
        if near is None:
            continue
        if page.bylines[near] == ():
            role = page.known.author_roles.get(page.text(near).strip(" :").casefold(), "author")
            return tuple(NamedAuthor(name, role) for name in names)
        beside_name = page.text(near).endswith(",") and read_bare_names(page.text(near), page.known)
        if near < page.extent.begin and at < page.extent.begin and (page.moments[near] or beside_name):
            return tuple(NamedAuthor(name, "author") for name in names)
    return ()


def _has_cause(page: "Page", at: int) -> bool:
    """Whether a label, a date or a comma stands beside the line; others need not be read."""
    for near in (page.previous_filled(at), _next(page, at)):
        if near is not None and (page.bylines[near] == () or page.moments[near] or page.text(near).endswith(",")):
            return True
    return False


def _next(page: "Page", at: int) -> int | None:
    """The line below; a bar behind the name reaches over one line, where the outlet's name stands."""
    below = page.next_filled(at)
    if below is None or not page.text(at).endswith("|") or " " in page.text(below):
        return below
    return page.next_filled(below)


def _last_of_names(page: "Page", at: int) -> tuple[NamedAuthor, ...]:
    """A single word below a name that ends with a comma: the last of several authors."""
    above, word = page.previous_filled(at), page.text(at)
    if above is None or " " in word or not is_name(word) or not page.text(above).endswith(","):
        return ()
    return (NamedAuthor(word, "author"),) if bare_names(page, above) else ()
