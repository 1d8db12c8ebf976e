"""The content folder to all that pages are made from."""

from collections.abc import Callable, Iterable, Mapping

import msgspec

from kliping.digest.kept.filed import Filed
from kliping.digest.kept.shelf import Shelf
from kliping.digest.kinship import find_kin
from kliping.digest.model import Clipping, Digest
from kliping.digest.prose import read_prose
from kliping.digest.sources import Source
from kliping.errors import KlipingError
from kliping.knowledge import Knowledge, load_knowledge, require_languages
from kliping.memory import Key, Memory, PlainMemory, key_of
from kliping.model import Lang
from kliping.pipeline import Assignment, read_digest
from kliping_pelican.building import parallel
from kliping_pelican.building.placing.exchange import MARK
from kliping_pelican.building.remembering import DiskMemory
from kliping_pelican.building.standstill import Standstill
from kliping_pelican.building.state import Kept
from kliping_pelican.configuration import CATALOGUE, Configuration
from kliping_pelican.drawings.palette import read_palette
from kliping_pelican.pages.data import keep_line
from kliping_pelican.pages.frame import navigation
from kliping_pelican.pages.jobs import Site
from kliping_pelican.pages.keys import key_of_value
from kliping_pelican.pages.prose import colophon
from kliping_pelican.parts import Part
from kliping_pelican.showing import addresses
from kliping_pelican.showing.cards import make_face
from kliping_pelican.showing.reader import Reader, Voice
from kliping_pelican.showing.words import read_words


def read_site(
    config: Configuration, software: Key, stand: Standstill, kept: Kept | None, errors: list[KlipingError]
) -> Site:
    """All that pages are made from; errors that left a part of the digest out are added to `errors`.

    `kept` is what an earlier build of this process left in memory.
    """
    memory = _memory(config, software, stand, kept)
    voices = {lang: _voice(config, lang, memory) for lang in config.langs}
    assignment = _assignment(config, software, stand, memory, voices)
    digest, broken = read_digest(config.content, config.langs, _knowledge(memory, config.langs), memory, assignment)
    prose, unwritten = read_prose(config.content, digest)
    errors.extend((*broken, *unwritten))
    lasting = memory if config.cache else None
    readers = {lang: _reader(voice, digest, lasting, config) for lang, voice in voices.items()}
    return Site(
        config=config,
        digest=digest,
        words={lang: voice.words for lang, voice in voices.items()},
        readers=readers,
        memory=memory,
        prose=prose,
        navigation={reader.lang: navigation(reader, config.without) for reader in readers.values()},
        colophon={reader.lang: colophon(reader, config, prose) for reader in readers.values()},
        kin=_kin(digest, memory) if Part.RELATED not in config.without else {},
        palette=read_palette(config.theme) if {Part.CARDS, Part.MANIFEST} - set(config.without) else None,
    )


def _memory(config: Configuration, software: Key, stand: Standstill, kept: Kept | None) -> Memory:
    """What earlier builds kept; without what they say of the site's files if an exchange of these was broken off."""
    if not config.cache:
        return PlainMemory()
    memory = DiskMemory(config.cache, software, stand, kept)
    if (config.cache / MARK).exists():
        memory.forget_outputs()
    return memory


def _assignment(
    config: Configuration, software: Key, stand: Standstill, memory: Memory, voices: Mapping[Lang, Voice]
) -> Assignment:
    """How the digest is to be read, beside what is to be read."""
    return Assignment(
        software=software,
        spread=lambda file, sources: parallel.spread(file, sources, _path, parallel.workers(), memory),
        on_filed=_keeper(voices, memory, config) if config.cache else None,
        relate=Part.LIKENESS not in config.without,
        listed=stand.listed(config.content),
        changed=memory.changed if isinstance(memory, DiskMemory) else None,
    )


def _keeper(
    voices: Mapping[Lang, Voice], memory: Memory, config: Configuration
) -> Callable[[Filed, Clipping], Mapping[Lang, Key]]:
    """What keeps all that pages and data show of an article, and gives the keys of what lists show: few then open it."""

    def keep(filed: Filed, clipping: Clipping) -> Mapping[Lang, Key]:
        faces = {lang: make_face(clipping, voice) for lang, voice in voices.items()}
        for lang, face in faces.items():
            memory.put(filed.words + voices[lang].mark, face)
        if Part.DATA not in config.without:
            keep_line(filed.key, clipping, memory)
        return {lang: key_of_value((face.card, face.title)) for lang, face in faces.items()}

    return keep


def _voice(config: Configuration, lang: Lang, memory: Memory) -> Voice:
    path = str(config.theme / CATALOGUE.format(lang=lang))
    return Voice(lang, read_words(config.theme, lang, memory), key_of(lang, memory.fingerprint(path))[:8])


def _reader(voice: Voice, digest: Digest, memory: Memory | None, config: Configuration) -> Reader:
    """The reader of a language; what was made for them before is kept alive in the memory."""
    if memory and isinstance(digest.clippings, Shelf):
        words_key = digest.clippings.words_key
        memory.keep_alive(words_key(id_) + voice.mark for id_ in digest.entries)
    return Reader(digest, voice.lang, voice.words, memory, voice.mark, addresses.feed_forms(config.without))


def _kin(digest: Digest, memory: Memory) -> Mapping[str, tuple[str, ...]]:
    """The related articles of each; computed anew if groups changed, or which articles share wording."""
    grouped = [(one.id, one.topics, one.tags, one.withdrawn) for one in digest.entries.values()]
    alike = {id_: sorted(like.article for like in likes) for id_, likes in digest.likenesses.items()}
    key = key_of("kin", msgspec.msgpack.encode((grouped, alike, digest.registers.term_kinds)))
    known = memory.get(key, dict[str, tuple[str, ...]])
    if known is None:
        known = find_kin(digest)
        memory.put(key, known)
    return known


def _knowledge(memory: Memory, langs: Iterable[Lang]) -> Knowledge:
    """The shipped languages and outlets; the software's key stands for their files."""
    key = key_of("knowledge")
    known = memory.get(key, Knowledge)
    if known is None:
        known = load_knowledge()
        memory.put(key, known, small=True)
    require_languages(langs, known, path="pelicanconf.py", key="KLIPING_TAGLINES")
    return known


def _path(source: Source) -> str:
    return source.path
