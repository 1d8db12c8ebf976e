"""A work to BibTeX, as BibLaTeX and the older styles read it."""

from collections.abc import Iterator

from kliping.days import precision_of
from kliping_pelican.citations.work import Work

SPECIAL = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",  # BibTeX counts braces even after a backslash
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{each: f"\\{each}" for each in "#$%&_"},
    }
)
IN_ADDRESS = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"})
LANGUAGES = {"id": "indonesian", "en": "english"}
"""Babel's names, which choose hyphens and words."""


def bibtex(work: Work) -> bytes:
    """One entry; a title and a name keep their capitals by a second pair of braces."""
    kind = "article" if work.publisher else "misc"
    lines = [f"  {name} = {{{value}}}," for name, value in _fields(work)]
    return "\n".join([f"@{kind}{{{work.id},", *lines, "}", ""]).encode()


def _fields(work: Work) -> Iterator[tuple[str, str]]:
    for role, names in (("author", work.authors), ("editor", work.editors), ("translator", work.translators)):
        if names:
            yield role, " and ".join(f"{{{_text(name)}}}" for name in names)
    yield "title", f"{{{_text(work.title)}}}"
    if work.publisher:
        yield "journal", f"{{{_text(work.publisher)}}}"
    if work.published:
        yield "date", work.published
        yield "year", work.published[:4]
        if precision_of(work.published) != "year":
            yield "month", str(int(work.published[5:7]))
    yield "url", (work.url or work.address).translate(IN_ADDRESS)
    if work.lang in LANGUAGES:
        yield "langid", LANGUAGES[work.lang]
    yield "note", _text(" ".join(work.notes))


def _text(words: str) -> str:
    return words.translate(SPECIAL)
