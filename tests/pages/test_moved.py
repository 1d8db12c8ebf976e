"""A renamed article: what was published under its first id still answers, and subscribers get nothing twice."""

import json
import shutil
from pathlib import Path

import pytest
from newsroom.sites import ADDRESS, LEAN, TINY, build, sound, soup
from site_checks.languages import sitemap_faults
from site_checks.links import dead_links
from site_checks.safety import policy_faults
from site_checks.site import Site

from kliping.digest.curating.renaming import rename_article
from kliping_pelican.citations import FORMATS

OLD, NEW = "2024-08-19-desa-panen", "2024-08-19-desa-panen-padi"
PAGES = ("", "parallel/", "ledger/")


@pytest.fixture(scope="module")
def renamed(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The tiny digest after one of its articles was renamed."""
    content = Path(shutil.copytree(TINY, tmp_path_factory.mktemp("renamed") / "content"))
    rename_article(content, OLD, NEW, ("id", "en"))
    return sound(build(content, content.parent / "output", **LEAN))


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_each_old_address_leads_to_the_same_page_of_today(renamed: Site, lang: str, page: str) -> None:
    target = f"/{lang}/articles/{NEW}/{page}"
    old = soup(renamed, f"{lang}/articles/{OLD}/{page}index.html")
    link, refresh = old.select_one("main a"), old.select_one('noscript meta[http-equiv="refresh"]')
    canonical, robots = old.select_one('link[rel="canonical"]'), old.select_one('meta[name="robots"]')
    assert link and link["href"] == target
    assert refresh and refresh["content"] == f"0; url={target}"
    assert canonical and canonical["href"] == ADDRESS + target
    assert robots and robots["content"] == "noindex"


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("name", FORMATS)
def test_citations_are_there_under_both_ids(renamed: Site, lang: str, name: str) -> None:
    """As they are today: the key is the new id, and what leads to the article leads there."""
    old, new = (renamed.text(f"{lang}/articles/{id_}/{name}") for id_ in (OLD, NEW))
    assert old == new
    assert NEW in old


def test_a_withdrawn_article_has_citations_under_none(tmp_path: Path) -> None:
    content = Path(shutil.copytree(TINY, tmp_path / "content"))
    rename_article(content, OLD, NEW, ("id", "en"))
    with (content / f"articles/{NEW}.yml").open("a") as sidecar:
        sidecar.write("withdrawn: {date: 2024-09-01, reason: {id: Salah, en: Wrong}}\n")
    site = sound(build(content, tmp_path / "output", **LEAN))
    assert f"id/articles/{OLD}/index.html" in site.files()
    assert [path for path in site.files() if "/cite." in path and (OLD in path or NEW in path)] == []


@pytest.mark.parametrize("lang", ["id", "en"])
def test_subscribers_know_the_entry_under_its_first_id(renamed: Site, lang: str) -> None:
    entries = {item["url"]: item["id"] for item in json.loads(renamed.text(f"{lang}/feed.json"))["items"]}
    assert entries[f"{ADDRESS}/{lang}/articles/{NEW}/"].endswith(f":articles/{OLD}/{lang}")


def test_a_renamed_article_leaves_a_sound_site(renamed: Site) -> None:
    for check in (dead_links, sitemap_faults, policy_faults):
        assert check(renamed) == []
    assert f"/{OLD}/" not in renamed.text("sitemap.xml") and f"/{NEW}/" in renamed.text("sitemap.xml")
    ids = {record["id"]: record["formerly"] for record in map(json.loads, renamed.text("data/articles.jsonl").splitlines())}
    assert ids[NEW] == [OLD] and OLD not in ids
