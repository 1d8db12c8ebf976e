"""An article's own files: its page, both languages side by side, how it was cleaned, its citations and its card."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from kliping.digest.model import Entry
from kliping.memory import key_of, mix
from kliping_pelican.citations import PART as CITATIONS
from kliping_pelican.citations import citation_jobs, citation_links
from kliping_pelican.pages.frame import article_page, article_path
from kliping_pelican.pages.jobs import Group, Job, Renderer
from kliping_pelican.pages.pictures import article_card_jobs
from kliping_pelican.pages.pressroom import PressRoom
from kliping_pelican.showing import addresses, present
from kliping_pelican.showing.cards import face_of


def article_groups(room: PressRoom) -> Iterator[Group]:
    """The files of each article in a language."""
    keys = room.keys
    templates = (f"article/{kind}.html" for kind in room.article_kinds)
    common, story = key_of(room.lang, *map(keys.page, templates), keys.cards(room.lang)), keys.story(room.lang)
    for id_ in keys.renewed:
        name = addresses.article(room.lang, id_)
        yield Group(name, mix((common, story(id_), keys.kin(id_))), partial(_jobs, room, room.digest.entries[id_]))


def _jobs(room: PressRoom, entry: Entry) -> Iterator[Job]:
    keys, lang = room.keys, room.lang
    story = keys.story(lang)(entry.id)
    for kind in room.article_kinds if not entry.withdrawn else ("article",):
        template = f"article/{kind}.html"
        indexed = lang in entry.langs and kind != "ledger" and not entry.withdrawn
        yield Job(
            article_path(lang, entry.id, kind),
            keys.page(template, story, lang, keys.kin(entry.id) if kind == "article" else b""),
            partial(_make, room, entry, kind, template),
            entry.langs if indexed else None,
        )
    if CITATIONS not in room.site.config.without:
        yield from citation_jobs(entry, room.site, lang, room.keys)
    yield from article_card_jobs(entry, room.site, room.reader, keys)


def _make(room: PressRoom, entry: Entry, kind: str, template: str, renderer: Renderer) -> bytes:
    kin = room.site.kin.get(entry.id, ()) if kind == "article" else ()
    face = face_of(entry.id, room.reader)
    views: dict[str, Any] = {"view": present.ArticleView(entry.id, room.reader, face, kin)}
    views["citations"] = citation_links(entry, room.site, room.lang)
    if kind == "ledger":
        views["ledger"] = present.ledger_view(room.digest.clippings[entry.id], room.reader)
    return renderer.page(template, article_page(room.site, room.reader, entry, face, kind), views)
