"""Other Pelican plugins: they find ordinary articles, linked by Pelican's own translations, and every page written."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from newsroom.sites import LEAN, TINY, build, sound, written

PLUGIN = """
import json
import os
from pathlib import Path

from pelican import signals
from pelican.contents import Article

SEEN = {"articles": [], "written": []}


def look(generator):
    for article in [*generator.articles, *generator.translations]:
        assert isinstance(article, Article)
        SEEN["articles"].append(
            {
                "slug": article.slug,
                "lang": article.lang,
                "title": article.title,
                "url": article.url,
                "date": article.date.isoformat(),
                "category": str(article.category),
                "tags": sorted(map(str, article.tags)),
                "others": [other.lang for other in article.translations],
                "content": article.content,
                "first": article in generator.articles,
            }
        )


def note(path, context):
    SEEN["written"].append(path)


def save(pelican):
    Path(os.environ["SPY"]).write_text(json.dumps(SEEN))


def register():
    signals.article_generator_finalized.connect(look)
    signals.content_written.connect(note)
    signals.finalized.connect(save)
"""


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a plugin was shown while the tiny digest was built."""
    folder = tmp_path_factory.mktemp("plugin")
    (folder / "spy.py").write_text(PLUGIN)
    spied = folder / "spied.json"
    sound(build(TINY, folder / "output", SPY=str(spied), PLUGINS_BESIDE="spy", PYTHONPATH=str(folder), **LEAN))
    found: dict[str, Any] = json.loads(spied.read_text())
    return found


def test_each_article_is_one_object_a_language_and_knows_the_others(seen: dict[str, Any]) -> None:
    found = {(one["slug"], one["lang"]): one["others"] for one in seen["articles"]}
    assert found == {
        ("2024-08-19-desa-panen", "id"): ["en"],
        ("2024-08-19-desa-panen", "en"): ["id"],
        ("2024-08-20-desa-banjir", "id"): [],
        ("2024-08-21-courier-dam", "en"): ["id"],
        ("2024-08-21-courier-dam", "id"): ["en"],
    }


def test_the_original_comes_first_and_translations_apart(seen: dict[str, Any]) -> None:
    assert {(one["slug"][11:], one["lang"]) for one in seen["articles"] if one["first"]} == {
        ("desa-panen", "id"),
        ("desa-banjir", "id"),
        ("courier-dam", "en"),
    }


def test_an_article_has_what_plugins_ask_for(seen: dict[str, Any]) -> None:
    (one,) = [one for one in seen["articles"] if one["slug"].endswith("panen") and one["lang"] == "en"]
    assert one["title"] == "Rice harvest in Sukamaju doubles"
    assert one["url"] == "en/articles/2024-08-19-desa-panen/"
    assert one["date"] == "2024-08-19T07:30:00+07:00"
    assert one["category"] == "Kabar Desa"
    assert "Sukamaju" in one["tags"]
    assert "Farmers in Sukamaju harvested" in one["content"]


def test_every_page_is_said_to_be_written(seen: dict[str, Any]) -> None:
    written = {Path(path).parts[-5:] for path in seen["written"]}
    assert any("desa-panen" in part for path in written for part in path)
    assert len(seen["written"]) == len(set(seen["written"])) > 20


def test_known_plugins_work_unchanged_cold_and_warm(tmp_path: Path) -> None:
    """The sitemap plugin's dates are those of the build, so they are left out of the comparison."""
    content = Path(shutil.copytree(TINY, tmp_path / "content"))
    beside = {"PLUGINS_BESIDE": "sitemap neighbors related_posts", **LEAN}

    def trees(output: Path) -> dict[str, bytes]:
        files = written(sound(build(content, output, **beside)))
        return {path: re.sub(rb"<lastmod>.*?</lastmod>", b"", data) for path, data in files.items()}

    cold = trees(tmp_path / "output")
    assert cold["sitemap.xml"].count(b"<url>") > 20
    with (content / "articles/2024-08-20-desa-banjir.txt").open("a", encoding="utf-8") as file:
        file.write("\nHujan belum berhenti di Sukamaju.\n")
    warm = trees(tmp_path / "output")
    assert warm == trees(tmp_path / "clean")
    assert warm != cold
