"""Lines with their roles to an `Article` and the text of its file, without a cleaner in between."""

from typing import Any

from msgspec import Struct

from kliping.model import Article, Basis, Block, Fact, Figure, Medium, Moment, Publisher, Role, SeeAlso, Span, Tag

PASSAGES = {Role.BODY: "paragraph", Role.QUOTE: "quote", Role.LIST: "list", Role.HEADING: "heading"}

Line = str | tuple[Role, str]
"""A line of the file; one without a role is body."""


class Draft(Struct, frozen=True):
    """An article and its file."""

    article: Article
    text: str


def draft(*lines: Line, id: str = "first", lang: str = "id", **values: Any) -> Draft:
    """An article of these lines, each a whole span; `values` are further fields of it."""
    labelled = [(Role.BODY, line) if isinstance(line, str) else line for line in lines]
    numbered = [(number, role, words) for number, (role, words) in enumerate(labelled, start=1)]
    fields: dict[str, Any] = {
        "id": id,
        "source_path": f"content/articles/{id}.txt",
        "lang": lang,
        "title": _fact(numbered, Role.TITLE),
        "standfirst": _fact(numbered, Role.STANDFIRST),
        **dict.fromkeys(("published", "updated", "publisher", "dateline", "url", "original_url", "reports_until")),
        **dict.fromkeys(("authors", "wires", "cited", "notices", "tags", "topics", "findings"), ()),
        "figures": tuple(
            Figure(caption=words, credit=None, date=None, line=n) for n, role, words in numbered if role is Role.CAPTION
        ),
        "blocks": _blocks(numbered),
        "see_also": tuple(SeeAlso(text=words, line=n) for n, role, words in numbered if role is Role.SEE_ALSO),
        "keywords": tuple(words for _, role, words in numbered if role is Role.KEYWORD),
        "ledger": tuple(Span(n, 0, len(words), role, "by_hand") for n, role, words in numbered),
    }
    return Draft(Article(**{**fields, **values}), "\n".join(words for _, words in labelled))


def article(*lines: Line, **values: Any) -> Article:
    """The same without the file."""
    return draft(*lines, **values).article


def on(written: str, precision: str = "day") -> Moment:
    """A point in time that the text prints."""
    return Moment(value=written, precision=precision, basis=Basis.TEXT, line=1)


def by(name: str, outlet: str | None = None) -> Publisher:
    """A publisher that the text names."""
    return Publisher(value=name, outlet=outlet, basis=Basis.TEXT, line=1)


def from_(name: str, outlet: str | None = None, **values: Any) -> Medium:
    """A wire or cited medium that the text names."""
    return Medium(**{"value": name, "outlet": outlet, "basis": Basis.TEXT, "line": 1, **values})


def tagged(*ids: str) -> tuple[Tag, ...]:
    """Tags."""
    return tuple(Tag(id=id_, basis=Basis.TEXT, line=1, because=id_) for id_ in ids)


def _fact(numbered: list[tuple[int, Role, str]], wanted: Role) -> Fact | None:
    return next((Fact(value=w, basis=Basis.TEXT, line=n) for n, role, w in numbered if role is wanted), None)


def _blocks(numbered: list[tuple[int, Role, str]]) -> tuple[Block, ...]:
    counts = {"p": 0, "h": 0}
    blocks = []
    for number, role, words in numbered:
        if role in PASSAGES:
            letter = "h" if role is Role.HEADING else "p"
            counts[letter] += 1
            blocks.append(Block(kind=PASSAGES[role], text=words, line=number, anchor=f"{letter}{counts[letter]}"))
    return tuple(blocks)
