"""What a card says and its font: a module of its own, for what draws cards takes long to load."""

from msgspec import Struct

FONT = "static/fonts/newsreader.woff2"
"""In the theme's folder: a variable font whose only axis is the weight."""


class CardWords(Struct, frozen=True):
    """What a card says."""

    headline: str
    credit: str
    kicker: str = ""
