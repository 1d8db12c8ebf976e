"""What is needed to file articles, such as the registers, and what the next build must know of the names in use now."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from kliping.digest.register_files import read_registers, read_topic, require_registers
from kliping.digest.registers import Registers, Topic, with_register
from kliping.digest.sources import files_in
from kliping.digest.tagging import NameIndex, index_names
from kliping.errors import KlipingError, UnreadableText
from kliping.knowledge import Knowledge
from kliping.memory import Key, Memory, fingerprints, key_of
from kliping.model import Lang

if TYPE_CHECKING:
    from kliping.digest.kept.filed import Filed
    from kliping.digest.model import Clipping

    OnFiled = Callable[[Filed, Clipping], Mapping[Lang, Key]]
    """Gives, for each language, the hash of what lists show of an article."""


class Clues(Struct, frozen=True):
    """What the tags and topics of articles follow from."""

    phrases: dict[Lang, set[tuple[str, str | None]]]
    """The spellings in each language, each with the term that it means."""
    rules: Key
    """Hash of the rules of all topics."""
    terms: dict[str, Key]
    """Each term's hash, by id."""
    kinds: Key
    """Hash of all ids, in order, with their kinds."""


class Desk(Struct, frozen=True, kw_only=True, dict=True):
    """Everything that is needed to file articles."""

    content: Path
    """The content folder; published paths begin with its name, wherever it lies on this machine."""
    langs: tuple[Lang, ...]
    knowledge: Knowledge
    registers: Registers
    memory: Memory
    cleaning: Key
    """Hash of what cleaning depends on besides the files of an article: software, languages and outlets."""
    describing: Key
    """Hash of what tags and topics depend on besides the article."""
    relate: bool = True
    """Whether to look for articles that share wording."""
    on_filed: "OnFiled | None" = None
    """Called with each article that is filed anew, while it is in memory, so that it need not be opened again."""

    @cached_property
    def above(self) -> str:
        """The part of paths before the name of the content folder, which only this machine has."""
        return f"{self.content.as_posix()}/"[: -len(f"{self.content.name}/")]

    def read_file(self, path: Path) -> bytes:
        """A file's content, as the memory saw it. Raises UnreadableText for one that is not there or may not be read."""
        return self.memory.read(str(path))

    def names(self, lang: Lang) -> NameIndex:
        """The names of the vocabulary in a language, ready to be found in texts."""
        if lang not in self._names:
            self._names[lang] = index_names(self.registers.vocabulary, lang)
        return self._names[lang]

    @cached_property
    def register(self) -> Key:
        """The key under which the memory has everything that is filed: `Remembered` by id, newest first."""
        return key_of("filed", str(self.content), self.cleaning, *self.langs)

    def contents(self, files: Sequence[str]) -> bytes:
        """The hashes of the content of files, in order. Raises UnreadableText."""
        return b"".join(map(self.memory.fingerprint, files))

    @cached_property
    def clues(self) -> Clues:
        """What tags and topics follow from now, so that a later build can see what of it changed."""
        rules = {id_: topic.rule for id_, topic in self.registers.topics.items()}
        phrases = {
            lang: {(one.phrase, one.term) for names in self.names(lang).names.values() for one in names}
            for lang in self.langs
        }
        encode = msgspec.msgpack.Encoder(enc_hook=str).encode
        terms = {id_: key_of(encode(term)) for id_, term in self.registers.vocabulary.items()}
        return Clues(phrases, key_of(encode(rules)), terms, key_of(encode(self.registers.term_kinds)))

    def changed_phrases(self, described: Key, lang: Lang) -> frozenset[str] | None:
        """Spellings in a language that were added, removed or changed since an article was described; None if not known."""
        if (described, lang) not in self._changed:
            before = self._clues_of(described)
            changed = before.phrases[lang] ^ self.clues.phrases[lang] if before and lang in before.phrases else None
            self._changed[described, lang] = None if changed is None else frozenset(phrase for phrase, _ in changed)
        return self._changed[described, lang]

    def has_rules_of(self, described: Key) -> bool:
        """Whether the rules of topics are the same as when an article was described."""
        before = self._clues_of(described)
        return before is not None and before.rules == self.clues.rules

    def changed_terms(self, described: Key) -> frozenset[str] | None:
        """Terms that changed since an article was described; None if not known, or if any was added, removed or moved."""
        before, now = self._clues_of(described), self.clues
        if before is None or before.kinds != now.kinds:
            return None
        return frozenset(id_ for id_, told in now.terms.items() if told != before.terms[id_])

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
    """The key of the clues from which articles were described."""
    return key_of("clues", described)


def set_up_desk(
    content: Path, langs: tuple[Lang, ...], knowledge: Knowledge, memory: Memory, software: Key
) -> tuple[Desk, tuple[KlipingError, ...]]:
    """The desk with all registers read, and an error for each broken topic."""
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
    parts: list[Key | str] = [memory.fingerprint(str(content / "vocabulary.yml"))]
    for path in map(str, files_in(content / "topics", ".yml")):
        parts.append(path)
        with suppress(UnreadableText):
            parts.append(memory.fingerprint(path))
    return key_of(*parts)


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
