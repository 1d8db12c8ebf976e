"""Makes the theme's two font files from Newsreader: `pip install fonttools brotli fontpkg-newsreader`, then run this.

Input: the variable fonts of the package `fontpkg-newsreader` (SIL Open Font License 1.1).
Output, in `static/fonts`: `newsreader.woff2` (upright, weights 400 to 700), `newsreader-italic.woff2` (400), `OFL.txt`.

Both hold only the letters that Indonesian, English and the names in their news need, and are cut for text size.
The files are committed; this is run only to change the letters or to take a newer Newsreader.
"""

import io
from importlib.resources import files
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

PACKAGE = files("fontpkg_newsreader")
FONTS = Path(__file__).parent / "static" / "fonts"
OPTICAL_SIZE = 16

LETTERS = "".join(
    (
        "".join(map(chr, range(0x20, 0x7F))),
        "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝßàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿ",
        "ƏəĞğİıŞşČčĆćŠšŽžĐđŁłŃńŚśŹźŻżĄąĘęŘřĚěŮůŇňŐőŰűĂăȘșȚțĀāĪīŪū",
        "\u00a0«»°·×§¶©–—‘’‚“”„…‐‑−′″→←¿¡½",
    )
)
FEATURES = ["ccmp", "kern", "liga", "lnum", "locl", "tnum"]


def cut(source: str, axes: dict[str, float | tuple[float, float]]) -> TTFont:
    """The font at `source` reduced to our letters and the given part of its axes."""
    options = subset.Options()
    options.layout_features = FEATURES
    options.hinting = False
    options.name_IDs = [0, 1, 2, 4, 13, 14]
    font = TTFont(io.BytesIO((PACKAGE / "files" / source).read_bytes()), recalcTimestamp=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=LETTERS)
    subsetter.subset(font)
    reduced = io.BytesIO()
    font.save(reduced)
    reduced.seek(0)
    return instancer.instantiateVariableFont(TTFont(reduced, recalcTimestamp=False), axes)


def main() -> None:
    """Write both fonts and their licence."""
    cuts = {
        "newsreader.woff2": cut("Newsreader[opsz,wght].ttf", {"opsz": OPTICAL_SIZE, "wght": (400, 700)}),
        "newsreader-italic.woff2": cut("Newsreader-Italic[opsz,wght].ttf", {"opsz": OPTICAL_SIZE, "wght": 400}),
    }
    for name, font in cuts.items():
        font.flavor = "woff2"
        font.save(FONTS / name)
    (FONTS / "OFL.txt").write_bytes((PACKAGE / "LICENSE").read_bytes())


if __name__ == "__main__":
    main()
