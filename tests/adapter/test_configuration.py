"""Settings: what would break addresses, feed ids or pages is refused before anything is built."""

import re
from pathlib import Path
from typing import Any

import pytest
from newsroom.sites import TINY, build, sound
from site_checks.links import dead_links

from kliping.errors import InvalidData
from kliping.knowledge import Knowledge, require_languages
from kliping_pelican import theme_path
from kliping_pelican.configuration import configure
from kliping_pelican.parts import Part

README = Path(__file__).parents[2] / "README.md"

SETTINGS: dict[str, Any] = {
    "SITENAME": "Kliping",
    "SITEURL": "https://owner.example/repo/",
    "KLIPING_TAGLINES": {"id": "Digest", "en": "Digest"},
    "KLIPING_AUTHORITY": "kliping.example,2026",
    "PATH": "/somewhere/content",
    "THEME": theme_path(),
    "CACHE_PATH": "cache",
}


def refused(**changed: Any) -> InvalidData:
    with pytest.raises(InvalidData) as error:
        configure({**SETTINGS, **changed})
    assert error.value.path == "pelicanconf.py"
    return error.value


def test_sound_settings_are_taken() -> None:
    config = configure(SETTINGS)
    assert (config.siteurl, config.langs, config.authority) == (
        "https://owner.example/repo",
        ("id", "en"),
        "kliping.example,2026",
    )
    assert (config.strict, config.serving, config.repository) == (False, False, None)


def test_content_below_the_working_folder_is_named_from_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert configure({**SETTINGS, "PATH": str(tmp_path / "content")}).content == Path("content")
    assert configure(SETTINGS).content == Path("/somewhere/content")


def test_a_digest_of_one_language_has_no_second_one_to_stand_beside_it() -> None:
    assert configure({**SETTINGS, "KLIPING_TAGLINES": {"id": "Digest"}}).without == ("parallel",)
    assert configure(SETTINGS).without == ()


def test_a_preview_needs_no_address() -> None:
    assert configure({**SETTINGS, "SITEURL": ""}).siteurl == ""


@pytest.mark.parametrize(
    "address",
    [
        "owner.example",
        "//owner.example",
        "ftp://a.example",
        "https://",
        "https://a b/",
        'https://a/"x',
        "https://a/?q",
        "https://a/#b",
    ],
)
def test_what_is_no_address_of_a_site_is_refused(address: str) -> None:
    assert refused(SITEURL=address).key == "SITEURL"


@pytest.mark.parametrize("authority", ["a.example,2026", "a.example,2026-11", "a-b.example,2026-11-24", "me@a.example,2026"])
def test_an_authority_is_a_domain_or_mail_address_and_a_day(authority: str) -> None:
    assert configure({**SETTINGS, "KLIPING_AUTHORITY": authority}).authority == authority


@pytest.mark.parametrize(
    "authority",
    ["a.example", "a.example,", "https://a.example,2026", "my site,2026", "a.example,24", "a.example:2026", "<b>,2026"],
)
def test_an_authority_that_makes_no_feed_id_is_refused(authority: str) -> None:
    assert refused(KLIPING_AUTHORITY=authority).key == "KLIPING_AUTHORITY"


@pytest.mark.parametrize("key", ["KLIPING_TAGLINES", "KLIPING_AUTHORITY"])
@pytest.mark.parametrize("value", [None, "", {}])
def test_a_setting_that_must_be_there_is_missed(key: str, value: Any) -> None:
    assert refused(**{key: value}).key == key


def test_a_language_nobody_translated_the_interface_to_is_named() -> None:
    error = refused(KLIPING_TAGLINES={"id": "Digest", "fr": "Revue"})
    assert error.key == "KLIPING_TAGLINES"
    assert "`fr`" in str(error)


def test_a_language_that_no_data_file_describes_is_named(knowledge: Knowledge) -> None:
    with pytest.raises(InvalidData, match=r"`KLIPING_TAGLINES`: `fr` is no language of Kliping\. Valid here: "):
        require_languages(("id", "fr"), knowledge, path="pelicanconf.py", key="KLIPING_TAGLINES")


def test_a_part_that_is_none_is_named_with_the_nearest_one() -> None:
    error = refused(KLIPING_WITHOUT=["serach"])
    assert error.key == "KLIPING_WITHOUT"
    assert "`search`" in str(error)


def test_every_part_is_described() -> None:
    (row,) = [line for line in README.read_text(encoding="utf-8").splitlines() if line.startswith("| `KLIPING_WITHOUT`")]
    assert set(re.findall(r"`([a-z_]+)`", row)) == set(Part)


@pytest.mark.parametrize("address", ["javascript:alert(1)", "github.com/owner/repo"])
def test_a_repository_is_an_address(address: str) -> None:
    assert refused(KLIPING_REPOSITORY=address).key == "KLIPING_REPOSITORY"


def test_content_below_the_working_folder_is_counted_from_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert configure({**SETTINGS, "PATH": str(tmp_path / "content")}).content == Path("content")


@pytest.mark.parametrize("without", [" ".join(Part), "atom cards ledger parallel search"], ids=["all", "some"])
def test_nothing_leads_to_a_part_that_was_left_out(tmp_path: Path, without: str) -> None:
    site = sound(build(TINY, tmp_path / "output", KLIPING_WITHOUT=without))
    assert [str(fault) for fault in dead_links(site)] == []
    assert "feed.atom" not in site.text("id/index.html")


@pytest.mark.parametrize("name", ["block_start_string", "variable_end_string", "line_statement_prefix"])
def test_other_delimiters_of_templates_are_refused(name: str) -> None:
    assert f"`{name}`" in refused(JINJA_ENVIRONMENT={"trim_blocks": True, name: "<%"}).problem


def test_delimiters_that_are_jinjas_own_may_be_said() -> None:
    assert configure({**SETTINGS, "JINJA_ENVIRONMENT": {"block_start_string": "{%", "line_comment_prefix": None}})


def test_templates_that_no_build_would_look_at_again_are_refused() -> None:
    assert refused(THEME_TEMPLATES_OVERRIDES=["templates"]).key == "THEME_TEMPLATES_OVERRIDES"
