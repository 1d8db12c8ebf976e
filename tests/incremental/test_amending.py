"""An edit of an article's own words makes its pages anew and looks at no others; what was kept stays as it is."""

import shutil
import time
from hashlib import md5
from pathlib import Path
from typing import Any

import pytest
from newsroom.sites import PROJECT, TINY

from incremental.forge import Forge
from incremental.test_law import SLOW, differences, tree

SETTINGS: dict[str, Any] = {"KLIPING_WITHOUT": SLOW, "SITEURL": "https://tiny.example"}
EDITED = "2024-08-20-desa-banjir"
NAMED = (
    '{% include "one.html" if false else "two.html" %}',
    '{%+ include "two.html" %}',
    '{% include ["none.html", "two.html"] %}',
)
"""Ways of naming a template that a search for quoted names would miss."""


class Site:
    """A site that was built once."""

    def __init__(self, folder: Path, forge: Forge) -> None:
        self.folder, self._forge = folder, forge
        self.state = folder / "output.cache/kliping/state"
        self.article = folder / f"content/articles/{EDITED}.txt"
        shutil.copytree(TINY, folder / "content")
        shutil.copytree(PROJECT / "theme", folder / "theme", ignore=shutil.ignore_patterns("__pycache__"))
        self.kept = self.build()

    def build(self) -> str:
        """Build, and compare with a clean build; the digest of the state kept then."""
        time.sleep(0.05)  # what was written just now may change unseen
        status, self.said = self._forge.build(self.folder, settings=SETTINGS)
        assert status == 0, self.said
        self._forge.build(self.folder, "clean", settings={**SETTINGS, "KLIPING_CACHE": False})
        assert differences(tree(self.folder / "output"), tree(self.folder / "clean")) == []
        shutil.rmtree(self.folder / "clean")
        return md5(self.state.read_bytes()).hexdigest()

    def add_sentence(self, sentence: str) -> None:
        """One more at the end of an article."""
        self.article.write_text(f"{self.article.read_text(encoding='utf-8').strip()} {sentence}\n", encoding="utf-8")


@pytest.fixture
def site(forge: Forge, tmp_path: Path) -> Site:
    """A site that was built once."""
    return Site(tmp_path / "site", forge)


def test_words_of_an_article_leave_what_is_kept_as_it_is(site: Site) -> None:
    original = site.article.read_text(encoding="utf-8")
    for number in range(2):
        site.add_sentence(f"Sungai di desa itu surut pada hari ke-{number}.")
        assert site.build() == site.kept
        site.build()
        assert "nothing changed" in site.said
    site.article.write_text(original, encoding="utf-8")
    assert site.build() == site.kept


def test_lists_that_stand_otherwise_than_kept_are_looked_at(site: Site) -> None:
    original = site.article.read_text(encoding="utf-8")
    title, rest = original.split("\n", 1)
    site.article.write_text(f"{title} lagi\n{rest}", encoding="utf-8")
    assert site.build() == site.kept
    site.article.write_text(original, encoding="utf-8")
    assert site.build() != site.kept


def test_what_was_learnt_of_the_words_is_not_learnt_again(site: Site) -> None:
    values = site.state.with_name("values")
    before = values.stat().st_size
    site.add_sentence("Sungai itu surut.")
    site.build()
    learnt = values.stat().st_size
    (site.folder / f"output/id/articles/{EDITED}/index.html").write_bytes(b"")
    assert site.build() == site.kept
    assert values.stat().st_size - learnt < learnt - before


def test_anything_else_is_kept_anew(site: Site) -> None:
    site.add_sentence("Sungai itu surut.")
    (site.folder / f"content/articles/{EDITED}.yml").write_text("publisher: desa\nadded: 2024-08-27\n", encoding="utf-8")
    kept = site.build()
    assert kept != site.kept
    (site.folder / "output/en/index.html").write_bytes(b"")
    site.add_sentence("Air itu jernih.")
    assert site.build() != kept


def test_an_edited_name_or_template_is_kept_at_once(site: Site) -> None:
    vocabulary = site.folder / "content/vocabulary.yml"
    words, template = vocabulary.read_text(encoding="utf-8"), site.folder / "theme/templates/article/article.html"
    vocabulary.write_text(words.replace("en: farmer", "en: peasant"), encoding="utf-8")
    named = site.build()
    assert named != site.kept
    with template.open("a", encoding="utf-8") as file:
        file.write("<!-- edited -->")
    looking_otherwise = site.build()
    assert looking_otherwise != named
    site.add_sentence("Sungai itu surut.")
    assert site.build() == looking_otherwise
    site.build()
    assert "nothing changed" in site.said


def test_a_template_that_is_named_in_any_way_makes_its_pages_anew(site: Site) -> None:
    templates = site.folder / "theme/templates"
    article = templates / "article/article.html"
    original = article.read_text(encoding="utf-8")
    for number, statement in enumerate(NAMED):
        article.write_text(original.replace("{{ view.body }}", statement), encoding="utf-8")
        for words in (f"at first {number}", f"at last {number}"):
            (templates / "two.html").write_text(words, encoding="utf-8")
            site.build()
            assert words in (site.folder / f"output/id/articles/{EDITED}/index.html").read_text(encoding="utf-8")
