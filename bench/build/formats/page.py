"""A story to its outlet's page as a scraper leaves it: the words between what else stood there."""

from dice import Dice
from stories import Story
from world import SEED, World

AGENCIES = ("AFP", "REUTERS", "Anadolu")


def page_text(story: Story, world: World) -> str:
    """The file's text."""
    layout, values = story.outlet.layout, _values(story, world)
    between = layout["between"]
    after = layout.get("after", {})
    parts, paragraphs = [], 0
    for kind, words in story.own.blocks:
        parts.append(layout.get("first", "").format_map(values) + words if not parts else words)
        if kind == "paragraph":
            paragraphs += 1
            if paragraphs in after:
                parts.append(after[paragraphs].format_map({**values, "elsewhere": _elsewhere(story, world, paragraphs)}))
    return layout["top"].format_map(values) + between.join(parts) + "\n" + layout["bottom"].format_map(values)


def _values(story: Story, world: World) -> dict[str, object]:
    bank, when, own = world.prose[story.outlet.lang].bank, story.when, story.own
    dice = Dice(SEED, "page", story.number)
    city = dice.pick(bank["cities"])
    return {
        "agency": dice.pick(AGENCIES),
        "author": story.author,
        "caption": own.caption,
        "city": city,
        "CITY": city.upper(),
        "day": when.day,
        "elsewhere": _elsewhere(story, world, 0),
        "hour": f"{when:%H}",
        "initials": "".join(word[:2] for word in story.author.lower().split()),
        "minute": f"{when:%M}",
        "month": bank["months"][when.month - 1],
        "outlet": story.outlet.name,
        "standfirst": own.standfirst,
        "title": own.title,
        "title_cut": " ".join(own.title.split()[:4]),
        "topic_word": story.author.split()[0],
        "weekday": bank["weekdays"][when.weekday()],
        "year": when.year,
    }


def _elsewhere(story: Story, world: World, place: int) -> str:
    """The title of a story that is none of ours."""
    prose = world.prose[story.outlet.lang]
    return prose.sentence("headings", Dice(SEED, "elsewhere", story.number, place))
