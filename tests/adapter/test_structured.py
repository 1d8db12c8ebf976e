"""What a search engine and a researcher's program read: structured data on the pages, and the digest as open data."""

import json
from pathlib import Path
from typing import Any

import kliping_theme
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from newsroom.articles import article as article_of
from newsroom.hostile import hostile_words
from newsroom.sites import ADDRESS, soup
from site_checks.site import Site

from kliping.digest.model import Clipping, Translation
from kliping.digest.registers import Policy
from kliping.digest.translating.editions import translated_edition
from kliping.digest.translating.messages import Catalogue, Message
from kliping.model import Role
from kliping.sidecar import NO_SIDECAR
from kliping_pelican.showing.reader import Voice
from kliping_pelican.showing.structured import script_safe
from kliping_pelican.showing.telling import description_of
from kliping_pelican.showing.words import read_words

THEME = Path(kliping_theme.__file__).parent
TRANSLATED, UNTRANSLATED, ENGLISH = "2024-08-19-desa-panen", "2024-08-20-desa-banjir", "2024-08-21-courier-dam"


def article(site: Site, lang: str, id_: str) -> dict[str, Any]:
    """The structured data of an article's page."""
    (block,) = soup(site, f"{lang}/articles/{id_}/index.html").select('script[type="application/ld+json"]')
    said: dict[str, Any] = json.loads(block.get_text())
    return said


def url(lang: str, id_: str) -> str:
    return f"{ADDRESS}/{lang}/articles/{id_}/"


json_values = st.recursive(
    hostile_words | st.none() | st.booleans() | st.integers(-(2**53), 2**53),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(hostile_words, inner, max_size=3),
    max_leaves=8,
)


@given(json_values)
def test_json_in_a_page_is_the_same_json_and_no_markup(value: Any) -> None:
    text = str(script_safe(value))
    assert not set(text) & set("<>&\u2028\u2029")
    assert json.loads(text) == value


def test_an_original_says_who_published_it_and_which_translation_it_has(tiny: Site) -> None:
    said = article(tiny, "id", TRANSLATED)
    assert (said["@type"], said["@id"], said["inLanguage"]) == ("NewsArticle", url("id", TRANSLATED), "id")
    assert said["headline"] == "Panen Padi di Sukamaju Naik Dua Kali Lipat"
    assert said["datePublished"] == "2024-08-19T07:30:00+07:00"
    assert said["publisher"]["name"] == "Kabar Desa"
    assert {"@type": "NewsArticle", "url": "https://kabardesa.example/panen"} in said["isBasedOn"]
    assert said["workTranslation"] == [{"@id": url("en", TRANSLATED)}]
    assert "translator" not in said and "translationOfWork" not in said


def test_a_translation_says_of_what_and_by_whom(tiny: Site) -> None:
    said = article(tiny, "en", TRANSLATED)
    assert (said["inLanguage"], said["headline"]) == ("en", "Rice harvest in Sukamaju doubles")
    assert said["translationOfWork"] == {"@id": url("id", TRANSLATED)}
    assert said["translator"]["name"] == "Kliping"
    assert "workTranslation" not in said


def test_a_translation_by_a_person_is_said_to_be_by_one(tiny: Site) -> None:
    """Budi translated by hand; `Kliping`, machine-assisted, is nobody's name."""
    assert article(tiny, "id", ENGLISH)["translator"] == {"@type": "Person", "name": "Budi"}
    assert article(tiny, "en", TRANSLATED)["translator"]["@type"] == "Organization"


def test_a_page_in_the_other_language_without_translation_says_its_words_language(tiny: Site) -> None:
    said = article(tiny, "en", UNTRANSLATED)
    assert said["inLanguage"] == "id"
    assert "translator" not in said and "translationOfWork" not in said


def test_translation_and_original_name_each_other(tiny: Site) -> None:
    for id_, own, other in ((TRANSLATED, "id", "en"), (ENGLISH, "en", "id")):
        assert article(tiny, own, id_)["workTranslation"] == [{"@id": article(tiny, other, id_)["@id"]}]
        assert article(tiny, other, id_)["translationOfWork"] == {"@id": article(tiny, own, id_)["@id"]}


