"""What a reader does: chooses a language, changes it, follows a link to a paragraph, reads without scripts."""

import fnmatch

from browser.conftest import OpenReader
from site_checks.site import LANGUAGES, Site, page_language

ARTICLE = "*/articles/*/index.html"
PARAGRAPHS = "main [id^=p]:is(p, li, blockquote, div, ul, ol)"


def articles(site: Site) -> list[str]:
    """The paths of the articles' own pages."""
    found = fnmatch.filter(site.pages(), ARTICLE)
    return [path for path in found if path.count("/") == 3]


def test_the_first_page_lets_readers_choose(site: Site, read: OpenReader) -> None:
    reader = read(site)
    page = reader.open("index.html")
    assert page.url == site.address + "/"
    for language in LANGUAGES:
        link = page.locator(f"main a[hreflang={language}][lang={language}], main [lang={language}] a[hreflang={language}]")
        link.first.click()
        assert page.url == f"{site.address}/{language}/"
        assert page.locator("html").get_attribute("lang") == language
        page.go_back()
    assert reader.faults == []


def test_the_typeface_comes_after_the_first_words(under_repo: Site, read: OpenReader) -> None:
    page = read(under_repo).open(articles(under_repo)[0])
    page.locator("html[data-typeface=newsreader]").wait_for(state="attached")  # no script: the page's policy forbids eval
    assert page.evaluate("document.fonts.check('1em Newsreader')")
    painted, fetched = page.evaluate(
        "[performance.getEntriesByName('first-contentful-paint')[0].startTime,"
        " Math.min(...performance.getEntriesByType('resource')"
        "   .filter(one => one.name.endsWith('.woff2')).map(one => one.startTime))]"
    )
    assert painted < fetched
    page.locator("nav.views a").nth(1).click()
    assert page.evaluate("document.documentElement.dataset.typeface") == "newsreader"


def test_without_scripts_the_typeface_is_there_from_the_start(under_repo: Site, read: OpenReader) -> None:
    page = read(under_repo, java_script_enabled=False).open(articles(under_repo)[0])
    assert "Newsreader" in page.locator(".body").evaluate("body => getComputedStyle(body).fontFamily")


def test_changing_the_language_keeps_the_page(under_repo: Site, read: OpenReader) -> None:
    reader = read(under_repo, java_script_enabled=False)
    for path in filter(page_language, under_repo.kinds("id").values()):
        page = reader.open(path)
        page.locator("header a[hreflang=en]:visible, nav a[hreflang=en]:visible").first.click()
        assert page.url == under_repo.url("en" + path.removeprefix("id"))
        assert page.locator("html").get_attribute("lang") == "en"


def test_changing_the_language_keeps_the_paragraph(under_repo: Site, read: OpenReader) -> None:
    reader = read(under_repo)
    for path in (kind for name, kind in under_repo.kinds().items() if fnmatch.fnmatch(name, "id/articles/*")):
        mark = "L5" if "/ledger/" in path else "p3"
        page = reader.visit(f"{under_repo.url(path)}#{mark}")
        page.locator("header a[hreflang=en]").click()
        assert page.url == f"{under_repo.url('en' + path.removeprefix('id'))}#{mark}"
        assert page.locator(f"#{mark}").is_visible()
    assert reader.faults == []


def test_reading_side_by_side_keeps_the_paragraph_and_leads_back_to_it(under_repo: Site, read: OpenReader) -> None:
    path = articles(under_repo)[0]
    page = read(under_repo).visit(f"{under_repo.url(path)}#p3")
    for kind in ("parallel/", ""):
        page.locator(f"nav.views a[href$='{kind or path.split('/')[2] + '/'}']").click()
        assert page.url == f"{under_repo.url(path)}{kind}#p3"
        assert page.locator("#p3").is_visible()


def test_every_kind_of_page_reads_without_scripts(under_repo: Site, read: OpenReader) -> None:
    without = read(under_repo, java_script_enabled=False)
    with_scripts = read(under_repo)
    for path in under_repo.kinds("en").values():
        page = without.open(path)
        assert page.locator("h1:visible").count() >= 1, path
        lines = set(page.locator("main").first.inner_text().split("\n"))
        assert lines - {""}, path
        # Scripts may add (a form to search with), they may not be what brings the text.
        shown = set(page.locator("main p:not(form *)").all_inner_texts())
        assert set(with_scripts.open(path).locator("main p:not(form *)").all_inner_texts()) - shown == set(), path


def test_every_paragraph_of_an_article_is_seen_and_can_be_linked_to(under_repo: Site, read: OpenReader) -> None:
    reader = read(under_repo, java_script_enabled=False)
    assert articles(under_repo)
    for path in articles(under_repo):
        page = reader.open(path)
        paragraphs = page.locator("main [id^=p]").evaluate_all(
            "found => found.filter((e) => /^p\\d+$/.test(e.id)).map((e) => [e.id, e.checkVisibility(), e.innerText.trim()])"
        )
        assert [name for name, _, _ in paragraphs] == [f"p{n}" for n in range(1, len(paragraphs) + 1)], path
        assert all(seen and words for _, seen, words in paragraphs), path


def test_a_link_to_a_paragraph_shows_it(under_repo: Site, read: OpenReader) -> None:
    reader = read(under_repo, viewport={"width": 390, "height": 700})
    path = max(articles(under_repo), key=lambda name: len(under_repo.text(name)))
    last = max(int(name[1:]) for name in under_repo.page(path).anchors if name[:1] == "p" and name[1:].isdigit())
    page = reader.visit(f"{under_repo.url(path)}#p{last}")
    top = page.locator(f"#p{last}").evaluate("""(e) => {
      const box = e.getBoundingClientRect();
      const seen = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(8, box.height / 2));
      return seen && (e.contains(seen) || seen.contains(e));
    }""")
    assert top, "something covers the paragraph"


def test_side_by_side_shows_both_languages(under_repo: Site, read: OpenReader) -> None:
    reader = read(under_repo, java_script_enabled=False, viewport={"width": 1280, "height": 900})
    pages = fnmatch.filter(under_repo.pages(), "*/articles/*/parallel/index.html")
    assert len(pages) == len(articles(under_repo))
    for path in pages:
        page = reader.open(path)
        for language in LANGUAGES:
            own = page.locator("html").get_attribute("lang") == language
            found = page.locator("main p:visible").evaluate_all(
                "(found, language) => found.filter((e) => e.closest('[lang]').lang === language).length", language
            )
            assert found >= 1, f"{path}: nothing in {language} ({own=})"


def test_paper_has_the_words_and_their_address_and_no_ways_to_elsewhere(under_repo: Site, read: OpenReader) -> None:
    page = read(under_repo).open(articles(under_repo)[0])
    page.emulate_media(media="print")
    for words in (".body p", ".source dd", ".colophon .address"):
        assert page.locator(words).first.is_visible()
    for way in (".sections", ".languages", ".views", ".colophon ul"):
        assert not page.locator(way).first.is_visible()


def test_a_missing_page_helps_in_both_languages(site: Site, read: OpenReader) -> None:
    reader = read(site)
    page = reader.visit(f"{site.address}/en/articles/no-such-article/at/all/")
    assert reader.response is not None
    assert reader.response.status == 404
    for language in LANGUAGES:
        section = page.locator(f"[lang={language}]:is(main *, html:has(main))")
        assert section.count() >= 1
        assert page.locator(f"main a[href$='/{language}/']:visible").count() >= 1
    assert [fault for fault in reader.faults if "404" not in fault.words] == []
