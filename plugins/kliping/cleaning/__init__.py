"""The cleaner: a file's bytes to an `Article`, every character accounted for."""

from kliping.cleaning.assemble import assemble
from kliping.cleaning.compiled import compiled
from kliping.cleaning.labels import label_lines
from kliping.cleaning.page import Page
from kliping.cleaning.reading import decode, split_lines
from kliping.knowledge import Knowledge
from kliping.model import Article
from kliping.sidecar import NO_SIDECAR, Sidecar

__all__ = ["clean"]


def clean(data: bytes, *, id: str, source_path: str, knowledge: Knowledge, sidecar: Sidecar = NO_SIDECAR) -> Article:
    """The article in a file. Raises UnreadableText where the bytes are no text."""
    page = Page(split_lines(decode(data, source_path)), compiled(knowledge), sidecar)
    return assemble(page, label_lines(page), id_=id, source_path=source_path)
