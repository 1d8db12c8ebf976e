"""Collects the labelled pages from clones of public repositories, as train.py reads them.

usage: collect.py --clones FOLDER --out FOLDER [--labels english_labels.yml …]

The clones stand in FOLDER/owner/name with their history: each page is read as a commit has it. For each set one file is
written, docs_SET.jsonl, with a page a line: `id`, `set`, `lang`, `url`, `gold` (its body) and in `var` the forms `B` (the
whole page as text) and `C` (the smallest element with the body and the headline as text), each with its `text` and `cov`:
1 for each line that is body, 0 for the others.

A label file holds, by set and `repository@commit`, the body lines of each page, counted from 1 over the non-blank lines of
form B. A page is named by the end of its path, and its address follows the lines if the page does not tell its site; or by
its address, and the end of its path follows. A path may lead to a table of articles with their addresses.
"""

import argparse
import ast
import csv
import io
import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

import py3langid
import yaml
from bs4 import BeautifulSoup
from bs4.element import Tag
from inscriptis import get_text

HERE = Path(__file__).parent
LANGS = {"id": "id", "id more": "id", "outlets": "en"}
"""Sets in one language; of other pages it is told by their bodies."""
UNSEEN = ("iframe", "noscript", "script", "style", "svg", "template")
HELD = 0.97
"""The share of the body's runs of words that an element must have of what the whole page has of them."""
ADDRESSES = (('link[rel="canonical"]', "href"), ('meta[property="og:url"]', "content"))
SPACES = re.compile("[ \t\r\f\v\xa0]+")
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Label:
    """Where a page is found and which of its lines are body."""

    set: str
    repository: str
    commit: str
    page: str
    """The end of its path or its address, as the label file names it."""
    body: frozenset[int]
    path: str
    """The end of its path in the repository."""
    url: str
    """Empty where the page itself tells it."""


def labels_of(path: Path) -> Iterator[Label]:
    """The labels of a file."""
    for set_, repositories in yaml.safe_load(path.read_text(encoding="utf-8")).items():
        for repository, pages in repositories.items():
            name, commit = repository.split("@")
            for page, label in pages.items():
                lines, _, rest = str(label).partition(" ")
                path_end, url = (rest, page) if "://" in page else (page, rest)
                yield Label(set_, name, commit, page, numbers_of(lines), path_end, url)


def numbers_of(lines: str) -> frozenset[int]:
    """The numbers of `31-33,35`: 31, 32, 33, 35."""
    ends = [part.partition("-") for part in lines.split(",")]
    return frozenset(chain.from_iterable(range(int(first), int(last or first) + 1) for first, _, last in ends))


@cache
def paths_of(clone: Path, commit: str) -> list[str]:
    """The paths of all files of a commit."""
    return git(clone, "ls-tree", "-r", "-z", "--name-only", commit).decode("utf-8", "replace").split("\0")


def git(clone: Path, *words: str) -> bytes:
    """What git says of a clone."""
    return subprocess.run(["git", "-C", clone, *words], capture_output=True, check=True).stdout


def file_of(label: Label, clones: Path) -> bytes:
    """The file a label names; an error if the end of its path fits none or several."""
    clone = clones / label.repository
    fits = [path for path in paths_of(clone, label.commit) if f"/{path}".endswith(f"/{label.path}")]
    if len(fits) != 1:
        raise LookupError(f"{label.repository}: {len(fits)} files end in {label.path}")
    data = git(clone, "cat-file", "blob", f"{label.commit}:{fits[0]}")
    # Some students stored what Python prints of bytes: b'<!DOCTYPE html>\n…'
    return ast.literal_eval(data.decode().strip()) if data.startswith((b"b'", b'b"')) else data


def page_of(label: Label, clones: Path) -> dict[str, Any]:
    """The page with its labelled lines."""
    data, url = file_of(label, clones), label.url
    if label.path.endswith(".csv"):
        whole, container = row_of(data, label)
        gold = body_of(whole, label.body)
    else:
        soup = BeautifulSoup(data, "lxml")
        url = url or address_of(soup)
        for tag in soup(UNSEEN):
            tag.decompose()
        whole = text_of(soup)
        gold = body_of(whole, label.body)
        container = text_of(container_of(soup, gold))
    shares = shares_of(whole, label.body)
    return {
        "id": f"{label.repository}/{label.page}",
        "set": label.set,
        "lang": LANGS.get(label.set) or py3langid.classify(gold)[0],
        "url": url,
        "gold": gold,
        "var": {
            "B": {"text": whole, "cov": shares},
            "C": {"text": container, "cov": carried(whole.split("\n"), shares, container.split("\n"))},
        },
    }


