"""Addresses on the web: where one stands in a text, what its host is, and whether a link may lead there."""

import re
from urllib.parse import urlsplit

ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
"""Finds an address among other words; a full stop or a bracket right behind it is taken for a part of it."""
_NEVER_IN_ADDRESS = re.compile(r"[\s\"<>`\\]")


def is_web_address(address: str) -> bool:
    """Whether an address is http(s) and has a host, so that a link to it cannot run a script."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and not _NEVER_IN_ADDRESS.search(address)


def host_of(address: str) -> str:
    """The host of an address, in small letters; empty if it has none or is broken."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""  # `http://[…` is no address
