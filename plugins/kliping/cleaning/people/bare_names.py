"""Names alone on a line that are the writers' by their place: beside a label, a date or the headline.

Input: a page and a line. Output: the names in it, or () for a line of another kind.
"""

import re
from typing import TYPE_CHECKING

from kliping.cleaning.forms.beside_dates import read_writer
from kliping.cleaning.forms.bylines import NamedAuthor, without_addresses
from kliping.cleaning.forms.names import LONGEST_LINE, read_bare_names
from kliping.cleaning.forms.shapes import bullet_length
from kliping.cleaning.people.around_names import (
    heads_list,
    heads_note,
    is_button,
    is_contact,
    is_section,
    labels_note,
    took_picture,
)
from kliping.cleaning.people.single_words import read_single_word

if TYPE_CHECKING:
    from kliping.cleaning.page import Page

HEAD = 8
"""Filled lines below the headline that are fewer stand at its head, whatever was taken for the body."""
ABOVE = 3
"""Filled lines from a writer's name to a headline below it."""
STANDFIRST, ROLE_WORDS = 5, 5
"""No standfirst has fewer spaces, and no role has as many."""
LONGEST_AGED = 200
"""Characters of a name, the piece's age and its sections."""
TIME_AGO = "time_ago"
"""The rule of the languages for a time counted from now."""
TIMES = frozenset({"reading_time", TIME_AGO})
"""Rules of the languages for lines that tell a time."""
_SLASHED = re.compile(r"[A-Z.-]+(?: [A-Z.-]+)*/[A-Z.'-]+(?: [A-Z.'-]+)+")
_GLUED_SLASH = re.compile(r"/\S|\S/")
"""`Nama Nama/Harian Contoh` credits a photo; `Redaksi Contoh.com / Nama Nama` does not."""
_AGENCY_BEHIND = re.compile(r"\s\((?P<agency>[^()]{2,30})\)$")
_AGE_BEGINS = re.compile(r"\s(?:[|/•·–-]\s)?(?=(?:[A-Z][a-z]+ )?\d)")


class BareNames:
    """The names each line has. A line is read when a rule first asks for it, as several do."""

    def __init__(self, page: "Page") -> None:
        self._page = page
        self._found: dict[int, tuple[NamedAuthor, ...]] = {}

    def __getitem__(self, at: int) -> tuple[NamedAuthor, ...]:
        if at not in self._found:
            text, age = self._page.text(at), self._page.known.days.age
            is_too_long = len(text) > LONGEST_LINE and (len(text) > LONGEST_AGED or not age.search(text))
            if is_too_long or not _has_cause(self._page, at):
                return ()
            self._found[at] = _read(self._page, at)
        return self._found[at]


def _read(page: "Page", at: int) -> tuple[NamedAuthor, ...]:
    """The authors a line names, if anything beside it suggests that it names any."""
    beside = (page.previous_filled(at), _next(page, at))
    if page.known.naming.label_without_colon.match(page.text(at)) and any(near in page.own_dates for near in beside):
        return read_writer(page.text(at), page.known) or ()
    names = () if is_contact(page, at) else read_bare_names(_without_agency(page, at), page.known)
    if not names:
        return read_single_word(page, at) or _before_age(page, at)
    below = page.next_filled(at)
    if "/" in page.text(at) and (page.text(at).startswith("(") or _SLASHED.fullmatch(page.text(at))):
        return ()  # `(Nama Nama / Harian Contoh)`, `HARIAN CONTOH/NAMA NAMA`: a photo's credit
    if below is not None and page.text(below).startswith(f"{page.text(at)} "):
        return ()  # a caption above its copy with the credit
    if not all(map(page.persons.may_be, names)) or took_picture(page, at, names) or is_button(page, at, names):
        return ()
    are_persons = all(map(page.persons.is_person, names))
    for near in reversed(beside) if _heads_label(page, at) else beside:
        if near is None or (near > at and labels_note(page, near)):
            continue
        if page.bylines[near] == () and near in page.own_bylines:
            role = page.known.author_roles.get(page.text(near).strip(" :").casefold(), "author")
            return tuple(NamedAuthor(name, role) for name in names)
        if max(near, at) < page.extent.begin and _vouches(page, near, at, are_persons):
            return () if _is_topic(page, at, names) else _as_authors(names)
    signed = are_persons and not page.text(at).startswith("(") and len(_GLUED_SLASH.findall(page.text(at))) < len(names)
    signed = signed and (_is_signature(page, at, names) or _is_below_last_sentence(page, at, names) or heads_note(page, at))
    return _as_authors(names) if signed else ()


