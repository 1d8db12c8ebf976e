"""The old addresses of renamed articles: pages that lead to the new address, and copies of the citation files.

Programs fetch citations and cannot follow a page that leads on: they need the files themselves.
"""

from collections.abc import Iterator
from functools import partial

from kliping_pelican.citations import citation_jobs
from kliping_pelican.pages.frame import article_page
from kliping_pelican.pages.jobs import Job, Renderer
from kliping_pelican.pages.pressroom import PressRoom
from kliping_pelican.showing import addresses
from kliping_pelican.showing.cards import face_of
from kliping_pelican.showing.views import PageView

TEMPLATE = "article/moved.html"


def moved_jobs(room: PressRoom) -> Iterator[Job]:
    """A job for each file that a renamed article had; none of them is in the site map."""
    for old, id_ in room.digest.moved.items():
        if not room.keys.may_differ(TEMPLATE, told=(id_,)):
            continue
        entry = room.digest.entries[id_]
        yield from citation_jobs(entry, room.site, room.lang, room.keys, addresses.article(room.lang, old))
        for kind in room.article_kinds if not entry.withdrawn else ("article",):
            path = addresses.article(room.lang, old, kind)
            yield Job(path, room.keys.page(TEMPLATE, path, id_, room.keys.text(id_)), partial(_make, room, path, id_, kind))


def _make(room: PressRoom, path: str, id_: str, kind: str, renderer: Renderer) -> bytes:
    now = article_page(room.site, room.reader, room.digest.entries[id_], face_of(id_, room.reader), kind)
    here = PageView(
        kind="moved",
        lang=now.lang,
        path=path,
        title=now.title,
        title_lang=now.title_lang,
        description=now.description,
        canonical=now.canonical,
        alternates=(),
        switches=now.switches,
        feeds=now.feeds,
        json_ld=None,
        noindex=True,
    )
    return renderer.page(TEMPLATE, here, {"target": now.path})
