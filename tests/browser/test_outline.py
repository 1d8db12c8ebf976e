"""Every kind of page as a screen reader tells it and a keyboard walks it; both checks can fail."""

import pytest
from browser.conftest import OpenReader
from browser.test_checks_can_fail import page_with
from site_checks.access import contrast_faults
from site_checks.keyboard import keyboard_faults
from site_checks.outline import outline, outline_faults
from site_checks.site import Fault, Site

PHONE = {"width": 320, "height": 640}


def test_every_kind_of_page_has_an_outline(under_repo: Site, read: OpenReader) -> None:
    reader = read(under_repo)
    faults: list[Fault] = []
    for path in under_repo.kinds().values():
        faults += outline_faults(reader.open(path), path)
    assert faults == []


def test_an_article_is_told_in_order(under_repo: Site, read: OpenReader) -> None:
    path = next(path for path in under_repo.kinds().values() if path.startswith("en/articles/") and path.count("/") == 3)
    told = outline(read(under_repo).open(path))
    assert [role for role, _ in told["landmarks"] if role in ("banner", "main", "contentinfo")] == [
        "banner",
        "main",
        "contentinfo",
    ]
    assert told["headings"][0][0] == 1
    assert "id" in told["langs"]  # the name of the other language, at least


def test_the_search_page_is_walked_by_keyboard(under_repo: Site, read: OpenReader) -> None:
    for viewport in (PHONE, {"width": 1280, "height": 800}):
        page = read(under_repo, viewport=viewport, reduced_motion="reduce").open("id/search/index.html")
        assert keyboard_faults(page, "search") == []


def test_a_sound_page_has_no_faults(sample: Site, read: OpenReader) -> None:
    page = read(sample).open("en/articles/first/index.html")
    assert outline_faults(page, "") + keyboard_faults(page, "") + contrast_faults(page, "") == []


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("<h1>Twice</h1>", "heading levels"),
        ("<h4>Deep</h4>", "skips from level"),
        ("<h2> </h2>", "empty heading"),
        ("<nav><a href='/repo/en/'>a</a></nav><nav><a href='/repo/id/'>b</a></nav>", "navigation without a name"),
        ("<nav aria-label=a></nav><nav aria-label=a></nav>", "two navigation landmarks"),
        ("<p lang=fr>mots</p>", "marks words as 'fr'"),
        ("</main><p>astray</p><main>", "outside every landmark"),
    ],
)
def test_a_lost_listener_is_noticed(sample: Site, read: OpenReader, markup: str, words: str) -> None:
    page = read(sample).open(page_with(sample, "outline.html", markup))
    assert any(words in fault.words for fault in outline_faults(page, ""))


@pytest.mark.parametrize(
    ("css", "words"),
    [
        ("a:focus { outline: none }", "no visible focus"),
        ("p > a { position: fixed; inset-inline-start: -90px }", "out of sight"),
        ("p { position: relative } p::after { content: ''; position: absolute; inset: 0; background: #fff }", "covered"),
    ],
)
def test_a_lost_focus_is_noticed(sample: Site, read: OpenReader, css: str, words: str) -> None:
    (sample.root / "css" / "focus.css").write_text(css, encoding="utf-8")
    markup = '<link rel="stylesheet" href="/repo/css/focus.css"><p><a href="/repo/en/">there</a></p>'
    page = read(sample).open(page_with(sample, "focus.html", markup))
    assert any(words in fault.words for fault in keyboard_faults(page, ""))


def test_what_tab_skips_is_noticed(sample: Site, read: OpenReader) -> None:
    trap = '<link rel="stylesheet" href="/repo/css/trap.css"><p><a href="/repo/en/">there</a></p>'
    page = read(sample).open(page_with(sample, "trap.html", trap))
    page.evaluate("document.addEventListener('keydown', (event) => event.key === 'Tab' && event.preventDefault())")
    assert any("Tab does not reach" in fault.words for fault in keyboard_faults(page, ""))


def test_words_too_faint_to_read_are_noticed(sample: Site, read: OpenReader) -> None:
    (sample.root / "css" / "grey.css").write_text("p { color: #707070; background: #fff }", encoding="utf-8")
    page = read(sample).open(page_with(sample, "grey.html", '<link rel="stylesheet" href="/repo/css/grey.css"><p>words</p>'))
    assert contrast_faults(page, "")
