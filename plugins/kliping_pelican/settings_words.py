"""Settings to words of which a hash can be made."""

import os
from collections.abc import Mapping
from typing import Any

_ADDRESS = " at 0x"


def settings_words(settings: Mapping[str, Any]) -> str:
    """All settings as words, alike only for the same settings.

    A function is told by its address in memory, which may stay while its code changes: words with one are never alike.
    """
    words = repr(sorted((key, value) for key, value in settings.items() if key.isupper()))
    return words + os.urandom(16).hex() if _ADDRESS in words else words
