"""The digest as open data: one JSON object an article, and the schema it keeps."""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
from msgspec import Struct

from kliping.digest.kept.shelf import Shelf
from kliping.digest.model import Clipping, Edition
from kliping.digest.registers import Policy
from kliping.memory import Key, Memory, key_of
from kliping.model import Article, Lang
from kliping_pelican.pages.jobs import Job, Site
from kliping_pelican.pages.keys import Keys
from kliping_pelican.parts import Part
from kliping_pelican.showing import addresses
from kliping_pelican.showing.views import Link


class DataLine(Struct, frozen=True, kw_only=True):
    """A line of `articles.jsonl`: what `kliping parse` prints, as far as it may be shown, with its editions."""

    article: Article
    policy: Policy
    withheld: int
    """Number of blocks left out by the policy."""
    editions: Mapping[Lang, Edition]
    formerly: tuple[str, ...]
    """Ids it had before, the first one first."""


def data_jobs(site: Site, keys: Keys) -> Iterator[Job]:
    """The data files."""
    if Part.DATA not in site.config.without and keys.may_differ(told=site.digest.entries):
        key = all_articles(site, keys)
        parts = (line_key, size_key)
        site.memory.keep_alive(part(keys.article(id_)) for id_ in site.digest.entries for part in parts)
        yield Job(f"{addresses.DATA}articles.jsonl", key, lambda renderer: articles_jsonl(site))
        yield Job(f"{addresses.DATA}schema.json", key_of("schema"), lambda renderer: json_schema())


def all_articles(site: Site, keys: Keys) -> Key:
    """Every article in every language."""
    return key_of(*site.digest.langs, keys.articles(list(site.digest.entries)))


def described(site: Site) -> list[tuple[Link, int, dict[Lang, str]]]:
    """The data files with their sizes in bytes and, in each language, what they hold."""
    sizes = {"articles.jsonl": sum(size + 1 for size in _sizes(site)), "schema.json": len(json_schema())}
    return [
        (
            Link(name=name, path=f"{addresses.DATA}{name}"),
            size,
            {lang: words.pgettext("data", name) for lang, words in site.words.items()},
        )
        for name, size in sizes.items()
    ]


def articles_jsonl(site: Site) -> Iterator[bytes]:
    """All articles, newest first, one a line."""
    for line in _lines(site):
        yield line + b"\n"


def line_key(article: Key) -> Key:
    """The key of an article's line in a memory, by the hash of all that its pages are made from."""
    return article + b"line"


def size_key(article: Key) -> Key:
    """The key of that line's size."""
    return article + b"size"


def keep_line(article: Key, clipping: Clipping, memory: Memory) -> bytes:
    """The line of an article, kept with its size, which a page tells."""
    line = make_line(clipping)
    memory.put(line_key(article), line)
    memory.put(size_key(article), len(line), small=True)
    return line


def make_line(clipping: Clipping) -> bytes:
    """The line of an article."""
    line = DataLine(
        article=clipping.article,
        policy=clipping.policy,
        withheld=clipping.withheld,
        editions=dict(clipping.editions),
        formerly=clipping.sidecar.formerly,
    )
    flat = {**msgspec.to_builtins(line.article), **msgspec.to_builtins(line)}
    del flat["article"]
    return msgspec.json.encode(flat)


def _lines(site: Site) -> Iterator[bytes]:
    """Every article's line, from memory, or made and kept there."""
    clippings, memory = site.digest.clippings, site.memory
    if not (isinstance(clippings, Shelf) and site.config.cache):
        yield from map(make_line, clippings.values())
        return
    for id_ in clippings:
        key = clippings.page_key(id_)
        yield memory.get(line_key(key), bytes) or keep_line(key, clippings[id_], memory)


def _sizes(site: Site) -> Iterator[int]:
    """The size of every article's line."""
    clippings, memory = site.digest.clippings, site.memory
    if not (isinstance(clippings, Shelf) and site.config.cache):
        yield from map(len, map(make_line, clippings.values()))
        return
    for id_ in clippings:
        key = clippings.page_key(id_)
        yield memory.get(size_key(key), int) or len(keep_line(key, clippings[id_], memory))


def json_schema() -> bytes:
    """JSON Schema (draft 2020-12) of one line."""
    _, components = msgspec.json.schema_components([DataLine], ref_template="#/$defs/{name}")
    definitions: dict[str, Any] = dict(components)
    own = definitions.pop("DataLine")["properties"]
    article = definitions.pop("Article")
    del own["article"]
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Article of a Kliping digest",
        **article,
        "properties": {**article["properties"], **own},
        "required": [*article["required"], *own],
        "$defs": definitions,
    }
    return msgspec.json.format(msgspec.json.encode(schema), indent=1)
