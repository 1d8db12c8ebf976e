"""The tiny digest in both directions: each language shows its own, and the other's as what it is."""

import json
import re
from itertools import pairwise
from pathlib import Path

import feedparser
import pytest
from newsroom.content import VISIT, write_content
from newsroom.sites import LEAN, build, sound, soup
from site_checks.feeds import feed_faults
from site_checks.languages import sitemap_faults
from site_checks.links import dead_links, orphans, relative_links_of_the_missing_page, repeated_anchors
from site_checks.safety import fetched_from_elsewhere, policy_faults
from site_checks.site import Fault, Site

TRANSLATED, UNTRANSLATED, ENGLISH = "2024-08-19-desa-panen", "2024-08-20-desa-banjir", "2024-08-21-courier-dam"
IN_LANGUAGE = {"id": [ENGLISH, UNTRANSLATED, TRANSLATED], "en": [ENGLISH, TRANSLATED]}
"""What exists in a language, newest first."""
EVERYTHING = [ENGLISH, UNTRANSLATED, TRANSLATED]
HTML = "articles/{}/index.html"


def listed(site: Site, path: str) -> list[str]:
    """Ids of the articles a page's list links to, in order."""
    headlines = soup(site, path).select(".clippings .headline a")
    return [str(link["href"]).rstrip("/").rpartition("/")[2] for link in headlines]


def shown(site: Site, path: str, anchor: str) -> tuple[str, str | None]:
    """The words of a passage without its label, and the language it is marked with."""
    block = soup(site, path).select_one(f"#{anchor}")
    assert block
    for part in block.select("small, a.anchor"):
        part.decompose()
    lang = block.get("lang")
    return block.get_text().strip(), lang if isinstance(lang, str) else None


@pytest.mark.parametrize("lang", ["id", "en"])
def test_home_and_feeds_hold_what_exists_in_their_language(tiny: Site, lang: str) -> None:
    assert listed(tiny, f"{lang}/index.html") == IN_LANGUAGE[lang]
    items = json.loads(tiny.text(f"{lang}/feed.json"))["items"]
    held = [item["url"].split("/")[-2] for item in items]
    assert sorted(held) == sorted(IN_LANGUAGE[lang])
    for form in ("atom", "rss"):
        entries = feedparser.parse(tiny.text(f"{lang}/feed.{form}")).entries
        assert [entry.link.split("/")[-2] for entry in entries] == held


def test_a_feed_of_a_topic_holds_what_of_it_exists_in_its_language(tiny: Site) -> None:
    topic = {lang: json.loads(tiny.text(f"{lang}/topics/water/feed.json"))["items"] for lang in ("id", "en")}
    assert [item["url"].split("/")[-2] for item in topic["id"]] == [ENGLISH, UNTRANSLATED]
    assert [item["url"].split("/")[-2] for item in topic["en"]] == [ENGLISH]


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("path", ["archive/index.html", "tags/sukamaju/index.html", "outlets/desa/index.html"])
def test_archive_tag_and_outlet_list_all_of_it_once(tiny: Site, lang: str, path: str) -> None:
    ids = listed(tiny, f"{lang}/{path}")
    assert sorted(ids) == sorted(id_ for id_ in EVERYTHING if id_ != ENGLISH or "outlets" not in path)


@pytest.mark.parametrize("id_", EVERYTHING)
@pytest.mark.parametrize("lang", ["id", "en"])
def test_every_article_has_its_pages_in_every_language(tiny: Site, lang: str, id_: str) -> None:
    for kind in ("", "parallel/", "ledger/"):
        assert f"{lang}/articles/{id_}/{kind}index.html" in tiny.pages()


def test_a_translation_is_shown_with_its_maker(tiny: Site) -> None:
    page = soup(tiny, "en/" + HTML.format(TRANSLATED))
    assert page.h1 and page.h1.get_text(strip=True) == "Rice harvest in Sukamaju doubles"
    assert shown(tiny, "en/" + HTML.format(TRANSLATED), "p2")[1] is None
    panel = page.select_one("aside.source")
    assert panel and "Ayu" in panel.get_text() and "Kliping" in panel.get_text()
    assert not page.select(".passage-state")


