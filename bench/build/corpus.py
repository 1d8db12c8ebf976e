#!/usr/bin/env python3
"""Writes the made-up news of the speed bench: the same articles for Kliping and for each peer, always the same bytes.

usage: corpus.py N FOLDER [--only kliping,parsed,hugo,eleventy,nikola,pelican]

FOLDER/kliping/   Kliping's content: articles as scraped, boilerplate and all, with sidecars and catalogues
FOLDER/parsed/    the same with the articles already cleaned, as `kliping parse --json` prints them
FOLDER/<peer>/    the same cleaned articles in the peer's format
FOLDER/corpus.json  what the runner edits and looks for
"""

import argparse
import json
from collections.abc import Callable
from functools import partial
from pathlib import Path

from formats import catalogue, kliping, peers
from stories import Story, stories
from world import World, make_world

FORMATS = ("kliping", "parsed", *peers.WRITERS)
RENAMED = 20
"""Place, by frequency, of the vocabulary entry that the runner renames: about one article in 30 names it."""
OLD_BODY, OLD_TRANSLATION = "p5", "p7"
"""Passages that the runner edits; not the same, since an edited original makes its translation stale."""


def main() -> None:
    """Write what the command line asks for."""
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("count", type=int)
    reader.add_argument("folder", type=Path)
    reader.add_argument("--only", default=",".join(FORMATS))
    asked = reader.parse_args()
    write_corpus(asked.count, asked.folder, frozenset(asked.only.split(",")))


def write_corpus(count: int, folder: Path, formats: frozenset[str]) -> None:
    """Write the corpus in the formats named."""
    world = make_world()
    writers = _writers(formats, world, folder)
    cited: dict[str, list[str]] = {topic.id: [] for topic in world.topics}
    edited = None
    for story in stories(count, world):
        for write in writers:
            write(story)
        for topic in story.topics:
            if len(cited[topic.id]) < kliping.CITED:
                cited[topic.id].append(story.id)
        if edited is None and story.number >= count // 2 and story.outlet.lang == "id" and not story.outlet.shipped:
            edited = story
    for name in formats & {"kliping", "parsed"}:
        kliping.write_registers(world, cited, folder / name / "content")
    for name in formats & set(peers.WRITERS):
        peers.write_topics(name, world, folder / name)
    (folder / "corpus.json").write_text(json.dumps(_manifest(count, edited, world), ensure_ascii=False, indent=1) + "\n")


def _writers(formats: frozenset[str], world: World, folder: Path) -> list[Callable[[Story], None]]:
    writers: dict[str, Callable[[Story], None]] = {
        "kliping": lambda story: kliping.write_story(story, world, folder / "kliping/content"),
        "parsed": lambda story: kliping.write_parsed(story, folder / "parsed/content"),
        **{name: partial(write, folder=folder / name) for name, write in peers.WRITERS.items()},
    }
    return [write for name, write in writers.items() if name in formats]


def _manifest(count: int, edited: Story | None, world: World) -> dict[str, object]:
    if edited is None:
        raise SystemExit("corpus: too few articles to edit one of them; ask for 20 or more")
    lang = edited.outlet.lang
    other = "en" if lang == "id" else "id"
    term = world.terms[RENAMED]
    return {
        "articles": count,
        "topics": [{"id": topic.id, "name": topic.name} for topic in world.topics],
        "article": {"id": edited.id, "lang": lang, "other": other},
        "body": catalogue.passages(edited, lang)[OLD_BODY],
        "translation": {"key": OLD_TRANSLATION, "words": catalogue.passages(edited, other)[OLD_TRANSLATION]},
        "term": {"id": term.id, "name": term.name},
    }


if __name__ == "__main__":
    main()
