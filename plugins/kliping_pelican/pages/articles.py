"""An article's own files: its page, both languages side by side, how it was cleaned, its citations and its card."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from kliping.digest.model import Entry
from kliping.memory import key_of, mix
from kliping_pelican.citations import PART as CITATIONS
from kliping_pelican.citations import citation_jobs, citation_links
from kliping_pelican.pages.desk import Desk
from kliping_pelican.pages.frame import article_page, article_path
from kliping_pelican.pages.jobs import Group, Job, Renderer
from kliping_pelican.pages.pictures import article_card_jobs
from kliping_pelican.showing import addresses, present
from kliping_pelican.showing.cards import face_of


def article_groups(desk: Desk) -> Iterator[Group]:
    """The files of each article in a language."""
    keys = desk.keys
    templates = (f"article/{kind}.html" for kind in desk.article_kinds)
    common = key_of(desk.lang, *map(keys.page, templates), keys.cards(desk.lang))
    for entry in desk.digest.entries.values():
        name = addresses.article(desk.lang, entry.id)
        yield Group(name, mix((common, keys.story(entry.id, desk.lang), keys.kin(entry.id))), partial(_jobs, desk, entry))


def _jobs(desk: Desk, entry: Entry) -> Iterator[Job]:
    keys, lang = desk.keys, desk.lang
    story = keys.story(entry.id, lang)
    for kind in desk.article_kinds if not entry.withdrawn else ("article",):
        template = f"article/{kind}.html"
        indexed = lang in entry.langs and kind != "ledger" and not entry.withdrawn
        yield Job(
            article_path(lang, entry.id, kind),
            keys.page(template, story, lang, keys.kin(entry.id) if kind == "article" else b""),
            partial(_make, desk, entry, kind, template),
            entry.langs if indexed else None,
        )
    if lang == entry.lang and CITATIONS not in desk.site.config.without:
        yield from citation_jobs(entry, desk.site, desk.keys)
    yield from article_card_jobs(entry, desk.site, desk.reader, keys)


def _make(desk: Desk, entry: Entry, kind: str, template: str, renderer: Renderer) -> bytes:
    kin = desk.site.kin.get(entry.id, ()) if kind == "article" else ()
    face = face_of(entry.id, desk.reader)
    views: dict[str, Any] = {"view": present.ArticleView(entry.id, desk.reader, face, kin)}
    views["citations"] = citation_links(entry, desk.site)
    if kind == "ledger":
        views["ledger"] = present.ledger_view(desk.digest.clippings[entry.id], desk.reader)
    return renderer.page(template, article_page(desk.site, desk.reader, entry, face, kind), views)
