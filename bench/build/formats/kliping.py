"""The stories as Kliping's content folder: pages as scraped with all that stood around them, or already cleaned ones."""

import json
from pathlib import Path
from typing import Any

from stories import Story
from world import LANGS, Outlet, Term, World

from formats.catalogue import catalogue, passages
from formats.page import page_text

CITED = 4
"""Articles that a topic's timeline cites."""


def write_story(story: Story, world: World, folder: Path) -> None:
    """The article as scraped, with its sidecar and catalogue."""
    layout = story.outlet.layout
    printed = layout["top"]
    _put(folder / f"articles/{story.id}.txt", page_text(story, world))
    sidecar = f"url: {address(story)}\nadded: {story.when:%Y-%m-%d}\n"
    if "{year}" not in printed:
        sidecar += f"published: {story.when.isoformat()}\n"
    _put(folder / f"articles/{story.id}.yml", sidecar)
    left_out = {key for key, place in (("standfirst", "{standfirst}"), ("caption1", "{caption}")) if place not in printed}
    for lang in LANGS:
        if lang != story.outlet.lang:
            _put(folder / f"translations/{lang}/{story.id}.po", catalogue(story, lang, frozenset(left_out)))


def write_parsed(story: Story, folder: Path) -> None:
    """The article as `kliping parse --json` would print it, with its catalogue."""
    _put(folder / f"articles/{story.id}.json", json.dumps(parsed(story), ensure_ascii=False) + "\n")
    for lang in LANGS:
        if lang != story.outlet.lang:
            _put(folder / f"translations/{lang}/{story.id}.po", catalogue(story, lang, frozenset({"caption1"})))


def address(story: Story) -> str:
    """Where the page would stand at its outlet."""
    return f"https://{story.outlet.domain}/{story.id}"


def parsed(story: Story) -> dict[str, Any]:
    """The story in the form of the contract of `kliping parse`."""
    own, outlet = story.own, story.outlet
    keys = [key for key in passages(story, outlet.lang) if key[1:].isdigit()]
    fact = {"basis": "curator"}
    url = {"value": address(story), **fact}
    return {
        "id": story.id,
        "source_path": f"content/articles/{story.id}.json",
        "lang": outlet.lang,
        "title": {"value": own.title, **fact},
        "standfirst": {"value": own.standfirst, **fact},
        "published": {"value": story.when.isoformat(), "precision": "minute", **fact},
        "updated": None,
        "publisher": {"value": outlet.name, "outlet": outlet.id, **fact},
        "authors": [{"value": story.author, "role": "author", **fact}],
        "dateline": None,
        "wires": [],
        "cited": [],
        "url": url,
        "original_url": url,
        "figures": [],
        "blocks": [
            {"kind": kind, "text": words, "line": line, "anchor": key}
            for line, (key, (kind, words)) in enumerate(zip(keys, own.blocks, strict=True), start=1)
        ],
        "see_also": [],
        "keywords": [],
        "notices": [],
        "tags": [{"id": term.id, "basis": "text", "line": 1, "because": term.name} for term in story.tags],
        "topics": [{"id": topic.id, "basis": "text", "because": "tags"} for topic in story.topics],
        "reports_until": None,
        "findings": [],
        "ledger": [],
    }


def write_registers(world: World, cited: dict[str, list[str]], folder: Path) -> None:
    """Vocabulary, outlets, topics with their introductions, and one page of prose; `cited` are article ids by topic."""
    kinds = sorted({term.kind for term in world.terms})
    vocabulary = {kind: {term.id: _entry(term) for term in world.terms if term.kind == kind} for kind in kinds}
    _put(folder / "vocabulary.yml", _yaml(vocabulary))
    outlets = {outlet.id: _registration(outlet) for outlet in world.outlets}
    _put(folder / "outlets.yml", _yaml({"default": {"policy": "full"}, "outlets": outlets}))
    for topic in world.topics:
        described = {
            "name": dict.fromkeys(LANGS, topic.name),
            "description": topic.description,
            "rule": {"any": list(topic.any)},
            "timeline": [
                {"date": id_[:10], "kind": "report", "words": topic.description, "cites": [f"{id_}#p1"]}
                for id_ in cited[topic.id]
            ],
        }
        _put(folder / f"topics/{topic.id}.yml", _yaml(described))
        for lang, words in topic.introduction.items():
            _put(folder / f"topics/{topic.id}.{lang}.md", words)
    for lang, words in world.topics[0].introduction.items():
        _put(folder / f"pages/about.{lang}.md", f"# Kliping\n\n{words}")


def _entry(term: Term) -> dict[str, Any]:
    entry: dict[str, Any] = {"name": dict.fromkeys(LANGS, term.name)}
    return entry if term.short == term.name else {**entry, "aliases": {lang: [term.short] for lang in LANGS}}


def _registration(outlet: Outlet) -> dict[str, Any]:
    if outlet.shipped:
        return {"policy": "full"}
    described = {"name": outlet.name, "domains": [outlet.domain], "lang": outlet.lang, "country": "ID", "kind": "newspaper"}
    return {**described, "policy": "full"}


def _yaml(value: dict[str, Any]) -> str:
    """JSON is YAML; one top key a line so that a person can read it and the runner can edit it."""
    return "".join(
        f"{key}:\n" + "".join(f"  {name}: {json.dumps(each, ensure_ascii=False)}\n" for name, each in part.items())
        if isinstance(part, dict)
        else f"{key}: {json.dumps(part, ensure_ascii=False)}\n"
        for key, part in value.items()
    )


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