def test_an_article_without_translation_is_shown_in_its_own_language_and_says_so(tiny: Site) -> None:
    path = "en/" + HTML.format(UNTRANSLATED)
    page = soup(tiny, path)
    assert page.html and page.html["lang"] == "en"
    assert page.select_one('h1 [lang="id"]')
    words, lang = shown(tiny, path, "p1")
    assert words.startswith("Banjir merendam") and lang == "id"
    assert not page.select(".body .passage-state"), "once above the text is enough"
    (note,) = page.select(".note")
    assert note.get_text() == "Not translated into English yet; these are the words of the original, in Indonesian."


def test_a_home_page_tells_how_much_is_not_in_its_language(tiny: Site) -> None:
    (more,) = soup(tiny, "en/index.html").select(".latest .pager")
    assert more.get_text() == f"All {len(EVERYTHING)} articles of the archive, 1 of them not translated into English yet"
    assert more.a and more.a["href"] == "/en/archive/"


def test_search_engines_are_sent_to_the_original_of_an_article_without_translation(tiny: Site) -> None:
    page = tiny.page("en/" + HTML.format(UNTRANSLATED))
    original = tiny.url("id/" + HTML.format(UNTRANSLATED))
    assert [link.value for link in page.links("canonical")] == [original]
    assert 'name="robots" content="noindex"' in tiny.text("en/" + HTML.format(UNTRANSLATED))
    assert tiny.url("en/" + HTML.format(UNTRANSLATED)) not in tiny.text("sitemap.xml")


def test_a_list_marks_what_is_in_another_language(tiny: Site) -> None:
    for card in soup(tiny, "en/archive/index.html").select(".clipping"):
        foreign = card.select_one('.headline [lang="id"]')
        assert bool(foreign) is (UNTRANSLATED in str(card.select_one(".headline")))


def test_the_other_direction_is_the_same(tiny: Site) -> None:
    """An English original with an Indonesian translation, of which one passage is stale and one missing."""
    path = "id/" + HTML.format(ENGLISH)
    assert [shown(tiny, path, anchor)[1] for anchor in ("p1", "p2", "p3")] == [None, "en", "en"]
    assert shown(tiny, path, "p2")[0].startswith("The work is to begin in October")
    page = soup(tiny, path)
    states = [block["data-state"] for block in page.select(".body [data-state]")]
    assert states == ["stale", "missing"]
    labels = [label.get_text(strip=True) for label in page.select(".body .passage-state")]
    assert len(set(labels)) == 2


def test_side_by_side_shows_what_a_stale_passage_was(tiny: Site) -> None:
    """The words now, the translation then, and between the two what became of the original's words."""
    page = soup(tiny, f"id/articles/{ENGLISH}/parallel/index.html")
    text = page.get_text()
    assert "The work is to begin in October" in text
    assert "Pekerjaan akan dimulai pada September" in text
    (changed,) = page.select(".stale details[open] > p")
    assert changed["lang"] == "en"
    assert " ".join(changed.get_text().split()).startswith("The work is to begin in September October and will take")
    assert [(word.name, word.get_text()) for word in changed(["del", "ins"])] == [("del", "September"), ("ins", "October")]


@pytest.mark.parametrize(
    ("lang", "id_", "heading"),
    [("id", TRANSLATED, "id"), ("en", TRANSLATED, "en"), ("id", ENGLISH, "id")],
)
def test_side_by_side_begins_with_both_headlines(tiny: Site, lang: str, id_: str, heading: str) -> None:
    """The reader's own is the page's heading."""
    page = soup(tiny, f"{lang}/articles/{id_}/parallel/index.html")
    (leading,) = page.select("h1")
    side = leading.find_parent(class_="side")
    assert side and side["lang"] == heading
    (other,) = [each for each in page.select(".title .side") if each is not side]
    assert other.get_text(strip=True) not in ("", leading.get_text(strip=True))


@pytest.mark.parametrize("lang", ["id", "en"])
def test_side_by_side_shows_the_original_alone_where_nothing_is_translated(tiny: Site, lang: str) -> None:
    page = soup(tiny, f"{lang}/articles/{UNTRANSLATED}/parallel/index.html")
    assert {side["lang"] for side in page.select(".pair .side")} == {"id"}
    assert not page.select(".reveal, .state, .names"), "nothing to open, and said once"
    (said,) = page.find_all(string=re.compile("ot translated" if lang == "en" else "elum diterjemahkan"))
    assert said.find_parent(class_=["credit", "made"])
    (heading,) = page.select("h1")
    assert heading.find_parent(class_="side")


