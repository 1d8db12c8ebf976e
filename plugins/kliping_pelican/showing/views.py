"""What templates see: values of the digest in one reader's language, with addresses, ready to print.

The views of articles and of lists have modules of their own.
"""

from markupsafe import Markup
from msgspec import Struct

from kliping.digest.model import Passage
from kliping.digest.registers import TermKind
from kliping.model import Lang, Moment


class Link(Struct, frozen=True, kw_only=True):
    """A name and the page it leads to."""

    name: str
    path: str
    """From the site's root, such as `id/topics/peace-process/`; `href(path)` makes the address."""
    count: int | None = None
    """Number of articles there, where a list shows it."""


class FileLink(Struct, frozen=True, kw_only=True):
    """A file for other programs: a feed to subscribe to, or a citation."""

    title: str
    path: str
    type: str
    """Its media type."""
    label: str
    """Its format, such as `Atom` or `BibTeX`."""


class Alternate(Struct, frozen=True, kw_only=True):
    """The same page in another language."""

    lang: Lang
    path: str


class Card(Struct, frozen=True, kw_only=True):
    """An article in a list."""

    id: str
    path: str
    title: Passage | None
    """None where the title is unknown: the list then shows `opening`."""
    opening: Passage | None
    """The first paragraph."""
    standfirst: Passage | None
    published: Moment | None
    reports_until: Moment | None
    """Orders an undated article; to be shown as what it is."""
    publisher: str | None
    publisher_path: str | None
    wires: tuple[str, ...]
    translated: bool
    """Whether the words shown are a translation."""


class TagGroup(Struct, frozen=True, kw_only=True):
    """People, organisations, places or themes of a page."""

    kind: TermKind
    tags: tuple[Link, ...]


class Pager(Struct, frozen=True, kw_only=True):
    """Where one page of a list stands among its pages."""

    number: int | None
    """Counted from the oldest page, so that it never changes; None for the newest."""
    newer: str | None
    older: str | None
    """Paths."""


class PageView(Struct, frozen=True, kw_only=True):
    """What every template knows of the page it makes."""

    kind: str
    """`chooser`, `home`, `article`, `parallel`, `ledger`, `topics`, `topic`, `tags`, `tag`, `outlets`, `outlet`,
    `archive`, `selection`, `prose`, `feeds`, `moved` or `not_found`."""
    lang: Lang
    path: str
    title: str
    """In the page's language; of an article page, the title shown."""
    title_lang: Lang
    description: str
    canonical: str
    """Path of the page that search engines should name: itself, or the original of an article without translation."""
    alternates: tuple[Alternate, ...]
    """This page in every language in which its words exist, itself included."""
    switches: tuple[Alternate, ...]
    """This page in the other languages of the site, for the language switch."""
    feeds: tuple[FileLink, ...]
    json_ld: Markup | None
    """A ready `application/ld+json` text."""
    card: str | None = None
    """Path of the picture for shared links."""
    noindex: bool = False
