"""An article as every list shows it, in one language."""

from collections.abc import Callable
from datetime import datetime, timedelta

from msgspec import Struct

from kliping.days import precision_of
from kliping.digest.kept.shelf import Shelf
from kliping.digest.model import Clipping, Passage, Translation
from kliping.markup import edition_html
from kliping.model import Article, Lang
from kliping_pelican.showing import addresses
from kliping_pelican.showing.reader import Reader, Voice, outlet_path, safe_url
from kliping_pelican.showing.telling import description_of, title_of, told_corrections, writers_of
from kliping_pelican.showing.views import Card


class Report(Struct, frozen=True, array_like=True):
    """What a feed says of an article beside what its page shows first."""

    authors: tuple[str, ...]
    """Those who wrote it, else its publisher: a feed has no word for editors."""
    updated: str | None
    """RFC 3339; None where nothing says when it appeared or was taken in: then it is in no feed."""
    translation: Translation | None
    source: str | None
    """Where the original can be read; http(s) only."""
    withdrawn: str | None
    """Why."""
    corrections: tuple[tuple[str, str], ...]
    """ISO day and text, oldest first; none of a withdrawn article."""
    withheld: int
    """Number of blocks its outlet's policy leaves out."""
    elsewhere: str | None
    """Where they can be read; http(s) only."""


class Face(Struct, frozen=True, array_like=True):
    """What an article's page, lists and feeds show of the article alone; kept, so that the article is opened once."""

    card: Card
    title: Passage
    """The one it is shown under."""
    description: str
    body: str
    """Its blocks as HTML."""
    report: Report


def card_of(id_: str, reader: Reader) -> Card:
    """The article as lists show it, made once for a reader."""
    return reader.cards.get(id_) or face_of(id_, reader).card


def face_of(id_: str, reader: Reader) -> Face:
    """The face of an article; from memory, or made and kept there."""
    shelf, memory = reader.digest.clippings, reader.memory
    key = shelf.words_key(id_) + reader.mark if memory and isinstance(shelf, Shelf) else b""
    found = memory.get(key, Face) if memory and key else None
    if found is None:
        found = make_face(shelf[id_], reader.voice)
        if memory and key:
            memory.put(key, found)
    reader.cards[id_] = found.card
    return found


def make_face(clipping: Clipping, voice: Voice) -> Face:
    """The face of an article in a language."""
    edition = clipping.editions[voice.lang]
    return Face(
        card=card(clipping, voice),
        title=title_of(clipping, voice),
        description=description_of(clipping, voice),
        body=str(edition_html(edition, state_label(voice), voice.anchor_label)),
        report=_report(clipping, voice),
    )


def card(clipping: Clipping, reader: Reader | Voice) -> Card:
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


def state_label(reader: Reader | Voice) -> Callable[[Passage], str]:
    """A label in the reader's language that says why a passage is in another."""
    return lambda passage: reader.words.pgettext("state", passage.state)


def timestamp(written: str | None) -> str | None:
    """A day as its first second in UTC, a time as it is; None for a date known only to the month or year."""
    precision = precision_of(written) if written else None
    if written is None or precision in ("year", "month"):
        return None
    if precision == "day":
        return f"{written}T00:00:00+00:00"
    return written if written[-6] in "+-" else f"{written}+00:00"


def elsewhere_of(article: Article) -> str | None:
    """The whole article at its outlet; http(s) only."""
    facts = (article.url, article.original_url)
    return next((safe_url(fact.value) for fact in facts if fact), None)


def _report(clipping: Clipping, voice: Voice) -> Report:
    article, sidecar = clipping.article, clipping.sidecar
    publisher = article.publisher.value if article.publisher else voice.words.gettext("unknown")
    return Report(
        authors=writers_of(article) or (publisher,),
        updated=_updated(clipping, voice.lang),
        translation=clipping.editions[voice.lang].translation,
        source=safe_url(article.original_url.value) if article.original_url else None,
        withdrawn=sidecar.withdrawn.reason[voice.lang] if sidecar.withdrawn else None,
        corrections=told_corrections(sidecar, voice.lang),
        withheld=clipping.withheld,
        elsewhere=elsewhere_of(article),
    )


def _updated(clipping: Clipping, lang: Lang) -> str | None:
    article, sidecar = clipping.article, clipping.sidecar
    translation = clipping.editions[lang].translation
    days = [
        article.updated.value if article.updated else None,
        article.published.value if article.published else None,
        sidecar.added.isoformat() if sidecar.added else None,
        translation.date if translation else None,
        sidecar.withdrawn.date.isoformat() if sidecar.withdrawn else None,
        *(correction.date.isoformat() for correction in sidecar.corrections),
    ]
    stamps = [datetime.fromisoformat(stamp) for stamp in map(timestamp, days) if stamp]
    if not stamps:
        return None
    # Corrections have a day and no hour: a second for each, so that one on the day the article came is news too.
    told = len(sidecar.corrections) + (sidecar.withdrawn is not None)
    return (max(stamps) + timedelta(seconds=told)).isoformat()
