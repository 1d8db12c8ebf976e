"""The checks of built sites can fail: each finds nothing in a small sound site, and its fault in a broken one."""

from collections.abc import Callable
from pathlib import Path

import pytest
from site_checks.feeds import feed_faults
from site_checks.languages import language_faults, sitemap_faults
from site_checks.links import closed_to_a_folder, dead_links, orphans, relative_links_of_the_missing_page, repeated_anchors
from site_checks.safety import fetched_from_elsewhere, policy_faults
from site_checks.sample import write_sample
from site_checks.site import Fault, Site, differences
from site_checks.validity import validity_faults

Check = Callable[[Site], list[Fault]]
CHECKS: list[Check] = [
    dead_links,
    orphans,
    repeated_anchors,
    relative_links_of_the_missing_page,
    language_faults,
    sitemap_faults,
    policy_faults,
    fetched_from_elsewhere,
    feed_faults,
]
ARTICLE = "en/articles/first/index.html"
# check, file, words to replace, words to put there, words of the fault
BREAKS: list[tuple[Check, str, str, str, str]] = [
    (dead_links, ARTICLE, "#p1", "#p9", "no such anchor"),
    (dead_links, ARTICLE, "articles/first/#p1", "articles/gone/", "leads to no file"),
    (dead_links, ARTICLE, "/repo/en/articles/first/#p1", "/en/articles/first/", "leads to no file"),
    (dead_links, ARTICLE, "/repo/en/articles/first/#p1", "/repo/en/articles/first", "leads to no file"),
    (dead_links, ARTICLE, "/repo/en/articles/first/#p1", "", "empty address"),
    (dead_links, ARTICLE, "<h1>", '<img srcset="a.png 1x, b.png 2x"><h1>', "'b.png' leads to no file"),
    (dead_links, ARTICLE, "</head>", '<meta property="og:image" content="/repo/card.png"></head>', "leads to no file"),
    (
        dead_links,
        ARTICLE,
        "</head>",
        '<script type="application/ld+json">{"url": "http://sample.example/repo/gone/"}</script></head>',
        "leads to no file",
    ),
    (dead_links, ARTICLE, "</head>", '<script type="application/ld+json">{,}</script></head>', "not JSON"),
    (dead_links, "css/site.css", "}", "} @font-face { src: url('gone.woff2') }", "leads to no file"),
    (repeated_anchors, ARTICLE, "<h1>", '<h1 id="p1">', "stands twice"),
    (relative_links_of_the_missing_page, "404.html", "/repo/en/", "en/", "is relative"),
    (language_faults, ARTICLE, '<html lang="en">', "<html>", "html lang is ''"),
    (language_faults, ARTICLE, '<html lang="en">', '<html lang="id">', "under /en/"),
    (
        language_faults,
        ARTICLE,
        'rel="canonical" href="http://sample.example/repo',
        'rel="canonical" href="',
        "canonical",
    ),
    (language_faults, ARTICLE, 'hreflang="x-default"', 'hreflang="x"', "no alternate for x-default"),
    (
        language_faults,
        ARTICLE,
        'hreflang="id" href="http://sample.example/repo/id/articles/first/',
        'hreflang="id" href="http://sample.example/repo/id/',
        "not name the same",
    ),
    (language_faults, ARTICLE, 'href="/repo/id/articles/first/"', 'href="/repo/id/"', "no link for readers"),
    (sitemap_faults, "sitemap.xml", "en/articles/first/</loc>", "en/</loc>", "is not in the site map"),
    (sitemap_faults, "sitemap.xml", 'hreflang="x-default"', 'ref="x-default"', "other alternates"),
    (
        sitemap_faults,
        ARTICLE,
        "</head>",
        '<meta name="robots" content="noindex"></head>',
        "in the site map and noindex",
    ),
    (policy_faults, ARTICLE, "default-src 'self'", "default-src 'self' 'unsafe-inline'", "allows 'unsafe-inline'"),
    (policy_faults, ARTICLE, "http-equiv", "name", "no Content-Security-Policy"),
    (policy_faults, ARTICLE, "<h1>", '<h1 style="color: red">', "inline style"),
    (policy_faults, ARTICLE, "<h1>", '<h1 onclick="go()">', "inline onclick"),
    (policy_faults, ARTICLE, "<h1>", "<script>go()</script><h1>", "inline script"),
    (policy_faults, ARTICLE, "/repo/en/articles/first/#p1", " JavaScript:go()", "javascript: address"),
    (fetched_from_elsewhere, ARTICLE, "/repo/css", "//cdn.example/css", "link fetches"),
    (fetched_from_elsewhere, ARTICLE, "<h1>", '<img src="https://photos.example/a.png"><h1>', "img fetches"),
    (feed_faults, "en/feed.atom", "</feed>", "", "feedparser"),
    (feed_faults, "en/feed.atom", 'xml:lang="en"', 'xml:lang="id"', "language is 'id'"),
    (feed_faults, "en/feed.atom", "first/", "gone/", "no page of this site"),
    (feed_faults, "en/feed.atom", "en/articles", "id/articles", "in the other language"),
    (feed_faults, "en/feed.atom", "&lt;p&gt;", '&lt;p&gt;&lt;a href="/repo/en/"&gt;', "is relative"),
    (feed_faults, "en/feed.atom", 'rel="self"', 'rel="via"', "self link"),
    (feed_faults, "en/feed.rss", "tag:sample.example,2024:first", "http://sample.example/repo/", "no tag: URI"),
    (feed_faults, "en/feed.rss", "2024:first", "2024:other", "same entries"),
    (feed_faults, "en/feed.json", "date_modified", "date", "no updated"),
    (feed_faults, "en/feed.json", "<p>", "<p onclick='go()'>", "inline onclick"),
    (feed_faults, "feeds.opml", "id/feed.atom", "en/feed.atom", "id/feed is not listed"),
    (feed_faults, ARTICLE, "en/feed.atom", "id/feed.atom", "no feed in its own language"),
]