def test_what_is_unknown_is_left_out(tiny: Site) -> None:
    said = article(tiny, "id", UNTRANSLATED)
    assert None not in said.values() and "author" not in said and "dateModified" not in said


def test_a_correction_is_part_of_it(tiny: Site) -> None:
    (said,) = article(tiny, "en", ENGLISH)["correction"]
    assert (said["datePublished"], said["@type"]) == ("2024-08-25", "CorrectionComment")


def test_a_shared_link_has_title_words_and_language(tiny: Site) -> None:
    for lang, locale in (("id", "id_ID"), ("en", "en")):
        page = soup(tiny, f"{lang}/articles/{TRANSLATED}/index.html")
        og = {str(meta["property"]): str(meta["content"]) for meta in page.select('meta[property^="og:"]')}
        assert (og["og:type"], og["og:url"]) == ("article", url(lang, TRANSLATED))
        assert og["og:locale"].startswith(locale)
        assert og["og:title"] and og["og:description"]


@pytest.mark.parametrize(
    ("translated", "words"),
    [({"p1": "One.", "p2": "Two."}, "One."), ({"p2": "Two."}, "Two."), ({}, "Satu."), ({"title": "Title"}, "Satu.")],
)
def test_the_description_is_in_the_readers_language_where_any_words_are(translated: dict[str, str], words: str) -> None:
    original = article_of((Role.TITLE, "Judul"), "Satu.", "Dua.")
    sources = {"title": "Judul", "p1": "Satu.", "p2": "Dua."}
    messages = tuple(Message(key, sources[key], made, None, False) for key, made in translated.items())
    catalogue = Catalogue(Translation(translator="", method="human", reviewed_by=None, date=None), messages)
    clipping = Clipping(
        article=original,
        policy=Policy(policy="full"),
        withheld=0,
        sidecar=NO_SIDECAR,
        editions={"en": translated_edition(original, "en", catalogue)},
        lines=(),
        is_rendered=False,
        likenesses=(),
    )
    assert description_of(clipping, Voice("en", read_words(THEME, "en"), b"")) == words


def lines(site: Site) -> list[dict[str, Any]]:
    return [json.loads(line) for line in site.text("data/articles.jsonl").splitlines()]


@pytest.mark.parametrize("name", ["tiny", "reduced"])
def test_every_line_of_the_data_keeps_the_published_schema(request: pytest.FixtureRequest, name: str) -> None:
    site: Site = request.getfixturevalue(name)
    schema = json.loads(site.text("data/schema.json"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    assert [error.message for line in lines(site) for error in validator.iter_errors(line)] == []
    assert lines(site)


def test_the_schema_refuses_what_is_not_in_the_contract(tiny: Site) -> None:
    validator = Draft202012Validator(json.loads(tiny.text("data/schema.json")))
    line = lines(tiny)[0]
    for wrong in ({**line, "title": "words"}, {**line, "withheld": "none"}, {k: v for k, v in line.items() if k != "id"}):
        assert list(validator.iter_errors(wrong))


def test_a_line_holds_the_article_with_its_editions(tiny: Site) -> None:
    by_id = {line["id"]: line for line in lines(tiny)}
    assert list(by_id) == [ENGLISH, UNTRANSLATED, TRANSLATED]
    line = by_id[TRANSLATED]
    assert line["source_path"].endswith(f"articles/{TRANSLATED}.txt")
    assert line["title"]["value"] == line["editions"]["id"]["title"]["text"]
    assert line["editions"]["en"]["title"] == {
        "text": "Rice harvest in Sukamaju doubles",
        "lang": "en",
        "state": "translated",
        "source": line["title"]["value"],
        "was": None,
        "outdated": None,
    }
    states = [block["passage"]["state"] for block in by_id[ENGLISH]["editions"]["id"]["blocks"]]
    assert states == ["translated", "stale", "missing"]
    assert by_id[UNTRANSLATED]["editions"]["en"]["translation"] is None
