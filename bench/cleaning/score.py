#!/usr/bin/env python3
"""Scores the cleaner on pages whose bodies are known: `score.py --docs FILE… [--set NAME…] [--lang CODE…] [--worst N]`.

Pages come as JSON lines: `id`, `set`, `lang`, `gold` (the body), and in `var` the forms `B` (the whole page as text) and
`C` (the article's container), each with its `text` and `cov`, the share of each line that is body.
Precision and recall count runs of four words, as article-extraction-benchmark does, and F1 is that of their means.
A page is lost when more than a twentieth of what whole lines could give of its body is missing.
"""

import argparse
import json
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import mean
from typing import Any, NamedTuple

from kliping.cleaning import clean
from kliping.knowledge import Knowledge, load_knowledge
from kliping.model import Article, Role

BODY = frozenset({Role.BODY, Role.HEADING, Role.QUOTE, Role.LIST})
RUN = 4
FORMS = ("B", "C")
_WORD = re.compile(r"\w+")

Runs = Counter[tuple[str, ...]]


class Score(NamedTuple):
    """How well one page was cleaned."""

    id: str
    precision: float
    recall: float
    f1: float
    lost: bool


def main() -> None:
    """Score what the command line names and print a table for each form."""
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("--docs", type=Path, nargs="+", required=True)
    reader.add_argument("--set", nargs="*")
    reader.add_argument("--lang", nargs="*")
    reader.add_argument("--worst", type=int, default=0, help="also name the N worst pages, and errors by rule")
    asked = reader.parse_args()
    pages = [page for path in asked.docs for page in _pages(path, asked.set, asked.lang)]
    knowledge = load_knowledge()
    _say("| form | pages | precision | recall | F1 | pages with F1 ≥ .95 | pages losing > 5 % | pages a second |")
    _say("|---|---|---|---|---|---|---|---|")
    for form in FORMS:
        _say(_row(form, pages, knowledge, asked.worst))


def _row(form: str, pages: list[dict[str, Any]], knowledge: Knowledge, worst: int) -> str:
    start = time.process_time()
    articles = [_clean(page["var"][form]["text"], knowledge) for page in pages]
    seconds = time.process_time() - start
    scores = [score(page, form, article) for page, article in zip(pages, articles, strict=True)]
    precision, recall = mean(one.precision for one in scores), mean(one.recall for one in scores)
    if worst:
        _explain(form, pages, articles, scores, worst)
    f1 = _f1(precision, recall)
    good, lost = mean(one.f1 >= 0.95 for one in scores), mean(one.lost for one in scores)
    cells = (f"{precision:.3f}", f"{recall:.3f}", f"{f1:.3f}", f"{good:.2f}", f"{lost:.2f}", f"{len(pages) / seconds:.0f}")
    return f"| {form} | {len(pages)} | {' | '.join(cells)} |"


def score(page: dict[str, Any], form: str, article: Article) -> Score:
    """The score of one page in one form."""
    variant = page["var"][form]
    gold = runs(page["gold"])
    lines = zip(variant["text"].split("\n"), variant["cov"], strict=True)
    reach = runs("\n".join(line for line, share in lines if share >= 0.5))
    found = runs("\n".join(block.text for block in article.blocks))
    hit, total = sum((gold & found).values()), sum(gold.values())
    precision, recall = hit / max(1, sum(found.values())), hit / total
    lost = recall < 0.95 * sum((gold & reach).values()) / total
    return Score(page["id"], precision, recall, _f1(precision, recall), lost)


def runs(text: str) -> Runs:
    """The text's runs of four words, counted; a shorter text is one run."""
    words = _WORD.findall(text)
    return Counter(tuple(words[at : at + RUN]) for at in range(max(1, len(words) - RUN + 1)))


def _explain(form: str, pages: list[dict[str, Any]], articles: list[Article], scores: list[Score], worst: int) -> None:
    """Name the worst pages, and how many words each rule lost or left over."""
    errors: dict[str, Counter[str]] = defaultdict(Counter)
    for page, article in zip(pages, articles, strict=True):
        for kind, rule, words in _errors(page["var"][form], article):
            errors[kind][rule] += words
    for kind, counted in errors.items():
        _say(f"{form}, words {kind}: " + ", ".join(f"{rule} {words}" for rule, words in counted.most_common(12)))
    for one in sorted(scores, key=lambda each: each.f1)[:worst]:
        _say(f"{form} {one.id}: precision {one.precision:.2f}, recall {one.recall:.2f}")


def _errors(variant: dict[str, Any], article: Article) -> Iterator[tuple[str, str, int]]:
    lines = variant["text"].split("\n")
    for span in article.ledger:
        share = variant["cov"][span.line - 1]
        words = len(lines[span.line - 1][span.start : span.end].split())
        if share >= 0.8 and span.role not in BODY:
            yield "lost", span.rule, words
        if share <= 0.2 and span.role in BODY:
            yield "left over", span.rule, words


def _clean(text: str, knowledge: Knowledge) -> Article:
    return clean(text.encode("utf-8", "replace"), id="page", source_path="page.txt", knowledge=knowledge)


def _pages(path: Path, sets: Iterable[str] | None, langs: Iterable[str] | None) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            page = json.loads(line)
            if (not sets or page["set"] in sets) and (not langs or page["lang"] in langs):
                yield page


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
