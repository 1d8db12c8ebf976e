"""Words to lines that fit a space, in the theme's own font."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import cache, lru_cache, partial
from pathlib import Path

from msgspec import Struct
from PIL import Image, ImageDraw, ImageFont
from PIL.ImageFont import FreeTypeFont

UNIT = 100
"""The size in which words are measured once for all others."""
SILENT = {"So", "Sk", "Cf", "Cc", "Co", "Cn", "Mn", "Me"}
"""Categories of characters that are left out where the font lacks them: nothing is lost that could be read."""

Measure = Callable[[str], float]

FontAt = tuple[Path, int, int]
"""The font's file, a size and a weight."""

Shades = tuple[int, ...]
"""For each darkness of a letter the place of its colour in a palette; 0 where nothing is to be seen."""


@cache
def face(path: Path, size: int, weight: int) -> FreeTypeFont:
    """The font in a size and weight; its basic layout gives the same pixels on every machine."""
    font = ImageFont.truetype(str(path), size, layout_engine=ImageFont.Layout.BASIC)
    font.set_variation_by_axes([weight])
    return font


def ruler(path: Path, size: int, weight: int) -> Measure:
    """Measures words in a size and weight."""
    return partial(_width, path, size, weight)


def _width(path: Path, size: int, weight: int, text: str) -> float:
    words, of_word = text.split(" "), _measure(path, weight)
    return size / UNIT * (sum(map(of_word, words)) + (len(words) - 1) * of_word(" "))


@cache
def _measure(path: Path, weight: int) -> Measure:
    """Measures single words in `UNIT`, each once."""
    return lru_cache(maxsize=65536)(face(path, UNIT, weight).getlength)


def set_line(image: Image.Image, place: tuple[int, int], text: str, font: FontAt, shades: Shades) -> range:
    """Draw a line of text on an image of numbers in a palette, from the left end of its baseline.

    Each letter is drawn once and then copied for all lines. Returns the rows the line takes.
    """
    x, y = float(place[0]), place[1]
    drawn = _drawn(font, shades)
    top, bottom = image.height, 0
    for character in text:
        letter = drawn.get(character) or drawn.setdefault(character, _letter(font, shades, character))
        if letter.image:
            image.paste(letter.image, (round(x) + letter.left, y + letter.top), letter.mask)
            top, bottom = min(top, letter.top), max(bottom, letter.bottom)
        x += letter.advance
    return range(y + top, y + bottom)


class _Letter(Struct, frozen=True):
    image: Image.Image | None
    mask: Image.Image
    """Where it is not empty: letters reach into each other's boxes."""
    left: int
    top: int
    bottom: int
    advance: float


@cache
def _drawn(font: FontAt, shades: Shades) -> dict[str, "_Letter"]:
    """Letters of a font and colour drawn so far."""
    return {}


def _letter(font: FontAt, shades: Shades, character: str) -> _Letter:
    used = face(*font)
    left, top, right, bottom = map(round, used.getbbox(character, anchor="ls"))
    dark = Image.new("L", (max(0, right - left), max(0, bottom - top)))
    if dark.width and dark.height:
        ImageDraw.Draw(dark).text((-left, -top), character, font=used, fill=255, anchor="ls")
    image = dark.point(shades)
    advance = _measure(font[0], font[2])(character) * font[1] / UNIT
    mask = image.point(lambda shade: 255 if shade else 0)
    return _Letter(image.convert("P") if image.getbbox() else None, mask, left, top, bottom, advance)


def printable(text: str, path: Path) -> str:
    """The text in letters that the font has: without accents that it lacks, and with an ellipsis for foreign scripts."""
    return " ".join(re.sub("…+", "…", "".join(_in_font(each, path) for each in text)).split())


@cache
def _in_font(character: str, path: Path) -> str:
    if character.isspace() or _has(character, path):
        return " " if character.isspace() else character
    if unicodedata.category(character) in SILENT:
        return ""
    plain = [each for each in unicodedata.normalize("NFKD", character) if _has(each, path)]
    return "".join(plain) or "…"


def _has(character: str, path: Path) -> bool:
    font = face(path, 16, 400)
    return _shape(font, character) != _shape(font, "\uffff")


def _shape(font: FreeTypeFont, character: str) -> tuple[float, bytes]:
    return font.getlength(character), bytes(font.getmask(character))


def wrap(words: Sequence[str], width: float, most: int, measure: Measure) -> list[str]:
    """At most `most` lines, none wider than `width`; the last ends with an ellipsis if words are left over.

    >>> wrap("aa bb cc dd".split(), 5, 2, len)
    ['aa bb', 'cc dd']
    >>> wrap(["abcdefgh", "i"], 5, 2, len)
    ['abcde', 'fgh i']
    >>> wrap("aa bb cc dd".split(), 5, 1, len)
    ['aa …']
    """
    lines: list[str] = []
    line = ""
    waiting = list(reversed(words))
    while waiting:
        word = waiting.pop()
        longer = f"{line} {word}" if line else word
        if measure(longer) <= width:
            line = longer
        elif line:
            lines, line = [*lines, line], ""
            waiting.append(word)
        else:
            head = _part(word, width, measure)
            lines.append(head)
            waiting.append(word[len(head) :])
        if len(lines) == most:
            return [*lines[:-1], _ended(lines[-1], width, measure)] if line or waiting else lines
    return [*lines, line] if line else lines


def _part(word: str, width: float, measure: Measure) -> str:
    """The longest beginning of a word that fits, at least a letter."""
    shortest, longest = 1, len(word)
    while shortest < longest:
        middle = (shortest + longest + 1) // 2
        shortest, longest = (middle, longest) if measure(word[:middle]) <= width else (shortest, middle - 1)
    return word[:shortest]


def _ended(line: str, width: float, measure: Measure) -> str:
    while line and measure(f"{line} …") > width:
        line = line.rpartition(" ")[0] if " " in line else line[:-1]
    return f"{line} …"
