"""Dates, numbers and names as each language writes them, whatever the machine."""

from typing import Any

import pytest
from jinja2 import DictLoader, Environment
from newsroom.articles import on

from kliping_pelican.showing.filters import FILTERS, name_of_country, name_of_language, rfc822_date, words_of_date


def shown(template: str, lang: str, **values: Any) -> str:
    environment = Environment(loader=DictLoader({"a": template}), autoescape=True)
    environment.filters.update(FILTERS)
    return environment.get_template("a").render(lang=lang, **values)


@pytest.mark.parametrize(
    ("written", "indonesian", "english"),
    [
        ("1991", "1991", "1991"),
        ("2018-09", "September 2018", "September 2018"),
        ("2022-12-06", "6 Desember 2022", "6 December 2022"),
        ("2024-08-19T01:47:00+07:00", "19 Agustus 2024, 01.47 WIB", "19 August 2024, 01:47 WIB"),
        ("2024-08-19T01:47:00+08:00", "19 Agustus 2024, 01.47 WITA", "19 August 2024, 01:47 WITA"),
        ("2024-08-19T01:47:00+09:00", "19 Agustus 2024, 01.47 WIT", "19 August 2024, 01:47 WIT"),
        ("2024-08-19T01:47:00+00:00", "19 Agustus 2024, 01.47 UTC", "19 August 2024, 01:47 UTC"),
        ("2024-08-19T01:47:00+02:00", "19 Agustus 2024, 01.47 UTC+02:00", "19 August 2024, 01:47 UTC+02:00"),
        ("2024-08-19T01:47:00", "19 Agustus 2024, 01.47", "19 August 2024, 01:47"),
    ],
)
def test_a_date_is_written_as_precisely_as_it_is_known(written: str, indonesian: str, english: str) -> None:
    assert (words_of_date(written, "id"), words_of_date(written, "en")) == (indonesian, english)


def test_a_time_keeps_the_zone_of_its_outlet() -> None:
    """01.47 in Jakarta is the day before in London; the reader sees what the outlet printed."""
    assert shown("{{ m|reader_date }}", "en", m=on("2024-08-19T01:47:00+07:00", "minute")).startswith("19 August 2024")


def test_a_date_for_machines_is_as_it_was_found() -> None:
    assert shown("{{ m|machine_date }}", "en", m=on("2024-08")) == "2024-08"
    assert shown("{{ m|machine_date }}", "en", m="2024-08-19") == "2024-08-19"


def test_a_span_keeps_both_its_days() -> None:
    assert shown("{{ '2020-09-27/2020-11-10'|reader_date }}", "id") == "27 September – 10 November 2020"


@pytest.mark.parametrize(
    ("template", "indonesian", "english"),
    [
        ("{{ 6500|number }}", "6.500", "6,500"),
        ("{{ 12|percent }}", "12%", "12%"),
        ("{{ 'id'|language_name }} {{ 'en'|language_name }}", "Indonesia Inggris", "Indonesian English"),
        ("{{ 'qqq'|language_name }}", "qqq", "qqq"),
    ],
)
def test_numbers_and_names_follow_the_pages_language(template: str, indonesian: str, english: str) -> None:
    assert (shown(template, "id"), shown(template, "en")) == (indonesian, english)


def test_countries_have_names_in_both_languages() -> None:
    assert (name_of_country("GB", "id"), name_of_country("GB", "en")) == ("Inggris Raya", "United Kingdom")
    assert name_of_country("QQ", "en") == "QQ"
    assert name_of_language("az", "id") == "Azerbaijani"


def test_a_feeds_date_is_english_in_every_language() -> None:
    assert rfc822_date("2024-08-19T01:47:00+07:00") == "Mon, 19 Aug 2024 01:47:00 +0700"
