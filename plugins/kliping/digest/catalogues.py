"""An article to the gettext catalogue a translator works on, keeping what was translated before."""

from pathlib import Path

import polib

from kliping.digest.translations import passages
from kliping.model import Article, Lang

_HEADER = {
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
}


def update_catalogue(article: Article, path: Path, lang: Lang) -> str:
    """Write the article's passages into the catalogue at `path`; what was done, in words.

    A passage whose words are unchanged keeps its translation, one whose words changed is marked fuzzy with the previous
    words beside it, and one that is gone moves to the end as obsolete.
    """
    old = polib.pofile(str(path), encoding="utf-8") if path.is_file() else polib.POFile()
    made = polib.POFile(wrapwidth=100)
    made.metadata = {
        "Project-Id-Version": article.id,
        "PO-Revision-Date": "",
        "Last-Translator": "",
        "Language": lang,
        **_HEADER,
        "X-Translation-Method": "human",
        "X-Reviewed-By": "",
        **old.metadata,
    }
    by_words = {entry.msgid: entry for entry in old if not entry.obsolete}
    by_key = {entry.msgctxt: entry for entry in old if not entry.obsolete}
    counts = {"kept": 0, "changed": 0, "new": 0}
    current = passages(article)
    for key, words in current.items():
        entry = polib.POEntry(msgctxt=key, msgid=words)
        before = by_words.get(words)
        changed = by_key.get(key)
        if before:
            entry.msgstr, entry.flags, entry.previous_msgid = before.msgstr, before.flags, before.previous_msgid
            counts["kept"] += 1
        elif changed and changed.msgid not in current.values():
            entry.msgstr, entry.flags, entry.previous_msgid = changed.msgstr, ["fuzzy"], changed.msgid
            counts["changed"] += 1
        else:
            counts["new"] += 1
        made.append(entry)
    path.parent.mkdir(parents=True, exist_ok=True)
    made.save(str(path))
    return ", ".join(f"{number} {what}" for what, number in counts.items())
