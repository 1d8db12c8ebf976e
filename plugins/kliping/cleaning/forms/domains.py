"""How the domains of news sites end, as bylines, datelines and menus print them."""

import re

ENDS = ("com", "co", "id", "net", "news", "org", "tv")
END = "|".join(ENDS)
"""An expression for one of them."""
DOMAIN = re.compile(rf"[\w-]+(?:\.[\w-]+)*\.(?:{END})", re.IGNORECASE)


def ends_as_domain(text: str) -> bool:
    """True where the last word may be a domain; spares most lines a look at their beginning."""
    return text.lower().endswith(_WITH_DOT)


_WITH_DOT = tuple(f".{end}" for end in ENDS)
