"""The style sheet and the templates: neither has a class that the other, or a script, does not know."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from kliping import markup
from kliping.digest.registers import TimelineEntry
from kliping_pelican import theme_path
from kliping_pelican.showing.present import FATES

THEME = Path(theme_path())
COMPUTED = {*(f"has-{fate}" for fate in FATES.values()), *get_args(TimelineEntry.__annotations__["kind"])}
"""Classes that a template makes from a value."""
_NAME = re.compile(r"[a-z][\w-]*")
_COMMENT = re.compile(r"/\*.*?\*/|\{#.*?#\}", re.DOTALL)
_PLACE = re.compile(r"[\w-]*\{[{%].*?[%}]\}")


def text_of(folder: str, ending: str) -> str:
    """The text of a part of the theme, without comments."""
    files = sorted((THEME / folder).rglob(f"*.{ending}"))
    return _COMMENT.sub("", "\n".join(path.read_text(encoding="utf-8") for path in files))


TEMPLATES = text_of("templates", "html") + Path(markup.__file__).read_text(encoding="utf-8")
SCRIPTS, STYLES = text_of("static/js", "js"), text_of("static/css", "css")


def styled() -> set[str]:
    """The classes that the style sheet names."""
    selectors = re.findall(r"([^{}]+)\{", STYLES)
    return {name for selector in selectors for name in re.findall(r"\.([a-z][\w-]*)", selector)}


def given() -> set[str]:
    """The classes that elements have, those that are made from a value left out."""
    written = re.findall(r'class="([^"]*)"', _PLACE.sub(" ", TEMPLATES))
    return {name for classes in written for name in _NAME.findall(classes)}


def test_every_class_of_an_element_is_styled_or_looked_for() -> None:
    looked_for = set(re.findall(r"\.([a-z][\w-]*)", SCRIPTS))
    assert sorted(given() - styled() - looked_for) == []


def test_every_class_that_is_styled_is_some_elements() -> None:
    assert sorted(styled() - set(_NAME.findall(TEMPLATES + SCRIPTS)) - COMPUTED) == []


def by_width() -> Iterator[str]:
    """What the style sheet says of windows of some widths only."""
    for query in re.finditer(r"@(?:media|container)[^{]*width[^{]*\{", STYLES):
        end, depth = query.end(), 1
        while depth:
            depth += {"{": 1, "}": -1}.get(STYLES[end], 0)
            end += 1
        yield STYLES[query.end() : end - 1]


def test_no_colour_turns_on_the_width_of_the_window() -> None:
    """So colours need to be looked at in one width only; whether a line or an element is drawn may turn on it."""
    said = " ".join(by_width())
    assert ".reveal + .side" in said
    assert re.findall(r"[\w-]*(?:color|background|opacity|filter|#[\da-f]{3}|--(?:paper|ink|quiet))[^;}]*", said) == []
