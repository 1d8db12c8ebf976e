"""What the markup of an HTML page states about the article.

Input: the elements of a parsed page. Output: `Statements`, from JSON-LD first, then meta elements, then `<time>`.
"""

import json
import re
from collections import deque
from collections.abc import Iterable, Iterator
from typing import Any

from bs4.element import Tag

from kliping.cleaning.reading.markup import Statement, Statements
from kliping.cleaning.reading.mending import clean_text

_ARTICLE_TYPES = re.compile(
    r"(?:News|Reportage|Analysis|Opinion|Background|Satirical|Review|Tech|Scholarly)?Article$|BlogPosting$"
)
_NAMED_BY = ("property", "name", "itemprop")
"""Attributes that name a meta element."""
_METAS = (
    ("title", "og:title"),
    ("published", "article:published_time"),
    ("published", "content_PublishedDate"),
    ("published", "datePublished"),
    ("published", "parsely-pub-date"),
    ("published", "publishdate"),
    ("published", "pubdate"),
    ("published", "DC.date.issued"),
    ("updated", "article:modified_time"),
    ("publisher", "og:site_name"),
    ("url", "og:url"),
)
"""What meta elements state, with their names, the most reliable first."""


def read_statements(tags: Iterable[Tag]) -> Statements:
    """What the page states: by JSON-LD first, then by meta elements, then by `<time>`; `tags` are all its elements."""
    named: dict[str, list[Tag]] = {name: [] for name in ("script", "meta", "link", "h1", "time")}
    for tag in tags:
        if tag.name in named:
            named[tag.name].append(tag)
    found: dict[str, Any] = {}
    _read_linked_data(found, named["script"])
    _read_metas(found, named["meta"])
    canonical = next((link for link in named["link"] if "canonical" in (link.get("rel") or ())), None)
    _state(found, "url", canonical.get("href") if canonical else None, "link canonical")
    headings = [words for tag in named["h1"] if (words := _words(tag.get_text(" ")))]
    if len(headings) == 1:
        _state(found, "heading", headings[0], "h1 element")
    times = [time for time in named["time"] if time.get("datetime") is not None]
    if len(times) == 1:
        _state(found, "published", times[0].get("datetime"), "time element")
    return Statements(**found)


def _read_linked_data(found: dict[str, Any], scripts: Iterable[Tag]) -> None:
    for node in _linked_data(scripts):
        if not _ARTICLE_TYPES.search(" ".join(_strings(node.get("@type")))):
            continue
        _state(found, "title", node.get("headline"), "JSON-LD headline")
        _state(found, "published", node.get("datePublished"), "JSON-LD datePublished")
        _state(found, "updated", node.get("dateModified"), "JSON-LD dateModified")
        _state(found, "publisher", _name_of(node.get("publisher")), "JSON-LD publisher")
        names = [name for one in _listed(node.get("author")) if (name := _name_of(one))]
        if names and "authors" not in found:
            found["authors"] = tuple(Statement(name, "JSON-LD author") for name in names)


def _read_metas(found: dict[str, Any], tags: Iterable[Tag]) -> None:
    metas: dict[tuple[str, object], Tag] = {}
    for tag in tags:
        for kind in _NAMED_BY:
            metas.setdefault((kind, tag.get(kind)), tag)
    for key, name in _METAS:
        meta = next((metas[kind, name] for kind in _NAMED_BY if (kind, name) in metas), None)
        _state(found, key, meta.get("content") if meta else None, f"meta {name}")
    if "authors" not in found:
        author = metas.get(("name", "author"))
        printed = _words(author.get("content")) if author else ""
        found["authors"] = (Statement(printed, "meta author"),) if printed else ()


def _state(found: dict[str, Any], key: str, value: object, cue: str) -> None:
    words = _words(value)
    if words and key not in found:
        found[key] = Statement(words, cue)


def _linked_data(scripts: Iterable[Tag]) -> Iterator[dict[str, Any]]:
    for script in scripts:
        if script.get("type") != "application/ld+json":
            continue
        try:
            data = json.loads(script.get_text(), strict=False)
        except (ValueError, RecursionError):
            continue  # broken linked data states nothing; the text still speaks
        waiting = deque(_listed(data))
        while waiting:
            node = waiting.popleft()
            if isinstance(node, dict):
                yield node
                waiting += _listed(node.get("@graph"))


def _listed(value: object) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, list) else [value]


def _strings(value: object) -> list[str]:
    return [one for one in _listed(value) if isinstance(one, str)]


def _name_of(value: object) -> str | None:
    one = _listed(value)[0] if _listed(value) else None
    name = one.get("name") if isinstance(one, dict) else one
    return _words(name) or None


def _words(value: object) -> str:
    """The cleaned words of a string, else empty; JSON may hold half a surrogate pair, which cannot be printed."""
    return clean_text(value.encode("utf-8", "ignore").decode()) if isinstance(value, str) else ""
