"""From a file and its sidecar to an article with tags and topics."""

from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from difflib import get_close_matches
from functools import partial
from pathlib import Path

import msgspec
from msgspec import Struct

from kliping.article_json import is_article_json, read_article_json, reread_article_json
from kliping.days import day_of
from kliping.digest.registers import Registers
from kliping.digest.sources import read_source
from kliping.digest.tagging import NameIndex, find_tags, find_topics
from kliping.errors import InvalidData
from kliping.knowledge import Knowledge
from kliping.load import line_of_key, suggest
from kliping.model import Article, Finding
from kliping.sidecar import NO_SIDECAR, Check, Sidecar, parse_sidecar


class Parsed(Struct, frozen=True):
    """An article, the decoded text of its file, and what the curator says about it."""

    article: Article
    text: str
    sidecar: Sidecar
    is_rendered: bool = False
    """Whether the text is a rendering of HTML or Markdown rather than the text of the file."""


def parse_article(
    path: Path,
    sidecar_path: Path | None,
    knowledge: Knowledge,
    read_file: Callable[[Path], bytes] = read_source,
    *checks: Check,
) -> Parsed:
    """The article in a file and its sidecar, if it has one; `checks` find further faults of the sidecar.

    Raises UnreadableText or InvalidData, each with file, line and what to do.
    """

    def sidecar_with(*own: Check) -> Sidecar:
        return parse_sidecar(read_file(sidecar_path), sidecar_path, *own, *checks) if sidecar_path else NO_SIDECAR

    if path.suffix == ".yml":
        raise InvalidData("is a sidecar", path=path, advice="Name its article; the sidecar is read with it.")
    data = read_file(path)
    if is_article_json(path.name):
        return Parsed(read_article_json(data, path, knowledge), "", sidecar_with(_stated_facts))
    from kliping.cleaning import clean_reading  # articles that were cleaned before do not need it
    from kliping.cleaning.reading import read

    reading = read(data, path)
    count = reading.text.count("\n") + 1
    sidecar = sidecar_with(partial(_unknown_outlet, knowledge), partial(_lines_not_there, count, path.name))
    article = clean_reading(reading, id=path.stem, source_path=path.as_posix(), knowledge=knowledge, sidecar=sidecar)
    article = msgspec.structs.replace(article, findings=(*article.findings, *_odd_days(article, sidecar)))
    return Parsed(article, reading.text, sidecar, reading.markup is not None)


def reopen_article(path: Path, sidecar_path: Path | None, read_file: Callable[[Path], bytes]) -> Parsed:
    """The article in a file that `kliping parse` cleaned, and its sidecar; both were checked by an earlier build."""
    sidecar = parse_sidecar(read_file(sidecar_path), sidecar_path) if sidecar_path else NO_SIDECAR
    return Parsed(reread_article_json(read_file(path), path), "", sidecar)


def _odd_days(article: Article, sidecar: Sidecar) -> Iterator[Finding]:
    published, added = article.published, sidecar.added
    if not (published or article.updated or added):
        message = "Neither the text nor the sidecar has a date; with `added:` there, feeds can name it."
        yield Finding(None, "undated", message)
    if published and added:
        day = day_of(published.value)
        if day > (added + timedelta(days=1)).isoformat()[: len(day)]:  # it may have been tomorrow already at the outlet
            message = f"Published {day}, but added on {added} before that; is one of the two wrong?"
            yield Finding(published.line, "published_later", message)


def _lines_not_there(count: int, name: str, sidecar: Sidecar, path: Path) -> Iterator[InvalidData]:
    """A fault for each line number in a sidecar that a text of `count` lines does not have."""
    for number in sidecar.lines:
        if not 1 <= number <= count:
            line = line_of_key(path.read_bytes(), "lines", str(number))
            advice = "Count from 1, in the file as it is."
            yield InvalidData(f"{name} has no line {number}", path=path, line=line, key=f"lines.{number}", advice=advice)


def _stated_facts(sidecar: Sidecar, path: Path) -> Iterator[InvalidData]:
    """A fault for each fact in the sidecar of an article that came cleaned: the article's own file has its facts."""
    about_the_digest = {"topics", "added", "formerly", "note", "corrections", "withdrawn"}
    for key in sidecar.__struct_fields__:
        if key not in about_the_digest and getattr(sidecar, key) != getattr(NO_SIDECAR, key):
            line = line_of_key(path.read_bytes(), key)
            advice = "Say it in the .json file, or keep the text as .txt."
            yield InvalidData("has no effect on an article cleaned before", path=path, line=line, key=key, advice=advice)


def describe(parsed: Parsed, registers: Registers, names: NameIndex) -> Article:
    """The article with the tags and topics that a digest gives it."""
    article = msgspec.structs.replace(parsed.article, tags=find_tags(parsed.article, names))
    return msgspec.structs.replace(article, topics=find_topics(article, parsed.sidecar.topics, registers))


def _unknown_outlet(knowledge: Knowledge, sidecar: Sidecar, path: Path) -> Iterator[InvalidData]:
    """A fault for a publisher that neither the data files nor the digest describe."""
    name = sidecar.publisher
    if not name or name in knowledge.outlets:
        return
    if get_close_matches(name, knowledge.outlets):
        yield unknown_name(path, ("publisher",), name, "outlet", knowledge.outlets)
        return
    advice = "Describe it in outlets.yml, which `kliping parse` reads with `--content`, and say its id here."
    line = line_of_key(path.read_bytes(), "publisher")
    yield InvalidData(f"`{name}` is no outlet of this digest", path=path, line=line, key="publisher", advice=advice)


def unknown_name(path: Path, way: tuple[str, ...], name: str, kind: str, valid: Mapping[str, object]) -> InvalidData:
    """The error for a name in a sidecar that this digest lacks; `way` is its key, followed by its place in a list."""
    return InvalidData(
        f"`{name}` is no {kind} of this digest",
        path=path,
        line=line_of_key(path.read_bytes(), *way),
        key=way[0],
        advice=suggest(name, valid),
    )
