"""The digest to what topic, tag, outlet and archive pages show, in one language."""

from collections.abc import Iterable
from itertools import groupby

from markupsafe import Markup

from kliping.digest.model import Clipping
from kliping.digest.registers import TimelineEntry
from kliping.digest.tagging import article_day
from kliping.digest.timeline import precision, split_date
from kliping.model import Lang
from kliping_pelican import addresses
from kliping_pelican.filters import name_of_country, name_of_language
from kliping_pelican.present import Reader, card, is_available, tag_groups
from kliping_pelican.views import (
    Card,
    FeedLink,
    Link,
    OutletView,
    TagView,
    TimelineView,
    TopicView,
    YearGroup,
)


def shown(reader: Reader) -> list[Clipping]:
    """The articles of lists, newest first; those without a translation too, in their own language."""
    return list(reader.digest.clippings.values())


def available(reader: Reader) -> list[Clipping]:
    """The articles of a language's home page and feeds, newest first."""
    return [clipping for clipping in shown(reader) if is_available(clipping, reader.lang)]


def cards(clippings: Iterable[Clipping], reader: Reader) -> tuple[Card, ...]:
    """Their cards, in the order given."""
    return tuple(card(clipping, reader) for clipping in clippings)


def oldest_first(clippings: Iterable[Clipping]) -> list[Clipping]:
    """The order of a story: by day, undated ones last."""
    newest = list(clippings)
    dated = [clipping for clipping in newest if article_day(clipping.article)]
    return [*reversed(dated), *(clipping for clipping in newest if not article_day(clipping.article))]


def feed_links(reader: Reader, topic: str | None = None) -> tuple[FeedLink, ...]:
    """The three feeds of a language or of a topic in it."""
    name = reader.digest.registers.topics[topic].name[reader.lang] if topic else name_of_language(reader.lang, reader.lang)
    return tuple(
        FeedLink(title=f"{name} – {label}", path=addresses.feed(reader.lang, suffix, topic), type=type_, label=label)
        for suffix, (label, type_) in addresses.FEED_TYPES.items()
    )


def topic_view(id_: str, introduction: Markup, reader: Reader) -> TopicView:
    """A topic with its story."""
    topic = reader.digest.registers.topics[id_]
    members = {
        clipping.article.id: link.because for clipping in shown(reader) for link in clipping.article.topics if link.id == id_
    }
    clippings = oldest_first(clipping for clipping in shown(reader) if clipping.article.id in members)
    return TopicView(
        id=id_,
        name=topic.name[reader.lang],
        description=topic.description[reader.lang],
        introduction=introduction,
        cards=cards(clippings, reader),
        because={article: _because(article, id_, reader) for article in members},
        outlets=_outlet_links(clippings, reader),
        tags=tag_groups([clipping.article for clipping in clippings], reader, counted=True),
        timeline=tuple(_timeline_view(entry, reader) for entry in topic.timeline),
        feeds=feed_links(reader, id_),
        path=addresses.listing(reader.lang, "topics", id_),
    )


def tag_view(id_: str, reader: Reader) -> TagView:
    """A person, organisation, place or theme, and the articles that name it."""
    registers, lang = reader.digest.registers, reader.lang
    term = registers.vocabulary[id_]
    name = term.name[lang]
    others: list[tuple[Lang, str]] = [
        *((lang, alias) for alias in term.aliases.get(lang, ())),
        *((code, other) for code, other in term.name.items() if code != lang),
        *((code, alias) for code, aliases in term.aliases.items() if code != lang for alias in aliases),
    ]
    members = [clipping for clipping in shown(reader) if any(tag.id == id_ for tag in clipping.article.tags)]
    return TagView(
        id=id_,
        kind=registers.term_kinds[id_],
        name=name,
        other_names=tuple(dict.fromkeys((code, other) for code, other in others if other != name)),
        description=term.description.get(lang),
        wikidata=term.wikidata.id if term.wikidata else None,
        medtop=term.medtop.id if term.medtop else None,
        cards=cards(members, reader),
        path=addresses.listing(lang, "tags", id_),
    )


