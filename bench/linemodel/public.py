"""Collects the two public sets that `make bench-cleaning` scores on, from clones of their repositories.

usage: public.py --clones FOLDER --out FOLDER

The clones stand in FOLDER/owner/name. Two files are written, docs_aeb.jsonl and docs_wcxb.jsonl, with a page a line as
collect.py writes them, but that the labels are made: `cov` is the share of a line's words that stand in the body which
the set gives as one text. Left out are pages that hold less than LEAST of their body (a script writes the rest), bodies
of fewer than SHORTEST words, and languages that part no words by spaces.
"""

import argparse
import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

import py3langid
from bs4 import BeautifulSoup
from collect import UNSEEN, WORD, container_of, git, held, runs_of, text_of

LEAST = 0.85
SHORTEST = 40
UNSPACED = frozenset({"ja", "th", "zh"})
RUN = 4


class Given(NamedTuple):
    """A page and its body, as a set gives them."""

    id: str
    set: str
    url: str
    html: bytes
    body: str


def article_extraction_benchmark(clones: Path) -> Iterator[Given]:
    """The pages of scrapinghub/article-extraction-benchmark (MIT) that have a body."""
    clone = clones / "scrapinghub/article-extraction-benchmark"
    for name, page in sorted(json.loads(git(clone, "show", "HEAD:ground-truth.json")).items()):
        if page.get("articleBody"):
            html = gzip.decompress(git(clone, "show", f"HEAD:html/{name}.html.gz"))
            yield Given(f"aeb/{name[:16]}", "aeb", page.get("url", ""), html, page["articleBody"])


def wcxb(clones: Path) -> Iterator[Given]:
    """The articles of the development split of Murrough-Foley/web-content-extraction-benchmark (CC-BY-4.0)."""
    clone = clones / "Murrough-Foley/web-content-extraction-benchmark"
    for path in git(clone, "ls-tree", "--name-only", "HEAD", "dev/ground-truth/").decode().splitlines():
        page = json.loads(git(clone, "show", f"HEAD:{path}"))
        body, kind = page["ground_truth"].get("main_content"), page["_internal"]["page_type"]["primary"]
        if body and kind == "article":
            name = Path(path).stem
            html = gzip.decompress(git(clone, "show", f"HEAD:dev/html/{name}.html.gz"))
            yield Given(f"wcxb/dev/{name}", "wcxb", page.get("url") or name, html, body)


def page_of(given: Given) -> dict[str, Any] | None:
    """The page with its lines' shares, or nothing if it is left out."""
    soup = BeautifulSoup(given.html, "lxml")
    for tag in soup(UNSEEN):
        tag.decompose()
    lines = (line.strip() for line in given.body.replace("\xa0", " ").split("\n"))
    gold = "\n".join(line for line in lines if line)
    runs, lang = runs_of(gold), py3langid.classify(gold)[0]
    if lang in UNSPACED or len(WORD.findall(gold)) < SHORTEST or held(runs, soup) < LEAST * runs.total():
        return None
    forms = {"B": text_of(soup), "C": text_of(container_of(soup, gold))}
    return {
        "id": given.id,
        "set": given.set,
        "lang": lang,
        "url": given.url,
        "gold": gold,
        "var": {form: {"text": text, "cov": shares_in(text.split("\n"), gold)} for form, text in forms.items()},
    }


def shares_in(lines: Sequence[str], body: str) -> list[float]:
    """What share of each line's words belongs to the body, judged by runs of four words.

    Runs cross the ends of lines, so that a word that a link set on a line of its own is placed by its neighbours.
    What a page prints more often than the body has it counts where the most of it stands together.
    A line of two or three words counts if it is a line of the body, a line without words as the lower of its neighbours.
    """
    words = [(word, number) for number, line in enumerate(lines) for word in WORD.findall(line.lower())]
    inside = _inside([word for word, _ in words], runs_of(body))
    of_line = Counter(number for _, number in words)
    found = Counter(number for (_, number), is_in in zip(words, inside, strict=True) if is_in)
    short = Counter(tuple(WORD.findall(line)) for line in body.lower().split("\n"))
    shares: list[float | None] = []
    for number, line in enumerate(lines):
        own = tuple(WORD.findall(line.lower()))
        if not found[number] and 1 < len(own) < RUN and short[own]:
            short[own] -= 1
            shares.append(1.0)
        else:
            shares.append(round(found[number] / of_line[number], 3) if own else None)
    return [_between(shares, number) if lines[number] else 0.0 for number in range(len(lines))]


def _inside(words: Sequence[str], left: Counter[tuple[str, ...]]) -> list[bool]:
    """Which words lie in a run of the body; each run is found as often as the body has it, in the longest piece first."""
    starts = [at for at in range(len(words) - RUN + 1) if tuple(words[at : at + RUN]) in left]
    pieces: list[list[int]] = []
    for at in starts:
        if pieces and pieces[-1][-1] == at - 1:
            pieces[-1].append(at)
        else:
            pieces.append([at])
    inside = [False] * len(words)
    for piece in sorted(pieces, key=len, reverse=True):
        for at in piece:
            run = tuple(words[at : at + RUN])
            if left[run] > 0:
                left[run] -= 1
                inside[at : at + RUN] = [True] * RUN
    return inside


def _between(shares: Sequence[float | None], number: int) -> float:
    """A line's share, or the lower one of the nearest lines that have any."""
    if (own := shares[number]) is not None:
        return own
    before = next((share for share in reversed(shares[:number]) if share is not None), 0.0)
    after = next((share for share in shares[number + 1 :] if share is not None), 0.0)
    return min(before, after)


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("--clones", type=Path, required=True)
    reader.add_argument("--out", type=Path, required=True)
    asked = reader.parse_args()
    with ProcessPoolExecutor() as processes:
        for name, given in (("aeb", article_extraction_benchmark), ("wcxb", wcxb)):
            pages = [page for page in processes.map(page_of, given(asked.clones), chunksize=8) if page]
            path = asked.out / f"docs_{name}.jsonl"
            with path.open("w", encoding="utf-8", errors="replace") as file:
                file.writelines(json.dumps(page, ensure_ascii=False) + "\n" for page in pages)
            sys.stdout.write(f"{path}: {len(pages)} pages\n")


if __name__ == "__main__":
    main()
