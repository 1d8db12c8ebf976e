"""Articles as rows of a table or as JSON, as some scrapers store them.

Input: a decoded text. Output: what separates the fields of an article on one line, or why the text is no article.
"""

import json
import re
from itertools import islice

FAR, LONGEST = 3, 200_000
"""Lines and characters at the beginning of a text that are looked at: above a row, only the names of fields may stand."""
LONG = 200
"""Characters of the shortest row that holds an article."""
_BREAKS = {"\t": re.compile(r"\t+"), " | ": re.compile(r" \| "), '"': re.compile(r'^"|"[,;]"|"$')}
"""What separates the fields of a row, by the sign that `_ROW` finds."""
_ROW = re.compile(r"(\t| \| |\"[,;]\")(?:https?://[^\s\"|]+|\d{4}-\d\d-\d\d[T \d:.+Z-]*)(?=\1)")
"""A field that is only an address or a day; in a sentence, no such signs would stand around it."""
_NAMES = re.compile(
    r"\"?[a-z_ ]{0,20}(?:title|judul)\"?[,;\t|][\w \",;\t|]*(?:content|text|body|isi|konten)\b[\w \",;\t|]*", re.I
)
"""The line with the names of fields above a table."""
_OBJECT = re.compile(r"\s*(?:\[\s*)?\{")


def field_break(text: str) -> re.Pattern[str] | None:
    """What separates the fields of a text that is one row; None for any other text.

    >>> field_break("Air Naik\\t2024-05-06\\t" + "Air sungai naik lagi. " * 10).pattern
    '\\\\t+'
    """
    found = next(filter(None, map(_row, _first_lines(text))), None)
    return _BREAKS[found] if found else None


def why_no_article(text: str) -> str | None:
    """For a text of several rows or of JSON, why it is no article; None for any other text."""
    lines = _first_lines(text)
    has_names = len(lines) > 1 and len(lines[0]) < LONG and _NAMES.fullmatch(lines[0].strip()) is not None
    if has_names or sum(_row(line) is not None for line in lines) > 1:
        return "is a table of articles, not one article"
    return "holds JSON, not an article's words" if _is_json(text) else None


def _first_lines(text: str) -> list[str]:
    return list(filter(str.strip, islice(text[:LONGEST].split("\n", FAR), FAR)))


def _row(line: str) -> str | None:
    """The sign that separates the fields of a row; None if the line is none."""
    found = _ROW.search(line) if len(line) >= LONG else None
    return found and ('"' if found[1][0] == '"' else found[1])


def _is_json(text: str) -> bool:
    """Whether the text as a whole, or each of its first lines, is a JSON object or list."""
    if not _OBJECT.match(text):
        return False
    bare = text.strip()
    if not bare.endswith(("}", "]")):
        return False
    return _decodes(bare) or all(map(_decodes, filter(str.strip, bare.split("\n", FAR)[:FAR])))


def _decodes(text: str) -> bool:
    try:
        return isinstance(json.loads(text, strict=False), dict | list)
    except (ValueError, RecursionError):
        return False
