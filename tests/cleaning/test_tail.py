"""What a label below the last sentence speaks for, from chances that are given: no trained model is asked."""

from types import SimpleNamespace
from typing import Any, cast

import pytest

from kliping.cleaning.page import Page
from kliping.cleaning.rules.tail import below_label_at_end
from kliping.model import Role

LABEL = SimpleNamespace(rule=SimpleNamespace(where="tail"))
SENTENCE, HEADLINE = "Air sungai naik lagi di desa itu.", "Air Sungai Naik Lagi"


def below(text: str, chance: float, distance: int, end: int = 0) -> Role | None:
    """The role of the last line of a page whose first is a label, so many lines above it."""
    page: Any = SimpleNamespace(
        extent=SimpleNamespace(end=end),
        liking=SimpleNamespace(chances=[0.0] * distance + [chance]),
        phrases=[LABEL, *[None] * distance],
        text=lambda at: text,
        previous_filled=lambda at: at - 1 if at else None,
    )
    return below_label_at_end(cast(Page, page), distance)


@pytest.mark.parametrize(
    ("text", "chance", "is_below"),
    [
        (SENTENCE, 0.55, True),
        (SENTENCE, 0.65, False),
        (HEADLINE, 0.65, True),  # without an end mark it may sooner be a headline of another story
        (HEADLINE, 0.95, False),
    ],
)
def test_a_label_speaks_for_lines_that_are_in_doubt(text: str, chance: float, is_below: bool) -> None:
    assert below(text, chance, 1) == (Role.BOILERPLATE if is_below else None)


def test_a_label_speaks_for_a_few_lines_below_the_body_only() -> None:
    assert below(HEADLINE, 0.0, 6) is Role.BOILERPLATE
    assert below(HEADLINE, 0.0, 7) is None
    assert below(HEADLINE, 0.0, 3, end=2) is None
