"""An article as every list shows it, in one language."""

from collections.abc import Callable

from msgspec import Struct

from kliping.digest.model import Clipping, Passage
from kliping.markup import edition_html
from kliping.pipeline import Shelf
from kliping_pelican.showing import addresses
from kliping_pelican.showing.reader import Reader, outlet_path
from kliping_pelican.showing.structured import describe, title_of
from kliping_pelican.showing.views import Card


class Face(Struct, frozen=True, array_like=True):
    """What an article's page and every list show of it whatever else changes, kept so that it need not be opened."""

    card: Card
    title: Passage
    """The one it is shown under."""
    description: str
    body: str
    """Its blocks as HTML."""


def card_of(id_: str, reader: Reader) -> Card:
    """The article as lists show it, made once for a reader."""
    found = reader.cards.get(id_)
    if found is None:
        found = reader.cards[id_] = face_of(id_, reader).card
    return found


def face_of(id_: str, reader: Reader) -> Face:
    """What an article shows; from memory, or made and kept there."""
    shelf = reader.digest.clippings
    if reader.memory is None or not isinstance(shelf, Shelf):
        return _face(shelf[id_], reader)
    key = shelf.key(id_) + reader.mark
    found = reader.memory.get(key, Face)
    if found is None:
        found = _face(shelf[id_], reader)
        reader.memory.put(key, found)
    return found


def _face(clipping: Clipping, reader: Reader) -> Face:
    edition = clipping.editions[reader.lang]
    return Face(
        card=card(clipping, reader),
        title=title_of(clipping, reader),
        description=describe(clipping, reader),
        body=str(edition_html(edition, state_label(reader), _anchor_label(reader))),
    )


def card(clipping: Clipping, reader: Reader) -> Card:
    """The article as lists show it."""
    article, edition = clipping.article, clipping.editions[reader.lang]
    publisher, withdrawn = article.publisher, clipping.sidecar.withdrawn is not None
    return Card(
        id=article.id,
        path=addresses.article(reader.lang, article.id),
        title=title_of(clipping, reader) if withdrawn else edition.title,
        opening=next((block.passage for block in edition.blocks if block.kind != "heading"), None),
        standfirst=edition.standfirst,
        published=article.published,
        reports_until=article.reports_until,
        publisher=publisher.value if publisher else None,
        publisher_path=outlet_path(publisher.outlet if publisher else None, reader),
        wires=tuple(wire.value for wire in article.wires),
        translated=edition.translation is not None and not withdrawn,
    )


def state_label(reader: Reader) -> Callable[[Passage], str]:
    """Says in the reader's language why a passage is in another."""
    return lambda passage: reader.words.pgettext("state", passage.state)


def _anchor_label(reader: Reader) -> Callable[[str], str]:
    def label(anchor: str) -> str:
        return reader.words.gettext("Paragraph %(number)s", number=anchor.removeprefix("p"))

    return label
