"""A work to CSL-JSON (https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html)."""

from typing import Any

import msgspec

from kliping_pelican.citations.work import Work


def csl_json(work: Work) -> bytes:
    """A list of one item, as processors and reference managers take it."""
    item: dict[str, Any] = {
        "id": work.id,
        "type": "article-newspaper",
        "title": work.title,
        "author": _names(work.authors),
        "editor": _names(work.editors),
        "translator": _names(work.translators),
        "container-title": work.publisher,
        "issued": {"date-parts": [[int(part) for part in work.published.split("-")]]} if work.published else None,
        "language": work.lang,
        "URL": work.url or work.address,
        "archive": work.digest,
        "archive_location": work.address,
        "note": " ".join(work.notes),
    }
    known = {key: value for key, value in item.items() if value}
    return msgspec.json.format(msgspec.json.encode([known]), indent=1) + b"\n"


def _names(names: tuple[str, ...]) -> list[dict[str, str]]:
    return [{"literal": name} for name in names]
