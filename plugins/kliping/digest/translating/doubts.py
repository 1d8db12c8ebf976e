"""Doubts about catalogues: a header that names another language, passages that are not translated.

Input: a digest and its content folder. Output: findings with their files.
"""

from collections.abc import Iterator
from pathlib import Path

from kliping.digest.doubts import Doubt, place_of
from kliping.digest.model import Digest, Edition, Passage
from kliping.digest.translating.messages import named_language
from kliping.model import Finding, Lang

MOST_SAME = 5
"""Words of a passage that may well be the same in two languages."""
SHOWN_WORDS = 6


def find_translation_doubts(digest: Digest, content: Path) -> list[Doubt]:
    """What is doubtful in each catalogue from which a translation is made, by file and line."""
    doubts: list[Doubt] = []
    for entry in digest.entries.values():
        for lang in entry.langs[1:] if not entry.withdrawn else ():
            path = content / "translations" / lang / f"{entry.id}.po"
            findings = (*_in_header(path, lang), *_copied(digest.clippings[entry.id].editions[lang]))
            doubts += [(str(path), finding) for finding in findings]
    return sorted(doubts, key=place_of)


def _in_header(path: Path, lang: Lang) -> Iterator[Finding]:
    """A doubt about a header that names another language than the folder: programs of translators go by the header."""
    named = named_language(path)
    if named and _main_language(named[0]) != _main_language(lang):
        message = f"Its header names `{named[0]}`, but the folder is for `{lang}`; correct the one or move it to the other."
        yield Finding(named[1], "other_language", message)


def _main_language(tag: str) -> str:
    """`en` for `en`, `en-GB` and `en_GB`."""
    return tag.replace("_", "-").partition("-")[0].lower()


def _copied(edition: Edition) -> Iterator[Finding]:
    """A doubt for each passage whose translation is word for word the original: an editor's copy of it.

    Few words, such as names, may be the same in both.
    """
    for passage in edition.passages:
        if passage.state == "translated" and _is_copied(passage):
            begun = " ".join(passage.text.split()[:SHOWN_WORDS])
            message = f"`{begun} …` is the original, word for word; translate it, or leave it empty."
            yield Finding(None, "not_translated", message)


def _is_copied(passage: Passage) -> bool:
    words = passage.text.split()
    return len(words) > MOST_SAME and words == passage.source.split()
