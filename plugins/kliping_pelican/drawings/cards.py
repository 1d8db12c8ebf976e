"""Pictures for shared links: a clipping with its headline and credit, 1200 by 630, sixteen colours, no photo."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageDraw

from kliping_pelican.drawings.palette import Colour, Palette
from kliping_pelican.drawings.strips import Strip, pack, put_together
from kliping_pelican.drawings.typesetting import Shades, printable, ruler, set_line, wrap
from kliping_pelican.drawings.words import FONT, CardWords

SIZE = (1200, 630)
EDGE, NOTCH, INSET = 36, 72, 88
"""Where the sheet begins, how much of its corner is cut, where words begin."""
WIDTH = SIZE[0] - 2 * INSET
HEADLINES = ((84, 3), (72, 4), (60, 5), (50, 6), (44, 7))
"""Sizes to try for a headline, with the lines that there is room for."""
LONGEST_WORD = 29
"""Characters of a word that fits on a line in any size but the last."""
HEAD = 120
"""Where the rows with the digest's name and the kicker end."""
TOP, BOTTOM = 158, 498
"""The headline's space."""
LEADING = 1.1
SMALL = 31
BOLD, REGULAR = 600, 400
SHADES = {"ink": 5, "stamp": 4, "quiet": 4}
"""Steps from the sheet to each colour: with paper, sheet and rule, sixteen in all."""

Look = tuple[Colour, ...]
"""Paper, sheet, rule, and the shades in order."""


class SmallLine(NamedTuple):
    """Where a line in the small size stands, and its colour."""

    colour: str
    baseline: int
    width: int
    """The most it may take; it is cut where it is longer."""
    is_right: bool = False
    """Whether it ends at the right rather than begins at the left."""


KICKER = SmallLine("stamp", 102, WIDTH - 260, is_right=True)
"""The topic, beside the digest's name."""
CREDIT = SmallLine("quiet", 548, WIDTH)
"""Who says it and when, below the headline."""


class Sheet(NamedTuple):
    """What all cards of a digest have in common."""

    name: str
    """The digest's."""
    look: Look
    font: Path


def draw_card(words: CardWords, name: str, palette: Palette, theme: Path) -> bytes:
    """The card as PNG; `name` is the digest's."""
    sheet = Sheet(name, _look(palette), _font(theme))
    head = _head(sheet, words.kicker)  # it is drawn on the same room
    image = _desk()
    image.paste(_blank(sheet))
    written = [
        _headline(image, printable(words.headline, sheet.font).split(), sheet.font),
        _line(image, CREDIT, printable(words.credit, sheet.font), sheet.font),
    ]
    return put_together([head, *_strips(image, written, sheet)], SIZE, sheet.look)


@lru_cache(maxsize=1024)
def _head(sheet: Sheet, kicker: str) -> Strip:
    """The rows above the headline, which all cards of a topic have."""
    image = _desk()
    image.paste(_blank(sheet))
    _line(image, KICKER, printable(kicker, sheet.font), sheet.font)
    return pack(image, 0, HEAD)


def _headline(image: Image.Image, words: Sequence[str], font: Path) -> range:
    """Draw the headline in the middle of its space; return the rows it takes."""
    size, lines = _fitted(words, font)
    top = TOP + ((BOTTOM - TOP) - len(lines) * size * LEADING) / 2
    rows = []
    for number, line in enumerate(lines):
        baseline = round(top + (number * LEADING + 0.85) * size)
        rows.append(set_line(image, (INSET, baseline), line, (font, size, BOLD), _shades("ink")))
    return range(min(each.start for each in rows), max(each.stop for each in rows)) if rows else range(0)


def _line(image: Image.Image, place: SmallLine, text: str, font: Path) -> range:
    """Draw one line in the small size; return the rows it takes."""
    measure = ruler(font, SMALL, REGULAR)
    (line, *_) = wrap(text.split(), place.width, 1, measure) or [""]
    left = SIZE[0] - INSET - round(measure(line)) if place.is_right else INSET
    return set_line(image, (left, place.baseline), line, (font, SMALL, REGULAR), _shades(place.colour))


def _fitted(words: Sequence[str], font: Path) -> tuple[int, list[str]]:
    """The largest size in which a headline fits, and its lines; if it fits in none, it is cut in the smallest."""
    for size, most in HEADLINES[:-1]:
        lines = wrap(words, WIDTH, most + 1, ruler(font, size, BOLD))
        if len(lines) <= most and all(len(word) <= LONGEST_WORD for word in words):
            return size, lines
    size, most = HEADLINES[-1]
    return size, wrap(words, WIDTH, most, ruler(font, size, BOLD))


def _look(palette: Palette) -> Look:
    """Paper, sheet, rule, and the shades in order."""
    sheet = palette.rgb("sheet")
    look = [palette.rgb("paper"), sheet, palette.rgb("rule")]
    for token, steps in SHADES.items():
        full = palette.rgb(token)
        for step in range(1, steps + 1):
            red, green, blue = (round(low + (high - low) * step / steps) for low, high in zip(sheet, full, strict=True))
            look.append((red, green, blue))
    return tuple(look)


def _first(colour: str) -> int:
    """The number of a colour's faintest shade in the palette."""
    order = list(SHADES)
    return 3 + sum(SHADES[each] for each in order[: order.index(colour)])


@cache
def _font(theme: Path) -> Path:
    """The font's path: the same object each time, for fast look-ups in caches."""
    return theme / FONT


@cache
def _desk() -> Image.Image:
    """The image on which each card is drawn: to have the system clear memory for a new one takes a while."""
    return Image.new("P", SIZE)


@cache
def _blank(sheet: Sheet) -> Image.Image:
    """What all cards show: the sheet with its corner cut, the mark and the digest's name, as numbers in the palette."""
    image = Image.new("P", SIZE)
    brush = ImageDraw.Draw(image)
    right, low = SIZE[0] - EDGE, SIZE[1] - EDGE
    corners = [(EDGE, EDGE), (right - NOTCH, EDGE), (right, EDGE + NOTCH), (right, low), (EDGE, low)]
    brush.polygon(corners, fill=1, outline=2, width=3)
    x, y, wide, high = INSET, 76, 23, 27
    full = _first("stamp") + SHADES["stamp"] - 1
    brush.polygon([(x, y), (x + 13, y), (x + wide, y + 10), (x + wide, y + high), (x, y + high)], fill=full)
    set_line(image, (INSET + 36, 102), printable(sheet.name, sheet.font), (sheet.font, 36, BOLD), _shades("ink"))
    return image


@cache
def _shades(colour: str) -> Shades:
    """For each darkness of a letter, the number of its shade in the palette; 0 leaves the sheet as it is."""
    steps, first = SHADES[colour], _first(colour)
    levels = [(value * steps + 127) // 255 for value in range(256)]
    return tuple(first + level - 1 if level else 0 for level in levels)


def _strips(image: Image.Image, written: Sequence[range], sheet: Sheet) -> Iterator[Strip]:
    """The card's rows below its head: those with words, one more above and below them, and blank rows of the sheet."""
    done = HEAD
    for rows in written:
        top, bottom = max(rows.start - 1, done), min(rows.stop + 1, SIZE[1])
        if rows and top < bottom:
            yield from (_blank_strip(sheet, done, top), pack(image, top, bottom))
            done = bottom
    yield _blank_strip(sheet, done, SIZE[1])


@cache
def _blank_strip(sheet: Sheet, top: int, bottom: int) -> Strip:
    """Rows without words."""
    return pack(_blank(sheet), top, bottom)
