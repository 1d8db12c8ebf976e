#!/usr/bin/env python3
"""Scores the cleaner on pages whose bodies are known: see `--help`.

Pages come as JSON lines: `id`, `set`, `lang`, `url`, `gold` (the body), and in `var` the forms `B` (the whole page as text)
and `C` (the article's container), each with its `text` and `cov`, the share of each line that is body.
What counts as found are the article's blocks: paragraphs, headings, quotations and lists. Headline, standfirst, captions,
credits, sign-offs and the dateline are fields of their own and do not count, though most sets have the dateline in the body.

P, R: precision and recall of runs of four words, as article-extraction-benchmark counts them; F1 is that of their means,
± its standard deviation over pages drawn again. page F1: the mean of each page's. lost: pages of which more than a twentieth
of what whole lines could give of the body is missing. line P, R, F1: over all lines that are clearly body or clearly not.
"""

import argparse
import json
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from random import Random
from statistics import mean, pstdev
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from kliping.cleaning import clean
from kliping.knowledge import Knowledge, load_knowledge
from kliping.model import Article, Role

BODY = frozenset({Role.BODY, Role.HEADING, Role.QUOTE, Role.LIST})
RUN = 4
DRAWS = 200
COLUMNS = "form|pages|P|R|F1|±|page F1|F1 ≥ .95|lost > 5 %|line P|line R|line F1|pages/s"
FORMS = ("B", "C")
_WORD = re.compile(r"\w+")

Runs = Counter[tuple[str, ...]]


class Score(NamedTuple):
    """How well one page was cleaned."""

    id: str
    site: str
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
    reader.add_argument("--sites", action="store_true", help="also score each site by itself, worst first")
    asked = reader.parse_args()
    pages = [page for path in asked.docs for page in _pages(path, asked.set, asked.lang)]
    knowledge = load_knowledge()
    rows = [_row(form, pages, knowledge, asked.worst, sites=asked.sites) for form in FORMS]
    _say(f"| {COLUMNS.replace('|', ' | ')} |")
    _say("|---" * (COLUMNS.count("|") + 1) + "|")
    for row in rows:
        _say(row)


def _row(form: str, pages: list[dict[str, Any]], knowledge: Knowledge, worst: int, *, sites: bool) -> str:
    start = time.process_time()
    articles = [_clean(page["var"][form]["text"], knowledge) for page in pages]
    seconds = time.process_time() - start
    scores = [score(page, form, article) for page, article in zip(pages, articles, strict=True)]
    if worst:
        _explain(form, pages, articles, scores, worst)
    if sites:
        _by_site(form, scores)
    precision, recall, f1 = means(scores)
    drawn = Random(1)
    spread = pstdev(means(drawn.choices(scores, k=len(scores)))[2] for _ in range(DRAWS))
    good, lost = mean(one.f1 >= 0.95 for one in scores), mean(one.lost for one in scores)
    lines = _line_score((page["var"][form], article) for page, article in zip(pages, articles, strict=True))
    shown = (precision, recall, f1, spread, mean(one.f1 for one in scores), good, lost, *lines)
    cells = " | ".join(f"{one:.3f}" for one in shown)
    return f"| {form} | {len(pages)} | {cells} | {len(pages) / seconds:.0f} |"


def means(scores: Sequence[Score]) -> tuple[float, float, float]:
    """The means of precision and recall, and their F1."""
    precision, recall = mean(one.precision for one in scores), mean(one.recall for one in scores)
    return precision, recall, _f1(precision, recall)


def _line_score(cleaned: Iterable[tuple[dict[str, Any], Article]]) -> tuple[float, float, float]:
    hit = found = true = 0
    for variant, article in cleaned:
        kept = {span.line for span in article.ledger if span.role in BODY}
        for number, (line, share) in enumerate(zip(variant["text"].split("\n"), variant["cov"], strict=True), 1):
            if _WORD.search(line) and not 0.2 < share < 0.8:
                hit += share >= 0.8 and number in kept
                found += number in kept
                true += share >= 0.8
    precision, recall = hit / max(1, found), hit / max(1, true)
    return precision, recall, _f1(precision, recall)


def _by_site(form: str, scores: list[Score]) -> None:
    """Score each site by itself, worst first."""
    by_site: dict[str, list[Score]] = defaultdict(list)
    for one in scores:
        by_site[one.site].append(one)
    for site, some in sorted(by_site.items(), key=lambda item: means(item[1])[2]):
        precision, recall, f1 = means(some)
        lost = sum(one.lost for one in some)
        _say(f"{form} {site}: {len(some)} pages, P {precision:.3f}, R {recall:.3f}, F1 {f1:.3f}, {lost} lost")


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
    return Score(page["id"], urlsplit(page["url"]).netloc or page["url"], precision, recall, _f1(precision, recall), lost)


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
