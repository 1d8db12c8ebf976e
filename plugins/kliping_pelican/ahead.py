"""What is seen before Pelican is loaded, which takes longer than to see that nothing changed.

All settings follow from the arguments of the command, the working folder, the values in the settings file and the software.
If the last sound build was asked for the same, its settings and folders are those of this one.
"""

import os
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from importlib.util import module_from_spec, spec_from_file_location
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from kliping.memory import Key, key_of
from kliping_pelican.building.software import software_key
from kliping_pelican.building.standstill import Standstill, read_kept
from kliping_pelican.settings_words import settings_words

PLAIN = {"-s", "--settings", "-o", "--output", "-e", "--extra-settings", "-q", "--quiet"}
"""Pelican's options with which it builds once."""
SETTINGS = "pelicanconf.py"
"""The settings file where none is named."""
OWN = "kliping"
"""Our folder in the cache folder."""


class Ahead(NamedTuple):
    """What a build may use of what was seen."""

    asked: Key
    """Hash of all that the settings follow from."""
    software: Key
    stand: Standstill | None
    """Inputs and site; None if the last build was not asked for the same, or looking at them met an error."""


def look_ahead(arguments: Sequence[str]) -> Ahead | None:
    """What can be seen with Pelican's arguments; None if it is to do more than to build once, or keeps nothing."""
    now = time.time_ns()
    path = _settings_file(arguments)
    values = _values_in(path) if path else {}
    if not (path and "CACHE_PATH" in values):
        return None
    software = software_key()
    asked = key_of(software, os.getcwd(), settings_words(values), *arguments)  # noqa: PTH109 - faster
    cache = Path(path).absolute().parent / values["CACHE_PATH"] / OWN
    last = read_kept(cache)
    if last.asked == asked:
        with suppress(OSError):  # whoever builds then names the file
            return Ahead(asked, software, Standstill(last.places, cache, last.settings, now))
    return Ahead(asked, software, None)


def _settings_file(arguments: Sequence[str]) -> str | None:
    """The settings file that the arguments name; None if they ask for more than a build."""
    if not PLAIN.issuperset(one for one in arguments if one.startswith("-")):
        return None
    named = [after for one, after in pairwise(arguments) if one in ("-s", "--settings")]
    return (named or [SETTINGS])[-1]


def _values_in(path: str) -> dict[str, Any]:
    """What a settings file sets, and what else it names; nothing if it cannot tell them, or uses Pelican."""
    before = "pelican" in sys.modules
    spec = spec_from_file_location(Path(path).stem, path)
    if not (spec and spec.loader):
        return {}
    module = module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except Exception:  # noqa: BLE001 - whatever it raises, Pelican meets it again and tells it
        return {}
    if "pelican" in sys.modules and not before:
        return {}
    return vars(module)
