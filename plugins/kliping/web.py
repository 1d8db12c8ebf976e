"""Addresses on the web: where one stands, what its host is, and whether a link may lead there."""

import re
from urllib.parse import urlsplit

ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
"""An address among other words; marks right behind it are taken for a part of it."""
_NEVER_IN_ADDRESS = re.compile(r"[\s\"<>`\\]")


def is_web_address(address: str) -> bool:
    """Whether an address is http(s) with a host, so that a link to it runs nothing."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and not _NEVER_IN_ADDRESS.search(address)


def host_of(address: str) -> str:
    """The host of an address in small letters; empty for an address that has none or is broken."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""  # `http://[…` is no address
