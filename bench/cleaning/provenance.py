#!/usr/bin/env python3
"""Scores what the cleaner says of a page's origin: `provenance.py --gold FILE… [--show]`.

Pages come as JSON lines: `id`, `text`, and what a person read off the page. A key left out is not scored;
`null` or `[]` says that the page prints none, so any answer there is wrong.

    {"id": "…", "text": "…", "title": "…", "published": "2024-08-19T01:47", "publisher": "kumparan",
     "authors": ["…"], "wires": ["AFP"], "cited": [], "dateline": "Jakarta"}

`publisher` is an outlet's id, null where the outlet is not described or the text does not tell. `published` may be a day.
Media count as the same when they are the same outlet, names when their letters are the same.
"""

import argparse
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kliping.cleaning import clean
from kliping.knowledge import Knowledge, load_knowledge
from kliping.model import Article

ONE = ("title", "published", "publisher", "dateline")
MANY = ("authors", "wires", "cited")
_LETTERS = re.compile(r"[\W_]+")

Answers = dict[str, set[str]]


class Count:
    """How often a field was right, wrong where the page prints it, missing, and invented where it prints none."""

    def __init__(self) -> None:
        self.right = self.wrong = self.missing = self.invented = 0

    def row(self, field: str, pages: int) -> str:
        """A line of the table."""
        said, printed = self.right + self.wrong + self.invented, self.right + self.wrong + self.missing
        precision, recall = self.right / max(1, said), self.right / max(1, printed)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        counts = f"{printed} | {self.right} | {self.wrong} | {self.missing} | {self.invented}"
        return f"| {field} | {pages} | {counts} | {precision:.3f} | {recall:.3f} | {f1:.3f} |"


def main() -> None:
    """Score the files the command line names and print a table."""
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("--gold", type=Path, nargs="+", required=True)
    reader.add_argument("--show", action="store_true", help="also name each page and field that is not right")
    asked = reader.parse_args()
    knowledge = load_knowledge()
    counts = {field: Count() for field in (*ONE, *MANY)}
    pages = dict.fromkeys(counts, 0)
    for page in _pages(asked.gold):
        article = clean(page["text"].encode("utf-8", "replace"), id="page", source_path="page.txt", knowledge=knowledge)
        found, gold = answers(article), expected(page, knowledge)
        for field in counts.keys() & gold.keys():
            pages[field] += 1
            problem = _count(counts[field], gold[field], found[field], is_one=field in ONE)
            if problem and asked.show:
                sys.stdout.write(f"{page['id']}: {field}: {problem}\n")
    head = "printed | right | wrong | missing | invented | precision | recall | F1"
    sys.stdout.write(f"| field | pages | {head} |\n|---|---|---|---|---|---|---|---|---|---|\n")
    for field, count in counts.items():
        sys.stdout.write(count.row(field, pages[field]) + "\n")


def answers(article: Article) -> Answers:
    """What the cleaner says, each field as a set of comparable words."""
    return {
        "title": _keys([article.title.value] if article.title else []),
        "published": {article.published.value[:16]} if article.published else set(),
        "publisher": {article.publisher.outlet or article.publisher.value} if article.publisher else set(),
        "dateline": _keys([article.dateline.value] if article.dateline else []),
        "authors": _keys([author.value for author in article.authors]),
        "wires": {medium.outlet or _key(medium.value) for medium in article.wires},
        "cited": {medium.outlet or _key(medium.value) for medium in article.cited},
    }


def expected(page: dict[str, Any], knowledge: Knowledge) -> Answers:
    """What the page prints, in the same form."""
    gold: Answers = {}
    for field in ONE:
        if field in page:
            value = page[field]
            words = value if field in ("published", "publisher") else _key(value or "")
            gold[field] = {words} if value else set()
    names = {
        name.casefold(): id_
        for id_, outlet in knowledge.outlets.items()
        for name in (outlet.name, *outlet.aliases, *outlet.brands, *outlet.domains)
    }
    if "authors" in page:
        gold["authors"] = _keys(page["authors"])
    for field in ("wires", "cited"):
        if field in page:
            gold[field] = {names.get(name.casefold(), _key(name)) for name in page[field]}
    return gold


def _count(count: Count, gold: set[str], found: set[str], *, is_one: bool) -> str:
    """Add one page's field to the count; what is not right, in words."""
    if is_one and gold and found and all(_same_moment(one, other) for one, other in zip(gold, found, strict=True)):
        found = gold
    right, extra, missing = gold & found, found - gold, gold - found
    wrong = min(len(extra), len(missing)) if is_one else 0
    count.right += len(right)
    count.wrong += wrong
    count.missing += len(missing) - wrong
    count.invented += len(extra) - wrong
    return f"{sorted(missing)} printed, {sorted(extra)} found" if extra or missing else ""


def _same_moment(gold: str, found: str) -> bool:
    """The minute where the page prints it, else the day."""
    return found == gold or (re.fullmatch(r"\d{4}-\d\d-\d\d", gold) is not None and found.startswith(gold))


def _keys(values: list[str]) -> set[str]:
    return {_key(value) for value in values}


def _key(value: str) -> str:
    return _LETTERS.sub(" ", value).strip().casefold()


def _pages(paths: list[Path]) -> Iterator[dict[str, Any]]:
    for path in paths:
        with path.open(encoding="utf-8") as lines:
            yield from (json.loads(line) for line in lines)


if __name__ == "__main__":
    main()
