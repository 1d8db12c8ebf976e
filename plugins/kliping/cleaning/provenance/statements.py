"""What an HTML page's markup states, beside what its text says.

Input: an article and the statements. Output: the article, with values of the basis `markup` added.
"""

import re
from datetime import date, datetime

from msgspec import structs

from kliping.cleaning.domains import END
from kliping.cleaning.forms.moments import read_moment_line
from kliping.cleaning.forms.names import names_in
from kliping.cleaning.lexicon.alternatives import folded
from kliping.cleaning.lexicon.calendar import YEARS
from kliping.cleaning.lexicon.compiled import Compiled
from kliping.cleaning.reading.markup import Statement, Statements
from kliping.days import day_of
from kliping.model import Article, Author, Basis, Fact, Medium, Moment, Publisher
from kliping.web import host_of, is_web_address

_BESIDE = re.compile(r"\s[|–—-]\s")
"""What parts a name from what its bearer is."""
_DOMAIN = re.compile(rf"\w\.(?:{END})\b", re.IGNORECASE)
"""`PT. Media Contoh - Contoh.co.id`"""
_CLOCK_BEFORE_YEAR = re.compile(r"^([A-Z][a-z]{2} [A-Z][a-z]{2} \d{1,2}) [\d:]{8} [A-Z]{3,4} (\d{4})$")
"""`Wed Feb 22 05:00:00 EST 2017`: the zone is hardly ever a known one, so that only the day is read."""
_ISO = re.compile(r"\d{4}-\d\d-\d\d")


def with_statements(article: Article, said: Statements, known: Compiled) -> Article:
    """The article with what the markup states, if the text is silent or says another thing.

    If a line says the same, it stays the evidence: a reader can see it.
    """
    url = article.url or _address(said.url)
    publisher = None if _is_elsewhere(article.publisher, said, known) else article.publisher
    if _differs(publisher, said, known):
        publisher = _publisher(said, known)
    return structs.replace(
        article,
        title=article.title or _fact(said.title) or _fact(said.heading),
        published=_agreed(article.published, _moment(said.published)) or _moment_in_words(said.published, known),
        updated=_agreed(article.updated, _moment(said.updated)),
        publisher=publisher,
        authors=_authors(article.authors, said, known),
        wires=_of_others(article.wires, publisher),
        cited=_of_others(article.cited, publisher),
        url=url,
        original_url=article.original_url or url,
    )


def _of_others(media: tuple[Medium, ...], publisher: Publisher | None) -> tuple[Medium, ...]:
    """The media without the publisher, which is no source of its own page."""
    own = publisher.outlet if publisher else None
    return tuple(one for one in media if own is None or one.outlet != own or one.basis is Basis.CURATOR)


def _agreed(printed: Moment | None, stated: Moment | None) -> Moment | None:
    """The printed moment if the markup's is within a day of it, for zones of time differ; else the markup's."""
    if printed is None or stated is None or printed.basis is Basis.CURATOR:
        return printed or stated
    days = abs((date.fromisoformat(day_of(printed.value)) - date.fromisoformat(day_of(stated.value))).days)
    return printed if days <= 1 else stated


def _differs(printed: Publisher | None, said: Statements, known: Compiled) -> bool:
    """Whether the markup names an outlet and the text none, or another one."""
    stated = _publisher(said, known)
    if stated is None or (printed and printed.basis is Basis.CURATOR):
        return False
    return printed is None or (stated.outlet is not None and printed.outlet != stated.outlet)


def _is_elsewhere(printed: Publisher | None, said: Statements, known: Compiled) -> bool:
    """Whether neither name nor address of the site is the printed outlet's, so that the page names it for another reason."""
    if printed is None or printed.basis is Basis.CURATOR or not (said.publisher and said.url and host_of(said.url.value)):
        return False
    named = {known.brands[folded(brand)] for brand in known.brand.findall(said.publisher.value)}
    return printed.outlet not in (*named, known.knowledge.outlet_at(host_of(said.url.value)))


def _authors(printed: tuple[Author, ...], said: Statements, known: Compiled) -> tuple[Author, ...]:
    """The printed names, if the markup states one of them or nobody; else the stated persons and the printed initials."""
    fields = ((one, name) for one in said.authors for name in known.naming.in_field.split(one.value) if name)
    persons = ((one, _person(name, known)) for one, name in fields)
    stated = tuple(Author(value=name, role="author", basis=Basis.MARKUP, cue=one.cue) for one, name in persons if name)
    if not stated or any(one.basis is Basis.CURATOR for one in printed):
        return printed
    names = {one.value.casefold() for one in stated}
    if any(one.value.casefold() in names for one in printed):
        return printed
    return (*stated, *(one for one in printed if one.role != "author"))


def _person(stated: str, known: Compiled) -> str | None:
    """The person a field names; None for the outlet itself, its company, its desk or an account.

    `Nama Nama | The Associated Press`: role and outlet are left out.
    """
    if known.company.search(stated) or _DOMAIN.search(stated):
        return None
    by = known.naming.by.match(stated)
    name = stated[by.end() :] if by else stated
    found = names_in(name, known)
    if found is None or len(found) != 1 or " " not in found[0] or known.brand.fullmatch(name):
        return None
    return found[0] if _BESIDE.search(name) else name


def _fact(said: Statement | None) -> Fact | None:
    return Fact(value=said.value, basis=Basis.MARKUP, cue=said.cue) if said else None


def _address(said: Statement | None) -> Fact | None:
    return _fact(said) if said and is_web_address(said.value) else None


def _moment(said: Statement | None) -> Moment | None:
    """An ISO moment; of a value that only begins as one, its day."""
    if said is None:
        return None
    iso = _ISO.match(said.value)
    try:
        moment = datetime.fromisoformat(said.value)
        is_day = len(said.value) <= len("2030-03-04")
    except ValueError:
        try:
            moment, is_day = datetime.fromisoformat(iso[0] if iso else ""), True
        except ValueError:
            return None
    if moment.year not in YEARS:
        return None  # `0001-01-01`: a field that was never filled
    value = moment.date().isoformat() if is_day else moment.replace(microsecond=0).isoformat()
    return Moment(value=value, precision="day" if is_day else "minute", basis=Basis.MARKUP, cue=said.cue)


def _moment_in_words(said: Statement | None, known: Compiled) -> Moment | None:
    """`Tue, 07 Feb 2017 10:37:00 -0700` or `February 6, 2017`, as dates are printed; it fills a gap and corrects nothing.

    Not used for updates: dates in such words often tell when the page was generated.
    """
    line = read_moment_line(_CLOCK_BEFORE_YEAR.sub(r"\1 \2", said.value), known, month_first=None) if said else None
    if said is None or line is None or line.published is None:
        return None
    return Moment(value=line.published.value, precision=line.published.precision, basis=Basis.MARKUP, cue=said.cue)


def _publisher(said: Statements, known: Compiled) -> Publisher | None:
    """A known outlet only: by the site's stated name, else by the host of the page's address."""
    name = said.publisher
    outlet = known.brands.get(name.value.casefold()) if name else None
    source = name
    host = host_of(said.url.value) if said.url else ""
    if outlet and host and known.knowledge.outlets[outlet].wire and known.knowledge.outlet_at(host) != outlet:
        return None  # an agency's piece on another outlet's page
    if outlet is None and said.url:
        outlet = known.knowledge.outlet_at(host)
        source = said.url
    if outlet is None or source is None:
        return None
    printed = known.knowledge.outlets[outlet].name
    return Publisher(value=printed, outlet=outlet, basis=Basis.MARKUP, cue=f"{source.cue}: {source.value}")