@pytest.fixture
def sound(tmp_path: Path) -> Site:
    """A small site with nothing wrong."""
    return write_sample(tmp_path / "sound")


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_nothing_is_found_in_a_sound_site(sound: Site, check: Check) -> None:
    assert check(sound) == []


@pytest.mark.parametrize(
    ("check", "path", "old", "new", "words"), BREAKS, ids=[f"{row[0].__name__}: {row[4]}" for row in BREAKS]
)
def test_a_broken_site_is_found_out(sound: Site, check: Check, path: str, old: str, new: str, words: str) -> None:
    text = sound.text(path)
    assert old in text
    (sound.root / path).write_text(text.replace(old, new), encoding="utf-8")
    assert any(words in str(fault) for fault in check(sound)), check(sound)


def test_a_page_without_a_way_to_it_is_found_out(sound: Site) -> None:
    (sound.root / "en" / "lonely.html").write_text(sound.text(ARTICLE), encoding="utf-8")
    assert [str(fault) for fault in orphans(sound)] == ["en/lonely.html: no link leads here"]


def test_a_site_map_in_parts_is_read_whole(sound: Site) -> None:
    whole = sound.text("sitemap.xml")
    (sound.root / "part.xml").write_text(whole, encoding="utf-8")
    entry = "<sitemap><loc>http://sample.example/repo/{}</loc></sitemap>"
    space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    for name, faults in (("part.xml", 0), ("gone.xml", 6)):
        index = f"<sitemapindex {space}>{entry.format(name)}</sitemapindex>"
        (sound.root / "sitemap.xml").write_text(index, encoding="utf-8")
        assert len(sitemap_faults(sound)) == faults


def test_a_folder_opened_as_files_has_no_index(sound: Site) -> None:
    names = {fault.words for fault in closed_to_a_folder(sound)}
    assert "'en/' opens no file" in names
    assert "'/repo/css/site.css' opens no file" in names
    for path in sound.pages():
        (sound.root / path).write_text(f'<a href="{path.rpartition("/")[2]}">this page</a>', encoding="utf-8")
    assert closed_to_a_folder(sound) == []


def test_builds_that_differ_are_told_apart(sound: Site, tmp_path: Path) -> None:
    other = write_sample(tmp_path / "other")
    assert differences(sound, other) == []
    (other.root / "robots.txt").write_text("", encoding="utf-8")
    (other.root / ARTICLE).write_text(other.text(ARTICLE).replace("First paragraph", "first paragraph"), encoding="utf-8")
    assert [str(fault).partition(":")[0] for fault in differences(sound, other)] == ["robots.txt", ARTICLE]


def test_the_validator_finds_a_missing_alternative_text_and_nothing_else(sound: Site) -> None:
    text = sound.text(ARTICLE).replace("<h1>", '<img src="/repo/a.png"><h1>')
    (sound.root / "en" / "broken.html").write_text(text, encoding="utf-8")
    faults = validity_faults(sound)
    assert [fault.path for fault in faults] == ["en/broken.html"]
    assert "alt" in faults[0].words
