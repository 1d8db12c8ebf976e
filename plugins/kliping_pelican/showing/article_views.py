"""What the templates of an article's own pages see, in one reader's language."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from msgspec import Struct

from kliping.digest.model import LedgerLine, Passage
from kliping.knowledge import Claim
from kliping.model import Basis, Figure, Moment, Role
from kliping_pelican.showing.views import Card


class Evidence(Struct, frozen=True, kw_only=True):
    """One row of the source panel: a value, how it is known, and the words it was read from."""

    field: str
    """`publisher`, `author`, `editor`, `contributor`, `initials`, `translator`, `wire`, `cited`, `published`,
    `updated`, `dateline`, `original_url`, `url`."""
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
    tie: Claim | None
    """Of an outlet: its tie to a state, where one is known."""


class Pair(Struct, frozen=True, kw_only=True):
    """One passage on the parallel page."""

    kind: str
    """`title`, `standfirst`, a block's kind or `caption`."""
    anchor: str
    original: Passage
    translated: Passage
    is_numbered: bool = False
    """Of a list: whether its items carry numbers of their own."""
    changes: tuple[tuple[str, str], ...] = ()
    """Of a stale passage: how the original changed since, in stretches that are `kept`, `removed` or `added`."""


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


class LedgerView(Struct, frozen=True, kw_only=True):
    """The file as it came, with each line's fate."""

    lines: tuple[LedgerLine, ...]
    is_rendered: bool
    """Whether they are the text of a page or of Markdown without its marks, instead of the file as it came."""
    kept: int
    moved: int
    removed: int
    blank: int
    """Numbers of lines, by the fate of their longest stretch; they add up to all lines."""
    fates: dict[Role, str]
    """Each role as `kept`, `moved`, `removed` or `blank`."""
    rules: dict[str, str]
    """Each rule that spoke, in plain words."""


def changes_between(was: str, now: str) -> Iterator[tuple[str, str]]:
    """The stretches of words that were `kept`, `removed` or `added` between two texts, in reading order.

    >>> list(changes_between("Ada lima desa.", "Ada tujuh desa."))
    [('kept', 'Ada'), ('removed', 'lima'), ('added', 'tujuh'), ('kept', 'desa.')]
    """
    old, new = was.split(), now.split()
    for kind, start, end, begin, finish in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            yield "kept", " ".join(new[begin:finish])
            continue
        if start < end:
            yield "removed", " ".join(old[start:end])
        if begin < finish:
            yield "added", " ".join(new[begin:finish])
