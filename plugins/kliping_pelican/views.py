"""What templates see: values of the digest in one reader's language, with addresses; nothing left to compute."""

from markupsafe import Markup
from msgspec import Struct

from kliping.digest.model import Edition, EditionBlock, LedgerLine, Passage, Translation
from kliping.digest.registers import Policy, TermKind
from kliping.knowledge import Claim
from kliping.model import Article, Basis, Figure, Lang, Moment, Notice, Role, SeeAlso


class Link(Struct, frozen=True, kw_only=True):
    """A name and the page it leads to."""

    name: str
    path: str
    """From the site's root, such as `id/topics/peace-process/`; `href(path)` makes the address."""
    count: int | None = None
    """Number of articles there, where a list shows it."""


class FeedLink(Struct, frozen=True, kw_only=True):
    """A feed to subscribe to."""

    title: str
    path: str
    type: str
    """Its media type."""
    label: str
    """`Atom`, `RSS` or `JSON Feed`."""


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


class Evidence(Struct, frozen=True, kw_only=True):
    """One row of the source panel: a value, how it is known, and the words it was read from."""

    field: str
    """`publisher`, `author`, `editor`, `contributor`, `initials`, `translator`, `wire`, `cited`, `published`,
    `updated`, `dateline`, `original_url`, `url`, `photo`."""
    value: str | None
    """None for unknown, which is shown as such."""
    moment: Moment | None
    """Of `published` and `updated`: to be formatted for the reader."""
    basis: Basis | None
    line: int | None
    cue: str | None
    rule: str | None
    """The rule in plain words."""
    path: str | None
    """A page of this site about it, such as the outlet's."""
    url: str | None
    """An address elsewhere; http(s) only."""


class TagGroup(Struct, frozen=True, kw_only=True):
    """People, organisations, places or themes of a page."""

    kind: TermKind
    tags: tuple[Link, ...]


class RelatedCard(Struct, frozen=True, kw_only=True):
    """Another article, and what it has in common with this one."""

    card: Card
    percent: int | None = None
    """Of this article's four-word runs, from 0 to 100; None where it shares no wording."""
    topics: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    """Names of the topics and people of both."""


class FigureView(Struct, frozen=True, kw_only=True):
    """A photo's words."""

    caption: Passage
    figure: Figure


class ArticleView(Struct, frozen=True, kw_only=True):
    """An article page, and its parallel and ledger pages."""

    card: Card
    article: Article
    edition: Edition
    original: Edition
    """The edition in the article's own language; the same object where the reader's language is that."""
    translation: Translation | None
    body: Markup
    """The blocks of `edition` as HTML, paragraphs with anchors, foreign passages with `lang` and a label."""
    rows: tuple[tuple[EditionBlock, EditionBlock], ...]
    """For the parallel page: each block in the original and in the other language."""
    parallel_langs: tuple[Lang, Lang]
    """Languages of the two columns: the original's first."""
    figures: tuple[FigureView, ...]
    evidence: tuple[Evidence, ...]
    notices: tuple[Notice, ...]
    note: str | None
    """The editor's note in the reader's language."""
    corrections: tuple[tuple[str, str], ...]
    """ISO day and text, oldest first."""
    withdrawn: tuple[str, str] | None
    """ISO day and reason; then nothing else of the article is given."""
    policy: Policy
    withheld: int
    """Number of blocks the policy leaves out."""
    topics: tuple[Link, ...]
    tags: tuple[TagGroup, ...]
    related: tuple[RelatedCard, ...]
    see_also: tuple[SeeAlso, ...]
    minutes: int
    """Reading time."""
    path: str
    parallel_path: str
    ledger_path: str


class LedgerView(Struct, frozen=True, kw_only=True):
    """The file as it came, with each line's fate."""

    lines: tuple[LedgerLine, ...]
    kept: int
    moved: int
    removed: int
    blank: int
    """Numbers of lines, by the fate of their longest stretch; they add up to all lines."""
    fates: dict[Role, str]
    """Each role as `kept`, `moved`, `removed` or `blank`."""
    rules: dict[str, str]
    """Each rule that spoke, in plain words."""


class TimelineView(Struct, frozen=True, kw_only=True):
    """An entry of a topic's timeline."""

    date: str
    until: str | None
    precision: str
    """`day`, `month` or `year`."""
    kind: str
    """`event`, `planned` or `report`."""
    words: str
    cites: tuple[Link, ...]


class Pager(Struct, frozen=True, kw_only=True):
    """Where one page of a list stands among its pages."""

    number: int | None
    """Counted from the oldest page, so that it never changes; None for the newest."""
    newer: str | None
    older: str | None
    """Paths."""


class TopicView(Struct, frozen=True, kw_only=True):
    """A topic page."""

    id: str
    name: str
    description: str
    introduction: Markup
    cards: tuple[Card, ...]
    """Those of the newest page, oldest first; undated ones last."""
    total: int
    """Articles on all its pages."""
    pager: Pager | None
    because: dict[str, str]
    """Why each article (by id) belongs here."""
    outlets: tuple[Link, ...]
    tags: tuple[TagGroup, ...]
    timeline: tuple[TimelineView, ...]
    feeds: tuple[FeedLink, ...]
    path: str


class TopicTeaser(Struct, frozen=True, kw_only=True):
    """A topic in a list of topics."""

    id: str
    name: str
    description: str
    total: int
    """Articles in it."""
    outlets: tuple[Link, ...]
    path: str


class TagView(Struct, frozen=True, kw_only=True):
    """A page about one person, organisation, place or theme."""

    id: str
    kind: TermKind
    name: str
    other_names: tuple[tuple[Lang, str], ...]
    """Its names in the other languages and its aliases."""
    description: str | None
    wikidata: str | None
    medtop: str | None
    cards: tuple[Card, ...]
    """Those of the newest page."""
    total: int
    pager: Pager | None
    path: str


class OutletView(Struct, frozen=True, kw_only=True):
    """A page about one outlet."""

    id: str
    name: str
    kind: str
    country: str
    """In the reader's language."""
    language: str
    domains: tuple[str, ...]
    owner: Claim | None
    state: Claim | None
    policy: Policy
    why: str | None
    cards: tuple[Card, ...]
    """Articles it published: those of the newest page."""
    total: int
    pager: Pager | None
    credited: tuple[Card, ...]
    """The newest articles by others that credit it as wire or cite it."""
    credits: int
    """How many there are."""
    path: str


class YearGroup(Struct, frozen=True, kw_only=True):
    """A year of the archive; `year` is None for undated articles."""

    year: str | None
    cards: tuple[Card, ...]


class Page(Struct, frozen=True, kw_only=True):
    """What every template knows of the page it makes."""

    kind: str
    """`chooser`, `home`, `article`, `parallel`, `ledger`, `topics`, `topic`, `tags`, `tag`, `outlets`, `outlet`,
    `archive`, `selection`, `prose`, `feeds` or `not_found`."""
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
    feeds: tuple[FeedLink, ...]
    json_ld: Markup | None
    """A ready `application/ld+json` text."""
    card: str | None = None
    """Path of the picture for shared links."""
    noindex: bool = False
