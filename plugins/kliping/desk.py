"""What filing articles needs, and what it tells the next build of the names it used."""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from msgspec import Struct

from kliping.digest.registers import Registers
from kliping.digest.sources import Source
from kliping.digest.tagging import NameIndex, index_names
from kliping.knowledge import Knowledge
from kliping.memory import Key, Memory, key_of
from kliping.model import Lang

Phrases = dict[Lang, set[tuple[str, str | None]]]
"""In each language, spellings with the terms they mean."""


class Desk(Struct, frozen=True, kw_only=True, dict=True):
    """All that filing needs."""

    content: Path
    """The digest's folder; what is published counts paths from beside it, wherever it lies on this machine."""
    langs: tuple[Lang, ...]
    knowledge: Knowledge
    registers: Registers
    memory: Memory
    cleaning: Key
    """Digest of what cleaning depends on beside the files: the software, languages and outlets."""
    describing: Key
    """Digest of what describing depends on beside the article."""

    @cached_property
    def names(self) -> Mapping[Lang, NameIndex]:
        """The vocabulary's names in each language, ready to be found."""
        return {lang: index_names(self.registers.vocabulary, lang) for lang in self.langs}

    def key(self, source: Source) -> Key:
        """The key of a source's `Filed`."""
        prints = (self.memory.fingerprint(path) for path in source.files)
        return key_of(self.cleaning, *self.langs, *source.files, *prints)

    @cached_property
    def phrases(self) -> "Phrases":
        """The vocabulary's names, for a later build to see which of them changed."""
        return {
            lang: {(one.phrase, one.term) for names in index.values() for one in names} for lang, index in self.names.items()
        }

    def changed_phrases(self, described: Key, lang: Lang) -> frozenset[str] | None:
        """Names in a language that are others than when an article was described; None where that is not known."""
        if (described, lang) not in self._changed:
            before = self.memory.get(phrases_key(described), Phrases)
            changed = before[lang] ^ self.phrases[lang] if before and lang in before else None
            self._changed[described, lang] = None if changed is None else frozenset(phrase for phrase, _ in changed)
        return self._changed[described, lang]

    @cached_property
    def _changed(self) -> dict[tuple[Key, Lang], frozenset[str] | None]:
        return {}


def phrases_key(described: Key) -> Key:
    """The key of the names that articles were described with."""
    return key_of("phrases", described)
