"""How the domains of news sites end, as bylines, datelines and menus print them."""

import re
from collections.abc import Mapping

ENDS = ("com", "co", "id", "net", "news", "org", "tv")
END = "|".join(ENDS)
"""An expression for one of them."""
DOMAIN = re.compile(rf"[\w-]+(?:\.[\w-]+)*\.(?:{END})", re.IGNORECASE)


def ends_as_domain(text: str) -> bool:
    """True where the last word may be a domain; spares most lines a look at their beginning."""
    return text.lower().endswith(_WITH_DOT)


def owner_of(words: str, brands: Mapping[str, str]) -> str | None:
    """Whose brand or domain it is, also without the domain's end: `sumber: contoh`.

    >>> owner_of("Contoh", {"contoh.com": "contoh"}), owner_of("Contoh.com", {"contoh.com": "contoh"}), owner_of("Kota", {})
    ('contoh', 'contoh', None)
    """
    name = words.casefold()
    return next((brands[one] for one in (name, *(f"{name}.{end}" for end in ENDS)) if one in brands), None)


_WITH_DOT = tuple(f".{end}" for end in ENDS)
