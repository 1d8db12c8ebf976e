"""The editor's prose in a content folder: introductions of topics and pages about the digest, with their links checked."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from kliping.digest.model import Digest
from kliping.digest.sources import ID_ADVICE, files_in, is_id
from kliping.digest.timeline import passage_fault
from kliping.errors import InvalidData, KlipingError
from kliping.files import unreadable
from kliping.load import suggest
from kliping.model import Lang

TAKEN = ("archive", "articles", "feeds", "outlets", "search", "tags", "topics")
"""Names of pages that the site makes itself."""

_LINK = re.compile(r"(?:\]\(|\]:\s*)<?(article|outlet|page|tag|topic):([^)>\s]*)")
_NEEDED = "Write it; each language has its own file."


class Essay(Struct, frozen=True):
    """A page about the digest in one language."""

    title: str
    body: str


class Prose(Struct, frozen=True, kw_only=True):
    """All prose of a digest, each text in every language."""

    pages: Mapping[str, Mapping[Lang, Essay]]
    introductions: Mapping[str, Mapping[Lang, str]]
    """By topic; empty if one is missing."""


def read_prose(content: Path, digest: Digest) -> tuple[Prose, tuple[KlipingError, ...]]:
    """The prose of a digest, and an error for each file that is broken, missing or belongs to nothing.

    A page that lacks a language is left out as a whole; a link that leads nowhere is shown as plain words.
    """
    errors: list[KlipingError] = []
    pages: dict[str, dict[Lang, Essay]] = {}
    for name in _names(content / "pages", digest.langs, errors):
        paths = {lang: content / "pages" / f"{name}.{lang}.md" for lang in digest.langs}
        essays = {lang: essay for lang, path in paths.items() if (essay := _essay(path, errors))}
        if len(essays) == len(paths):
            pages[name] = essays
    topics = content / "topics"
    introductions = {
        topic: {lang: _text(topics / f"{topic}.{lang}.md", errors) or "" for lang in digest.langs}
        for topic in digest.registers.topics
    }
    errors += _stray_introductions(topics, digest)
    prose = Prose(pages=pages, introductions=introductions)
    return prose, (*errors, *_link_errors(content, prose, digest))


def links_in(text: str) -> Iterator[tuple[int, str, str]]:
    """Every link within the digest in a text: its line, its scheme and what it names."""
    for number, line in enumerate(text.split("\n"), start=1):
        for found in _LINK.finditer(line):
            yield number, found[1], found[2]


def is_there(scheme: str, target: str, digest: Digest, pages: Mapping[str, object]) -> bool:
    """Whether a link within the digest leads to something."""
    return _fault(scheme, target, digest, pages) is None


def _names(folder: Path, langs: tuple[Lang, ...], errors: list[KlipingError]) -> list[str]:
    names: dict[str, None] = {}
    for path in files_in(folder, ".md"):
        name, _, lang = path.stem.rpartition(".")
        if lang not in langs:
            advice = f"Name it {path.stem.partition('.')[0]}.<language>.md. {suggest(lang, langs)}"
            errors.append(InvalidData("is in no language of this digest", path=path, advice=advice))
        elif not is_id(name):
            errors.append(InvalidData(f"`{name}` is no name of a page", path=path, advice=ID_ADVICE))
        elif name in TAKEN:
            advice = "Choose another: the site has a page of its own there."
            errors.append(InvalidData(f"`{name}` is taken", path=path, advice=advice))
        else:
            names[name] = None
    return list(names)


def _essay(path: Path, errors: list[KlipingError]) -> Essay | None:
    text = _text(path, errors)
    if text is None:
        return None
    first, _, body = text.partition("\n")
    if not first.startswith("# "):
        advice = "Begin with a line `# Title`."
        errors.append(InvalidData("does not begin with its title", path=path, line=1, advice=advice))
        return None
    return Essay(first.removeprefix("# ").strip(), body)


def _text(path: Path, errors: list[KlipingError]) -> str | None:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        errors.append(InvalidData("is missing", path=path, advice=_NEEDED))
    except OSError as error:
        errors.append(unreadable(str(path), error))
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        errors.append(InvalidData("is not text", path=path, line=line, advice="Save it as UTF-8."))
    return None


def _stray_introductions(folder: Path, digest: Digest) -> Iterator[InvalidData]:
    for path in files_in(folder, ".md"):
        topic, _, lang = path.stem.rpartition(".")
        if lang not in digest.langs:
            yield InvalidData("is in no language of this digest", path=path, advice=suggest(lang, digest.langs))
        elif topic not in digest.registers.topics and topic not in digest.registers.unread:
            advice = suggest(topic, digest.registers.topics)
            yield InvalidData(f"introduces `{topic}`, no topic of this digest", path=path, advice=advice)


def _link_errors(content: Path, prose: Prose, digest: Digest) -> Iterator[InvalidData]:
    for path, before, text in _texts(content, prose):
        for line, scheme, target in links_in(text):
            fault = _fault(scheme, target, digest, prose.pages)
            if fault and not _is_unread(scheme, target, digest):
                yield InvalidData(fault[0], path=path, line=line + before, key=f"{scheme}:{target}", advice=fault[1])


def _texts(content: Path, prose: Prose) -> Iterator[tuple[Path, int, str]]:
    """Every text, with its file and the number of lines above it in that file."""
    for topic, by_lang in prose.introductions.items():
        for lang, text in by_lang.items():
            yield content / "topics" / f"{topic}.{lang}.md", 0, text
    for name, essays in prose.pages.items():
        for lang, essay in essays.items():
            yield content / "pages" / f"{name}.{lang}.md", 1, essay.body


def _is_unread(scheme: str, target: str, digest: Digest) -> bool:
    """Whether a link leads to something whose own file is broken, which is reported already."""
    unread = {"article": digest.unread, "topic": digest.registers.unread}
    return target.partition("#")[0] in unread.get(scheme, ())


def _fault(scheme: str, target: str, digest: Digest, pages: Mapping[str, object]) -> tuple[str, str] | None:
    """What is wrong with a link, and what to do; None if it leads somewhere."""
    name, mark, anchor = target.partition("#")
    if scheme == "article":
        if mark or name not in digest.entries:
            return passage_fault(name, anchor, digest.clippings)
        return None
    there: dict[str, tuple[str, ...]] = {
        "topic": tuple(digest.registers.topics),
        "tag": tuple(digest.by_tag),
        "outlet": (*digest.by_publisher, *digest.by_credit),
        "page": (*pages, *TAKEN),
    }
    what = scheme if scheme == "page" else f"{scheme} with a page"
    return None if name in there[scheme] else (f"`{name}` is no {what}", suggest(name, there[scheme]))
