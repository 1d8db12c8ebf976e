"""Digests that lack something, the broken one above all: what is wrong is named with its place, all else is built."""

import re
import shutil
from pathlib import Path

import pytest
from newsroom.catalogues import HEADER
from newsroom.content import VISIT, write_content
from newsroom.sites import LEAN, SITES, TINY, Built, build, sound, soup, written
from site_checks.links import dead_links
from site_checks.site import Site

BROKEN = SITES / "broken"
SAID = {
    "articles/Bad Id.txt": "`Bad Id` is no article id",
    "articles/nobody.yml": "belongs to no article",
    "articles/unknown-key.yml:2": "`publishr`: is no key known here. Did you mean `publisher`?",
    "articles/unknown-topic.yml:2": "`topics`: `vist` is no topic of this digest. Did you mean `visit`?",
    "articles/unreadable.txt": "is a document or picture, not text",
    "pages/about.id.md:3": "`page:abot`: `abot` is no page. Did you mean `about`?",
    "pages/archive.en.md": "`archive` is taken",
    "pages/half.en.md": "is missing",
    "pages/untitled.en.md:1": "does not begin with its title",
    "topics/day.yml:5": "`timeline[0].date`: `10 Juni 2025` is no date",
    "topics/rule.yml:4": "`rule.all`: `bakuu` is not in the vocabulary. Did you mean `baku`?",
    "topics/silent.en.md": "is missing",
    "topics/vist.en.md": "introduces `vist`, no topic of this digest. Did you mean `visit`?",
    "topics/visit.id.md:1": "`article:sound#p99`: `sound` has no paragraph `p99`",
    "topics/visit.id.md:2": "`article:sond`: `sond` is no article. Did you mean `sound`?",
    "topics/visit.yml:8": "`timeline[0].cites`: `sound` has no paragraph `p77`",
    "translations/en/broken-catalogue.po:7": "is not a PO file",
}
"""What must be said of each place, advice apart."""


