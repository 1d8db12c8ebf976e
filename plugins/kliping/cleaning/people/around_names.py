"""What the lines around a name alone tell of it: a photographer, a button, the writer of a note.

Input: a page and a line with names. Output: whether it is such a line.
"""

from itertools import islice
from typing import TYPE_CHECKING

from kliping.cleaning.forms.shapes import bullet_length

if TYPE_CHECKING:
    from kliping.cleaning.page import Page

BULLETS = ("* ", "+ ", "- ", "• ")
"""How the entries of a menu begin."""
LISTED = 3
"""Unknown lines below a line in capitals among which the next one stands in a list."""


def took_picture(page: "Page", at: int, names: tuple[str, ...]) -> bool:
    """`(AP Photo/Nama Nama, File)` and below it `Nama Nama`: an agency's photographer, named twice."""
    above = page.previous_filled(at)
    credit = page.credits[above] if above is not None else None
    if above is None or credit is None:
        return False
    words = page.text(above)[credit.start :]
    return names[0] in words and page.known.photo_agency.search(words) is not None


def is_button(page: "Page", at: int, names: tuple[str, ...]) -> bool:
    """`* Printer Friendly`, `Show Notes:`: a label, or an entry of a list that is not right above the day."""
    text, above = page.text(at), page.previous_filled(at)
    is_listed = bool(bullet_length(text)) and page.next_filled(at) not in page.own_dates and not text.endswith(",")
    is_listed = is_listed and (above is None or not (page.bylines[above] == () or page.text(above).endswith(",")))
    if not (is_listed or text.endswith(":")) or page.known.no_name_word.search(text):
        return any(page.persons.is_site(name, text) for name in names)
    return any(page.persons.has_first_name(name) is False for name in names)


def is_contact(page: "Page", at: int) -> bool:
    """`Media Contact:` and below it `Nama Nama`: whom to ask."""
    above = page.previous_filled(at)
    return above is not None and page.text(above).strip(" :").casefold() in page.known.naming.contact_labels


def heads_note(page: "Page", at: int) -> bool:
    """`Nama Nama` below the article, above a note on the writer that begins with the name: `Nama is a baker in Desa`."""
    below, name = page.next_filled(at), page.text(at)
    if below is None or at < page.extent.end or not page.persons.has_first_name(name):
        return False
    text, first = page.text(below), name.partition(" ")[0]
    said = next((words for words in (name, first) if text.startswith(f"{words} ")), None)
    return said is not None and page.known.notes.cue.match(text, len(said)) is not None


def labels_note(page: "Page", at: int) -> bool:
    """`About the author`: what is above it has nothing to do with it."""
    return page.text(at).strip(" :").casefold() in page.known.notes.labels


def heads_list(page: "Page", at: int) -> bool:
    """`KUE TERBAIK`, `Nama`, `SELAI TERBAIK`, `Nama`: whether more unknown lines in capitals follow shortly."""
    below = islice((one for one in page.filled(at + 1, len(page)) if not page.is_known(one)), LISTED)
    return any(page.text(one).isupper() and " " in page.text(one) for one in below)


def is_section(page: "Page", at: int, names: tuple[str, ...]) -> bool:
    """`Rice Dinner Recipes`, in the menu too, or `Rice Facts, Health`: no listed first name, and a sign against it."""
    if all(page.persons.has_first_name(name) is not False for name in names):
        return False
    if page.text(at).count(",") >= len(names):
        return True
    lines = (page.text(other) for other in page.filled(0, len(page)) if other != at)
    return any(text.startswith(BULLETS) and text.lstrip("*•+- ") in names for text in lines)
