"""What no schema tells of the patterns in data files: whether they are expressions, and true to their examples.

Input: the knowledge, and the folder that it was loaded from. Output: faults, each with file, line and what to do.
Loading does not look for them: to compile every pattern takes longer than to clean an article.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from kliping.errors import InvalidData
from kliping.knowledge import BylinePattern, Knowledge, LineRule, Pattern
from kliping.load import line_of_key, spell_way

Way = tuple[str, ...]
"""The keys and places in lists that lead to something in a file."""


def pattern_faults(knowledge: Knowledge, data: Path) -> Iterator[InvalidData]:
    """A fault for each pattern that is no regular expression, misses its `yes`, matches its `no` or lacks its group."""
    for lang, language in knowledge.languages.items():
        yield from _located(data / "languages" / f"{lang}.yml", _in_rules(language.lines, ("lines",)))
    for id_, outlet in knowledge.outlets.items():
        path = data / "outlets" / f"{id_}.yml"
        for place, layout in enumerate(outlet.layouts):
            yield from _located(path, _in_rules(layout.lines, ("layouts", str(place), "lines")))
        for place, byline in enumerate(outlet.bylines):
            yield from _located(path, _in_byline(byline, ("bylines", str(place))))


def _located(path: Path, faults: Iterator[tuple[Way, str, str]]) -> Iterator[InvalidData]:
    for way, problem, advice in faults:
        line = line_of_key(path.read_bytes(), *way)
        yield InvalidData(problem, path=path, line=line, key=spell_way(way), advice=advice)


def _in_rules(rules: tuple[LineRule, ...], way: Way) -> Iterator[tuple[Way, str, str]]:
    for place, rule in enumerate(rules):
        for number, pattern in enumerate(rule.patterns):
            yield from _in_pattern(pattern, (*way, str(place), "patterns", str(number)), re.IGNORECASE)


def _in_byline(byline: BylinePattern, way: Way) -> Iterator[tuple[Way, str, str]]:
    faults = list(_in_pattern(byline, way, re.NOFLAG))
    if not faults and not any(name.startswith("name") for name in re.compile(byline.match).groupindex):
        yield (*way, "match"), "has no group for the name", "Put what matches it into `(?P<name>…)`."
    yield from faults


def _in_pattern(pattern: Pattern | BylinePattern, way: Way, flags: re.RegexFlag) -> Iterator[tuple[Way, str, str]]:
    try:
        expression = re.compile(pattern.match, flags)
    except re.error as error:
        yield (
            (*way, "match"),
            f"is no regular expression ({error.msg} at {error.pos})",
            "Write it as Python's `re` reads it.",
        )
        return
    if not expression.search(pattern.yes):
        yield (*way, "yes"), f"`{pattern.yes}` is not matched", "Correct the pattern or its example."
    if expression.search(pattern.no):
        yield (*way, "no"), f"`{pattern.no}` is matched", "Correct the pattern or its example."
