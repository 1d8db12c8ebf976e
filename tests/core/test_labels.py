"""The rules' driver: nobody is left out who would have spoken."""

import pytest
from golden_cases import golden_folders, name_of, source_of

from kliping.cleaning.labels import ABOVE_BODY
from kliping.cleaning.lexicon.compiled import compiled
from kliping.cleaning.page import Page
from kliping.cleaning.reading import decode, split_lines
from kliping.knowledge import Knowledge
from kliping.sidecar import NO_SIDECAR


@pytest.mark.parametrize("folder", golden_folders(), ids=name_of)
def test_rules_above_the_body_say_nothing_below_its_beginning(folder, knowledge: Knowledge) -> None:
    source = source_of(folder)
    page = Page(split_lines(decode(source.read_bytes(), source)), compiled(knowledge), NO_SIDECAR)
    said = [(rule.__name__, at) for rule in ABOVE_BODY for at in page.filled(page.extent.begin, len(page)) if rule(page, at)]
    assert not said
