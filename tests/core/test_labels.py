"""The rules' driver: nobody is left out who would have spoken."""

import pytest
from golden_cases import golden_folders, name_of, source_of

from kliping.cleaning.labels import ABOVE_BODY
from kliping.cleaning.lexicon.compiled import compiled
from kliping.cleaning.page import Page
from kliping.cleaning.reading import decode, split_lines
from kliping.cleaning.rules.above_body import remark_above_body
from kliping.knowledge import Knowledge
from kliping.sidecar import NO_SIDECAR


@pytest.mark.parametrize("folder", golden_folders(), ids=name_of)
def test_rules_above_the_body_say_nothing_below_its_beginning(folder, knowledge: Knowledge) -> None:
    source = source_of(folder)
    page = Page(split_lines(decode(source.read_bytes(), source)), compiled(knowledge), NO_SIDECAR)
    said = [(rule.__name__, at) for rule in ABOVE_BODY for at in page.filled(page.extent.begin, len(page)) if rule(page, at)]
    assert not said


def test_a_sentence_that_announces_the_numbered_parts_is_no_remark_above_them(knowledge: Knowledge) -> None:
    texts = [
        "Perahu adalah kendaraan air, kenali jenisnya di kampung",
        "Berikut ini perahu lesung dari pohon dan rakit bambu dari sungai di kampung itu:",
        "1. Perahu Lesung",
        "Perahu lesung dibuat dari satu batang pohon yang dilubangi selama tiga bulan oleh tukang dari hulu.",
        "2. Rakit Bambu",
        "Rakit bambu mengangkut padi dari sawah di seberang sungai setiap musim panen tiba di kampung itu.",
    ]
    page = Page(split_lines("\n".join(texts)), compiled(knowledge), NO_SIDECAR)
    page.liking.chances, page.liking.cut = [0.1, 0.8, 0.8, 0.9, 0.9, 0.9], 0.2
    assert page.extent.begin == 3
    assert remark_above_body(page, 1) is None
