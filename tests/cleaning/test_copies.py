"""Which of two that say the same is the copy: the pull quote, or the whole text once more on one line."""

from kliping.cleaning.lexicon.compiled import compiled
from kliping.cleaning.overview.copies import find_copies
from kliping.cleaning.page import Page
from kliping.cleaning.reading import split_lines
from kliping.knowledge import Knowledge
from kliping.sidecar import NO_SIDECAR

PARTS = [
    "Petani di desa itu memanen padi dua kali lebih banyak daripada tahun lalu.",
    "Hujan yang cukup dan benih yang baru menjadi sebab utama kenaikan itu.",
    "Kepala desa berharap harga gabah tetap baik sampai musim tanam yang akan datang.",
]
REST = "Kalimat ini dan yang di belakangnya hanya ada di baris yang panjang. " * 4


def copies(knowledge: Knowledge, *lines: str) -> tuple[int | None, ...]:
    return find_copies(Page(split_lines("\n".join(lines)), compiled(knowledge), NO_SIDECAR))


def test_a_text_once_more_on_one_line_is_the_copy(knowledge: Knowledge) -> None:
    assert copies(knowledge, *PARTS, " ".join(PARTS)) == (None, None, None, 0)


def test_pull_quotes_are_copies_of_their_line(knowledge: Knowledge) -> None:
    """Two are too few to be a text, and three that fill half of a line leave the rest of it unsaid."""
    assert copies(knowledge, " ".join(PARTS[:2]), *PARTS[:2]) == (None, 0, 0)
    assert copies(knowledge, " ".join([*PARTS, REST]), *PARTS) == (None, 0, 0, 0)
