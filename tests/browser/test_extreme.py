"""A digest that strains every page breaks none: wide words, endless texts, nothing known, many articles."""

import fnmatch
import gzip
import shutil
from pathlib import Path

from browser.conftest import OpenReader
from site_checks.access import axe_faults, sideways_fault
from site_checks.building import build_site
from site_checks.feeds import feed_faults
from site_checks.links import dead_links, orphans, repeated_anchors
from site_checks.safety import fetched_from_elsewhere, policy_faults
from site_checks.site import Fault, Site, differences, page_language
from site_checks.validity import validity_faults
from sites.extreme import PARAGRAPHS, STORIES, WORDS, write_extreme

ADDRESS = "http://digest.example"
PHONE = {"width": 320, "height": 640}
DESK = {"width": 1280, "height": 900}
ENDLESS = "*/articles/endless/*"
"""So long that axe takes minutes; its page is of the same making as the others."""

FORMER = "*/articles/younger/*"
"""The addresses of an article before it was renamed."""


def strained(site: Site) -> list[str]:
    """Every page that is unlike the others of its kind."""
    kinds = site.kinds().values()
    stories = set(fnmatch.filter(site.pages(), "*/articles/story-*"))
    by_hand = set(fnmatch.filter(site.pages(), "*/articles/*")) - stories
    leave_at_once = set(fnmatch.filter(site.pages(), FORMER))
    return sorted({*kinds, *by_hand} - leave_at_once - {"404.html"})


def unpacked(content: bytes) -> bytes:
    """A file's content; the search index keeps its own packed."""
    return gzip.decompress(content) if content.startswith(b"\x1f\x8b") else content


def test_nothing_leads_nowhere(extreme: Site) -> None:
    assert dead_links(extreme) + orphans(extreme) + repeated_anchors(extreme) == []
    assert policy_faults(extreme) + fetched_from_elsewhere(extreme) == []


def test_every_page_and_feed_is_valid(extreme: Site) -> None:
    """The checker guesses languages, and takes one endless word for Italian; a topic without articles has an empty feed."""
    valid = [fault for fault in validity_faults(extreme) if "appears to be written in" not in fault.words]
    feeds = [fault for fault in feed_faults(extreme) if "/topics/empty/" not in fault.path]
    assert valid + feeds == []


def test_no_page_scrolls_sideways_or_shuts_anyone_out(extreme: Site, read: OpenReader) -> None:
    """Axe hears of one language: the digest's own pages are asked in both."""
    reader = read(extreme, color_scheme="dark", reduced_motion="reduce")
    faults: list[Fault] = []
    for path in strained(extreme):
        page = reader.open(path)
        for viewport in (DESK, PHONE):
            page.set_viewport_size(viewport)
            faults += sideways_fault(page, path)
        if page_language(path) != "en" and not fnmatch.fnmatch(path, ENDLESS):
            faults += axe_faults(page, path)
    assert faults + reader.faults == []


def test_an_address_from_before_a_renaming_leads_on_with_its_paragraph(extreme: Site, read: OpenReader) -> None:
    """Without scripts to the article's beginning."""
    for scripts, paragraph in ((True, "#p1"), (False, "")):
        page = read(extreme, java_script_enabled=scripts).page
        for kind in ("", "parallel/"):
            page.goto(f"{extreme.address}/id/articles/younger/{kind}#p1", wait_until="commit")
            page.wait_for_url(f"{extreme.address}/id/articles/aging/{kind}{paragraph}")


def test_fifty_thousand_words_are_all_there(extreme: Site) -> None:
    words = extreme.text("id/articles/endless/index.html").split()
    assert len(words) > PARAGRAPHS * WORDS * 0.95
    assert len(extreme.text("en/articles/endless/parallel/index.html").split()) > len(words)


def test_what_may_not_be_shown_is_nowhere(extreme: Site) -> None:
    hidden = ("Isi yang tidak boleh tampil", "Isi yang ditarik", "Paragraf nomor 2 dari")
    told = {path: unpacked((extreme.root / path).read_bytes()) for path in extreme.files()}
    assert [path for path, content in told.items() for words in hidden if words.encode() in content] == []
    assert "en/articles/withdrawn/card.png" not in extreme.files()


def test_a_topic_of_sixty_articles_is_cut_into_pages_and_selections(extreme: Site, read: OpenReader) -> None:
    """Without scripts: by outlet and by year, each article once."""
    page = read(extreme, java_script_enabled=False).open("id/topics/drought/index.html")
    by_outlet, by_year = page.locator("nav.selections div").all()
    years = [int(count) for count in by_year.locator(".count").all_inner_texts()]
    assert sum(years) >= STORIES
    assert sum(int(count) for count in by_outlet.locator(".count").all_inner_texts()) <= sum(years)
    by_year.locator("a").first.click()
    assert page.locator("link[rel=canonical]").get_attribute("href") == extreme.url("id/topics/drought/index.html")
    assert page.locator("meta[name=robots]").get_attribute("content") == "noindex"
    assert page.locator("main .brief > li").count() == years[0]
    assert page.locator("nav.selections [aria-current]").count() == 1


def test_a_build_after_changes_is_as_one_from_nothing(tmp_path: Path) -> None:
    """An article comes, one goes, one moves to another year and outlet: plots, selections, cards and kin follow."""
    content = write_extreme(tmp_path)
    kept = build_site(tmp_path / "output", ADDRESS, content=content)
    articles = content / "articles"
    before = kept.text("en/index.html")
    for name in ("story-11.txt", "story-11.yml"):
        shutil.copy(articles / name, articles / name.replace("11", "99"))
        (articles / name.replace("11", "12")).unlink()
    moved = articles / "story-30.yml"
    moved.write_text("lang: id\nlines: {1: title}\npublisher: kumparan\npublished: 1998-05-21\n", encoding="utf-8")
    kept = build_site(tmp_path / "output", ADDRESS, content=content)
    assert kept.text("en/index.html") != before
    assert "en/topics/drought/1998/index.html" in kept.pages()
    assert differences(kept, build_site(tmp_path / "anew", ADDRESS, content=content)) == []
