"""The cleaner: from the bytes of a file to an `Article`, with the fate of every character.

The steps stand below, one after the other; CONTRIBUTING.md says where to find what.
"""

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
    return _article(_page(lines, markup, compiled(knowledge), sidecar), id_=id, source_path=source_path)


def clean_reading(
    reading: Reading, *, id: str, source_path: str, knowledge: Knowledge, sidecar: Sidecar = NO_SIDECAR
) -> Article:
    """The article in a file that was already read."""
    page = _page(split_lines(reading.text), reading.markup, compiled(knowledge), sidecar)
    return _article(page, id_=id, source_path=source_path)


def _page(lines: tuple[Line, ...], markup: Markup | None, known: Compiled, sidecar: Sidecar) -> Page:
    """The page of these lines; only in plain text can a program have wrapped a line, or a link have cut one."""
    whole = lines if markup else join_pieces(undo_rendering(lines, sidecar.lines), known, sidecar.lines)
    return Page(whole, known, sidecar, markup)


def _article(page: Page, *, id_: str, source_path: str) -> Article:
    """The steps from the page to its article."""
    article = assemble(page, label_lines(page), id_=id_, source_path=source_path)
    return with_statements(article, page.markup.statements, page.known) if page.markup else article
