"""A page is understood in the order in which its properties stand: each is made of those above it."""

from collections.abc import Callable
from functools import cached_property
from typing import Any

import pytest
from golden_cases import clean_case, golden_folders

from kliping.cleaning.lines import PageLines
from kliping.cleaning.page import Page
from kliping.knowledge import load_knowledge

ORDER = [
    (kind, name, value.func)
    for kind in (PageLines, Page)
    for name, value in vars(kind).items()
    if isinstance(value, cached_property)
]
"""The properties, those of the lines alone first."""
EVERY = 5
"""Of so many golden pages one is read."""


class Watched:
    """A property that tells which others are asked for while it is worked out."""

    asking: tuple[str, ...] = ()

    def __init__(self, name: str, work_out: Callable[[Any], object], asked: set[tuple[str, str]]) -> None:
        self.name, self.work_out, self.asked = name, work_out, asked
        self.found: dict[int, tuple[object, object]] = {}

    def __get__(self, page: object, kind: type | None = None) -> object:
        if Watched.asking:
            self.asked.add((Watched.asking[-1], self.name))
        if id(page) not in self.found:
            before, Watched.asking = Watched.asking, (*Watched.asking, self.name)
            try:
                self.found[id(page)] = page, self.work_out(page)
            finally:
                Watched.asking = before
        return self.found[id(page)][1]


def test_each_property_is_made_of_those_above_it(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: set[tuple[str, str]] = set()
    for kind, name, work_out in ORDER:
        monkeypatch.setattr(kind, name, Watched(name, work_out, asked))
    knowledge = load_knowledge()
    for folder in golden_folders()[::EVERY]:
        clean_case(folder, knowledge)
    place = {name: at for at, (_, name, _) in enumerate(ORDER)}
    assert [(one, other) for one, other in asked if place[other] > place[one]] == []
    assert len(asked) > len(ORDER)
