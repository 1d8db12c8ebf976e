"""Articles cleaned before: what `kliping parse --json` printed comes back as it was, and nothing else is let in."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from newsroom.content import VISIT, read_content, write_content

from kliping.cleaning import clean
from kliping.knowledge import Knowledge

Document = dict[str, Any]
TEXT = VISIT.replace("\n\nPresiden", "\n\nBAKU - Presiden", 1)


@pytest.fixture
def printed(knowledge: Knowledge) -> Document:
    """A parsed article, as JSON."""
    article = clean(TEXT.encode(), id="visit", source_path="visit.txt", knowledge=knowledge)
    document: Document = json.loads(msgspec.json.encode(article))
    return document


def test_a_parsed_article_is_the_article_without_its_ledger(tmp_path: Path, knowledge: Knowledge, printed: Document) -> None:
    as_text, _ = read_content(write_content(tmp_path / "text", {"articles/visit.txt": TEXT}), knowledge)
    files = {"articles/visit.txt": None, "articles/visit.json": json.dumps(printed)}
    as_json, errors = read_content(write_content(tmp_path / "json", files), knowledge)
    assert errors == []
    one, other = as_text.clippings["visit"].article, as_json.clippings["visit"].article
    assert other.ledger == () and one.ledger
    assert msgspec.structs.replace(one, ledger=(), source_path="", findings=()) == msgspec.structs.replace(
        other, source_path="", findings=()
    )
    assert as_json.clippings["visit"].article.tags


def changed(*way: str | int, to: Any) -> Callable[[Document], None]:
    """Something that puts another value at a place."""

    def change(document: Any) -> None:
        for step in way[:-1]:
            document = document[step]
        document[way[-1]] = to

    return change


FACT = {"value": "x", "basis": "text"}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (changed("published", "value", to="yesterday"), "`yesterday` is no time"),
        (changed("published", "value", to="2024-08-19T10:15+07:00"), "is no time"),
        (changed("url", to={"value": "javascript:alert(1)", "basis": "text"}), "`javascript:alert(1)` is no address"),
        (changed("original_url", to={"value": "a.example/b", "basis": "text"}), "`a.example/b` is no address"),
        (changed("wires", to=[{**FACT, "outlet": None, "url": "data:text/html,x"}]), "is no address"),
        (changed("wires", to=[{**FACT, "outlet": "nobody"}]), "`nobody` is no outlet"),
        (changed("publisher", to={**FACT, "outlet": "../x"}), "`../x` is no outlet"),
        (changed("authors", to=[{**FACT, "role": "<b>"}]), "`<b>` is no role of an author"),
        (changed("title", "rule", to="no_such_rule"), "no rule is named `no_such_rule`"),
        (changed("blocks", 0, "anchor", to='p1"><script>'), "is no anchor"),
        (changed("blocks", 1, "anchor", to="p1"), "`p1` is no anchor, or stands twice"),
        (changed("blocks", 0, "kind", to="script"), "`script` is no kind of block"),
        (changed("notices", to=[{"value": "<b>", "basis": "text"}]), "`<b>` is no notice"),
        (changed("title", to="words"), "Expected `object | null`, got `str`"),
        (changed("title", "basis", to="rumour"), "Invalid enum value"),
    ],
)
def test_what_was_changed_into_something_else_is_named(
    tmp_path: Path, knowledge: Knowledge, printed: Document, change: Callable[[Document], None], said: str
) -> None:
    change(printed)
    digest, errors = read_content(write_content(tmp_path, {"articles/other.json": json.dumps(printed)}), knowledge)
    assert len(errors) == 1
    assert errors[0].startswith("articles/other.json: is no parsed article (")
    assert said in errors[0]
    assert list(digest.clippings) == ["visit"]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"id": "a"}', "null", '"\\ud800"'])
def test_what_is_no_parsed_article_is_named(tmp_path: Path, knowledge: Knowledge, text: str) -> None:
    digest, errors = read_content(write_content(tmp_path, {"articles/other.json": text}), knowledge)
    assert [error.partition(" (")[0] for error in errors] == ["articles/other.json: is no parsed article"]
    assert list(digest.clippings) == ["visit"]


def test_a_sidecar_may_add_to_it_but_not_change_its_facts(tmp_path: Path, knowledge: Knowledge, printed: Document) -> None:
    files = {"articles/other.json": json.dumps(printed), "articles/other.yml": "added: 2026-11-24\ntitle: Lain\n"}
    _, errors = read_content(write_content(tmp_path, files), knowledge)
    assert [error.partition(": ")[0] for error in errors] == ["articles/other.yml:2"]
    (tmp_path / "articles" / "other.yml").write_text("added: 2026-11-24\ntopics: [visit]\n")
    digest, errors = read_content(tmp_path, knowledge)
    assert errors == []
    assert [link.id for link in digest.clippings["other"].article.topics] == ["visit"]
