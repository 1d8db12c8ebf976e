"""The stories, already clean, in the format of each peer: Markdown with the metadata it expects."""

import json
from datetime import datetime
from pathlib import Path

from stories import Story
from world import LANGS, World


def write_hugo(story: Story, folder: Path) -> None:
    """YAML front matter; topics, tags and outlets as taxonomies."""
    for lang in LANGS:
        fields = {
            "title": story.texts[lang].title,
            "date": story.when,
            "outlets": [story.outlet.name],
            "topics": [topic.name for topic in story.topics],
            "tags": [term.name for term in story.tags],
            "summary": story.texts[lang].standfirst,
        }
        _put(folder / f"content/{lang}/articles/{story.id}.md", _front_matter(fields) + _body(story, lang))


def write_eleventy(story: Story, folder: Path) -> None:
    """YAML front matter, with the page's place in it."""
    for lang in LANGS:
        fields = {
            "title": story.texts[lang].title,
            "date": story.when,
            "slug": story.id,
            "lang": lang,
            "outlet": story.outlet.name,
            "topics": [topic.name for topic in story.topics],
            "keywords": [term.name for term in story.tags],
            "summary": story.texts[lang].standfirst,
            "permalink": f"/{lang}/articles/{story.id}/index.html",
        }
        _put(folder / f"content/{lang}/{story.id}.md", _front_matter(fields) + _body(story, lang))


def write_pelican(story: Story, folder: Path) -> None:
    """Pelican's own header; the outlet is its category and the topics are its authors."""
    for lang in LANGS:
        fields = {
            "Title": story.texts[lang].title,
            "Date": f"{story.when:%Y-%m-%d %H:%M}",
            "Slug": story.id,
            "Lang": lang,
            "Category": story.outlet.name,
            "Authors": ", ".join(topic.name for topic in story.topics),
            "Tags": ", ".join(term.name for term in story.tags),
            "Summary": story.texts[lang].standfirst,
        }
        head = "".join(f"{key}: {value}\n" for key, value in fields.items() if value)
        _put(folder / f"content/{lang}/{story.id}.md", f"{head}\n{_body(story, lang)}")


def write_nikola(story: Story, folder: Path) -> None:
    """Nikola's own header; the outlet is its category and the topics are its authors."""
    for lang in LANGS:
        fields = {
            "title": story.texts[lang].title,
            "slug": story.id,
            "date": f"{story.when:%Y-%m-%d %H:%M:%S} UTC+07:00",
            "tags": ", ".join(term.name for term in story.tags),
            "category": story.outlet.name,
            "author": ", ".join(topic.name for topic in story.topics),
            "description": story.texts[lang].standfirst,
        }
        head = "".join(f".. {key}: {value}\n" for key, value in fields.items() if value)
        ending = "md" if lang == LANGS[0] else f"{lang}.md"
        _put(folder / f"posts/{story.id}.{ending}", f"<!--\n{head}-->\n\n{_body(story, lang)}")


WRITERS = {"hugo": write_hugo, "eleventy": write_eleventy, "pelican": write_pelican, "nikola": write_nikola}


def write_topics(peer: str, world: World, folder: Path) -> None:
    """The topics' names for the navigation, and their introductions, where the peer's site looks for them."""
    places = {"hugo": "data/topics.json", "eleventy": "_data/topicList.json"}
    named = [{"id": topic.id, "name": topic.name} for topic in world.topics]
    _put(folder / places.get(peer, "topics.json"), json.dumps(named, indent=1) + "\n")
    for topic in world.topics:
        for lang, words in topic.introduction.items():
            if peer == "hugo":
                _put(folder / f"content/{lang}/topics/{topic.id}/_index.md", _front_matter({"title": topic.name}) + words)
            else:
                _put(folder / f"introductions/{topic.id}.{lang}.md", words)


def _body(story: Story, lang: str) -> str:
    marks = {"paragraph": "", "heading": "### "}
    return "\n\n".join(marks[kind] + words for kind, words in story.texts[lang].blocks) + "\n"


def _front_matter(fields: dict[str, object]) -> str:
    return "---\n" + "".join(f"{key}: {_yaml(value)}\n" for key, value in fields.items()) + "---\n\n"


def _yaml(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime) else json.dumps(value, ensure_ascii=False)


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
