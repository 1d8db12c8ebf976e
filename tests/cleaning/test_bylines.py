"""Bylines as outlets of both languages print them, each on a line of its own."""

import pytest

from kliping.cleaning.forms.bylines import read_byline
from kliping.cleaning.forms.names import read_bare_names
from kliping.cleaning.lexicon.compiled import compiled
from kliping.knowledge import Knowledge


@pytest.mark.parametrize(
    ("printed", "named"),
    [
        ("Oleh: Budi Santoso", "Budi Santoso author"),
        ("Penulis: Budi Santoso | Editor: Siti Aminah", "Budi Santoso author, Siti Aminah editor"),
        ("Rep: Budi Santoso / Red: Siti Aminah", "Budi Santoso author, Siti Aminah editor"),
        ("Laporan Wartawan TribunJabar.id, Budi Santoso", "Budi Santoso author"),
        ("Laporan Wartawan Pos Lereng, Budi Santoso, dari Denpasar", "Budi Santoso author"),
        ("Laporan wartawan Budi Santoso, Denpasar", "Budi Santoso author"),
        ("Penulis & Editor: Budi Santoso", "Budi Santoso author"),
        ("Budi Santoso, Kompas.com", "Budi Santoso author"),
        ("Budi Santoso - detikNews", "Budi Santoso author"),
        ("Pewarta: Budi SantosoEditor: Siti Aminah", "Budi Santoso author, Siti Aminah editor"),
        ("By Jane Example and John Sample", "Jane Example author, John Sample author"),
        ("By Jane Example, John Sample and Ann Third", "Jane Example author, John Sample author, Ann Third author"),
        ("By Jane Example, Staff writer", "Jane Example author"),
        ("By Jane Example in London", "Jane Example author"),
        ("By Jane Example For The Harbour", "Jane Example author"),
        ("By Jane Example Fox News", "Jane Example author"),
        ("Jane Example | Associated Press", "Jane Example author"),
        ("Story by Jane Example", "Jane Example author"),
        ("By Jane Example, Ph.D.", "Jane Example author"),
        ("By Jane van Example and Siti binti Aminah", "Jane van Example author, Siti binti Aminah author"),
        ("Reporting by Jane Example; Editing by John Sample", "Jane Example author, John Sample editor"),
    ],
)
def test_byline_is_read(printed: str, named: str, knowledge: Knowledge) -> None:
    found = read_byline(printed, compiled(knowledge)) or ()
    assert ", ".join(f"{one.name} {one.role}" for one in found) == named


@pytest.mark.parametrize(
    "printed",
    [
        "Alex Sample | Getty Images",
        "Order Reprints",
        "Deputy Sports Editor",
        "2 menit yang lalu",
    ],
)
def test_line_without_a_writer_names_nobody(printed: str, knowledge: Knowledge) -> None:
    assert not read_byline(printed, compiled(knowledge))
    assert read_bare_names(printed, compiled(knowledge)) == ()


def test_space_lost_before_the_is_before_no_role(knowledge: Knowledge) -> None:
    assert read_byline("North Quay By Lantern, Old HarbourThe Inn by Dash", compiled(knowledge)) is None
