"""Pictures for shared links: a clipping with its headline and credit, 1200 by 630, sixteen colours, no photo."""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw

from kliping_pelican.drawings.palette import Colour, Palette
from kliping_pelican.drawings.strips import Strip, pack, put_together
from kliping_pelican.drawings.typesetting import Shades, printable, ruler, set_line, wrap
from kliping_pelican.drawings.words import FONT, Words

SIZE = (1200, 630)
EDGE, NOTCH, INSET = 36, 72, 88
"""Where the sheet begins, how much of its corner is cut, where words begin."""
WIDTH = SIZE[0] - 2 * INSET
HEADLINES = ((84, 3), (72, 4), (60, 5), (50, 6), (44, 7))
"""Sizes to try for a headline, with the lines that there is room for."""
TOP, BOTTOM = 158, 498
"""The headline's space."""
LEADING = 1.1
SMALL = 31
BOLD, REGULAR = 600, 400
SHADES = {"ink": 5, "stamp": 4, "quiet": 4}
"""Steps from the sheet to each colour: with paper, sheet and rule, sixteen in all."""

Look = tuple[Colour, ...]
"""Paper, sheet, rule, and the shades in order."""


def draw_card(words: Words, name: str, palette: Palette, theme: Path) -> bytes:
    """The card as PNG; `name` is the digest's."""
    font, look = theme / FONT, _look(palette)
    image = _desk()
    image.paste(_sheet(name, look, font))
    written = [
        _line(image, "stamp", 102, printable(words.kicker, font), font, WIDTH - 260, ends=SIZE[0] - INSET),
        _headline(image, printable(words.headline, font).split(), font),
        _line(image, "quiet", 548, printable(words.credit, font), font, WIDTH),
    ]
    return put_together(_strips(image, written, (name, look, font)), SIZE, look)


def _headline(image: Image.Image, words: Sequence[str], font: Path) -> range:
    """The headline in the middle of its space; the rows it takes come back."""
    size, lines = _fitted(words, font)
    top = TOP + ((BOTTOM - TOP) - len(lines) * size * LEADING) / 2
    rows = []
    for number, line in enumerate(lines):
        baseline = round(top + (number * LEADING + 0.85) * size)
        rows.append(set_line(image, (INSET, baseline), line, (font, size, BOLD), _shades("ink")))
    return range(min(each.start for each in rows), max(each.stop for each in rows)) if rows else range(0)


def _line(
    image: Image.Image, colour: str, baseline: int, text: str, font: Path, width: int, *, ends: int | None = None
) -> range:
    """One line in the small size, cut where it is too long; it begins at the left, or `ends` at the right.

    The rows it takes come back.
    """
    measure = ruler(font, SMALL, REGULAR)
    (line, *_) = wrap(text.split(), width, 1, measure) or [""]
    left = INSET if ends is None else ends - round(measure(line))
    return set_line(image, (left, baseline), line, (font, SMALL, REGULAR), _shades(colour))


def _fitted(words: Sequence[str], font: Path) -> tuple[int, list[str]]:
    """The largest size at which a headline fits, and its lines; in the smallest it may be cut."""
    for size, most in HEADLINES[:-1]:
        lines = wrap(words, WIDTH, most + 1, ruler(font, size, BOLD))
        if len(lines) <= most and all(len(word) < 30 for word in words):
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
    """The place of a colour's faintest shade."""
    order = list(SHADES)
    return 3 + sum(SHADES[each] for each in order[: order.index(colour)])


@cache
def _desk() -> Image.Image:
    """What each card is drawn on: the system clears the memory of a fresh one, which takes a while."""
    return Image.new("P", SIZE)


@cache
def _sheet(name: str, look: Look, font: Path) -> Image.Image:
    """What every card has: the sheet with its corner cut, the mark and the digest's name, as places of colours."""
    image = Image.new("P", SIZE)
    brush = ImageDraw.Draw(image)
    right, low = SIZE[0] - EDGE, SIZE[1] - EDGE
    corners = [(EDGE, EDGE), (right - NOTCH, EDGE), (right, EDGE + NOTCH), (right, low), (EDGE, low)]
    brush.polygon(corners, fill=1, outline=2, width=3)
    x, y, wide, high = INSET, 76, 23, 27
    full = _first("stamp") + SHADES["stamp"] - 1
    brush.polygon([(x, y), (x + 13, y), (x + wide, y + 10), (x + wide, y + high), (x, y + high)], fill=full)
    set_line(image, (INSET + 36, 102), printable(name, font), (font, 36, BOLD), _shades("ink"))
    return image


@cache
def _shades(colour: str) -> Shades:
    """For each darkness of a letter the place of its shade; 0, which shows the sheet, for none."""
    steps, first = SHADES[colour], _first(colour)
    levels = [(value * steps + 127) // 255 for value in range(256)]
    return tuple(first + level - 1 if level else 0 for level in levels)


def _strips(image: Image.Image, written: Sequence[range], sheet: tuple[str, Look, Path]) -> Iterator[Strip]:
    """The card's rows: those with words and the two beside them, and between these the sheet's."""
    done = 0
    for rows in written:
        top, bottom = max(rows.start - 1, done), min(rows.stop + 1, SIZE[1])
        if rows and top < bottom:
            yield from (_blank(*sheet, done, top), pack(image, top, bottom))
            done = bottom
    yield _blank(*sheet, done, SIZE[1])


@cache
def _blank(name: str, look: Look, font: Path, top: int, bottom: int) -> Strip:
    """Rows of the sheet."""
    return pack(_sheet(name, look, font), top, bottom)
