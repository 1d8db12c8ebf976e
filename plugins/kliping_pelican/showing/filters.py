"""Dates, numbers and names of languages and countries in words, by CLDR; never by the process's locale or clock.

CLDR's data are loaded when they are first needed: a build that writes few pages may do without.
"""

from datetime import date, datetime
from email.utils import format_datetime
from functools import lru_cache

from jinja2 import pass_context
from jinja2.runtime import Context

from kliping.days import precision_of
from kliping.model import Lang, Moment

ZONES = {"+00:00": "UTC", "+07:00": "WIB", "+08:00": "WITA", "+09:00": "WIT"}
"""Names of zones by offset, Indonesia's above all; other offsets are written as they are."""


def machine_date(moment: Moment | str) -> str:
    """A date as HTML's `datetime` attribute takes it: ISO 8601 as precise as known."""
    return moment.value if isinstance(moment, Moment) else moment


@lru_cache(maxsize=65536)
def words_of_date(written: str, lang: Lang) -> str:
    """An ISO date or time in words: `19 Agustus 2024, 01.47 WIB`, `August 2024`, `1991`.

    >>> words_of_date("2024-08-19", "id"), words_of_date("2018-09", "en"), words_of_date("1991", "en")
    ('19 Agustus 2024', 'September 2018', '1991')
    """
    precision = precision_of(written)
    if precision == "year":
        return written
    from babel.dates import format_date, format_skeleton, get_time_format

    if precision == "month":
        return format_skeleton("yMMMM", date.fromisoformat(f"{written}-01"), locale=lang)
    if precision == "day":
        return format_date(date.fromisoformat(written), "d MMMM y", locale=lang)
    moment = datetime.fromisoformat(written)
    clock = moment.strftime("%H.%M" if "." in get_time_format("short", locale=lang).pattern else "%H:%M")
    offset = moment.isoformat()[19:] if moment.tzinfo else ""
    zone = ZONES.get(offset, f"UTC{offset}" if offset else "")
    return f"{format_date(moment, 'd MMMM y', locale=lang)}, {clock} {zone}".rstrip()


def words_of_span(first: str, last: str, lang: Lang) -> str:
    """From one ISO date to another; a month or year that both share is said once.

    >>> words_of_span("2024-08-18", "2024-08-19", "id"), words_of_span("2020-09-27", "2020-11-10", "en")
    ('18–19 Agustus 2024', '27 September – 10 November 2020')
    """
    start, end = words_of_date(first, lang).split(), words_of_date(last, lang).split()
    shared = 0
    while shared < min(len(start), len(end)) - 1 and start[-1 - shared] == end[-1 - shared]:
        shared += 1
    start = start[: len(start) - shared]
    dash = "–" if len(start) == len(end) - shared == 1 else " – "
    return f"{' '.join(start)}{dash}{' '.join(end)}"


@pass_context
def reader_date(context: Context, moment: Moment | str) -> str:
    """A date in words of the page's language, or a span of two dates with a slash between."""
    first, _, last = machine_date(moment).partition("/")
    return words_of_span(first, last, context["lang"]) if last else words_of_date(first, context["lang"])


def rfc822_date(timestamp: str) -> str:
    """An RFC 3339 time as RSS writes it: `Mon, 19 Aug 2024 01:47:00 +0700`."""
    return format_datetime(datetime.fromisoformat(timestamp))


@pass_context
def number(context: Context, value: float, lang: Lang | None = None) -> str:
    """A number with the separators of the page's language, or of another on pages that hold both."""
    return words_of_number(value, lang or context["lang"])


@lru_cache(maxsize=4096)
def words_of_number(value: float, lang: Lang) -> str:
    """A number with a language's separators."""
    from babel.numbers import format_decimal

    return format_decimal(value, locale=lang)


@pass_context
def percent(context: Context, value: int) -> str:
    """A whole percentage, from 0 to 100, in the page's language."""
    from babel.numbers import format_percent

    return format_percent(value / 100, locale=context["lang"])


@pass_context
def language_name(context: Context, code: Lang) -> str:
    """A language's name in the page's language."""
    return name_of_language(code, context["lang"])


@pass_context
def country_name(context: Context, code: str) -> str:
    """A country's name in the page's language."""
    return name_of_country(code, context["lang"])


@lru_cache
def name_of_language(code: Lang, lang: Lang) -> str:
    """A language's name in another language; its code if CLDR has no name."""
    from babel import Locale

    name: str = Locale.parse(lang).languages.get(code, code)
    return name


@lru_cache
def name_of_country(code: str, lang: Lang) -> str:
    """A country's name in a language; its code if CLDR has no name."""
    from babel import Locale

    name: str = Locale.parse(lang).territories.get(code, code)
    return name


FILTERS = {
    "machine_date": machine_date,
    "reader_date": reader_date,
    "number": number,
    "percent": percent,
    "rfc822_date": rfc822_date,
    "language_name": language_name,
    "country_name": country_name,
}
