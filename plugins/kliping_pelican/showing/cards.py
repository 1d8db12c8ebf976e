"""An article as every list shows it, in one language."""

from kliping.digest.model import Clipping
from kliping_pelican.showing import addresses
from kliping_pelican.showing.reader import Reader, outlet_path
from kliping_pelican.showing.structured import title_of
from kliping_pelican.showing.views import Card


def card_of(id_: str, reader: Reader) -> Card:
    """The article as lists show it, made once for a reader."""
    found = reader.cards.get(id_)
    if found is None:
        found = reader.cards[id_] = card(reader.digest.clippings[id_], reader)
    return found


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
