"""A story to its gettext catalogue: one message a passage."""

from textwrap import wrap

from stories import Story

HEADER = """\
msgid ""
msgstr ""
"Project-Id-Version: {id}\\n"
"PO-Revision-Date: {day} 12:00+0700\\n"
"Last-Translator: Kliping\\n"
"Language: {lang}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"X-Translation-Method: machine-assisted\\n"
"X-Reviewed-By: \\n"
"""


def catalogue(story: Story, lang: str, left_out: frozenset[str] = frozenset()) -> str:
    """The catalogue's text; `left_out` are keys of passages that the page does not print."""
    original, translated = passages(story, story.outlet.lang), passages(story, lang)
    head = HEADER.format(id=story.id, day=f"{story.when:%Y-%m-%d}", lang=lang)
    messages = (
        f'\nmsgctxt "{key}"\nmsgid {_quoted(words)}\nmsgstr {_quoted(translated[key])}\n'
        for key, words in original.items()
        if key not in left_out
    )
    return head + "".join(messages)


def passages(story: Story, lang: str) -> dict[str, str]:
    """The story's passages in one language, by key."""
    text = story.texts[lang]
    found = {"title": text.title, "standfirst": text.standfirst, "caption1": text.caption}
    counts = {"p": 0, "h": 0}
    for kind, words in text.blocks:
        letter = kind[0]
        counts[letter] += 1
        found[f"{letter}{counts[letter]}"] = words
    return found


def _quoted(words: str) -> str:
    """A string as PO editors write it, folded at 80 columns."""
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    if len(escaped) < 70:
        return f'"{escaped}"'
    lines = wrap(escaped, 77, break_long_words=False, break_on_hyphens=False)
    return '""\n' + "\n".join(f'"{line}{"" if line is lines[-1] else " "}"' for line in lines)
