"""Carries out the jobs: renders what changed since the last build, in as many processes as there are cores."""

import re
from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from traceback import extract_tb
from typing import Any

from jinja2 import FileSystemBytecodeCache, TemplateSyntaxError
from markupsafe import Markup
from pelican.generators import Generator
from pelican.plugins import signals
from pelican.writers import Writer

from kliping.errors import BuildFailed, KlipingError
from kliping.model import Lang
from kliping_pelican.building import parallel
from kliping_pelican.building.exchange import write_new
from kliping_pelican.building.plan import Plan, make_plan
from kliping_pelican.configuration import LANGUAGE_NAMES, LICENSE, PLAN, SITE
from kliping_pelican.pages.jobs import Job, Site
from kliping_pelican.pages.pictures import MANIFEST, manifest_path
from kliping_pelican.showing import addresses
from kliping_pelican.showing.filters import FILTERS
from kliping_pelican.showing.views import Page

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
"""Characters that neither HTML nor XML may hold: one of them, and no reader can open a feed."""


_ASCII_CONTROLS = bytes({*range(0x20), 0x7F} - {0x09, 0x0A, 0x0D})
_OTHERS = (re.compile(b"\xc2[\x80-\x9f]"), re.compile(b"\xef\xbf[\xbe\xbf]"))
"""The same in UTF-8, where they are looked for in a tenth of the time."""


class DigestGenerator(Generator):
    """Writes the digest's pages, feeds, data and site map into the staging folder."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.env.filters.update(FILTERS)
        self._parts: dict[tuple[str, ...], Markup] = {}
        cache = self._site.config.cache
        if cache:
            templates = cache / "templates"
            templates.mkdir(parents=True, exist_ok=True)
            self.env.bytecode_cache = FileSystemBytecodeCache(str(templates))

    @property
    def _site(self) -> Site:
        site: Site = self.settings[SITE]
        return site

    def generate_output(self, writer: Writer) -> None:
        """Write every file that is not as it must be. Raises BuildFailed naming the page that could not be made."""
        plan: Plan = make_plan(self._site, Path(self.settings["OUTPUT_PATH"]), anew=bool(signals.content_written.receivers))
        self.settings[PLAN] = plan
        count = parallel.workers()
        for handed in parallel.spread(self._carry_out, plan.due, lambda job: addresses.file_of(job.path), count):
            self._site.memory.take_over(handed)
        for bundle in plan.bundles:
            bundle.make(Path(self.output_path) / bundle.folder)
        for job in plan.due:
            if job.langs is not None and signals.content_written.receivers:
                signals.content_written.send(self._target(job), context=self.context)

    def _carry_out(self, job: Job) -> object:
        """Make and write a file; what the memory was given meanwhile."""
        target = self._target(job)
        try:
            content = job.make(self)
        except KlipingError:
            raise
        except Exception as error:  # a template of a theme may raise anything: it goes on, with the page named
            raise _unmade(job, error, self._site.config.theme) from error
        write_new(target, content)
        return self._site.memory.hand_over()

    def _target(self, job: Job) -> str:
        return f"{self.output_path}/{addresses.file_of(job.path)}"

    def page(self, template: str, page: Page, variables: Mapping[str, Any]) -> bytes:
        """A page of the site."""
        here = addresses.Addresses(self._site.config.siteurl, page.path, rooted=page.kind == "not_found")
        given = {**self._given[page.lang], "page": page, "href": here.href, "absolute": here.absolute, "asset": here.asset}
        place = "" if here.siteurl else "/" if here.rooted else page.path.rpartition("/")[0]
        return self._filled(template, given, (page.lang, place), variables)

    def text(self, template: str, **variables: Any) -> bytes:
        """A file that is no page; its links are full addresses, and `lang` chooses its words."""
        absolute = addresses.Addresses(self._site.config.siteurl, "").absolute
        lang = variables.get("lang", self._site.digest.langs[0])
        given = {**self._given[lang], "absolute": absolute, "href": absolute}
        return self._filled(template, given, (lang, "/"), variables)

    def _filled(self, template: str, given: dict[str, Any], place: tuple[str, str], variables: Mapping[str, Any]) -> bytes:
        """A template with its places filled; `place` tells apart where a part of it may look different."""

        def part(name: str, key: str, **values: Any) -> Markup:
            return self._part((name, *place, key), {**given, **values})

        given["part"] = part
        return _bytes(self.env.get_template(template).render({**given, **variables}))

    def _part(self, key: tuple[str, ...], given: Mapping[str, Any]) -> Markup:
        """A part that stands on many pages, rendered once for each key, language and, of relative links, folder."""
        found = self._parts.get(key)
        if found is None:
            found = self._parts[key] = Markup(self.env.get_template(key[0]).render(given))
        return found

    def _words_in(self, lang: Lang) -> Callable[..., str]:
        """The words of another language, for the pages that hold both."""
        return self._site.words[lang].gettext

    @cached_property
    def _given(self) -> dict[Lang, dict[str, Any]]:
        """What every template of a language is given."""
        site, config = self._site, self._site.config
        return {
            lang: {
                "lang": lang,
                "root": f"{config.siteurl}/",
                "_": words.gettext,
                "ngettext": words.ngettext,
                "pgettext": words.pgettext,
                "word": words.pgettext,
                "words_in": self._words_in,
                "site": {
                    "name": config.name,
                    "tagline": config.taglines[lang],
                    "repository": config.repository,
                    "license": LICENSE,
                    "palette": site.palette,
                    "manifest": manifest_path(lang) if MANIFEST not in config.without else None,
                },
                "languages": [(code, LANGUAGE_NAMES[code]) for code in site.digest.langs],
                "nav": site.navigation[lang],
                "colophon": site.colophon[lang],
            }
            for lang, words in site.words.items()
        }


def _unmade(job: Job, error: Exception, theme: Path) -> BuildFailed:
    """The error for a page that could not be made, with the line of the template that failed."""
    places = [frame for frame in extract_tb(error.__traceback__) if frame.filename.startswith(str(theme))]
    line = getattr(error, "lineno", None) if isinstance(error, TemplateSyntaxError) else None
    name = getattr(error, "filename", None) or (places[-1].filename if places else None)
    return BuildFailed(
        f"this page could not be made: {type(error).__name__}: {error}",
        path=addresses.file_of(job.path),
        advice=f"Look at {name}:{line or (places[-1].lineno if places else 1)}." if name else "Report this.",
    )


def _bytes(text: str) -> bytes:
    data = text.encode()
    if len(data.translate(None, _ASCII_CONTROLS)) == len(data) and not any(each.search(data) for each in _OTHERS):
        return data
    return _CONTROLS.sub("\ufffd", text).encode()
