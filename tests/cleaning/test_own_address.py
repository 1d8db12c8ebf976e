"""The page's address as whoever saved it wrote it: above the text, or last where an outlet's is known."""

import pytest

from kliping.cleaning.lexicon.compiled import compiled
from kliping.cleaning.masthead.own_address import find_own_address
from kliping.cleaning.page import Page
from kliping.cleaning.reading import split_lines
from kliping.knowledge import Knowledge
from kliping.sidecar import NO_SIDECAR

TITLE = "Panen Raya di Sukamaju"
TEXT = "Petani di Sukamaju memanen padi dua kali lebih banyak daripada tahun lalu, kata kepala desa."
PAGE = "https://desa.example/2024/panen-raya"
OUTLET = "https://www.republika.co.id/berita/panen-raya"


@pytest.mark.parametrize(
    ("lines", "own"),
    [
        ((PAGE, TITLE, TEXT), 0),
        ((TITLE, PAGE, TEXT), 1),
        ((TITLE, "https://share.example/a/b", PAGE, TEXT), None),  # buttons to share it: none is the page's own
        ((TITLE, TEXT, PAGE), None),  # below the text it may be of anything
        ((TITLE, TEXT, OUTLET), 2),
        ((TITLE, TEXT, OUTLET, TEXT), None),
        (("https://desa.example/", TITLE, TEXT), None),  # a site's, and of no page
        (("https://desa.example/2024", TITLE, TEXT), None),
        ((f"Baca di {PAGE}", TITLE, TEXT), None),
        ((TITLE, TEXT), None),
    ],
)
def test_the_address_of_a_page_stands_alone_above_the_text_or_last(
    lines: tuple[str, ...], own: int | None, knowledge: Knowledge
) -> None:
    page = Page(split_lines("\n".join(lines)), compiled(knowledge), NO_SIDECAR)
    assert find_own_address(page) == own
