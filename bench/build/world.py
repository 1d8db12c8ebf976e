"""What the made-up news is about, the same whatever the number of articles: 300 names, 30 topics, 40 outlets."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from dice import Dice
from prose import Prose

SEED = "kliping-bench-1"
LANGS = ("id", "en")
TERMS, TOPICS, OUTLETS = 300, 30, 40
FREQUENT = 30
"""Names too frequent to make a topic of."""
KINDS = ("people", "places", "organisations", "people", "themes")
SYLLABLES = [consonant + vowel for consonant in "bdfgklmnprstw" for vowel in "aeio"]

_HERE = Path(__file__).parent


@dataclass(frozen=True)
class Term:
    """A vocabulary entry, named alike in both languages."""

    id: str
    name: str
    short: str
    """A further spelling that articles use after the full name; the name itself where there is none."""
    kind: str


@dataclass(frozen=True)
class Topic:
    """A running story: the articles that name any of its terms."""

    id: str
    name: str
    any: tuple[str, ...]
    description: dict[str, str]
    introduction: dict[str, str]
    """CommonMark by language."""


@dataclass(frozen=True)
class Outlet:
    """A newspaper and how its pages look once scraped."""

    id: str
    name: str
    domain: str
    lang: str
    shipped: bool
    """Whether Kliping's own data describes it."""
    layout: dict[str, Any]


@dataclass(frozen=True)
class World:
    """All of it; terms and outlets stand most frequent first, topics by id."""

    terms: tuple[Term, ...]
    topics: tuple[Topic, ...]
    outlets: tuple[Outlet, ...]
    prose: dict[str, Prose]


def make_world() -> World:
    """The world of the bench."""
    prose = {lang: Prose(lang) for lang in LANGS}
    words = _words(Dice(SEED, "names"), prose)
    terms = tuple(_term(place, next(words), next(words)) for place in range(TERMS))
    topics = [_topic(place, next(words), terms, prose) for place in range(TOPICS)]
    return World(
        terms=terms,
        topics=tuple(sorted(topics, key=lambda topic: topic.id)),
        outlets=tuple(_outlets(words)),
        prose=prose,
    )


def _words(dice: Dice, prose: dict[str, Prose]) -> Iterator[str]:
    """Made-up words, none twice and none of a language's own."""
    taken = {word for each in prose.values() for word in each.bank["nouns"] + each.bank["adjectives"]}
    while True:
        word = "".join(dice.pick(SYLLABLES) for _ in range(3))
        if word not in taken:
            taken.add(word)
            yield word


def _term(place: int, first: str, second: str) -> Term:
    kind = KINDS[place % len(KINDS)]
    if kind == "themes":
        return Term(f"{first}-{second}", f"{first} {second}", f"{first} {second}", kind)
    return Term(f"{first}-{second}", f"{first.title()} {second.title()}", second.title(), kind)


def _topic(place: int, word: str, terms: tuple[Term, ...], prose: dict[str, Prose]) -> Topic:
    dice = Dice(SEED, "topic", word)
    own = terms[FREQUENT + place :: TOPICS]
    return Topic(
        id=word,
        name=word.title(),
        any=tuple(term.id for term in own),
        description={lang: each.sentence("naming", dice, own[0].name) for lang, each in prose.items()},
        introduction={lang: _introduction(dice, each, own) for lang, each in prose.items()},
    )


def _introduction(dice: Dice, prose: Prose, terms: tuple[Term, ...]) -> str:
    parts = [prose.paragraph(dice, 300, prose.sentence("naming", dice, f"*{term.name}*")) for term in terms[:3]]
    return "\n\n".join(parts) + "\n"


def _outlets(words: Iterator[str]) -> Iterator[Outlet]:
    """First those that Kliping's data describes, then made-up ones, every fifth of them in English."""
    layouts = [yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader) for path in sorted((_HERE / "layouts").glob("*.yml"))]
    known = [layout for layout in layouts if "outlet" in layout]
    general = {lang: [one for one in layouts if "outlet" not in one and one["lang"] == lang] for lang in LANGS}
    for layout in known:
        outlet = layout["outlet"]
        yield Outlet(outlet["id"], outlet["name"], outlet["domain"], layout["lang"], True, layout)
    for place in range(OUTLETS - len(known)):
        lang = "en" if place % 5 == 2 else "id"
        word = next(words)
        layout = general[lang][place % len(general[lang])]
        name = f"{word.title()} Post" if lang == "en" else f"Harian {word.title()}"
        yield Outlet(name.lower().replace(" ", "-"), name, f"{word}.example", lang, False, layout)
