"""The cleaner: a file's bytes to an `Article`, every character accounted for."""

from kliping.cleaning.assemble import assemble
from kliping.cleaning.labels import label_lines
from kliping.cleaning.lexicon.compiled import Compiled, compiled
from kliping.cleaning.page import Page
from kliping.cleaning.provenance.statements import with_statements
from kliping.cleaning.reading import decode_text, looks_like_html, split_lines
from kliping.knowledge import Knowledge
from kliping.model import Article
from kliping.sidecar import NO_SIDECAR, Sidecar

__all__ = ["clean"]


def clean(data: bytes, *, id: str, source_path: str, knowledge: Knowledge, sidecar: Sidecar = NO_SIDECAR) -> Article:
    """The article in a file of text or HTML. Raises UnreadableText where the bytes are neither."""
    known = compiled(knowledge)
    if not looks_like_html(data):
        return _clean_text(decode_text(data, source_path), id, source_path, known, sidecar)
    from kliping.cleaning.markup import render  # an HTML parser costs more to import than text takes

    rendered = render(data)
    article = _clean_text(rendered.text, id, source_path, known, sidecar)
    return with_statements(article, rendered.statements, known)


def _clean_text(text: str, id_: str, source_path: str, known: Compiled, sidecar: Sidecar) -> Article:
    page = Page(split_lines(text), known, sidecar)
    return assemble(page, label_lines(page), id_=id_, source_path=source_path)
