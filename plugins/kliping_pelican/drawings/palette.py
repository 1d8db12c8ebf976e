"""The theme's colours, read from its stylesheet: pictures and the browser's bar have the colours of the pages."""

import re
from pathlib import Path

from msgspec import Struct

from kliping.errors import InvalidData

STYLES = "static/css/site.css"
"""In the theme's folder."""

Colour = tuple[int, int, int]

_DARK = re.compile(r"@media \(prefers-color-scheme: dark\) \{\s*:root \{([^}]*)\}")
_TOKEN = re.compile(r"--([a-z]+): #([0-9a-f]{6}|[0-9a-f]{3});")


class Palette(Struct, frozen=True):
    """Colours by token, such as `paper`, as `#rrggbb`."""

    light: dict[str, str]
    dark: dict[str, str]

    def rgb(self, token: str) -> Colour:
        """A light colour as numbers."""
        return tuple(bytes.fromhex(self.light[token][1:]))  # type: ignore[return-value]


def read_palette(theme: Path) -> Palette:
    """The colours of a theme. Raises InvalidData if its stylesheet lacks one that pictures need."""
    path = theme / STYLES
    text = path.read_text(encoding="utf-8")
    dark = _DARK.search(text)
    light = _tokens(text[text.find(":root {") : dark.start() if dark else None])
    missing = sorted({"paper", "sheet", "ink", "quiet", "rule", "stamp"} - light.keys())
    if missing:
        advice = "Write it as `--name: #rrggbb;` in `:root`, or leave out `cards` and `manifest`."
        raise InvalidData("is no colour of this theme", path=path, key=f"--{missing[0]}", advice=advice)
    return Palette(light, {**light, **(_tokens(dark[1]) if dark else {})})


def _tokens(text: str) -> dict[str, str]:
    """The first value of each token."""
    found: dict[str, str] = {}
    for name, value in _TOKEN.findall(text):
        found.setdefault(name, "#" + (value if len(value) == len("rrggbb") else "".join(2 * digit for digit in value)))
    return found
