"""A work to RIS, as reference managers import it: a tag and a value a line."""

from collections.abc import Iterator

from kliping_pelican.citations.work import Work


def ris(work: Work) -> bytes:
    """One reference."""
    return "".join(f"{tag}  - {value}\r\n" for tag, value in _fields(work)).encode()


def _fields(work: Work) -> Iterator[tuple[str, str]]:
    yield "TY", "NEWS"
    for tag, names in (("AU", work.authors), ("ED", work.editors), ("A4", work.translators)):
        yield from ((tag, name) for name in names)
    yield "TI", work.title
    yield from (("TT", title) for _, title in work.translations)
    if work.publisher:
        yield "T2", work.publisher
    if work.published:
        yield "PY", work.published[:4]
        yield "DA", "/".join([*work.published.split("-"), "", "", ""][:3]) + "/"
    yield from (("UR", address) for address in (work.url, work.address) if address)
    yield "LA", work.lang
    yield "AN", work.id
    yield "DB", work.digest
    yield from (("N1", note) for note in work.notes)
    yield "ER", ""
