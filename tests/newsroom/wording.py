"""Texts to the runs of words in them: what tells whether words that are withheld stand somewhere after all."""

import html
import re

RUN = 8
"""Words; shorter runs occur in any two reports of one event."""


def runs(text: str) -> set[str]:
    """Every run of eight words of a text, or of a file in which it stands escaped, tagged or as JSON.

    >>> "satu dua tiga empat lima enam tujuh delapan" in runs("Satu <b>dua</b>\\\\u003c/b\\\\u003e tiga empat lima, "
    ...     "&lt;i&gt;enam&lt;/i&gt; tujuh delapan")
    True
    """
    plain = re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), text)
    plain = plain.replace("\\n", " ").replace("\\", "")
    for _ in range(2):  # a feed escapes what is escaped already
        plain = re.sub(r"<[^>]*>", "", html.unescape(plain))
    words = re.findall(r"\w+", plain.lower())
    return {" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}
