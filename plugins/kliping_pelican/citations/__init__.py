"""How to cite an article elsewhere: BibTeX, RIS and CSL-JSON files beside its page in each language.

They name the article as it appeared; their notes are in the language of the page.
What is unknown is left out. No name is split into parts, since nothing says where a family name begins.
"""

from collections.abc import Callable, Iterator
from functools import partial

from kliping.digest.model import Entry
from kliping.memory import key_of
from kliping.model import Lang
from kliping_pelican.citations.bibtex import bibtex
from kliping_pelican.citations.csl import csl_json
from kliping_pelican.citations.ris import ris
from kliping_pelican.citations.work import Work, work_of
from kliping_pelican.pages.jobs import Job, Renderer, Site
from kliping_pelican.pages.keys import Keys
from kliping_pelican.parts import Part
from kliping_pelican.showing import addresses
from kliping_pelican.showing.views import FileLink

FORMATS: dict[str, tuple[str, str, Callable[[Work], bytes]]] = {
    "cite.bib": ("BibTeX", "application/x-bibtex", bibtex),
    "cite.ris": ("RIS", "application/x-research-info-systems", ris),
    "cite.json": ("CSL-JSON", "application/vnd.citationstyles.csl+json", csl_json),
}
"""File names with what readers call them, their media types and what writes them."""


def citation_links(entry: Entry, site: Site, lang: Lang) -> tuple[FileLink, ...]:
    """The files for an article's page in a language."""
    if not _is_cited(entry, site):
        return ()
    folder = addresses.article(lang, entry.id)
    return tuple(
        FileLink(title=f"{label}: {entry.id}", path=f"{folder}{name}", type=type_, label=label)
        for name, (label, type_, _) in FORMATS.items()
    )


def citation_jobs(entry: Entry, site: Site, lang: Lang, keys: Keys, folder: str) -> Iterator[Job]:
    """The files below an address that the article has or had; they hold only what may be shown of it."""
    if not _is_cited(entry, site):
        return
    for name, (_, _, write) in FORMATS.items():
        key = key_of(keys.frame, lang, name, keys.text(entry.id))
        yield Job(f"{folder}{name}", key, partial(_make, entry, site, lang, write))


def _is_cited(entry: Entry, site: Site) -> bool:
    """Whether an article has such files; a withdrawn one has none."""
    return Part.CITATIONS not in site.config.without and not entry.withdrawn


def _make(entry: Entry, site: Site, lang: Lang, write: Callable[[Work], bytes], renderer: Renderer) -> bytes:
    return write(work_of(site.digest.clippings[entry.id], site.reader(entry.lang), site.reader(lang), site.config))