def test_side_by_side_names_who_translated_it_to_readers_of_the_original(tiny: Site) -> None:
    made = soup(tiny, f"id/articles/{TRANSLATED}/parallel/index.html").select_one(".made")
    assert made and "Kliping" in made.get_text() and "ditinjau oleh Ayu" in made.get_text()


@pytest.mark.parametrize("kind", ["", "parallel/", "ledger/"])
@pytest.mark.parametrize("id_", EVERYTHING)
def test_the_language_switch_keeps_the_article(tiny: Site, id_: str, kind: str) -> None:
    for lang, other in pairwise(["id", "en", "id"]):
        page = soup(tiny, f"{lang}/articles/{id_}/{kind}index.html")
        links = [str(link["href"]) for link in page.select(f'nav a[hreflang="{other}"]')]
        assert f"/{other}/articles/{id_}/{kind}" in links


def alternates(site: Site, path: str) -> dict[str, str]:
    return {link.hreflang: link.value for link in site.page(path).links("alternate") if link.hreflang}


def test_alternates_point_at_each_other_and_at_themselves(tiny: Site) -> None:
    counted = 0
    for path in tiny.pages():
        there = alternates(tiny, path)
        if not there or "noindex" in tiny.text(path):
            continue
        assert there.pop("x-default") == tiny.url("index.html")
        if path != "index.html":
            assert tiny.url(path) in there.values(), path
        for url in there.values():
            other, _ = tiny.resolve(url, path)
            assert other
            back = alternates(tiny, other)
            assert path == "index.html" or tiny.url(path) in back.values(), f"{other} does not name {path}"
            counted += 1
    assert counted > 20


def test_the_chooser_offers_both_languages_and_sends_nobody_away(tiny: Site) -> None:
    page = soup(tiny, "index.html")
    assert [str(link["hreflang"]) for link in page.select("main a[hreflang]")] == ["id", "en"]
    assert not page.select('meta[http-equiv="refresh" i]')


def test_the_ledger_page_shows_every_line_of_the_file(tiny: Site) -> None:
    rows = soup(tiny, f"id/articles/{UNTRANSLATED}/ledger/index.html").select("tbody tr")
    assert [row["id"] for row in rows] == [f"L{number}" for number in range(1, 9)]
    assert "Banjir Rendam Jalan Utama Sukamaju" in rows[0].get_text()


def test_the_ledger_of_html_or_markdown_says_that_it_is_not_the_file(tmp_path: Path) -> None:
    paragraphs = "".join(f"<p>{line}</p>" for line in VISIT.splitlines() if line)
    page = f"<!doctype html><html><body><nav>Beranda Politik</nav><article>{paragraphs}</article></body></html>"
    note = f"---\ntitle: Beranda Politik\n---\n{VISIT}"
    articles = {"articles/visit.txt": None, "articles/visit.html": page, "articles/note.txt": note}
    content = write_content(tmp_path / "content", articles)
    site = sound(build(content, tmp_path / "output", **LEAN))
    for lang, said, of_files in (
        ("id", "teksnya tanpa markah", "sebagaimana diterima"),
        ("en", "without its markup", "as it came"),
    ):
        for article in ("visit", "note"):
            words = soup(site, f"{lang}/articles/{article}/ledger/index.html").select_one("main").get_text()
            assert said in words
            assert of_files.lower() not in words.lower()
            assert "Presiden tiba di Baku" in words
            assert "Beranda Politik" not in words


def test_a_correction_is_shown_in_both_languages(tiny: Site) -> None:
    assert "bukan September" in soup(tiny, "id/" + HTML.format(ENGLISH)).get_text()
    assert "not in September" in soup(tiny, "en/" + HTML.format(ENGLISH)).get_text()


@pytest.mark.parametrize(
    "check",
    [
        dead_links,
        orphans,
        repeated_anchors,
        relative_links_of_the_missing_page,
        sitemap_faults,
        policy_faults,
        fetched_from_elsewhere,
        feed_faults,
    ],
)
def test_the_tiny_site_is_sound(tiny: Site, check: object) -> None:
    assert callable(check)
    faults: list[Fault] = check(tiny)
    assert [str(fault) for fault in faults] == []
