"""The interface's words in one language, from the theme's gettext catalogue; a word it lacks stops the build."""

import gettext
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from markupsafe import escape
from msgspec import Struct

from kliping.errors import InvalidCatalogue
from kliping.memory import Memory, key_of
from kliping.model import Lang
from kliping_pelican.configuration import CATALOGUE

Key = tuple[str | None, str]


class Words(Struct, frozen=True):
    """Interface words: `gettext`, `pgettext` and `ngettext`, with `%(name)s` places filled in."""

    lang: Lang
    path: Path
    single: Mapping[Key, str]
    plural: Mapping[Key, Mapping[int, str]]
    form: Callable[[int], int]
    """The plural form of a number."""

    def gettext(self, msgid: str, **values: Any) -> str:
        """The word for an English msgid. Raises InvalidCatalogue when the catalogue lacks it."""
        return self._filled(self._single(None, msgid), values)

    def pgettext(self, context: str, msgid: str, **values: Any) -> str:
        """The word for a key of a closed list, such as `basis`, `text`."""
        return self._filled(self._single(context, msgid), values)

    def ngettext(self, singular: str, plural: str, n: int, **values: Any) -> str:
        """The form for a number; `%(n)s` is the number."""
        forms = self.plural.get((None, singular))
        if forms is None:
            raise self._missing(f"{singular} | {plural}")
        return self._filled(forms[self.form(n)], {"n": n, **values})

    def _single(self, context: str | None, msgid: str) -> str:
        word = self.single.get((context, msgid))
        if word is None:
            raise self._missing(f"{context}|{msgid}" if context else msgid)
        return word

    def _filled(self, word: str, values: Mapping[str, Any]) -> str:
        """The word with its places filled; if one value is HTML, the word and all other values are escaped."""
        if not values:
            return word
        is_html = any(hasattr(value, "__html__") for value in values.values())
        return escape(word) % values if is_html else word % values

    def _missing(self, key: str) -> InvalidCatalogue:
        return InvalidCatalogue(
            "is no word of this catalogue", path=self.path, key=key, advice="Add it with its translation."
        )


class Lexicon(Struct, frozen=True):
    """The content of a catalogue, in a form that can be kept on disk."""

    single: list[tuple[str | None, str, str]]
    """Context, msgid and word."""
    plural: list[tuple[str | None, str, dict[int, str]]]
    """Context, msgid and the forms of a word."""
    formula: str
    """Which form a number takes, as gettext writes it."""


def read_words(theme: Path, lang: Lang, memory: Memory | None = None) -> Words:
    """The words of a language. Raises InvalidCatalogue for a missing file and an empty or fuzzy entry."""
    path = theme / CATALOGUE.format(lang=lang)
    if not path.is_file():
        raise InvalidCatalogue(
            f"has no words for `{lang}`", path=path, advice="Copy another language's file and translate it."
        )
    key = key_of("words", memory.fingerprint(str(path))) if memory else b""
    lexicon = memory.get(key, Lexicon) if memory else None
    if lexicon is None:
        lexicon = _read(path)
        if memory:
            memory.put(key, lexicon)
    single = {(context, msgid): word for context, msgid, word in lexicon.single}
    plural = {(context, msgid): forms for context, msgid, forms in lexicon.plural}
    return Words(lang, path, single, plural, gettext.c2py(lexicon.formula))


def _read(path: Path) -> Lexicon:
    import polib  # a build without changed words does not need it

    po = polib.pofile(str(path), encoding="utf-8")
    single: list[tuple[str | None, str, str]] = []
    plural: list[tuple[str | None, str, dict[int, str]]] = []
    for entry in po:
        if entry.obsolete:
            continue
        forms = entry.msgstr_plural or {0: entry.msgstr}
        if entry.fuzzy or not all(forms.values()):
            raise InvalidCatalogue(
                "is not translated", path=path, line=entry.linenum, key=entry.msgid, advice="Translate it."
            )
        if entry.msgid_plural:
            plural.append((entry.msgctxt, entry.msgid, forms))
        else:
            single.append((entry.msgctxt, entry.msgid, entry.msgstr))
    formula = po.metadata.get("Plural-Forms", "nplurals=1; plural=0;").partition("plural=")[2].strip("; ")
    return Lexicon(single, plural, formula)
