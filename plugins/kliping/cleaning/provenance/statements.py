"""What an HTML page's markup states, put where the text itself is silent.

Input: an article and the statements. Output: the article, with values of the basis `markup` added.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from msgspec import structs

from kliping.cleaning.lexicon.compiled import Compiled
from kliping.model import Article, Author, Basis, Fact, Moment, Publisher
from kliping.web import host_of, is_web_address

if TYPE_CHECKING:
    from kliping.cleaning.markup import Statement, Statements


def with_statements(article: Article, said: Statements, known: Compiled) -> Article:
    """The article with every unknown value that the markup states."""
    url = article.url or _address(said.url)
    return structs.replace(
        article,
        title=article.title or _fact(said.title),
        published=article.published or _moment(said.published),
        updated=article.updated or _moment(said.updated),
        publisher=article.publisher or _publisher(said, known),
        authors=article.authors or tuple(_author(one) for one in said.authors),
        url=url,
        original_url=article.original_url or url,
    )


def _fact(said: Statement | None) -> Fact | None:
    return Fact(value=said.value, basis=Basis.MARKUP, cue=said.cue) if said else None


def _address(said: Statement | None) -> Fact | None:
    return _fact(said) if said and is_web_address(said.value) else None


def _author(said: Statement) -> Author:
    return Author(value=said.value, role="author", basis=Basis.MARKUP, cue=said.cue)


def _moment(said: Statement | None) -> Moment | None:
    if said is None:
        return None
    try:
        moment = datetime.fromisoformat(said.value)
    except ValueError:
        return None
    is_day = len(said.value) <= 10
    value = moment.date().isoformat() if is_day else moment.replace(microsecond=0).isoformat()
    return Moment(value=value, precision="day" if is_day else "minute", basis=Basis.MARKUP, cue=said.cue)


def _publisher(said: Statements, known: Compiled) -> Publisher | None:
    """A known outlet only: by the site's stated name, else by the host of the page's address."""
    name = said.publisher
    outlet = known.brands.get(name.value.casefold()) if name else None
    source = name
    if outlet is None and said.url:
        outlet = known.knowledge.outlet_at(host_of(said.url.value))
        source = said.url
    if outlet is None or source is None:
        return None
    printed = known.knowledge.outlets[outlet].name
    return Publisher(value=printed, outlet=outlet, basis=Basis.MARKUP, cue=f"{source.cue}: {source.value}")