def outlet_view(id_: str, reader: Reader) -> OutletView:
    """An outlet: who it is, what may be shown of it, what it published and where it is credited."""
    outlet = reader.digest.knowledge.outlets[id_]
    policy = reader.digest.registers.outlets.policy_of(id_)
    published, credited = [], []
    for clipping in shown(reader):
        article = clipping.article
        if article.publisher and article.publisher.outlet == id_:
            published.append(clipping)
        elif any(medium.outlet == id_ for medium in (*article.wires, *article.cited)):
            credited.append(clipping)
    return OutletView(
        id=id_,
        name=outlet.name,
        kind=outlet.kind,
        country=name_of_country(outlet.country, reader.lang),
        language=name_of_language(outlet.lang, reader.lang),
        domains=outlet.domains,
        owner=outlet.owner,
        state=outlet.state,
        policy=policy,
        why=policy.why.get(reader.lang),
        cards=cards(published, reader),
        credited=cards(credited, reader),
        path=addresses.listing(reader.lang, "outlets", id_),
    )


def outlet_ids(reader: Reader) -> list[str]:
    """Every outlet that published, was relayed or is cited in the language's lists, by name."""
    ids: set[str] = set()
    for clipping in shown(reader):
        article = clipping.article
        named = (article.publisher, *article.wires, *article.cited)
        ids.update(one.outlet for one in named if one and one.outlet)
    outlets = reader.digest.knowledge.outlets
    return sorted(ids, key=lambda id_: outlets[id_].name.casefold())


def tag_ids(reader: Reader) -> list[str]:
    """Every tag of the language's lists."""
    return sorted({tag.id for clipping in shown(reader) for tag in clipping.article.tags})


def years(reader: Reader) -> tuple[YearGroup, ...]:
    """The archive: newest year first, undated articles last."""

    def year(clipping: Clipping) -> str | None:
        day = article_day(clipping.article)
        return day[:4] if day else None

    return tuple(YearGroup(year=key, cards=cards(group, reader)) for key, group in groupby(shown(reader), key=year))


def _because(article: str, topic: str, reader: Reader) -> str:
    """The reason an article belongs to a topic, in words."""
    registers, lang = reader.digest.registers, reader.lang
    found = reader.digest.clippings[article].article
    link = next(link for link in found.topics if link.id == topic)
    if link.basis == "curator":
        return reader.words.pgettext("basis", "curator")
    rule = registers.topics[topic].rule
    carried = {tag.id for tag in found.tags}
    return ", ".join(registers.vocabulary[tag].name[lang] for tag in (*rule.all, *rule.any) if tag in carried)


def _outlet_links(clippings: list[Clipping], reader: Reader) -> tuple[Link, ...]:
    counts: dict[str, int] = {}
    for clipping in clippings:
        publisher = clipping.article.publisher
        if publisher and publisher.outlet:
            counts[publisher.outlet] = counts.get(publisher.outlet, 0) + 1
    outlets = reader.digest.knowledge.outlets
    return tuple(
        Link(name=outlets[id_].name, path=addresses.listing(reader.lang, "outlets", id_), count=counts[id_])
        for id_ in sorted(counts, key=lambda id_: (-counts[id_], outlets[id_].name.casefold()))
    )


def _timeline_view(entry: TimelineEntry, reader: Reader) -> TimelineView:
    first, last = split_date(entry.date)
    return TimelineView(
        date=first,
        until=last,
        precision=precision(first),
        kind=entry.kind,
        words=entry.words[reader.lang],
        cites=tuple(_cite_link(cite, reader) for cite in entry.cites),
    )


def _cite_link(cite: str, reader: Reader) -> Link:
    article, _, anchor = cite.partition("#")
    publisher = reader.digest.clippings[article].article.publisher
    name = publisher.value if publisher else reader.words.gettext("Publisher unknown")
    return Link(name=f"{name}, {anchor.removeprefix('p')}", path=f"{addresses.article(reader.lang, article)}#{anchor}")
