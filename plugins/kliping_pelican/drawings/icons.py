"""The theme's mark, an SVG of straight lines, as PNG for phones that cannot show SVG."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw

from kliping.errors import InvalidData
from kliping_pelican.drawings.palette import Colour

MARK = "static/icon.svg"
"""In the theme's folder."""
SHARE = 0.62
"""Part of the picture that the mark takes: a phone may cut a circle out of it."""
FINER = 4
"""Drawn so many times larger first, for smooth edges."""

_PIECE = re.compile(r"[MmLlHhVvZz]|-?(?:\d+\.?\d*|\.\d+)")

Point = tuple[float, float]


def draw_icon(theme: Path, size: int, ground: Colour) -> bytes:
    """The mark in the middle of a square, as PNG. Raises InvalidData for a mark of other shapes than straight lines."""
    path = theme / MARK
    root = ET.parse(path).getroot()
    *_, width, height = map(float, root.get("viewBox", "0 0 32 32").split())
    scale = size * FINER * SHARE / max(width, height)
    image = Image.new("RGB", (size * FINER, size * FINER), ground)
    brush = ImageDraw.Draw(image)
    left, top = (size * FINER - width * scale) / 2, (size * FINER - height * scale) / 2
    for shape in root.iter("{http://www.w3.org/2000/svg}path"):
        for corners in _polygons(shape.get("d", ""), path):
            brush.polygon([(left + x * scale, top + y * scale) for x, y in corners], fill=shape.get("fill", "#000"))
    file = BytesIO()
    small = image.resize((size, size), Image.Resampling.BOX).quantize(16, method=Image.Quantize.MEDIANCUT)
    small.save(file, "PNG", bits=4)
    return file.getvalue()


def _polygons(outline: str, path: Path) -> Iterator[list[Point]]:
    """The corners of each closed shape of a path's `d`."""
    if re.sub(r"[\s,]+", "", _PIECE.sub("", outline)):
        raise InvalidData("has curves", path=path, advice="Draw the mark with M, L, H, V and Z, or leave out `manifest`.")
    corners: list[Point] = []
    x = y = 0.0
    command, numbers = "", iter(_PIECE.findall(outline))
    for piece in numbers:
        if piece.isalpha():
            command = piece
            if piece in "Zz":
                yield corners
                (x, y), corners = corners[0], []
                continue
            piece = next(numbers)
        before = (x, y) if command.islower() else (0.0, 0.0)
        if command in "Hh":
            x = before[0] + float(piece)
        elif command in "Vv":
            y = before[1] + float(piece)
        else:
            x, y = before[0] + float(piece), before[1] + float(next(numbers))
        if command in "Mm":
            if corners:
                yield corners
            corners, command = [], "L" if command == "M" else "l"
        corners.append((x, y))
    if corners:
        yield corners
