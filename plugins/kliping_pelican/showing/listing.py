"""The digest to what topic, tag, outlet and archive pages show, in one language."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import groupby, pairwise
from operator import attrgetter

from markupsafe import Markup

from kliping.days import precision_of
from kliping.digest.model import Entry
from kliping.digest.registers import TimelineEntry
from kliping.digest.timeline import split_date
from kliping.model import Lang
from kliping_pelican.showing import addresses
from kliping_pelican.showing.cards import card_of
from kliping_pelican.showing.filters import words_of_date
from kliping_pelican.showing.leaves import PAGE, pager
from kliping_pelican.showing.list_views import CiteLink, OutletView, TagView, TimelineView, TopicTeaser, TopicView, YearGroup
from kliping_pelican.showing.reader import Reader, passage_path
from kliping_pelican.showing.views import Card, FileLink, Link


def available(reader: Reader) -> list[str]:
    """The articles of a language's home page and feeds, newest first."""
    return [entry.id for entry in reader.digest.entries.values() if reader.lang in entry.langs]


def cards(ids: Iterable[str], reader: Reader) -> tuple[Card, ...]:
    """Their cards, in the order given."""
    return tuple(card_of(id_, reader) for id_ in ids)


def oldest_first(ids: Iterable[str], reader: Reader) -> list[str]:
    """The order of a story: by day, undated ones last."""
    newest = list(ids)
    dated = [id_ for id_ in newest if reader.digest.entries[id_].day]
    return [*reversed(dated), *(id_ for id_ in newest if not reader.digest.entries[id_].day)]


def feed_links(reader: Reader, topic: str | None = None) -> tuple[FileLink, ...]:
    """The feeds of a language or of a topic in it, in each form that the site has."""
    name = reader.digest.registers.topics[topic].name[reader.lang] if topic else reader.language_name
    return _feed_links(name, reader.lang, topic, reader.feed_forms)


@lru_cache
def _feed_links(name: str, lang: Lang, topic: str | None, forms: tuple[str, ...]) -> tuple[FileLink, ...]:
    types = [(form, *addresses.FEED_TYPES[form]) for form in forms]
    return tuple(
        FileLink(title=name, path=addresses.feed(lang, form, topic), type=type_, label=label) for form, label, type_ in types
    )


def topic_view(id_: str, introduction: Markup, ids: Sequence[str], count: int, reader: Reader) -> TopicView:
    """A topic with the articles `ids` of its newest page, and with `count` pages in all."""
    topic, digest = reader.digest.registers.topics[id_], reader.digest
    members = digest.by_topic.get(id_, ())
    path = addresses.listing(reader.lang, "topics", id_)
    return TopicView(
        id=id_,
        name=topic.name[reader.lang],
        description=topic.description[reader.lang],
        introduction=introduction,
        cards=cards(oldest_first(ids, reader), reader),
        total=len(members),
        pager=pager(None, count, path),
        because={article: _because(article, id_, reader) for article in ids},
        timeline=tuple(_timeline_view(entry, reader) for entry in topic.timeline),
        feeds=feed_links(reader, id_),
        path=path,
    )


def topic_teaser(id_: str, reader: Reader) -> TopicTeaser:
    """A topic as lists of topics show it."""
    topic, members = reader.digest.registers.topics[id_], reader.digest.by_topic.get(id_, ())
    return TopicTeaser(
        id=id_,
        name=topic.name[reader.lang],
        description=topic.description[reader.lang],
        total=len(members),
        outlets=outlet_links(map(reader.digest.entries.__getitem__, members), reader),
        path=addresses.listing(reader.lang, "topics", id_),
    )


def tag_view(id_: str, ids: Sequence[str], count: int, reader: Reader) -> TagView:
    """A person, organisation, place or theme, and the articles that name it."""
    registers, lang = reader.digest.registers, reader.lang
    term = registers.vocabulary[id_]
    name = term.name[lang]
    others: dict[str, Lang] = {}
    for code in sorted(term.name, key=lambda code: code != lang):
        for other in (term.name[code], *term.aliases.get(code, ())):
            others.setdefault(other, code)
    path = addresses.listing(lang, "tags", id_)
    return TagView(
        id=id_,
        kind=registers.term_kinds[id_],
        name=name,
        other_names=tuple((code, other) for other, code in others.items() if other != name),
        description=term.description.get(lang),
        wikidata=term.wikidata.id if term.wikidata else None,
        medtop=term.medtop.id if term.medtop else None,
        cards=cards(ids, reader),
        total=len(reader.digest.by_tag.get(id_, ())),
        pager=pager(None, count, path),
        path=path,
    )


