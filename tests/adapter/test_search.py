"""The search's files: nothing withheld, every result's place there, whole or made anew, and said where it cannot be made."""

import json
import shutil
from gzip import decompress
from pathlib import Path
from typing import Any

import pytest
from newsroom.sites import TINY, build, sound, soup, written
from newsroom.wording import runs
from site_checks.links import dead_links
from site_checks.site import Site, differences

from kliping_pelican.search import bundle

LANGS = ("id", "en")


def fragments(site: Site) -> list[dict[str, Any]]:
    """What the index holds of each article."""
    found = site.files(".pf_fragment")
    return [json.loads(decompress((site.root / path).read_bytes()).removeprefix(b"pagefind_dcd")) for path in found]


def page_of(fragment: dict[str, Any]) -> str:
    return f"{fragment['url'].lstrip('/')}index.html"


def answers(site: Site, lang: str) -> dict[str, Any]:
    """What the browser is given beside the index."""
    given: dict[str, Any] = json.loads(site.text(f"search/{lang}.json"))
    return given


def built(content: Path, output: Path, **environment: str) -> Site:
    return sound(build(content, output, **environment))


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TINY, tmp_path / "content"))


def test_every_article_is_found_in_each_language_it_exists_in_and_leads_to_its_passages(tiny: Site) -> None:
    kept = fragments(tiny)
    wanted = {path for path in tiny.pages() if path.count("/") == 3 and "/articles/" in path}
    assert {page_of(one) for one in kept} == {path for path in wanted if "noindex" not in tiny.page(path).robots}
    for one in kept:
        numbered = {anchor["id"] for anchor in one["anchors"] if anchor["id"][1:].isdigit()}
        assert numbered, one["url"]
        assert numbered <= tiny.page(page_of(one)).anchors


def test_filters_name_every_result_newest_first(tiny: Site) -> None:
    for lang in LANGS:
        given = answers(tiny, lang)
        ids = {Path(path).stem: path for path in tiny.files(".pf_fragment")}
        assert given["pages"].keys() <= ids.keys()
        assert len(given["pages"]) == sum(one["url"].startswith(f"/{lang}/") for one in fragments(tiny))
        names = given["names"]
        for values in given["pages"].values():
            for kind, own in zip(("language", "topic", "outlet", "year"), values, strict=True):
                assert set(own) <= {value for value, _ in names[kind]}
        years = [values[3][0] for values in given["pages"].values()]
        assert years == sorted(years, reverse=True)


def test_roots_stand_in_the_index_of_the_language_that_has_them(tiny: Site) -> None:
    assert answers(tiny, "en")["lexicon"] is None
    known = answers(tiny, "id")["lexicon"]["roots"].split()
    assert known == sorted(set(known))
    held = " ".join(one["content"] for one in fragments(tiny) if one["url"].startswith("/id/")).split()
    assert {f"{root}0" for root in known} <= set(held)


@pytest.mark.parametrize("policy", ["policy: excerpt\n    excerpt: {paragraphs: 1}", "policy: link"])
def test_nothing_withheld_is_in_the_index(tiny: Site, content: Path, tmp_path: Path, policy: str) -> None:
    register = content / "outlets.yml"
    register.write_text(register.read_text(encoding="utf-8").replace("policy: full", policy), encoding="utf-8")
    shown = built(content, tmp_path / "output")
    pages = set().union(*(runs(shown.text(path)) for path in shown.pages() if "/articles/" in path))
    for one in fragments(shown):
        texts = [one["meta"]["title"], *(anchor["text"] for anchor in one["anchors"] if anchor["id"] != "roots")]
        assert set().union(*map(runs, texts)) - pages == set(), one["url"]
    all_words = set().union(*(runs(one["content"]) for one in fragments(tiny)))
    assert all_words - set().union(*(runs(one["content"]) for one in fragments(shown)))


def test_a_file_lost_or_changed_is_made_again(content: Path, tmp_path: Path) -> None:
    output = tmp_path / "output"
    first = written(built(content, output))
    lost, changed = output / "search" / "id.json", output / "search" / "pagefind-entry.json"
    lost.unlink()
    changed.write_text("{}", encoding="utf-8")
    (output / "search" / "index" / "stranger.pf_index").write_text("of another site", encoding="utf-8")
    assert written(built(content, output)) == first


def test_nothing_changed_leaves_the_index_as_it_stands(content: Path, tmp_path: Path) -> None:
    output = tmp_path / "output"
    place = built(content, output).root / "search" / "pagefind-entry.json"
    before = place.stat().st_mtime_ns
    built(content, output)
    assert place.stat().st_mtime_ns == before


def test_an_index_after_changes_is_as_one_from_nothing(content: Path, tmp_path: Path) -> None:
    built(content, tmp_path / "output")
    article = min((content / "articles").glob("*.txt"))
    shutil.copy(article, article.with_stem("2024-08-22-guest"))
    words = content / "vocabulary.yml"
    words.write_text(words.read_text(encoding="utf-8").replace("Sukamaju", "Sukamakmur"), encoding="utf-8")
    assert differences(built(content, tmp_path / "output"), built(content, tmp_path / "anew")) == []


def test_the_index_does_not_know_its_address(tiny: Site, moved: Site) -> None:
    assert {path: data for path, data in written(tiny).items() if path.startswith("search/")} == {
        path: data for path, data in written(moved).items() if path.startswith("search/")
    }


def test_a_site_without_search_has_no_trace_of_it(content: Path, tmp_path: Path) -> None:
    site = built(content, tmp_path / "output", KLIPING_WITHOUT="search")
    assert [path for path in site.files() if "search/" in path] == []
    assert dead_links(site) == []


def test_a_build_that_cannot_make_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundle, "PACKAGES", ("no-such-package",))
    with pytest.raises(bundle.BuildFailed, match=r"needs the package no-such-package.*KLIPING_WITHOUT"):
        bundle.software_of_search()


def test_what_a_language_lacks_can_be_searched_in_the_other(tiny: Site) -> None:
    (more,) = soup(tiny, "en/search/index.html").select(".finder .elsewhere")
    assert more.get_text() == "Search in Indonesian: 1 more article, not translated yet"
    assert more.a and more.a["href"] == "/id/search/"
    assert not soup(tiny, "id/search/index.html").select(".elsewhere")
