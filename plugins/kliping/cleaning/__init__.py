"""The cleaner: a file's bytes to an `Article`, every character accounted for."""

from kliping.cleaning.assemble import assemble
from kliping.cleaning.joining import join_pieces
from kliping.cleaning.labels import label_lines
from kliping.cleaning.lexicon.compiled import compiled
from kliping.cleaning.page import Page
from kliping.cleaning.provenance.statements import with_statements
from kliping.cleaning.reading import Reading, read, split_lines
from kliping.knowledge import Knowledge
from kliping.model import Article
from kliping.sidecar import NO_SIDECAR, Sidecar

__all__ = ["clean", "clean_reading"]


def clean(data: bytes, *, id: str, source_path: str, knowledge: Knowledge, sidecar: Sidecar = NO_SIDECAR) -> Article:
    """The article in a file of text or HTML. Raises UnreadableText where the bytes are neither."""
    reading = read(data, source_path)
    return clean_reading(reading, id=id, source_path=source_path, knowledge=knowledge, sidecar=sidecar)


def clean_reading(
    reading: Reading, *, id: str, source_path: str, knowledge: Knowledge, sidecar: Sidecar = NO_SIDECAR
) -> Article:
    """The article in a file that was read."""
    known = compiled(knowledge)
    said = reading.statements
    stated = tuple(one.value for one in (said.title, said.heading) if one) if said else ()
    lines = join_pieces(split_lines(reading.text), known, sidecar.lines)
    page = Page(lines, known, sidecar, stated)
    article = assemble(page, label_lines(page), id_=id, source_path=source_path)
    return with_statements(article, said, known) if said else article
