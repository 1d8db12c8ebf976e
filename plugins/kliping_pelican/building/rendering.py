"""Templates to bytes: what each template is given; parts that many pages show are rendered once."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import islice
from typing import Any

from jinja2 import Environment, Template
from markupsafe import Markup

from kliping.markup import commonmark
from kliping.model import Lang
from kliping_pelican.building.printing import print_plainly
from kliping_pelican.configuration import LICENSE
from kliping_pelican.pages.jobs import Site
from kliping_pelican.pages.pictures import manifest_path
from kliping_pelican.parts import Part
from kliping_pelican.showing.addresses import Addresses
from kliping_pelican.showing.views import PageView

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
"""Characters that neither HTML nor XML may hold: one of them, and no reader can open a feed."""
_ASCII_CONTROLS = bytes({*range(0x20), 0x7F} - {0x09, 0x0A, 0x0D})
_C1 = re.compile(b"\xc2[\x80-\x9f]")
"""The same in UTF-8, where they are looked for in a tenth of the time."""

STRINGS = 4096
"""Of a large file so many strings of its template are held at a time."""

Values = Mapping[str, Any]


class TemplateRenderer:
    """Fills the theme's templates."""

    def __init__(self, env: Environment, site: Site) -> None:
        self._env, self._site = env, site
        print_plainly(env)

    def prepare(self, templates: Iterable[str], *, prose: bool) -> None:
        """Load the templates and the reader of prose once, before processes are forked from this one."""
        if prose:
            commonmark()
        for press in self._presses.values():
            press.prepare(templates)

    def page(self, template: str, page: PageView, variables: Values) -> bytes:
        """A page of the site."""
        here = Addresses(self._site.config.siteurl, page.path, rooted=page.kind == "not_found")
        return _bytes(self._presses[page.lang].fill(template, here, {"page": page, **variables}))

    def text(self, template: str, **variables: Any) -> bytes:
        """A file that is no page; its links are full addresses, and `lang` chooses its words."""
        lang = variables.get("lang", self._site.digest.langs[0])
        return _bytes(self._presses[lang].fill(template, None, variables))

    def pieces(self, template: str, **variables: Any) -> Iterator[bytes]:
        """The same as `text`, a piece at a time, for a file that grows with the digest."""
        lang = variables.get("lang", self._site.digest.langs[0])
        yield from map(_bytes, self._presses[lang].pour(template, variables))

    def fragment(self, template: str, lang: Lang, **variables: Any) -> Markup:
        """A piece of a file, as a template makes it in a language; autoescaped."""
        return Markup(self._presses[lang].fill(template, None, variables))

    @cached_property
    def _presses(self) -> dict[Lang, "_Press"]:
        return {lang: _Press(self._env, self._site, lang) for lang in self._site.words}


class _Press:
    """Fills templates with one language's words, for one page after another."""

    def __init__(self, env: Environment, site: Site, lang: Lang) -> None:
        self._root = Addresses(site.config.siteurl, "")
        self._here: Addresses | None = None
        self._place = ""
        """Tells apart where a part of a page may look different."""
        self._templates: dict[str, Template] = {}
        self._made: dict[tuple[str, str, str], str] = {}
        self._env = env.overlay()
        self._env.globals = {**env.globals, **_given(site, lang)}
        own = {"href": self._href, "absolute": self._root.absolute, "asset": self._asset}
        self._env.globals.update(own, part=self._part, parts=self._parts)
        self._env.make_globals = lambda own: self._env.globals  # type: ignore[assignment, method-assign]  # none of ours has others
        self._get_template = self._env.get_template
        self._env.get_template = lambda name, *_: self._template(name)  # type: ignore[method-assign]  # not looked up anew

    def prepare(self, names: Iterable[str]) -> None:
        """Load templates."""
        for name in names:
            self._template(name)

    def fill(self, template: str, here: Addresses | None, variables: Values) -> str:
        """A template's text for the page at `here`, or for a file whose links are full addresses."""
        self._here = here
        if here is None:
            self._place = "full"
        else:
            self._place = "" if here.siteurl else "/" if here.rooted else here.here.rpartition("/")[0]
        return self._filled(template, variables)

    def pour(self, template: str, variables: Values) -> Iterator[str]:
        """The text of a file whose links are full addresses, some strings of the template at a time."""
        self._here, self._place = None, "full"
        strings = self._strings(template, variables)
        while piece := self._joined(islice(strings, STRINGS)):
            yield piece

    def _href(self, path: str) -> str:
        return self._here.href(path) if self._here else self._root.absolute(path)

    def _asset(self, name: str) -> str:
        return self._href(f"theme/{name}")

    def _part(self, name: str, key: str, **values: Any) -> Markup:
        """A part that stands on many pages, rendered once for each key and, of relative links, folder."""
        place = (self._place, name, key)
        found = self._made.get(place)
        if found is None:
            found = self._made[place] = Markup(self._filled(name, values))
        return Markup(found)

    def _parts(self, name: str, variable: str, items: Iterable[Any], **values: Any) -> Markup:
        """The same for each item of a list, by its path; one item a line."""
        known, place = self._made, self._place
        made = [
            known.get((place, name, item.path)) or self._part(name, item.path, **{variable: item}, **values)
            for item in items
        ]
        return Markup("\n".join(made))  # all of it is markup

    def _template(self, name: str) -> Template:
        template = self._templates.get(name)
        if template is None:
            template = self._templates[name] = self._get_template(name)
        return template

    def _filled(self, name: str, values: Values) -> str:
        """A template's text."""
        return self._joined(self._strings(name, values))

    def _joined(self, strings: Iterable[str]) -> str:
        """What a template makes, or what it raises."""
        try:
            return "".join(strings)
        except Exception:  # noqa: BLE001 - raised again, with the template's own lines in its traceback
            self._env.handle_exception()

    def _strings(self, name: str, values: Values) -> Iterator[str]:
        """A template's text in the strings that it makes.

        The context is made of our own values and the globals in one step: Jinja's way to join them takes longer than
        many pages do.
        """
        template = self._template(name)
        context = self._env.context_class(self._env, {**self._env.globals, **values}, template.name, template.blocks)
        return template.root_render_func(context)


def _given(site: Site, lang: Lang) -> dict[str, Any]:
    """What every template of a language is given, and every macro that it imports."""
    config, words = site.config, site.words[lang]
    return {
        "lang": lang,
        "root": f"{config.siteurl}/",
        "_": words.gettext,
        "ngettext": words.ngettext,
        "pgettext": words.pgettext,
        "word": words.pgettext,
        "words_in": lambda other: site.words[other].gettext,
        "site": {
            "name": config.name,
            "tagline": config.taglines[lang],
            "repository": config.repository,
            "license": LICENSE,
            "palette": site.palette,
            "manifest": manifest_path(lang) if Part.MANIFEST not in config.without else None,
            "without": config.without,
        },
        "languages": [(reader.lang, reader.language_name) for reader in site.readers.values()],
        "nav": site.navigation[lang],
        "colophon": site.colophon[lang],
    }


def _bytes(text: str) -> bytes:
    data = text.encode()
    plain = len(data.translate(None, _ASCII_CONTROLS)) == len(data)
    if plain and not (_C1.search(data) or (b"\xef" in data and b"\xef\xbf" in data)):  # one byte is found far sooner
        return data
    return _CONTROLS.sub("\ufffd", text).encode()
