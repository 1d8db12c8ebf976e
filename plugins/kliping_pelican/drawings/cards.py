"""Pictures for shared links: a clipping with its headline and credit, 1200 by 630, sixteen colours, no photo."""

import struct
import zlib
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw

from kliping_pelican.drawings.palette import Colour, Palette
from kliping_pelican.drawings.typesetting import printable, ruler, set_line, wrap
from kliping_pelican.drawings.words import FONT, Words

SIZE = (1200, 630)
EDGE, NOTCH, INSET = 36, 72, 88
"""Where the sheet begins, how much of its corner is cut, where words begin."""
WIDTH = SIZE[0] - 2 * INSET
HEADLINES = ((84, 3), (72, 4), (60, 5), (50, 6), (44, 7))
"""Sizes to try for a headline, with the lines that there is room for."""
TOP, BOTTOM, ROOM = 158, 498, 30
"""The headline's space, and what marks on its letters may take above and below."""
LEADING = 1.1
SMALL = 31
BAND = 210
"""Rows that are written at once, a part of the card's."""
ABOVE = 2
"""PNG's filter that writes down what differs from the line above."""
BOLD, REGULAR = 600, 400
SHADES = {"ink": 5, "stamp": 4, "quiet": 4}
"""Steps from the sheet to each colour: with paper, sheet and rule, sixteen in all."""

Look = tuple[Colour, ...]
"""Paper, sheet, rule, and the shades in order."""


def draw_card(words: Words, name: str, palette: Palette, theme: Path) -> bytes:
    """The card as PNG; `name` is the digest's."""
    font, look = theme / FONT, _look(palette)
    image, layer = _desk()
    image.paste(_sheet(name, look, font))
    layer.paste(0, (0, 0, *layer.size))
    if words.kicker:
        _line(image, "stamp", 102, printable(words.kicker, font), font, WIDTH - 260, ends=SIZE[0] - INSET)
    size, lines = _fitted(printable(words.headline, font).split(), font)
    top = TOP + ((BOTTOM - TOP) - len(lines) * size * LEADING) / 2
    for number, line in enumerate(lines):
        baseline = round(top + (number * LEADING + 0.85) * size)
        set_line(layer, (INSET, baseline - TOP + ROOM), line, (font, size, BOLD))
    _print(image, layer, "ink", TOP - ROOM)
    _line(image, "quiet", 548, printable(words.credit, font), font, WIDTH)
    return _png(image, look)


def _line(
    image: Image.Image, colour: str, baseline: int, text: str, font: Path, width: int, *, ends: int | None = None
) -> None:
    """One line in the small size, cut where it is too long; it begins at the left, or `ends` at the right."""
    measure = ruler(font, SMALL, REGULAR)
    (line, *_) = wrap(text.split(), width, 1, measure) or [""]
    left = INSET if ends is None else ends - round(measure(line))
    layer = Image.new("L", (SIZE[0], 2 * SMALL))
    set_line(layer, (left, SMALL + SMALL // 2), line, (font, SMALL, REGULAR))
    _print(image, layer, colour, baseline - SMALL - SMALL // 2)


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
def _desk() -> tuple[Image.Image, Image.Image]:
    """What each card and its headline are drawn on: the system clears the memory of fresh ones, a third of a card's time."""
    return Image.new("L", SIZE), Image.new("L", (SIZE[0], BOTTOM - TOP + 2 * ROOM))


@cache
def _sheet(name: str, look: Look, font: Path) -> Image.Image:
    """What every card has: the sheet with its corner cut, the mark and the digest's name, as places of colours."""
    image = Image.new("L", SIZE, 0)
    brush = ImageDraw.Draw(image)
    right, low = SIZE[0] - EDGE, SIZE[1] - EDGE
    corners = [(EDGE, EDGE), (right - NOTCH, EDGE), (right, EDGE + NOTCH), (right, low), (EDGE, low)]
    brush.polygon(corners, fill=1, outline=2, width=3)
    x, y, wide, high = INSET, 76, 23, 27
    full = _first("stamp") + SHADES["stamp"] - 1
    brush.polygon([(x, y), (x + 13, y), (x + wide, y + 10), (x + wide, y + high), (x, y + high)], fill=full)
    layer = Image.new("L", SIZE)
    set_line(layer, (INSET + 36, 102), printable(name, font), (font, 36, BOLD))
    _print(image, layer, "ink", 0)
    return image


def _print(image: Image.Image, layer: Image.Image, colour: str, top: int) -> None:
    """Put a layer of words on the image, from `top` downward, in the shades of a colour."""
    box = layer.getbbox()
    if box:
        left, right, place = box[0], box[2], (box[1] + top, box[3] + top)
        sheet = image.crop((left, place[0], right, place[1]))
        image.paste(ImageChops.lighter(sheet, layer.crop(box).point(_steps(colour))), (left, place[0]))


@cache
def _steps(colour: str) -> list[int]:
    """For each darkness of a layer the place of the shade that it becomes; 0, which shows the sheet, for none."""
    steps, first = SHADES[colour], _first(colour)
    levels = [(value * steps + 127) // 255 for value in range(256)]
    return [first + level - 1 if level else 0 for level in levels]


def _png(image: Image.Image, look: Look) -> bytes:
    """The image as a PNG of sixteen colours; put together here, since Pillow takes three times as long for it."""
    packer = zlib.compressobj(1, zlib.DEFLATED, zlib.MAX_WBITS, zlib.DEF_MEM_LEVEL, zlib.Z_RLE)
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", *SIZE, 4, 3, 0, 0, 0)),
        (b"PLTE", bytes(chain.from_iterable(look))),
        (b"IDAT", b"".join(map(packer.compress, _rows(image, look))) + packer.flush()),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*each) for each in chunks)


def _rows(image: Image.Image, look: Look) -> Iterator[bytes]:
    """The image's rows as a PNG has them, two pixels a byte, band by band: what differs from the row above."""
    width = SIZE[0] // 2
    for top in range(0, SIZE[1], BAND):
        band = image.crop((0, top - 1, SIZE[0], top + BAND))  # a row above the image is 0, as PNG wants it
        band.putpalette([*chain.from_iterable(look)])
        packed = Image.frombytes("L", (width, BAND + 1), band.tobytes("raw", "P;4"))
        rows = Image.new("L", (width + 1, BAND), ABOVE)  # each begins with the number of its filter
        above, below = packed.crop((0, 0, width, BAND)), packed.crop((0, 1, width, BAND + 1))
        rows.paste(ImageChops.subtract_modulo(below, above), (1, 0))
        yield rows.tobytes()


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
