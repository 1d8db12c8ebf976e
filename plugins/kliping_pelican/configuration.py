"""Pelican's settings to the few that a digest needs, checked."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import defaults

from kliping.errors import InvalidData
from kliping.web import is_web_address
from kliping_pelican.parts import Part
from kliping_pelican.settings_words import settings_words

if TYPE_CHECKING:
    from kliping.model import Lang

OURS = "kliping_pelican"
"""This plugin's name in Pelican's settings."""
SITE, MADE = "KLIPING_SITE", "KLIPING_MADE"
"""Keys in Pelican's settings of all that pages are made from, and of what was made."""
LICENSE = "AGPL-3.0-or-later"
"""Of Kliping itself; the articles keep their publishers' rights."""

CATALOGUE = "locale/{lang}/LC_MESSAGES/kliping.po"
"""Where a theme has the interface's words in a language."""
TEMPLATES = "templates"
"""The folder of a theme's templates."""

ENGINE = ("JINJA_ENVIRONMENT", "JINJA_FILTERS", "JINJA_GLOBALS", "JINJA_TESTS")
"""Pelican's settings of what fills templates."""

_AUTHORITY = re.compile(r"(?:[\w.+-]+@)?[a-z0-9-]+(?:\.[a-z0-9-]+)+,\d{4}(?:-\d\d){0,2}", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Configuration:
    """What `pelicanconf.py` says of the digest. Not a Struct: a build in which nothing changed need not load msgspec."""

    name: str
    taglines: "dict[Lang, str]"
    langs: "tuple[Lang, ...]"
    siteurl: str
    """The site's address without a slash at its end; empty for a preview with relative addresses."""
    authority: str
    """Who mints feed ids, as RFC 4151 has it: a domain and a day on which it was ours, such as `example.org,2026`."""
    repository: str | None
    strict: bool
    """Whether an error keeps the previous site."""
    serving: bool
    """Whether the build is one of many, so that an error must not end the process."""
    without: tuple[Part, ...]
    """Parts left out of the site."""
    content: Path
    theme: Path
    engine: str
    """How templates are filled, in words: Jinja's options, and the filters, tests and globals that settings add."""
    cache: Path | None
    """Where a build remembers what the next one need not do again; None makes everything anew."""


def configure(settings: Mapping[str, Any]) -> Configuration:
    """The digest's configuration.

    Raises InvalidData for a setting that is missing or has a form that would break addresses or feed ids.
    """
    siteurl = settings["SITEURL"].rstrip("/")
    _check_siteurl(siteurl)
    taglines, authority = dict(_given(settings, "KLIPING_TAGLINES")), str(_given(settings, "KLIPING_AUTHORITY"))
    beside_itself = (Part.PARALLEL,) if len(taglines) == 1 else ()
    without = tuple(sorted({*_parts(settings.get("KLIPING_WITHOUT", ())), *beside_itself}))
    repository = settings.get("KLIPING_REPOSITORY") or None
    theme = Path(settings["THEME"])
    _check_langs(taglines, theme)
    _check_syntax(settings.get("JINJA_ENVIRONMENT", {}))
    if settings.get("THEME_TEMPLATES_OVERRIDES"):
        advice = "Copy the theme's folder, change the template there, and name the copy as THEME."
        raise _wrong("THEME_TEMPLATES_OVERRIDES", "names templates that no build would look at again", advice)
    _check_authority(authority)
    if repository and not is_web_address(repository):
        raise _wrong("KLIPING_REPOSITORY", f"`{repository}` is no address", "Write it with https://, or leave it empty.")
    return Configuration(
        name=settings["SITENAME"],
        taglines=taglines,
        langs=tuple(taglines),
        siteurl=siteurl,
        authority=authority,
        repository=repository,
        strict=bool(settings.get("KLIPING_STRICT", False)),
        serving=bool(settings.get("KLIPING_SERVING", False)),
        without=without,
        cache=Path(settings["CACHE_PATH"]) / "kliping" if settings.get("KLIPING_CACHE", True) else None,
        content=_below_here(Path(settings["PATH"])),
        theme=theme,
        engine=settings_words({name: settings.get(name) for name in ENGINE}),
    )


def _given(settings: Mapping[str, Any], key: str) -> Any:
    """The value of a setting. Raises InvalidData for one that is missing."""
    if not settings.get(key):
        raise _wrong(key, "is missing", "Set it in pelicanconf.py; README.md explains it.")
    return settings[key]


def _check_siteurl(siteurl: str) -> None:
    """Raise InvalidData for an address that would break those of the pages."""
    if siteurl and (not is_web_address(siteurl) or set(siteurl) & set("\"'<>?#")):
        raise _wrong("SITEURL", f"`{siteurl}` is no address", "Write it with https://, or leave it empty for a preview.")


def _check_langs(langs: Iterable[str], theme: Path) -> None:
    """Raise InvalidData for a language in which the theme has no words."""
    for lang in langs:
        if not (theme / CATALOGUE.format(lang=lang)).is_file():
            raise _wrong("KLIPING_TAGLINES", f"`{lang}` is no language that the interface has words in", _offered(theme))


def _check_syntax(environment: Mapping[str, object]) -> None:
    """Raise InvalidData unless templates use Jinja's own delimiters, by which a build finds what a template includes."""
    for name, value in environment.items():
        if name.endswith(("_string", "_prefix")) and value != getattr(defaults, name.upper()):
            advice = "Leave it out, and write templates with Jinja's own delimiters."
            raise _wrong("JINJA_ENVIRONMENT", f"`{name}` would hide which templates a template names", advice)


def _parts(names: Iterable[str]) -> Iterator[Part]:
    """The parts of these names. Raises InvalidData for one that no site has."""
    for name in names:
        if name not in set(Part):
            from kliping.load import suggest  # settings without a mistake do not need it

            raise _wrong("KLIPING_WITHOUT", f"`{name}` is no part of a site", suggest(name, tuple(Part)))
        yield Part(name)


def _check_authority(authority: str) -> None:
    """Raise InvalidData for one whose feed ids would not be as RFC 4151 has them."""
    if not _AUTHORITY.fullmatch(authority):
        advice = "Write a domain that is yours, a comma and a year in which it was, such as `example.org,2026`."
        raise _wrong("KLIPING_AUTHORITY", f"`{authority}` mints no feed ids", advice)


def _offered(theme: Path) -> str:
    langs = sorted(path.parents[1].name for path in theme.glob(CATALOGUE.format(lang="*")))
    return f"The theme has {', '.join(f'`{lang}`' for lang in langs)}." if langs else "The theme has words in none."


def _below_here(path: Path) -> Path:
    """The path relative to the working folder, if it is below it: no page or message may show folders of a machine."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def _wrong(key: str, problem: str, advice: str) -> InvalidData:
    return InvalidData(problem, path="pelicanconf.py", key=key, advice=advice)
