"""The cleaner: a file's bytes to an `Article`, every character accounted for."""

from kliping.cleaning.assemble import assemble
from kliping.cleaning.joining import join_pieces
from kliping.cleaning.labels import label_lines
from kliping.cleaning.lexicon.compiled import Compiled, compiled
from kliping.cleaning.page import Page
from kliping.cleaning.provenance.statements import with_statements
from kliping.cleaning.reading import Line, Markup, Reading, read, split_lines
from kliping.cleaning.renderings.undoing import undo_rendering
from kliping.knowledge import Knowledge
from kliping.model import Article
from kliping.sidecar import NO_SIDECAR, Sidecar

__all__ = ["clean", "clean_reading"]


def clean(data: bytes, *, id: str, source_path: str, knowledge: Knowledge, sidecar: Sidecar = NO_SIDECAR) -> Article:
    """The article in a file of text or HTML. Raises UnreadableText where the bytes are neither."""
    text, markup = read(data, source_path)
    lines = split_lines(text)
    del text  # as large as the file, and its lines say the same
    return _clean_lines(lines, markup, compiled(knowledge), sidecar, id_=id, source_path=source_path)


def clean_reading(
    reading: Reading, *, id: str, source_path: str, knowledge: Knowledge, sidecar: Sidecar = NO_SIDECAR
) -> Article:
    """The article in a file that was read."""
    return _clean_lines(
        split_lines(reading.text), reading.markup, compiled(knowledge), sidecar, id_=id, source_path=source_path
    )


def _clean_lines(
    lines: tuple[Line, ...], markup: Markup | None, known: Compiled, sidecar: Sidecar, *, id_: str, source_path: str
) -> Article:
    """The steps from lines to the article; where markup tells what is a link, no line was wrapped or cut by one."""
    whole = lines if markup else join_pieces(undo_rendering(lines, sidecar.lines), known, sidecar.lines)
    page = Page(whole, known, sidecar, markup)
    article = assemble(page, label_lines(page), id_=id_, source_path=source_path)
    return with_statements(article, markup.statements, known) if markup else article
