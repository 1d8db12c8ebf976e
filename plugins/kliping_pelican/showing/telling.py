"""What is told of an article wherever it is named: its title, its writers, an opening, the corrections."""

from kliping.digest.model import Clipping, Passage
from kliping.model import Article, Lang
from kliping.sidecar import Sidecar
from kliping_pelican.showing.reader import Reader, Voice

WRITERS = ("author", "contributor")
"""Roles of those who wrote a piece under their own names."""
MOST_OF_DESCRIPTION = 200
"""Characters; what search engines show of it, about."""
OPENING_WORDS = 9
"""So many first words stand for the title of an article without one."""


def writers_of(article: Article) -> tuple[str, ...]:
    """The names of those who wrote a piece, without editors, translators and initials."""
    return tuple(author.value for author in article.authors if author.role in WRITERS)


def title_of(clipping: Clipping, reader: Reader | Voice) -> Passage:
    """The title an article is shown under: its own, or the first words of one that has none."""
    edition = clipping.editions[reader.lang]
    if edition.title:
        return edition.title
    if clipping.sidecar.withdrawn:
        return _generated(reader.words.gettext("This article was withdrawn"), reader.lang)
    for block in edition.blocks:
        words = block.passage.text.split()
        opening = " ".join(words[:OPENING_WORDS]) + (" …" if len(words) > OPENING_WORDS else "")
        return _generated(opening, block.passage.lang)
    return _generated(reader.words.gettext("Without a headline"), reader.lang)


def description_of(clipping: Clipping, reader: Reader | Voice) -> str:
    """One or two sentences for search engines and shared links, in the reader's language where any are."""
    edition = clipping.editions[reader.lang]
    passages = (edition.standfirst, *(block.passage for block in edition.blocks if block.kind != "heading"))
    openings = [passage for passage in passages if passage] or [title_of(clipping, reader)]
    text = next((each for each in openings if each.lang == reader.lang), openings[0]).text
    return text if len(text) <= MOST_OF_DESCRIPTION else text[:MOST_OF_DESCRIPTION].rpartition(" ")[0] + " …"


def told_corrections(sidecar: Sidecar, lang: Lang) -> tuple[tuple[str, str], ...]:
    """The ISO day and the text of each correction; none of a withdrawn article, for they may name whom it harmed."""
    told = () if sidecar.withdrawn else sidecar.corrections
    return tuple((each.date.isoformat(), each.text[lang]) for each in told)


def _generated(text: str, lang: str) -> Passage:
    return Passage(text=text, lang=lang, state="original", source=text)