def _without_agency(page: "Page", at: int) -> str:
    """`Nama Nama and Nama Nama` of `Nama Nama and Nama Nama (AFP)` and of a line with a role in brackets or an address."""
    text = without_addresses(page.text(at))
    behind = _AGENCY_BEHIND.search(text)
    if behind is None:
        return text
    outlet = page.known.names.get(behind["agency"])
    is_wire = outlet is not None and page.known.knowledge.outlets[outlet].wire
    return text[: behind.start()] if is_wire or page.known.no_name_word.search(behind["agency"]) else text


def _vouches(page: "Page", near: int, at: int, are_persons: bool) -> bool:
    """Whether the line beside a name shows that it is a writer's: a name and a comma, a time, or a role."""
    if page.text(near).endswith(",") and read_bare_names(page.text(near), page.known):
        return True
    if near < at and near in page.own_dates and page.own_dates[near].authors:
        return False  # the date line has named the writers: this name is of somebody in a picture
    return are_persons and (_tells_time(page, near) or _has_role(page, at, near))


def _heads_label(page: "Page", at: int) -> bool:
    """`Nama`, `Author`, `Nama`, `Editor`: whether the run begins with a name, so that each label is below its name."""
    label = page.previous_filled(at)
    while label is not None and page.bylines[label] == ():
        above = page.previous_filled(label)
        if above is None or not read_bare_names(page.text(above), page.known):
            return False
        label = page.previous_filled(above)
    return True


def _is_topic(page: "Page", at: int, names: tuple[str, ...]) -> bool:
    """Whether the story is about these names; not between the headline and its day, where writers are named."""
    title, below = page.title_at, page.next_filled(at)
    heads_day = title is not None and title < at and below in page.own_dates
    if heads_day and all(map(page.persons.is_surely_person, names)):
        return False
    return any(_is_in_story(page, name) for name in names)


def _is_signature(page: "Page", at: int, names: tuple[str, ...]) -> bool:
    """A name between headline and body: above the writer's role, or right below the headline or its standfirst."""
    title, below = page.title_at, page.next_filled(at)
    if title is None or not is_below_headline(page, at) or any(_is_in_story(page, name) for name in names):
        return False
    if _is_signed_at_head(page):
        return False  # an editor, or a button or topic in capitals
    headline = page.keys[title].split(" ")
    if not set(headline).isdisjoint(page.keys[at].split(" ")):
        return False  # a topic
    if below is not None and _tells_role(page, below):
        return True
    if any(map(page.persons.is_hardly_name, names)) or is_section(page, at, names):
        return False  # `Total Shares`, `Buy Now`
    if all(map(page.persons.has_first_name, names)) and page.count_filled(title + 1, at) < HEAD:
        return all(map(page.persons.is_surely_person, names))
    between = [one for one in page.filled(title + 1, at) if not page.phrases[one] and page.keys[one] != page.keys[title]]
    if bullet_length(page.text(at)) or len(between) > 1 or any(page.text(one).count(" ") < STANDFIRST for one in between):
        return False
    return all(map(page.persons.is_surely_person, names))


def _is_signed_at_head(page: "Page") -> bool:
    """Whether a label names the writers, or the date line does."""
    begin = page.extent.begin
    return any(at < begin for at in page.own_bylines) or any(said.authors for said in page.own_dates.values())