def row_of(data: bytes, label: Label) -> tuple[str, str]:
    """The article of this address in a table, without and with its headline and date."""
    for row in csv.DictReader(io.StringIO(data.decode("utf-8-sig"))):
        if row["url"] == label.url:
            text = tidy(row["isi_berita"])
            return text, tidy("\n".join([row["judul"], row["tanggal_publikasi"], text]))
    raise LookupError(f"{label.path}: no article of {label.url}")


def address_of(soup: BeautifulSoup) -> str:
    """The address a page gives itself, or nothing."""
    given = [str(tag.get(key)).strip() for query, key in ADDRESSES for tag in soup.select(query) if tag.get(key)]
    return next((address for address in given if re.match(r"https?://\w", address)), "")


def text_of(element: Tag) -> str:
    """A page or an element of it as text."""
    return tidy(get_text(str(element) if isinstance(element, BeautifulSoup) else f"<html><body>{element}</body></html>"))


def tidy(text: str) -> str:
    """The text without spaces around its lines and with one blank line at most between them."""
    lines = [SPACES.sub(" ", line).strip() for line in text.replace("\u200b", "").split("\n")]
    return "\n".join(line for line, before in zip(lines, ["", *lines], strict=False) if line or before).strip()


def shares_of(text: str, body: frozenset[int]) -> list[int]:
    """1 for each body line, 0 for all others, the blank ones too."""
    number, shares = 0, []
    for line in text.split("\n"):
        number += bool(line)
        shares.append(int(bool(line) and number in body))
    return shares


def body_of(text: str, body: frozenset[int]) -> str:
    """The body lines."""
    return "\n".join(line for line, share in zip(text.split("\n"), shares_of(text, body), strict=True) if share)


def container_of(soup: BeautifulSoup, body: str) -> Tag:
    """The smallest element that holds the body and the headline."""
    element = soup.body or soup
    runs, headline = runs_of(body), headline_of(soup)
    if headline not in words_of(element.get_text(" ")):
        headline = ""
    least = HELD * held(runs, element)
    while True:
        large = (tag for tag in element.find_all(True, recursive=False) if len(tag.get_text(" ")) >= len(body) / 2)
        holders = (tag for tag in large if held(runs, tag) >= least and headline in words_of(tag.get_text(" ")))
        if not (holder := next(holders, None)):
            return element
        element = holder


def headline_of(soup: BeautifulSoup) -> str:
    """The words of the first large heading, else of the title up to a dash or bar."""
    if soup.h1:
        return words_of(soup.h1.get_text(" "))
    return words_of(re.split(r" [-|] ", soup.title.get_text())[0]) if soup.title else ""


def words_of(text: str) -> str:
    """A text's words in small letters, with one space between them."""
    return " ".join(WORD.findall(text.lower()))


def held(runs: Counter[tuple[str, ...]], element: Tag) -> int:
    """How many of these runs of words an element has."""
    return sum((runs & runs_of(element.get_text(" "))).values())


def runs_of(text: str) -> Counter[tuple[str, ...]]:
    """The text's runs of four words, counted."""
    words = WORD.findall(text.lower())
    return Counter(zip(words, words[1:], words[2:], words[3:], strict=False))


def carried(whole: Sequence[str], shares: Sequence[int], part: Sequence[str]) -> list[int]:
    """The shares of the lines of a part, each as the line of the whole it stands for; 0 where it is none."""
    found = [0] * len(part)
    for start, at, size in SequenceMatcher(None, whole, part, autojunk=False).get_matching_blocks():
        found[at : at + size] = shares[start : start + size]
    return found


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("--clones", type=Path, required=True)
    reader.add_argument("--out", type=Path, required=True)
    reader.add_argument("--labels", type=Path, nargs="+", default=sorted(HERE.glob("*_label*.yml")))
    asked = reader.parse_args()
    pages: dict[str, list[str]] = {}
    for label in chain.from_iterable(map(labels_of, asked.labels)):
        page = json.dumps(page_of(label, asked.clones), ensure_ascii=False)
        pages.setdefault(label.set, []).append(page)
    for set_, lines in pages.items():
        path = asked.out / f"docs_{set_.replace(' ', '_')}.jsonl"
        path.write_text("".join(line + "\n" for line in lines), encoding="utf-8", errors="replace")
        sys.stdout.write(f"{path}: {len(lines)} pages\n")


if __name__ == "__main__":
    main()
