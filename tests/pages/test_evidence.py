"""The source panel: what each row says, and how it is known."""

import pytest
from msgspec.structs import replace

from kliping.knowledge import Claim
from kliping.model import Author, Basis
from kliping_pelican.showing.evidence import evidence_of
from kliping_pelican.showing.reader import Reader

SINDONEWS = "2021-11-24-sindonews-putin-undang-pemimpin"
REPUBLIKA = "2022-12-06-republika-rusia-berminat-fasilitasi"


@pytest.mark.parametrize(
    ("id_", "lang", "place"),
    [(SINDONEWS, "id", "Moskow"), (SINDONEWS, "en", "Moscow"), (REPUBLIKA, "en", "Istanbul")],
)
def test_the_place_of_a_report_has_the_readers_name_for_it(
    readers: dict[str, Reader], id_: str, lang: str, place: str
) -> None:
    """The words it was read from stay as they are; a place that the vocabulary lacks keeps its printed name."""
    article = readers[lang].digest.clippings[id_].article
    (row,) = (row for row in evidence_of(article, readers[lang]) if row.field == "dateline")
    assert (row.value, row.basis) == (place, "text")
    assert row.cue and row.cue.startswith(("MOSKOW", "REPUBLIKA"))


def test_a_wires_tie_to_a_state_stands_beside_its_name(readers: dict[str, Reader]) -> None:
    """An agency that a party to the conflict runs is no bystander."""
    reader = readers["en"]
    tie = Claim(words={"id": "milik negara", "en": "owned by a state"}, source="https://contoh.example/about")
    outlets = {
        id_: replace(outlet, state=tie if id_ == "anadolu" else None)
        for id_, outlet in reader.digest.knowledge.outlets.items()
    }
    digest = replace(reader.digest, knowledge=replace(reader.digest.knowledge, outlets=outlets))
    rows = {row.field: row for row in evidence_of(digest.clippings[REPUBLIKA].article, replace(reader, digest=digest))}
    assert rows["wire"].tie == tie
    assert rows["publisher"].tie is None


@pytest.mark.parametrize(
    ("roles", "rows"),
    [
        ([], [("author", None)]),
        (["editor"], [("author", None), ("editor", "Ani")]),
        (["editor", "author"], [("editor", "Ani"), ("author", "Ani")]),
        (["initials"], [("initials", "Ani")]),
    ],
)
def test_an_author_is_unknown_where_an_editor_alone_is_named(
    readers: dict[str, Reader], roles: list[str], rows: list[tuple[str, str | None]]
) -> None:
    people = tuple(Author(value="Ani", role=role, basis=Basis.TEXT, line=1) for role in roles)
    article = replace(readers["en"].digest.clippings[REPUBLIKA].article, authors=people)
    told = [(row.field, row.value) for row in evidence_of(article, readers["en"])]
    assert [row for row in told if row[0] in ("author", *roles)] == rows
