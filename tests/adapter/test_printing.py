"""Templates print through our own classes what they print through Jinja's."""

from typing import Any

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from kliping_pelican.building.printing import print_plainly

TEMPLATES = {
    "macros": "{% macro row(name) %}<td>{{ name }}</td>{% endmacro %}",
    "page": """{% from "macros" import row %}{{ plain }}{{ sharp }}{{ marked }}{{ number }}{{ nothing }}{{ sharp|upper }}
        {{ row(sharp) }}{{ row(marked) }}{{ plain ~ marked }}{% set held %}{{ sharp }}{% endset %}{{ held }}
        {% for word in words %}{{ shout(word, times=2) }}{{ greet(word) }}{{ word.title() }}{% endfor %}
        {{ shaped(sharp) }}{{ kind(3) }}{% autoescape false %}{{ sharp }}{% endautoescape %}""",
}


@pass_context
def greet(context: Context, name: str) -> str:
    return f"{context['plain']} & {name}"


VALUES: dict[str, Any] = {
    "plain": "kata “biasa”",
    "sharp": """<a href="x">'&'</a>""",
    "marked": Markup("<b>&amp;</b>"),
    "number": 3,
    "nothing": None,
    "words": ["a<b", "c"],
    "shout": lambda word, times: word * times,
    "greet": greet,
    "shaped": Markup("<i>{}</i>").format,
    "kind": str,
}


def environment() -> Environment:
    return Environment(loader=DictLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined)


def test_a_page_reads_as_jinja_prints_it() -> None:
    ours = environment()
    print_plainly(ours)
    assert ours.get_template("page").render(VALUES) == environment().get_template("page").render(VALUES)


def test_a_name_that_is_not_given_is_still_an_error() -> None:
    ours = environment()
    print_plainly(ours)
    with pytest.raises(UndefinedError, match="plain"):
        ours.get_template("page").render({key: value for key, value in VALUES.items() if key != "plain"})
