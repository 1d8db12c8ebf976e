"""An article's own files: its page, both languages side by side, how it was cleaned, its citations and its card."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from kliping.digest.model import Entry
from kliping.memory import Key, key_of, mix
from kliping_pelican.citations import citation_jobs, citation_links
from kliping_pelican.pages.frame import article_page
from kliping_pelican.pages.jobs import Group, Job, Renderer
from kliping_pelican.pages.pictures import article_card_jobs
from kliping_pelican.pages.pressroom import PressRoom
from kliping_pelican.showing import addresses, present
from kliping_pelican.showing.cards import face_of


def article_groups(room: PressRoom) -> Iterator[Group]:
    """The files of each article in a language."""
    keys, lang, entries = room.keys, room.lang, room.digest.entries
    looks = {kind: key_of(lang, keys.page(_template(kind))) for kind in room.article_kinds}
    common, story = mix((*looks.values(), keys.cards(lang))), keys.story(lang)
    edited = any(keys.is_edited(_template(kind)) for kind in room.article_kinds)
    for id_ in entries if edited else keys.renewed:
        told, kin = story(id_), keys.kin(id_)
        jobs = partial(_jobs, room, entries[id_], looks, told, kin)
        yield Group(addresses.article(lang, id_), mix((common, told, kin)), jobs)


def _jobs(room: PressRoom, entry: Entry, looks: Mapping[str, Key], told: Key, kin: Key) -> Iterator[Job]:
    """The files of an article; `looks` are hashes of what its pages look like, by kind, the others of what they say."""
    lang = room.lang
    for kind, look in looks.items():
        if entry.withdrawn and kind != "article":
            continue
        indexed = lang in entry.langs and kind != "ledger" and not entry.withdrawn
        yield Job(
            addresses.article(lang, entry.id, kind),
            mix((look, told, kin if kind == "article" else b"")),
            partial(_make, room, entry, kind),
            entry.langs if indexed else None,
        )
    yield from citation_jobs(entry, room.site, lang, room.keys, addresses.article(lang, entry.id))
    yield from article_card_jobs(entry, room.site, room.reader, room.keys)


def _template(kind: str) -> str:
    return f"article/{kind}.html"


def _make(room: PressRoom, entry: Entry, kind: str, renderer: Renderer) -> bytes:
    kin = room.site.kin.get(entry.id, ()) if kind == "article" else ()
    face = face_of(entry.id, room.reader)
    views: dict[str, Any] = {"view": present.ArticleView(entry.id, room.reader, face, kin)}
    views["citations"] = citation_links(entry, room.site, room.lang)
    if kind == "ledger":
        views["ledger"] = present.ledger_view(room.digest.clippings[entry.id], room.reader)
    return renderer.page(_template(kind), article_page(room.site, room.reader, entry, face, kind), views)