def outlet_view(id_: str, ids: Sequence[str], count: int, reader: Reader, *, listed: bool = False) -> OutletView:
    """An outlet: who it is, what may be shown of it, what it published and where it is credited.

    In a list of outlets (`listed`) it has the numbers of its articles only.
    """
    outlet = reader.digest.knowledge.outlets[id_]
    policy = reader.digest.registers.outlets.policy_of(id_)
    credited = reader.digest.by_credit.get(id_, ())
    path = addresses.listing(reader.lang, "outlets", id_)
    return OutletView(
        id=id_,
        name=outlet.name,
        kind=outlet.kind,
        country=outlet.country,
        language=outlet.lang,
        domains=outlet.domains,
        owner=outlet.owner,
        state=outlet.state,
        policy=policy,
        why=policy.why.get(reader.lang),
        cards=cards(ids, reader),
        total=len(reader.digest.by_publisher.get(id_, ())),
        pager=pager(None, count, path),
        credited=cards(credited[:PAGE], reader) if not listed else (),
        credits=len(credited),
        path=path,
    )


def outlet_ids(reader: Reader) -> list[str]:
    """Every outlet that published, was relayed or is cited, by name."""
    outlets = reader.digest.knowledge.outlets
    ids = {*reader.digest.by_publisher, *reader.digest.by_credit}
    return sorted(ids, key=lambda id_: (outlets[id_].name.casefold(), id_))


def outlet_links(entries: Iterable[Entry], reader: Reader) -> tuple[Link, ...]:
    """The outlets that published articles, with their numbers, most first."""
    outlets = reader.digest.knowledge.outlets
    counts = Counter(map(attrgetter("publisher"), entries))
    counts.pop(None, None)
    return tuple(
        Link(name=outlets[id_].name, path=addresses.listing(reader.lang, "outlets", id_), count=counts[id_])
        for id_ in sorted(counts, key=lambda id_: (-counts[id_], outlets[id_].name.casefold(), id_))
    )


def ids_by_year(reader: Reader) -> dict[str | None, tuple[str, ...]]:
    """All articles by year, newest first; None holds the undated ones."""
    entries = reader.digest.entries.values()
    groups = groupby(entries, key=lambda entry: entry.day[:4] if entry.day else None)
    return {year: tuple(entry.id for entry in group) for year, group in groups}


def year_links(reader: Reader) -> list[Link]:
    """The pages of the years in the archive, newest first; that of undated articles comes last."""
    undated = reader.words.gettext("Undated")
    return [
        Link(name=year or undated, path=f"{reader.lang}/archive/{year or 'undated'}/", count=len(ids))
        for year, ids in ids_by_year(reader).items()
    ]


def year_groups(ids: Iterable[str], reader: Reader) -> tuple[YearGroup, ...]:
    """Articles under their years."""
    entries = reader.digest.entries

    def year(id_: str) -> str | None:
        day = entries[id_].day
        return day[:4] if day else None

    return tuple(YearGroup(year=key, cards=cards(group, reader)) for key, group in groupby(ids, key=year))


def _because(article: str, topic: str, reader: Reader) -> str:
    """Why an article belongs to a topic, in words; of a withdrawn one, only that it was pinned may be told."""
    registers, entry = reader.digest.registers, reader.digest.entries[article]
    if topic in entry.pinned:
        return reader.words.pgettext("basis", "curator")
    if entry.withdrawn:
        return ""
    rule, carried = registers.topics[topic].rule, set(entry.tags)
    names = [registers.vocabulary[tag].name[reader.lang] for tag in (*rule.all, *rule.any) if tag in carried]
    return ", ".join(names) or (words_of_date(entry.day, reader.lang) if entry.day else "")


def _timeline_view(entry: TimelineEntry, reader: Reader) -> TimelineView:
    first, last = split_date(entry.date)
    cites = [cite for cite in entry.cites if cite.partition("#")[0] in reader.digest.entries]
    return TimelineView(
        date=first,
        until=last,
        precision=precision_of(first),
        kind=entry.kind,
        words=entry.words[reader.lang],
        cites=tuple(_cite_link(cite, before, reader) for before, cite in pairwise(["", *cites])),
    )


def _cite_link(cite: str, before: str, reader: Reader) -> CiteLink:
    article, _, anchor = cite.partition("#")
    number = anchor.removeprefix("p")
    return CiteLink(
        name=card_of(article, reader).publisher or reader.words.gettext("Publisher unknown"),
        number=number if number.isdecimal() else None,
        repeated=number.isdecimal() and before.partition("#")[0] == article,
        path=passage_path(cite, reader),
    )
