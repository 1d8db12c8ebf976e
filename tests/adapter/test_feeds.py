"""Feeds as a subscriber's program keeps them: known entries stay known, and each says first who said it."""

import json
import shutil
import xml.etree.ElementTree as ET
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import feedparser
import pytest
from bs4 import BeautifulSoup
from newsroom.sites import LEAN, TINY, build, sound, soup
from site_checks.site import Site

feedparser.SANITIZE_HTML = 0
FEEDS = [
    f"{lang}/{folder}feed.{form}" for lang in ("id", "en") for folder in ("", "topics/water/") for form in ("atom", "rss")
]
JSON_FEEDS = [path.replace(".atom", ".json") for path in FEEDS if path.endswith(".atom")]
MADE_BY = "authors: [{value: Ann Lake}, {value: Bo Reed, role: editor}, {value: cr, role: initials}]"
TRANSLATED, UNTRANSLATED, ENGLISH = "2024-08-19-desa-panen", "2024-08-20-desa-banjir", "2024-08-21-courier-dam"


def entries(site: Site, path: str) -> dict[str, Any]:
    """A feed's entries by id."""
    return {entry.id: entry for entry in feedparser.parse(site.text(path)).entries}


def updated(site: Site, lang: str) -> dict[str, str]:
    """When each entry of a language's feed last changed, by article id."""
    return {id_.split("/")[1]: entry.updated for id_, entry in entries(site, f"{lang}/feed.atom").items()}


