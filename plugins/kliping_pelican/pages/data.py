"""The digest as open data: one JSON object an article, and the schema it keeps."""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
from msgspec import Struct

from kliping.digest.model import Digest, Edition
from kliping.digest.registers import Policy
from kliping.memory import Key, key_of
from kliping.model import Article, Lang
from kliping_pelican.pages.jobs import Job, Keys, Site
from kliping_pelican.showing import addresses
from kliping_pelican.showing.views import Link


class Record(Struct, frozen=True, kw_only=True):
    """A line of `articles.jsonl`: what `kliping parse` prints, as far as it may be shown, with its editions."""

    article: Article
    policy: Policy
    withheld: int
    """Number of blocks left out by the policy."""
    editions: Mapping[Lang, Edition]


def data_jobs(site: Site, keys: Keys) -> Iterator[Job]:
    """The data files."""
    if "data" not in site.config.without:
        key = all_articles(site, keys)
        yield Job(f"{addresses.DATA}articles.jsonl", key, lambda renderer: articles_jsonl(site.digest))
        yield Job(f"{addresses.DATA}schema.json", key_of("schema"), lambda renderer: json_schema())


def all_articles(site: Site, keys: Keys) -> Key:
    """Every article in every language."""
    return key_of(*site.digest.langs, keys.articles(list(site.digest.entries)))


def files(digest: Digest) -> dict[str, bytes]:
    """The data files by name."""
    return {"articles.jsonl": articles_jsonl(digest), "schema.json": json_schema()}


def described(site: Site) -> list[tuple[Link, int, dict[Lang, str]]]:
    """The data files with their sizes in bytes and, in each language, what they hold."""
    return [
        (
            Link(name=name, path=f"{addresses.DATA}{name}"),
            len(content),
            {lang: words.pgettext("data", name) for lang, words in site.words.items()},
        )
        for name, content in files(site.digest).items()
    ]


def articles_jsonl(digest: Digest) -> bytes:
    """All articles, newest first, one a line."""
    encoder = msgspec.json.Encoder()
    lines = []
    for clipping in digest.clippings.values():
        record = Record(
            article=clipping.article, policy=clipping.policy, withheld=clipping.withheld, editions=dict(clipping.editions)
        )
        flat = {**msgspec.to_builtins(record.article), **msgspec.to_builtins(record)}
        del flat["article"]
        lines.append(encoder.encode(flat))
    return b"\n".join([*lines, b""])


def json_schema() -> bytes:
    """JSON Schema (draft 2020-12) of one line."""
    (_record,), components = msgspec.json.schema_components([Record], ref_template="#/$defs/{name}")
    definitions: dict[str, Any] = dict(components)
    own = definitions.pop("Record")["properties"]
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
