"""What filing articles needs, the registers among it, and what it tells the next build of the names it used."""

import os
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from kliping.digest.register_files import read_registers, read_topic, require_registers
from kliping.digest.registers import Registers, Topic, with_register
from kliping.digest.sources import files_in
from kliping.digest.tagging import NameIndex, index_names
from kliping.errors import KlipingError
from kliping.knowledge import Knowledge
from kliping.memory import Key, Memory, fingerprints, key_of
from kliping.model import Lang

if TYPE_CHECKING:
    from kliping.digest.kept.filed import Filed
    from kliping.digest.model import Clipping

    OnFiled = Callable[[Filed, Clipping], Mapping[Lang, Key]]
    """Gives by language the hash of what lists show of an article."""


class Clues(Struct, frozen=True):
    """What articles are described by."""

    phrases: dict[Lang, set[tuple[str, str | None]]]
    """In each language, spellings with the terms they mean."""
    rules: Key
    """Hash of the rules of all topics."""


class Desk(Struct, frozen=True, kw_only=True, dict=True):
    """All that filing needs."""

    content: Path
    """The digest's folder; what is published counts paths from beside it, wherever it lies on this machine."""
    langs: tuple[Lang, ...]
    knowledge: Knowledge
    registers: Registers
    memory: Memory
    cleaning: Key
    """Hash of what cleaning depends on beside the files: the software, languages and outlets."""
    describing: Key
    """Hash of what describing depends on beside the article."""
    relate: bool = True
    """Whether articles that share wording are looked for."""
    on_filed: "OnFiled | None" = None
    """Told of each article that is filed anew while all of it is in hand, so that nobody need open it again."""

    @cached_property
    def above(self) -> str:
        """What paths have before the name of the digest's folder, on this machine only."""
        return f"{self.content.as_posix()}/"[: -len(f"{self.content.name}/")]

    def read_file(self, path: Path) -> bytes:
        """A file's content, as the memory saw it. Raises UnreadableText for one that is not there or may not be read."""
        return self.memory.read(str(path))

    def names(self, lang: Lang) -> NameIndex:
        """The vocabulary's names in a language, ready to be found."""
        if lang not in self._names:
            self._names[lang] = index_names(self.registers.vocabulary, lang)
        return self._names[lang]

    @cached_property
    def register(self) -> Key:
        """The key of all that is filed, by id, newest first; each as `Remembered`."""
        return key_of("filed", str(self.content), self.cleaning, *self.langs)

    def contents(self, files: Sequence[str]) -> bytes:
        """The hashes of the content of files, in order. Raises UnreadableText."""
        return b"".join(map(self.memory.fingerprint, files))

    @cached_property
    def clues(self) -> Clues:
        """What articles are described by, for a later build to see how much of it changed."""
        rules = {id_: topic.rule for id_, topic in self.registers.topics.items()}
        phrases = {
            lang: {(one.phrase, one.term) for names in self.names(lang).names.values() for one in names}
            for lang in self.langs
        }
        return Clues(phrases, key_of(msgspec.msgpack.encode(rules)))

    def changed_phrases(self, described: Key, lang: Lang) -> frozenset[str] | None:
        """Names in a language that are others than when an article was described; None where that is not known."""
        if (described, lang) not in self._changed:
            before = self._clues_of(described)
            changed = before.phrases[lang] ^ self.clues.phrases[lang] if before and lang in before.phrases else None
            self._changed[described, lang] = None if changed is None else frozenset(phrase for phrase, _ in changed)
        return self._changed[described, lang]

    def tells_same(self, described: Key, lang: Lang) -> bool:
        """Whether names in a language and the rules of topics are those that an article was described by."""
        before = self._clues_of(described)
        same_rules = before is not None and before.rules == self.clues.rules
        return same_rules and self.changed_phrases(described, lang) == frozenset()

    def _clues_of(self, described: Key) -> Clues | None:
        if described not in self._clues:
            self._clues[described] = self.memory.get(clues_key(described), Clues)
        return self._clues[described]

    @cached_property
    def _names(self) -> dict[Lang, NameIndex]:
        return {}

    @cached_property
    def _clues(self) -> dict[Key, Clues | None]:
        return {}

    @cached_property
    def _changed(self) -> dict[tuple[Key, Lang], frozenset[str] | None]:
        return {}


def clues_key(described: Key) -> Key:
    """The key of the clues that articles were described by."""
    return key_of("clues", described)


def set_up_desk(
    content: Path, langs: tuple[Lang, ...], knowledge: Knowledge, memory: Memory, software: Key
) -> tuple[Desk, tuple[KlipingError, ...]]:
    """The registers read and ready for filing, and an error for each broken topic."""
    require_registers(content)
    outlets = fingerprints([str(content / "outlets.yml")], memory)
    described = _names_and_rules(content, memory)
    registers, errors = _RegistersKept(langs, memory, software).read(content, knowledge, outlets + described)
    cleaning = key_of(software, outlets)
    desk = Desk(
        content=content,
        langs=langs,
        knowledge=memory.ready(cleaning + b"knowledge", lambda: with_register(knowledge, registers.outlets)),
        registers=registers,
        memory=memory,
        cleaning=cleaning,
        describing=key_of(cleaning, *langs, described),
    )
    return desk, errors


def _names_and_rules(content: Path, memory: Memory) -> Key:
    """The hash of the vocabulary and of all topics; of one that cannot be read, its name: whoever reads it says so."""
    topics = [*map(str, files_in(content / "topics", ".yml"))]
    legible = [path for path in topics if os.access(path, os.R_OK)]
    described = fingerprints([str(content / "vocabulary.yml"), *legible], memory)
    return described if legible == topics else key_of(described, *topics)


class _RegistersKept(Struct, frozen=True):
    """Registers and topics in a memory: what an earlier build read from the same files is not read again."""

    langs: tuple[Lang, ...]
    memory: Memory
    software: Key

    def read(self, content: Path, knowledge: Knowledge, files: Key) -> tuple[Registers, tuple[KlipingError, ...]]:
        """All registers, and an error for each broken topic; `files` is the hash of the files they stand in."""
        key = key_of("registers", self.software, *self.langs, files)
        known = self.memory.get(key, Registers)
        if known:
            self.memory.keep_alive(map(self._topic_key, files_in(content / "topics", ".yml")))
            return known, ()
        registers, errors = read_registers(content, knowledge, self.langs, self._topic)
        if not errors:
            self.memory.put(key, registers, small=True)
        return registers, errors

    def _topic(self, path: Path, langs: tuple[Lang, ...]) -> Topic:
        key = self._topic_key(path)
        topic = self.memory.get(key, Topic)
        if topic is None:
            topic = read_topic(path, langs)
            self.memory.put(key, topic)
        return topic

    def _topic_key(self, path: Path) -> Key:
        return key_of("topic", self.software, *self.langs, fingerprints([str(path)], self.memory))