@pytest.fixture(scope="session")
def retouched(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The tiny digest after a day's work: nothing of substance but a correction of one article, on the day it came."""
    content = Path(shutil.copytree(TINY, tmp_path_factory.mktemp("retouched") / "content"))
    changes = {
        "vocabulary.yml": ("name: {id: banjir, en: flood}", "name: {id: banjir, en: flooding}"),
        "topics/water.yml": ("Air di Sukamaju", "Sungai di Sukamaju"),
        "outlets.yml": ("News from the village.", "Village news."),
        "pages/about.en.md": ("A small digest", "The small digest"),
        "articles/2024-08-21-courier-dam.yml": (
            "publisher: courier",
            f"publisher: courier\ntitle: Will the dam hold?\n{MADE_BY}",
        ),
        "articles/2024-08-20-desa-banjir.yml": (
            "added: 2024-08-21",
            "added: 2024-08-21\ncorrections: [{date: 2024-08-21, text: {id: Jalan lain., en: Another road.}}]",
        ),
    }
    for name, (old, new) in changes.items():
        text = (content / name).read_text(encoding="utf-8")
        assert old in text, name
        (content / name).write_text(text.replace(old, new), encoding="utf-8")
    return sound(build(content, content.parent / "output", **LEAN))


@pytest.mark.parametrize("path", FEEDS)
def test_a_feed_is_read_without_complaint(tiny: Site, path: str) -> None:
    feed = feedparser.parse(tiny.text(path))
    assert not feed.bozo, feed.bozo_exception
    assert feed.entries
    page = soup(tiny, path.rpartition("/")[0] + "/index.html")
    offered = page.select_one(f'link[rel=alternate][href$="/{path}"]')
    assert offered and str(offered["title"]).startswith(f"{feed.feed.title} ("), "as readers find it, so they keep it"
    assert len({feedparser.parse(tiny.text(other)).feed.title for other in FEEDS}) == len(FEEDS) / 2


@pytest.mark.parametrize("path", FEEDS + JSON_FEEDS)
def test_an_entry_says_first_who_reported_it(tiny: Site, path: str) -> None:
    text = tiny.text(path)
    if path.endswith(".json"):
        contents = [item["content_html"] for item in json.loads(text)["items"]]
    else:
        contents = [e.content[0].value if "content" in e else e.summary for e in feedparser.parse(text).entries]
    word = "Dilaporkan" if path.startswith("id") else "Reported"
    for content in contents:
        first = BeautifulSoup(content, "html.parser").find()
        assert first and first.get_text().startswith(word)
        assert "Kabar Desa" in first.get_text() or "River Courier" in first.get_text()


def test_its_authors_are_those_who_wrote_it_else_its_publisher(retouched: Site) -> None:
    for path in ("id/feed.atom", "id/feed.rss"):
        authors = {id_.split("/")[1]: [each.name for each in one.authors] for id_, one in entries(retouched, path).items()}
        assert authors == {ENGLISH: ["Ann Lake"], TRANSLATED: ["Kabar Desa"], UNTRANSLATED: ["Kabar Desa"]}


def test_the_credit_of_a_translation_says_so(tiny: Site) -> None:
    contents = {entry.id: entry.content[0].value for entry in entries(tiny, "en/feed.atom").values()}
    first = {id_.split("/")[1]: content.partition("</p>")[0] for id_, content in contents.items()}
    assert "translated from Indonesian" in first[TRANSLATED]
    assert "translated" not in first[ENGLISH]


def test_a_passage_that_is_not_translated_says_so_in_a_feed_too(tiny: Site) -> None:
    (entry,) = [e for e in entries(tiny, "id/feed.atom").values() if ENGLISH in e.id]
    foreign = BeautifulSoup(entry.content[0].value, "html.parser").select('[lang="en"]')
    assert len(foreign) == 2
    assert all(block.select_one('small[lang="id"]') for block in foreign)


@pytest.mark.parametrize("path", [path for path in FEEDS if path.endswith(".atom")])
def test_each_entry_says_its_language(tiny: Site, path: str) -> None:
    root = ET.fromstring(tiny.text(path))
    lang = path.partition("/")[0]
    spaces = {"a": "http://www.w3.org/2005/Atom"}
    xml_lang = "{http://www.w3.org/XML/1998/namespace}lang"
    assert root.get(xml_lang) == lang
    assert {content.get(xml_lang) for content in root.iterfind("a:entry/a:content", spaces)} == {lang}


def test_ids_are_minted_from_the_authority_and_not_from_the_address(tiny: Site, moved: Site) -> None:
    for path in FEEDS:
        here, there = feedparser.parse(tiny.text(path)), feedparser.parse(moved.text(path))
        assert [entry.id for entry in here.entries] == [entry.id for entry in there.entries]
        assert [entry.link for entry in here.entries] != [entry.link for entry in there.entries]
        assert all(entry.id.startswith("tag:tiny.example,2024:articles/") for entry in here.entries)
    assert feedparser.parse(tiny.text("en/feed.atom")).feed.id == feedparser.parse(moved.text("en/feed.atom")).feed.id


def test_forms_of_a_feed_and_feeds_of_a_language_share_their_ids(tiny: Site) -> None:
    atom, rss = entries(tiny, "en/feed.atom"), entries(tiny, "en/feed.rss")
    items = [item["id"] for item in json.loads(tiny.text("en/feed.json"))["items"]]
    assert list(atom) == list(rss) == items
    assert set(entries(tiny, "en/topics/water/feed.atom")) <= set(atom)
    assert not set(atom) & set(entries(tiny, "id/feed.atom"))


def test_an_entry_is_updated_when_its_substance_changed(tiny: Site, retouched: Site) -> None:
    before, after = updated(tiny, "id"), updated(retouched, "id")
    assert {id_ for id_ in before if before[id_] != after[id_]} == {UNTRANSLATED}
    assert datetime.fromisoformat(after[UNTRANSLATED]) > datetime.fromisoformat(before[UNTRANSLATED])
    assert updated(tiny, "en") == updated(retouched, "en")


def test_an_entry_was_updated_with_its_newest_change(tiny: Site) -> None:
    """The day it was taken in, the translation's revision, the correction."""
    days = {id_: stamp[:10] for id_, stamp in updated(tiny, "id").items()}
    assert days == {TRANSLATED: "2024-08-22", UNTRANSLATED: "2024-08-21", ENGLISH: "2024-08-25"}
    assert updated(tiny, "en")[TRANSLATED][:10] == "2024-08-23"


def test_what_the_digest_took_in_last_comes_first_however_old_it_is(tiny: Site) -> None:
    """Else an old article that is added, or translated, would never be among the newest fifty."""
    assert [id_.split("/")[1] for id_ in entries(tiny, "id/feed.atom")] == [ENGLISH, TRANSLATED, UNTRANSLATED]


def test_every_date_is_one_a_program_can_read(tiny: Site) -> None:
    for entry in entries(tiny, "id/feed.atom").values():
        for stamp in (entry.updated, entry.published):
            assert datetime.fromisoformat(stamp).astimezone(UTC)
            assert len(stamp) == len("2024-08-19T07:30:00+07:00")
    assert all(entry.published_parsed for entry in entries(tiny, "id/feed.rss").values())


def test_a_correction_is_told_in_the_entry(tiny: Site) -> None:
    (entry,) = [e for e in entries(tiny, "en/feed.atom").values() if ENGLISH in e.id]
    assert "not in September" in entry.content[0].value


def test_the_list_of_feeds_names_each_once_in_every_language(tiny: Site) -> None:
    outlines = list(ET.fromstring(tiny.text("feeds.opml")).iter("outline"))
    addresses = [outline.get("xmlUrl") for outline in outlines if outline.get("xmlUrl")]
    wanted = {tiny.url(path) for path in FEEDS if path.endswith(".atom")}
    assert set(addresses) == wanted and len(addresses) == len(wanted)


@pytest.mark.parametrize(("kind", "title"), [("tiny", "@."), ("retouched", "Will the dam hold?")])
def test_a_citation_closes_its_title_once(request: pytest.FixtureRequest, kind: str, title: str) -> None:
    page = soup(request.getfixturevalue(kind), f"en/articles/{ENGLISH}/index.html")
    words = " ".join(page.select_one(".citation").get_text().split())  # type: ignore[union-attr]
    assert f"{title.replace('@', page.h1.get_text(strip=True))} River Courier, " in words  # type: ignore[union-attr]


def test_the_citation_of_a_translation_names_its_translator(tiny: Site) -> None:
    cited = {lang: soup(tiny, f"{lang}/articles/{TRANSLATED}/index.html").select_one(".citation") for lang in ("id", "en")}
    assert cited["en"] and ". Translated by Kliping. " in " ".join(cited["en"].get_text().split())
    assert cited["id"] and "Diterjemahkan" not in cited["id"].get_text()
