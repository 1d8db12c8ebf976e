"""Templates to bytes: what each template is given, and parts of pages that are rendered once for all that show them."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Any

from jinja2 import Environment, Template
from markupsafe import Markup

from kliping.markup import commonmark
from kliping.model import Lang
from kliping_pelican.configuration import LANGUAGE_NAMES, LICENSE
from kliping_pelican.pages.jobs import Site
from kliping_pelican.pages.pictures import MANIFEST, manifest_path
from kliping_pelican.showing import addresses
from kliping_pelican.showing.views import Page

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
"""Characters that neither HTML nor XML may hold: one of them, and no reader can open a feed."""
_ASCII_CONTROLS = bytes({*range(0x20), 0x7F} - {0x09, 0x0A, 0x0D})
_C1 = re.compile(b"\xc2[\x80-\x9f]")
"""The same in UTF-8, where they are looked for in a tenth of the time."""

Values = Mapping[str, Any]


class TemplateRenderer:
    """Fills the theme's templates."""

    def __init__(self, env: Environment, site: Site) -> None:
        self._env, self._site = env, site
        self._templates: dict[str, Template] = {}
        self._parts: dict[tuple[str, str, str, str], Markup] = {}

    def prepare(self) -> None:
        """Load every template and what reads prose, so that processes forked from here need not each do so."""
        commonmark()
        for name in self._env.list_templates(extensions=("html", "xml", "atom", "rss", "opml", "txt")):
            if not name.startswith("!"):
                self._env.get_template(name)

    def page(self, template: str, page: Page, variables: Values) -> bytes:
        """A page of the site."""
        here = addresses.Addresses(self._site.config.siteurl, page.path, rooted=page.kind == "not_found")
        given = {**self._given[page.lang], "page": page, "href": here.href, "absolute": here.absolute, "asset": here.asset}
        place = "" if here.siteurl else "/" if here.rooted else page.path.rpartition("/")[0]
        return self._page(template, given, place, variables)

    def text(self, template: str, **variables: Any) -> bytes:
        """A file that is no page; its links are full addresses, and `lang` chooses its words."""
        absolute = addresses.Addresses(self._site.config.siteurl, "").absolute
        lang = variables.get("lang", self._site.digest.langs[0])
        given = {**self._given[lang], "absolute": absolute, "href": absolute}
        return self._page(template, given, "/", variables)

    def fragment(self, template: str, lang: Lang, **variables: Any) -> Markup:
        """A piece of a file, as a template makes it in a language; autoescaped."""
        absolute = addresses.Addresses(self._site.config.siteurl, "").absolute
        return Markup(self._filled(template, {**self._given[lang], "absolute": absolute, "href": absolute, **variables}))

    def _page(self, template: str, given: dict[str, Any], place: str, variables: Values) -> bytes:
        """A template with its places filled; `place` tells apart where a part of it may look different."""
        lang: Lang = given["lang"]

        def part(name: str, key: str, **values: Any) -> Markup:
            """A part that stands on many pages, rendered once for each key, language and, of relative links, folder."""
            found = self._parts.get((name, lang, place, key))
            if found is None:
                found = self._parts[name, lang, place, key] = Markup(self._filled(name, {**given, **values}))
            return found

        def parts(name: str, variable: str, items: Iterable[Any], **values: Any) -> Markup:
            """The same for each item of a list, by its own path, one a line."""
            known = self._parts
            made = [
                known.get((name, lang, place, item.path)) or part(name, item.path, **{variable: item}, **values)
                for item in items
            ]
            return Markup("\n".join(made))  # all of it is markup

        given["part"], given["parts"] = part, parts
        return _bytes(self._filled(template, {**given, **variables}))

    def _filled(self, name: str, values: dict[str, Any]) -> str:
        """A template's text.

        The context is made of our own values, which hold the globals: to copy those for each page takes longer than many
        pages do.
        """
        template = self._templates.get(name)
        if template is None:
            template = self._templates[name] = self._env.get_template(name)
        context = self._env.context_class(self._env, values, template.name, template.blocks)
        try:
            return "".join(template.root_render_func(context))
        except Exception:  # noqa: BLE001 - raised again, with the template's own lines in its traceback
            self._env.handle_exception()

    def _words_in(self, lang: Lang) -> Callable[..., str]:
        """The words of another language, for the pages that hold both."""
        return self._site.words[lang].gettext

    @cached_property
    def _given(self) -> dict[Lang, dict[str, Any]]:
        """What every template of a language is given."""
        site, config = self._site, self._site.config
        return {
            lang: {
                **self._env.globals,
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


def _bytes(text: str) -> bytes:
    data = text.encode()
    if len(data.translate(None, _ASCII_CONTROLS)) == len(data) and not (_C1.search(data) or b"\xef\xbf" in data):
        return data
    return _CONTROLS.sub("\ufffd", text).encode()
