"""Every doubt about a digest's articles: their own findings, and what only several articles together show.

A paragraph that stands in several articles of one outlet is most likely none of any of them.
That is said and not decided.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from kliping.model import Article, Finding

FEWEST = 3
"""Two articles may be one report in two versions."""
MOST_WORDS = 20
"""A longer paragraph is seldom an outlet's refrain, and often the background of a story it carries on."""


def find_doubts(articles: Iterable[Article]) -> list[tuple[str, Finding]]:
    """Each finding with its article's `source_path`, by file and line; the articles are looked at once, one at a time.

    A paragraph counts as the same in other letter case or with other spaces. Long ones do not count, and articles
    without a publisher share none.
    """
    found: list[tuple[str, Finding]] = []
    seen: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for article in articles:
        found += [(article.source_path, finding) for finding in article.findings]
        publisher = article.publisher
        if publisher:
            for block in article.blocks:
                words = block.text.casefold().split()
                if len(words) <= MOST_WORDS:
                    seen[publisher.outlet or publisher.value, " ".join(words)].setdefault(article.source_path, block.line)
    return sorted([*found, *_recurring(seen.values())], key=lambda doubt: (doubt[0], doubt[1].line or 0))


def _recurring(seen: Iterable[Mapping[str, int]]) -> Iterator[tuple[str, Finding]]:
    """`seen` holds for each paragraph the files it stands in, and its line in each."""
    for lines in seen:
        if len(lines) >= FEWEST:
            others = len(lines) - 1
            message = f"Stands in {others} other articles of this outlet too; if it is no part of the article, `drop` it."
            for path, line in lines.items():
                yield path, Finding(line, "recurring", message)
