"""The made-up articles, one after the other, each from its number alone."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone

from dice import Dice, zipf
from world import FREQUENT, LANGS, SEED, SYLLABLES, TERMS, Outlet, Term, Topic, World

FIRST_DAY = datetime(2021, 1, 1, tzinfo=timezone(timedelta(hours=7)))
MINUTES = 5 * 365 * 24 * 60
PARAGRAPHS = 12
LENGTH = 180
"""Characters of a paragraph, or a few more."""
HEADED = (2, 5, 8)
"""Paragraphs, from 0, that a heading stands before, where the outlet prints headings."""
REWRITTEN = 0.03
"""Share of articles that take over another outlet's paragraphs."""
NAMES_A_STORY = 4

_TERMS, _OUTLETS = zipf(TERMS), zipf(40, offset=4)


@dataclass(frozen=True)
class Text:
    """The words of a story in one language."""

    title: str
    standfirst: str
    caption: str
    blocks: tuple[tuple[str, str], ...]
    """Kind (`paragraph` or `heading`) and words."""


@dataclass(frozen=True)
class Story:
    """One article in both languages."""

    id: str
    number: int
    when: datetime
    outlet: Outlet
    author: str
    tags: tuple[Term, ...]
    """In the order in which the text names them."""
    topics: tuple[Topic, ...]
    texts: dict[str, Text]

    @property
    def own(self) -> Text:
        """The words it was written in."""
        return self.texts[self.outlet.lang]


def stories(count: int, world: World) -> Iterator[Story]:
    """All of them, oldest first, spread evenly over the years."""
    topics_of: dict[str, tuple[Topic, ...]] = {term.id: () for term in world.terms[:FREQUENT]}
    topics_of.update({term: (topic,) for topic in world.topics for term in topic.any})
    for number in range(count):
        story = _story(number, count, world, topics_of)
        dice = Dice(SEED, "rewrite", number)
        if number and dice.chance(REWRITTEN):
            earlier = _story(max(0, number - 1 - dice.below(200)), count, world, topics_of)
            if earlier.outlet.lang == story.outlet.lang:
                story = _rewritten(story, earlier)
        yield story


def _story(number: int, count: int, world: World, topics_of: dict[str, tuple[Topic, ...]]) -> Story:
    dice = Dice(SEED, "story", number)
    outlet = world.outlets[dice.weighted(_OUTLETS)]
    chosen: dict[str, Term] = {}
    while len(chosen) < NAMES_A_STORY:
        term = world.terms[dice.weighted(_TERMS)]
        chosen[term.id] = term
    tags = tuple(chosen.values())
    when = FIRST_DAY + timedelta(minutes=int((number + dice.below(1000) / 1000) / count * MINUTES))
    return Story(
        id=f"{when:%Y-%m-%d}-{outlet.id}-{number:06d}",
        number=number,
        when=when,
        outlet=outlet,
        author=f"{_name(dice)} {_name(dice)}",
        tags=tags,
        topics=_topics(tags, topics_of, world),
        texts={lang: _text(lang, Dice(SEED, "text", number), outlet, tags, world) for lang in LANGS},
    )


def _name(dice: Dice) -> str:
    """A made-up name with one syllable more than any name of the vocabulary has."""
    return "".join(dice.pick(SYLLABLES) for _ in range(4)).title()


def _topics(tags: tuple[Term, ...], topics_of: dict[str, tuple[Topic, ...]], world: World) -> tuple[Topic, ...]:
    found = {topic.id for tag in tags for topic in topics_of[tag.id]}
    return tuple(topic for topic in world.topics if topic.id in found)


def _text(lang: str, dice: Dice, outlet: Outlet, tags: tuple[Term, ...], world: World) -> Text:
    prose = world.prose[lang]
    blocks: list[tuple[str, str]] = []
    headings = 0
    for place in range(PARAGRAPHS):
        if "heading" in outlet.layout and place in HEADED:
            headings += 1
            words = prose.sentence("headings", dice)
            blocks.append(("heading", outlet.layout["heading"].format(number=headings, words=words)))
        name = tags[place].name if place < len(tags) else dice.pick(tags).short
        kind = "quotations" if place % 4 == 3 else "naming" if place < len(tags) or dice.chance(0.4) else "sentences"
        blocks.append(("paragraph", prose.paragraph(dice, LENGTH, prose.sentence(kind, dice, name))))
    return Text(
        title=prose.sentence("titles", dice, tags[0].name),
        standfirst=prose.sentence("sentences", dice),
        caption=prose.sentence("sentences", dice),
        blocks=tuple(blocks),
    )


def _rewritten(story: Story, earlier: Story) -> Story:
    """The story with three quarters of another's paragraphs and the names in them, under a title of its own."""
    texts = {}
    for lang, text in earlier.texts.items():
        paragraphs = [block for block in text.blocks if block[0] == "paragraph"]
        texts[lang] = replace(
            story.texts[lang], title=f"{text.title} ({story.number})", blocks=tuple(paragraphs[: PARAGRAPHS * 3 // 4])
        )
    return replace(story, tags=earlier.tags, topics=earlier.topics, texts=texts)