def _before_age(page: "Page", at: int) -> tuple[NamedAuthor, ...]:
    """`Nama Nama 7 hours ago Desa, Kali`, `Nama Nama | Published 4 months ago` below the headline: before its age."""
    text = page.text(at)
    for cut in _AGE_BEGINS.finditer(text) if is_below_headline(page, at) else ():
        rest = text[cut.end() :]
        phrase = page.known.general.find(rest)
        if (phrase is not None and phrase.rule.id == TIME_AGO) or page.known.days.age.match(rest):
            names = read_bare_names(text[: cut.start()], page.known)
            return _as_authors(names) if all(map(page.persons.is_person, names)) else ()
    return ()


def _is_below_last_sentence(page: "Page", at: int, names: tuple[str, ...]) -> bool:
    """A name in capitals right below the last sentence, as Indonesian papers sign."""
    above = page.previous_filled(at)
    if not page.habits.capitals_sign or not page.text(at).isupper() or at < page.extent.end or above is None:
        return False
    is_below = above < page.extent.end and page.prose[above] and not heads_list(page, at)
    return is_below and all(map(page.persons.is_surely_person, names))


def is_below_headline(page: "Page", at: int) -> bool:
    """Whether a line stands between headline and body, or below a standfirst that was taken for the body's beginning."""
    title = page.title_at
    if title is None or at <= title:
        return False
    if at < page.extent.begin:
        return True
    return page.count_filled(title + 1, at) < HEAD and sum(page.prose[one] for one in page.filled(title + 1, at)) <= 1


def is_above_headline(page: "Page", at: int) -> bool:
    """A first name and a surname close above the headline."""
    title = page.title_at
    is_close = title is not None and at < title and page.count_filled(at, title) <= ABOVE
    name = page.text(at)
    return is_close and page.persons.has_first_name(name) is True and page.persons.is_surely_person(name)


def _tells_role(page: "Page", at: int) -> bool:
    """`Political Editor`, `Follow`: a few words, one of which is never part of a name."""
    text = page.text(at)
    return text.count(" ") < ROLE_WORDS and page.known.no_name_word.search(text) is not None


def _has_cause(page: "Page", at: int) -> bool:
    """Whether a label, a date, a comma or the headline is beside the line; other lines need not be read."""
    for near in (page.previous_filled(at), _next(page, at)):
        if near is not None and (page.bylines[near] == () or page.text(near).endswith(",")):
            return True
        if near is not None and (near == page.title_at or _tells_time(page, near)):
            return True
    if is_below_headline(page, at) or (at >= page.extent.end and page.text(at).isupper()):
        return True
    return at >= page.extent.end and heads_note(page, at)


def _tells_time(page: "Page", at: int) -> bool:
    """The article's date line, or one that counts from now or tells how long it takes to read."""
    phrase = page.phrases[at]
    return at in page.own_dates or (phrase is not None and phrase.rule.id in TIMES)


def _has_role(page: "Page", at: int, near: int) -> bool:
    """`Nama Nama Senior Contributor` right below the headline: a role or an outlet stands behind the name."""
    text = page.text(at)
    if near != page.title_at or near > at or "/" in text:
        return False
    if page.persons.has_first_name(text.lstrip("*•+ ")) is False:
        return False  # `General Assignment Reporter`
    found = page.known.no_name_word.search(text) or page.known.brand.search(text)
    return found is not None and found.start() > 0


def _as_authors(names: tuple[str, ...]) -> tuple[NamedAuthor, ...]:
    return tuple(NamedAuthor(name, "author") for name in names)


def _is_in_story(page: "Page", name: str) -> bool:
    """Whether the first half of the body tells of somebody of that name: then it is a link to the person."""
    lines = list(page.filled(page.extent.begin, page.extent.end))
    return any(name in page.text(at) for at in lines[: (len(lines) + 1) // 2] if page.prose[at])


def _next(page: "Page", at: int) -> int | None:
    """The line below; a bar behind the name reaches over one line, where the outlet's name stands."""
    below = page.next_filled(at)
    if below is None or not page.text(at).endswith("|") or " " in page.text(below):
        return below
    return page.next_filled(below)
