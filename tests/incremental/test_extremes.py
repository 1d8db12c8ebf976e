"""Digests of odd proportions: an article of very many names, a vocabulary of more, articles that nothing tells apart."""

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from newsroom.sites import PROJECT, TINY

from incremental.forge import Forge
from incremental.test_law import differences, tree

SETTINGS: dict[str, Any] = {
    "KLIPING_WITHOUT": ["search", "cards", "manifest", "parallel", "ledger", "related", "likeness", "citations", "data"],
    "SITEURL": "https://tiny.example",
}
NAMED, NEVER_NAMED, ALIKE = 250, 5000, 60


@pytest.fixture(scope="module")
def site(forge: Forge, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with one article of many names, most names in none, and many articles of one title and day."""
    site = tmp_path_factory.mktemp("extremes") / "site"
    shutil.copytree(TINY, site / "content")
    shutil.copytree(PROJECT / "theme", site / "theme", ignore=shutil.ignore_patterns("__pycache__"))
    vocabulary = site / "content/vocabulary.yml"
    book = yaml.safe_load(vocabulary.read_text(encoding="utf-8"))
    for number in range(NAMED + NEVER_NAMED):
        book["places"][f"desa-{number}"] = {"name": {"id": f"Desa Nomor {number}", "en": f"Village Number {number}"}}
    vocabulary.write_text(yaml.safe_dump(book, sort_keys=False), encoding="utf-8")
    names = ". ".join(f"Warga Desa Nomor {number} datang" for number in range(NAMED))
    write(site, "2023-semua-desa", "Semua desa datang", f"{names}.")
    for number in range(ALIKE):
        write(site, f"2023-sama-{number:03}", "Air naik", "Air sungai naik lagi di hulu.")
    status, said = forge.build(site, settings=SETTINGS, processes=2)
    assert status == 0, said
    return site


def write(site: Path, id_: str, title: str, body: str) -> None:
    path = site / f"content/articles/{id_}.txt"
    path.write_text(f"{title}\n\n{body}\n", encoding="utf-8")
    path.with_suffix(".yml").write_text(
        "lang: id\npublished: 2023-05-01\npublisher: desa\nadded: 2024-01-01\n", encoding="utf-8"
    )


def test_each_name_has_its_page_and_no_other(site: Path) -> None:
    tags = {path.name for path in (site / "output/en/tags").iterdir() if path.name.startswith("desa-")}
    assert tags == {f"desa-{number}" for number in range(NAMED)}
    article = (site / "output/en/articles/2023-semua-desa/index.html").read_text(encoding="utf-8")
    assert all(f"Village Number {number}<" in article for number in (0, NAMED - 1))


def test_articles_that_nothing_tells_apart_each_have_a_page_and_a_place(site: Path) -> None:
    pages = [path.parent.name for path in (site / "output/id/articles").glob("2023-sama-*/index.html")]
    assert len(pages) == ALIKE
    lists = [*(site / "output/id/outlets/desa").rglob("index.html")]
    linked = "".join(path.read_text(encoding="utf-8") for path in lists)
    assert all(f"articles/2023-sama-{number:03}/" in linked for number in range(ALIKE))


def test_they_are_built_alike_by_one_process_without_a_memory(forge: Forge, site: Path) -> None:
    status, said = forge.build(site, "clean", settings=SETTINGS, processes=1)
    assert status == 0, said
    assert differences(tree(site / "output"), tree(site / "clean")) == []
