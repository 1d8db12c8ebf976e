"""The prose cases in `cases/`: a page and what the cleaner makes of it, readable without knowing Python.

Each case has a heading, the page in a `text` block, then what is expected: a `labels` block with one
`role | words` for each stretch of a line, a `values` block with one `key: value` a line, or both.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import pytest
from cleaning_laws import unprinted_cues

from kliping.cleaning import clean
from kliping.cleaning.reading import decode
from kliping.knowledge import Knowledge
from kliping.model import Article

CASES = Path(__file__).parent / "cases"
_CASE = re.compile(r"^## (?P<title>.+?)$(?P<rest>.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
_BLOCK = re.compile(r"^```(?P<kind>text|labels|values)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)


class Case(NamedTuple):
    title: str
    text: str
    labels: str | None
    values: str | None


def cases() -> Iterator[Any]:
    for path in sorted(CASES.glob("*.md")):
        for found in _CASE.finditer(path.read_text(encoding="utf-8")):
            blocks = {block["kind"]: block["body"] for block in _BLOCK.finditer(found["rest"])}
            case = Case(found["title"], blocks["text"][:-1], blocks.get("labels"), blocks.get("values"))
            yield pytest.param(case, id=f"{path.stem}: {case.title}")


@pytest.mark.parametrize("case", list(cases()))
def test_case(case: Case, knowledge: Knowledge) -> None:
    data = case.text.encode()
    article = clean(data, id="case", source_path="case.txt", knowledge=knowledge)
    assert case.labels or case.values, "says nothing"
    assert unprinted_cues(article, decode(data)) == []
    if case.labels is not None:
        assert shown_labels(article, decode(data)) == case.labels
    if case.values is not None:
        assert shown_values(article, case.values) == case.values


def shown_labels(article: Article, text: str) -> str:
    lines = text.split("\n")
    return "".join(
        f"{span.role.value} | {lines[span.line - 1][span.start : span.end].strip()}\n"
        for span in article.ledger
        if span.role.value != "blank"
    )


def shown_values(article: Article, asked: str) -> str:
    plain = msgspec.to_builtins(article)
    keys = dict.fromkeys(line.partition(":")[0] for line in asked.splitlines())
    return "".join(f"{key}: {shown}\n" for key in keys for shown in shown_value(plain[key]))


def shown_value(value: Any) -> list[str]:
    """One line for each entry of a list; `-` for what is unknown or empty."""
    if value is None or value == ():
        return ["-"]
    if isinstance(value, tuple):
        return [line for one in value for line in shown_value(one)]
    if not isinstance(value, dict):
        return [str(value)]
    if "caption" in value:
        return [" · ".join(str(value[key] or "-") for key in ("caption", "credit", "date"))]
    if "code" in value:
        return [value["code"]]
    words = value.get("value", value.get("text"))
    role = f" ({value['role']})" if "role" in value else ""
    return [f"{words}{role}"]
