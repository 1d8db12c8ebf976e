"""What one edit changes in a site of many articles: an added one no numbered page, a name no page that shows it not."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from newsroom.sites import PROJECT, TINY

from incremental.forge import Forge

SETTINGS: dict[str, Any] = {
    "KLIPING_WITHOUT": ["search", "cards", "manifest", "parallel", "ledger", "related", "likeness", "citations"],
    "SITEURL": "https://tiny.example",
}
ARTICLES = 70


def write_article(site: Path, number: int) -> None:
    path = site / f"content/articles/2023-flood-{number:03}.txt"
    path.write_text(f"Banjir ke-{number} di Sukamaju\n\nAir sungai naik lagi untuk kali ke-{number} di Sukamaju.\n")
    day = f"2023-{number // 28 + 1:02}-{number % 28 + 1:02}"
    path.with_suffix(".yml").write_text(f"published: {day}\npublisher: desa\nadded: 2024-01-01\n")


@pytest.fixture(scope="module")
def before(forge: Forge, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of many articles."""
    site = tmp_path_factory.mktemp("lists") / "site"
    shutil.copytree(TINY, site / "content")
    shutil.copytree(PROJECT / "theme", site / "theme", ignore=shutil.ignore_patterns("__pycache__"))
    for number in range(ARTICLES):
        write_article(site, number)
    story = site / "content/topics/floods.yml"
    story.write_text("name: {id: Banjir, en: Floods}\ndescription: {id: B, en: F}\nrule: {all: [flood]}\n")
    for lang in ("id", "en"):
        story.with_suffix(f".{lang}.md").write_text("Air.\n")
    status, said = forge.build(site, settings=SETTINGS, processes=2)
    assert status == 0, said
    return site


def test_a_long_story_says_which_part_it_shows_and_where_it_begins(before: Path) -> None:
    """Oldest first, the newest page alone begins in the middle; of each outlet it names the latest."""
    page = (before / "output/en/topics/floods/index.html").read_text(encoding="utf-8")
    heading = re.search(r'<h2 id="articles">The latest (\d+) of (\d+) articles, oldest first</h2>', page)
    assert heading and int(heading[1]) == page.count('<article class="clipping">') < int(heading[2])
    assert page.index("Older articles") < page.index('<article class="clipping">')
    shown = re.search(r'<span class="count">the latest (\d+) of (\d+) articles</span>', page)
    assert shown and (int(shown[1]), int(shown[2])) == (5, ARTICLES + 1)
    first = (before / "output/en/topics/floods/page/1/index.html").read_text(encoding="utf-8")
    told = list(dict.fromkeys(re.findall(r"/articles/(2023-flood-\d+)/", first)))
    assert told == sorted(told) and told[0] == "2023-flood-000"


def test_a_year_that_the_archive_shows_in_part_leads_to_the_rest(before: Path) -> None:
    page = (before / "output/en/archive/index.html").read_text(encoding="utf-8")
    assert re.findall(r'<p class="pager"><a href="([^"]*)">(.*?)</a>', page) == [
        ("/en/archive/2023/", f"2023: all {ARTICLES} articles")
    ]


def test_an_added_article_changes_no_numbered_page_and_feeds_stay_short(forge: Forge, before: Path) -> None:
    output = before / "output"
    feed = (output / "id/feed.atom").read_text(encoding="utf-8")
    assert feed.count("<entry") == 50
    numbered = {path: path.read_bytes() for path in output.rglob("page/*/index.html")}
    assert len(numbered) > 4
    write_article(before, ARTICLES)
    status, said = forge.build(before, settings=SETTINGS)
    assert status == 0, said
    changed = [str(path.relative_to(output)) for path, data in numbered.items() if path.read_bytes() != data]
    assert changed == []
    after = (output / "id/feed.atom").read_text(encoding="utf-8")
    assert after.count("<entry") == 50
    assert f"2023-flood-{ARTICLES:03}" in after and f"2023-flood-{ARTICLES:03}" not in feed


def test_a_site_map_is_parted_before_it_is_too_long(forge: Forge, before: Path) -> None:
    whole = (before / "output/sitemap.xml").read_text(encoding="utf-8")
    limits = {"kliping_pelican.pages.files.MOST_ADDRESSES": 100}
    status, said = forge.build(before, "parted", settings=SETTINGS, limits=limits)
    assert status == 0, said
    index = (before / "parted/sitemap.xml").read_text(encoding="utf-8")
    parts = re.findall(r"<loc>https://tiny.example/(.*?)</loc>", index)
    texts = [(before / "parted" / part).read_text(encoding="utf-8") for part in parts]
    assert all(0 < text.count("<url>") <= 100 for text in texts)
    assert sum(text.count("<url>") for text in texts) >= whole.count("<url>")


def renewed_by(edit: Callable[[], object], forge: Forge, site: Path) -> set[str]:
    """The files of the site that are written anew after an edit."""
    output = site / "output"
    assert forge.build(site, settings=SETTINGS)[0] == 0
    stands = {path: path.stat().st_mtime_ns for path in output.rglob("*.*")}
    edit()
    status, said = forge.build(site, settings=SETTINGS)
    assert status == 0, said
    return {str(path.relative_to(output)) for path, time in stands.items() if path.stat().st_mtime_ns != time}


def replace_in(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_name_changed_in_one_language_is_no_news_to_pages_of_the_other(forge: Forge, before: Path) -> None:
    vocabulary = before / "content/vocabulary.yml"
    renewed = renewed_by(lambda: replace_in(vocabulary, "en: flood}", "en: deluge}"), forge, before)
    assert "en/articles/2023-flood-000/index.html" in renewed
    assert [path for path in renewed if path.startswith(("id/articles/2023", "id/archive/"))] == []


def test_words_that_no_list_shows_are_no_news_to_lists(forge: Forge, before: Path) -> None:
    article = before / "content/articles/2023-flood-007.txt"
    article.write_text(article.read_text(encoding="utf-8") + "\nKantor desa dibuka lagi.\n", encoding="utf-8")
    renewed = renewed_by(lambda: replace_in(article, "dibuka", "ditutup"), forge, before)
    assert "id/articles/2023-flood-007/index.html" in renewed
    assert [path for path in renewed if "/tags/" in path or "/outlets/" in path or "/archive/" in path] == []
