"""Pages of known layouts keep their labels and values; a change shows the exact line."""

from difflib import unified_diff
from pathlib import Path

import pytest
from cleaning_laws import unprinted_cues
from golden_cases import clean_case, golden_folders, json_of, labels_of, name_of, text_of

from kliping.knowledge import Knowledge


@pytest.mark.parametrize("folder", golden_folders(), ids=name_of)
def test_page_keeps_labels_and_values(folder: Path, knowledge: Knowledge, updates_golden: bool) -> None:
    article = clean_case(folder, knowledge)
    assert unprinted_cues(article, text_of(folder)) == []
    found = {"labels.txt": labels_of(article, text_of(folder)), "article.json": json_of(article)}
    if updates_golden:
        for name, content in found.items():
            (folder / name).write_text(content, encoding="utf-8", newline="")
    for name, content in found.items():
        kept = (folder / name).read_bytes().decode()
        changed = list(unified_diff(kept.splitlines(), content.splitlines(), name, name, n=0, lineterm=""))
        assert not changed, "\n".join(changed)


@pytest.mark.parametrize("folder", golden_folders(), ids=name_of)
def test_no_body_line_is_lost_without_outlet_files(folder: Path, languages_only: Knowledge) -> None:
    kept = {"title", "standfirst", "body", "quote", "list", "heading", "caption", "dateline"}
    golden = (folder / "labels.txt").read_text(encoding="utf-8").split("\n")
    article = clean_case(folder, languages_only)
    now: dict[int, set[str]] = {}
    for span in article.ledger:
        now.setdefault(span.line, set()).add(span.role.value)
    lost = [
        line
        for number, line in enumerate(golden, start=1)
        if {"body", "quote", "list"} & set(line.partition("\t")[0].split("+")) and not kept & now[number]
    ]
    assert not lost
