"""The templates that a template names."""

import pytest

from kliping_pelican.template_names import names_in


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ('{% extends "a" %}{% from "b" import c %}{{ parts("d", "item", items) }}{{ part("d", "key") }}', ["a", "b", "d"]),
        ('{%+ include "a" %}{% include ["b", "c"] %}', ["a", "b", "c"]),
        ('{# {% include "a" %} #}', []),
        ('{% include ["a", other] %}', None),
        ('{% include "a" if b else "c" %}', None),
        ("{{ part(name, key) }}", None),
        ("{% include %}", None),
    ],
)
def test_names_what_the_syntax_tree_names(source: str, names: list[str] | None) -> None:
    assert names_in(source) == names
