"""How the domains of news sites end, as bylines, datelines and menus print them."""

import re
from collections.abc import Mapping

ENDS = ("com", "co", "id", "net", "news", "org", "tv")
END = "|".join(ENDS)
"""An expression for any of them."""
_WITH_DOT = tuple(f".{end}" for end in ENDS)
DOMAIN = re.compile(rf"[\w-]+(?:\.[\w-]+)*\.(?:{END})", re.IGNORECASE)


def ends_as_domain(text: str) -> bool:
    """Whether the last word may be a domain; for most lines that is all that need be looked at."""
    return text.lower().endswith(_WITH_DOT)


def owner_of(words: str, brands: Mapping[str, str]) -> str | None:
    """The outlet whose brand or domain the words are; the end of the domain may be missing: `sumber: contoh`.

    >>> owner_of("Contoh", {"contoh.com": "contoh"}), owner_of("Contoh.com", {"contoh.com": "contoh"}), owner_of("Kota", {})
    ('contoh', 'contoh', None)
    """
    name = words.casefold()
    return next((brands[one] for one in (name, *(f"{name}.{end}" for end in ENDS)) if one in brands), None)
