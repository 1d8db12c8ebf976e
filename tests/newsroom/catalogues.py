"""Translations written by hand to a catalogue's file."""

from collections.abc import Mapping
from pathlib import Path

HEADER = """msgid ""
msgstr ""
"Language: en\\n"
"Last-Translator: A Person\\n"
"PO-Revision-Date: 2024-08-20 10:00+0700\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"X-Translation-Method: human\\n"
"X-Reviewed-By: \\n"
"""


def write_catalogue(path: Path, messages: Mapping[str, tuple[str, str]], header: str = HEADER, more: str = "") -> Path:
    """A PO file with a message `key: (original, translation)` each; `more` stands at its end."""
    entries = [f'\nmsgctxt "{key}"\nmsgid "{source}"\nmsgstr "{words}"\n' for key, (source, words) in messages.items()]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join([header, *entries, more]), encoding="utf-8")
    return path
