"""What the templates of an article's own pages see, in one reader's language."""

from markupsafe import Markup
from msgspec import Struct

from kliping.digest.model import Edition, LedgerLine, Passage, Translation
from kliping.digest.registers import Policy
from kliping.model import Article, Basis, Figure, Lang, Moment, Notice, Role, SeeAlso
from kliping_pelican.showing.views import Card, Link, TagGroup


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


class Pair(Struct, frozen=True, kw_only=True):
    """One passage on the parallel page."""

    kind: str
    """`title`, `standfirst`, a block's kind or `caption`."""
    anchor: str
    original: Passage
    translated: Passage


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
    pairs: tuple[Pair, ...]
    """For the parallel page: each passage in the original and in the other language, in reading order."""
    parallel_langs: tuple[Lang, Lang]
    """Languages of the two columns: the original's first."""
    parallel_translation: Translation | None
    """What the second column is: `translation` where that is the reader's language, else another edition's."""
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
    elsewhere: str | None
    """The whole article at its outlet; http(s) only."""
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
