"""Lines of program code, styles and markup that a scraper took for text.

Input: cleaned lines. Output: a claim about their form; every function is linear in their length.
"""

import re
from collections.abc import Sequence

SIGNS = "(){}[];=|<>\"'_"
SHARE = 0.08
"""The least share of such signs in program code."""
FEATURES = 2
"""How many of `_MARKS` a line of program code has at least."""
FEW = 3
"""Lines of code: a page with more may be about programs, so that only code of known services does not belong to it."""
_BEGINNING = re.compile(
    r"[!;~+({\[}\s]*(?:[\w$.@-]+ ?[.(=\[{]|[\"'][\w@-]+[\"'] ?:|(?:async|const|function|let|new|return|typeof|var) |$)"
)
"""The beginning of a statement; in a sentence, a second word would follow."""
_LAST = (";", "}", ")", "{", ">", "/")
_MARKS = (
    re.compile(r"\w\.\w+ ?\("),  # `cmd.push(`
    re.compile(r"[\w\])] ?=>? ?[\w\"'\[{(!]"),  # `list = [`, `() => {`
    re.compile(r"[{}]"),
    re.compile(r"\bfunction ?\w* ?\("),
    re.compile(r" \|\| "),
    re.compile(r"\) ?;"),
    re.compile(r"[\"']\w+[\"'] ?:|\b\w+ ?: ?[\"']"),  # `"mode": "x"`
)
_TAGS = re.compile(
    r"(?:<(?:!--|/?(?:a|amp-\w+|audio|b|blockquote|br|div|em|figure|i|iframe|img|ins|li|object|p|script|span|strong|ul|video)\b)"
    r"[^<>]*>[^<>]{0,20})+",
    re.IGNORECASE,
)
_SHORT_CODE = re.compile(r"\[/?[a-z_-]{2,20}(?: [a-z_-]+=[\"”″][^\"”″\[\]]*[\"”″])+ ?/?\]")
_STYLE = re.compile(r"(?:[.#@*]?[\w-][\w .#>:,()-]{0,150}\{[^{}:]*:[^{}]*\} ?)+")
_SERVICE = re.compile(
    r"adsbygoogle|comscore|dataLayer|\bdfp\b|disqus|div-gpt-ad|facebook|\bfbq\b|google|\bgtag\b|iframe|OneSignal|outbrain"
    r"|schema\.org|taboola|twttr|youtube",
    re.IGNORECASE,
)
"""Services for adverts, counters and players, whose code stands in pages of every kind."""


def find_code(texts: Sequence[str]) -> frozenset[int]:
    """The lines of a page that are code and do not belong to the article."""
    found = [at for at, text in enumerate(texts) if is_code(text)]
    return frozenset(found if len(found) <= FEW else (at for at in found if _SERVICE.search(texts[at])))


def is_code(text: str) -> bool:
    """Whether a line is program code, a style or an element, and not a sentence about one.

    >>> is_code("cmd.push(function() { display('div-1'); });"), is_code("Fungsi print() dipakai (lihat a=b).")
    (True, False)
    """
    if text.startswith(("<", "[")) and any(form.fullmatch(text) for form in (_TAGS, _SHORT_CODE)):
        return True
    if not text.endswith(_LAST) or not ("{" in text or "=" in text):
        return False
    if sum(map(text.count, SIGNS)) < SHARE * len(text):
        return False
    if _STYLE.fullmatch(text):
        return True
    return _BEGINNING.match(text) is not None and sum(mark.search(text) is not None for mark in _MARKS) >= FEATURES
