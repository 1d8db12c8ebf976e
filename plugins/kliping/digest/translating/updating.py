"""Writes the gettext catalogue of an article for a translator, and keeps what was translated before."""

from copy import copy
from pathlib import Path

import polib

from kliping.digest.translating.editions import align, passages
from kliping.digest.translating.messages import METHODS, read_po
from kliping.model import Article, Lang

_HEADER = {
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
}

_HELP = f"""Last-Translator: who or what translated. X-Translation-Method: {" or ".join(METHODS)}.
X-Reviewed-By: the person who read it over; empty while nobody did."""
"""What a new catalogue tells the translator at its top."""


def update_catalogue(article: Article, path: Path, lang: Lang) -> str:
    """Write the article's passages into the catalogue at `path`; what was done, in words.

    A passage whose words are unchanged keeps its translation, one whose words changed is marked fuzzy with the previous
    words beside it, and one that is gone moves to the end as obsolete, from where it comes back with its words.
    Raises InvalidCatalogue, and writes nothing, where the file there is no catalogue.
    """
    old = read_po(path) if path.is_file() else polib.POFile()
    made = polib.POFile(wrapwidth=100)
    made.header = old.header or _HELP
    made.metadata = {
        "Project-Id-Version": article.id,
        "PO-Revision-Date": "",
        "Last-Translator": "",
        "Language": lang,
        **_HEADER,
        "X-Translation-Method": "",
        "X-Reviewed-By": "",
        **old.metadata,
    }
    counts = {"kept": 0, "changed": 0, "to translate": 0}
    current = passages(article)
    known = [entry for entry in old if entry.msgstr]
    comments = {entry.msgid: entry.tcomment for entry in old if not entry.msgstr}
    places = align(current, [(entry.msgctxt or "", entry.msgid) for entry in known])
    for key, words in current.items():
        before = known[places[key]] if key in places else None
        entry, fate = _entry(key, words, before, comments.get(words, ""))
        counts[fate] += 1
        made.append(entry)
    made += [_obsolete(entry) for place, entry in enumerate(known) if place not in places.values()]
    path.parent.mkdir(parents=True, exist_ok=True)
    made.save(str(path))
    return ", ".join(f"{number} {what}" for what, number in counts.items())


def _entry(key: str, words: str, before: polib.POEntry | None, comment: str) -> tuple[polib.POEntry, str]:
    """A passage's entry, and whether it was kept, changed or is to be translated."""
    if before is None:
        return polib.POEntry(msgctxt=key, msgid=words, tcomment=comment), "to translate"
    entry = copy(before)
    entry.msgctxt, entry.msgid, entry.obsolete = key, words, False
    others = [flag for flag in before.flags if flag != "fuzzy"]
    if before.fuzzy and before.previous_msgid == words:  # the original is again what was translated
        entry.flags, entry.previous_msgid = others, None
        return entry, "kept"
    if before.msgid == words:
        return entry, "kept"
    entry.flags = [*others, "fuzzy"]
    entry.previous_msgid = before.previous_msgid or before.msgid
    return entry, "changed"


def _obsolete(entry: polib.POEntry) -> polib.POEntry:
    gone = copy(entry)
    gone.obsolete = True
    return gone