@pytest.fixture(scope="session")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The build of the broken digest."""
    return build(BROKEN, tmp_path_factory.mktemp("broken") / "output", **LEAN)


def errors(built: Built) -> dict[str, str]:
    """The messages of a build by the place they name, unwrapped."""
    said = re.sub(r"\s*build\.py:\d+\n", "\n", built.said)
    said = re.sub(r"\n\s{20,}", " ", said)
    found = re.findall(r"ERROR\s+\S*?tests/sites/broken/(\S.*?): (.*)", said)
    return {place: re.sub(r"\s+", " ", words) for place, words in found}


def articles_of(site: Site, lang: str) -> set[str]:
    """The ids of the articles that have pages in a language."""
    return {path.split("/")[2] for path in site.pages() if path.startswith(f"{lang}/articles/")}


def test_every_mistake_is_named_with_its_place(broken: Built) -> None:
    found = errors(broken)
    assert sorted(found) == sorted(SAID)
    assert {place: words for place, words in SAID.items() if not found[place].startswith(words)} == {}


def test_every_message_says_what_to_do(broken: Built) -> None:
    assert {place: words for place, words in errors(broken).items() if not re.search(r"\. [A-Z].*[.?]$", words)} == {}


def test_the_build_ends_with_1_and_without_a_traceback(broken: Built) -> None:
    assert broken.status == 1
    assert "Traceback" not in broken.said


def test_the_rest_is_built(broken: Built) -> None:
    for lang in ("id", "en"):
        assert articles_of(broken.site, lang) == {"sound", "broken-catalogue"}
        topics = {path.split("/")[2] for path in broken.site.pages() if re.match(f"{lang}/topics/[^/]+/", path)}
        assert topics == {"silent", "visit"}
        assert f"{lang}/about/index.html" in broken.site.pages()
        assert f"{lang}/untitled/index.html" not in broken.site.pages()
    assert [str(fault) for fault in dead_links(broken.site)] == []


def test_an_article_with_a_broken_catalogue_is_shown_in_its_own_language(broken: Built) -> None:
    body = soup(broken.site, "en/articles/broken-catalogue/index.html").select_one(".body")
    assert body and "Presiden tiba di Baku" in body.get_text()


def test_a_link_that_leads_nowhere_leaves_its_words(broken: Built) -> None:
    introduction = soup(broken.site, "id/topics/visit/index.html").select_one(".prose")
    assert introduction and "satu lagi" in introduction.get_text()
    assert "satu lagi" not in [link.get_text() for link in introduction.select("a")]


def test_a_strict_build_keeps_the_previous_site(tmp_path: Path) -> None:
    output = tmp_path / "output"
    before = written(sound(build(TINY, output, **LEAN)))
    strict = build(BROKEN, output, KLIPING_STRICT="1", **LEAN)
    assert strict.status == 1
    assert "The previous site stays as it was." in strict.said
    assert written(strict.site) == before
    assert {path.name for path in tmp_path.iterdir()} == {"output", "output.cache"}


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("outlets.yml", "default: {policy: ful}\n", "outlets.yml:1: `default.policy`"),
        ("vocabulary.yml", None, "vocabulary.yml: is missing"),
    ],
)
def test_without_its_registers_nothing_is_built_and_the_reason_said(
    tmp_path: Path, name: str, text: str | None, said: str
) -> None:
    content = Path(shutil.copytree(TINY, tmp_path / "content"))
    (content / name).unlink()
    if text is not None:
        (content / name).write_text(text)
    built = build(content, tmp_path / "output")
    assert built.status == 1
    assert said in built.said
    assert "Traceback" not in built.said
    assert not built.site.root.exists()


def test_links_that_lead_nowhere_take_nothing_away(tmp_path: Path) -> None:
    """Emacs keeps one beside each file that is being edited."""
    content = Path(shutil.copytree(TINY, tmp_path / "content"))
    texts = {path.stem for path in content.glob("articles/*.txt")}
    for path in [path for path in content.rglob("*") if path.is_file()]:
        path.with_name(f".#{path.name}").symlink_to("writer@desk.1:2")
    site = sound(build(content, tmp_path / "output", **LEAN))
    assert articles_of(site, "id") == texts


@pytest.mark.parametrize("known", [False, True], ids=["anew", "after a sound build"])
def test_links_of_ours_that_lead_nowhere_are_named_and_take_down_nothing_else(tmp_path: Path, known: bool) -> None:
    """Nor are they passed over: a sidecar may say that its article is withdrawn."""
    files = {"articles/lost.txt": f"{VISIT}\nSatu lagi.\n", "articles/lost.yml": "", "translations/en/visit.po": HEADER}
    lost = ("articles/lost.yml", "articles/gone.txt", "translations/en/visit.po", "topics/visit.yml")
    rings = {"articles/ring": ".", "articles/self": "self"}
    content, output = write_content(tmp_path / "content", files), tmp_path / "output"
    if known:
        sound(build(content, output, **LEAN))
    for path in (content / name for name in lost):
        path.unlink(missing_ok=True)
        path.symlink_to("nowhere")
    for name, target in rings.items():
        (content / name).symlink_to(target)
    for _ in range(2):
        built = build(content, output, **LEAN)
        assert built.status == 1
        assert sorted(re.findall(r"ERROR\s+\S*?content/(\S+): cannot be read", built.said)) == sorted(lost)
        assert sorted(re.findall(r"ERROR\s+\S*?content/(\S+): has no ending", built.said)) == sorted(rings)
        assert built.said.count("ERROR") == len(lost) + len(rings)
        assert articles_of(built.site, "id") == {"visit"}


def test_prose_that_cannot_be_read_is_named_and_takes_down_nothing_else(tmp_path: Path) -> None:
    files = {f"pages/{name}.{lang}.md": f"# {name}\n" for name in ("about", "method") for lang in ("id", "en")}
    content, lost = write_content(tmp_path / "content", files), ("pages/method.en.md", "topics/visit.id.md")
    for path in (content / name for name in lost):
        path.unlink()
        path.symlink_to(path.name)
    built = build(content, tmp_path / "output", **LEAN)
    assert built.status == 1
    assert sorted(re.findall(r"ERROR\s+\S*?content/(\S+): cannot be read", built.said)) == sorted(lost)
    assert built.said.count("ERROR") == len(lost)
    assert {"id/about/index.html", "id/topics/visit/index.html"} <= set(built.site.pages())
    assert "id/method/index.html" not in built.site.pages()


def test_an_empty_digest_is_a_site(tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    (content / "vocabulary.yml").write_text("")
    (content / "outlets.yml").write_text("default: {policy: link}\n")
    site = sound(build(content, tmp_path / "output"))
    assert "en/index.html" in site.pages()
    assert [str(fault) for fault in dead_links(site)] == []


def test_a_digest_in_one_language_promises_no_other(tmp_path: Path) -> None:
    files: dict[str, str | None] = {"topics/visit.yml": None, "topics/visit.id.md": None, "topics/visit.en.md": None}
    content = write_content(tmp_path / "content", {**files, "vocabulary.yml": ""})
    site = sound(build(content, tmp_path / "output", setting='KLIPING_TAGLINES={"id": "Digest"}', **LEAN))
    assert [path for path in site.files() if "/parallel/" in path or path.startswith("en/")] == []
    assert "dua bahasa" not in site.text("index.html")
    assert not soup(site, "id/articles/visit/index.html").select(".languages, [hreflang=en]")
    assert [str(fault) for fault in dead_links(site)] == []
