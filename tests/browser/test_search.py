"""What someone who searches does: asks in either language, narrows it down, goes on by keyboard, or has no scripts."""

import json
import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from browser.conftest import OpenReader
from playwright.sync_api import Browser, Page
from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory
from site_checks.access import axe_faults, sideways_fault
from site_checks.reading import Reader, reading
from site_checks.site import LANGUAGES, Site

from kliping.roots import Roots, load_affixes

PAGE = "{}/search/index.html"
NONE = {"id": "Artikel ditemukan: 0", "en": "Articles found: 0"}


def ask(reader: Reader, half: str, question: str, **filters: str) -> Page:
    """The search page with the answer to a question typed into it."""
    page = reader.open(PAGE.format(half))
    page.locator("input[type=search]").fill(question)
    for name, value in filters.items():
        page.locator(f"select[name={name}] option[value='{value}']").wait_for(state="attached")
        page.locator(f"select[name={name}]").select_option(value)
    page.locator("[role=status]", has_text=re.compile(": \\d")).wait_for()
    page.wait_for_timeout(400)  # as long as the pause after typing: no later answer is on its way
    return page


@pytest.fixture(scope="module")
def searcher(browser: Browser, under_repo: Site) -> Iterator[Reader]:
    """Someone who asks one question after the other in the same window."""
    with reading(browser, under_repo) as reader:
        yield reader


def headlines(page: Page) -> list[str]:
    """Addresses of the articles found, best first."""
    return [urlsplit(link.get_attribute("href") or "").path for link in page.locator(".results .headline a:visible").all()]


@pytest.mark.parametrize(
    ("language", "question", "word"),
    [
        ("id", "menyerang", "serangan"),
        ("id", "serangan", "serangan"),
        ("id", "perdamaian", "damai"),
        ("id", "damai", "perdamaian"),
        ("id", "kunjungan", "berkunjung"),
        ("id", "mengunjungi", "kunjungan"),
        ("id", "menormalisasi", "normalisasi"),
        ("en", "visiting", "visit"),
        ("en", "negotiator", "negotiations"),
    ],
)
def test_a_word_finds_its_relatives(searcher: Reader, language: str, question: str, word: str) -> None:
    page = ask(searcher, language, question)
    assert word in {mark.lower() for mark in page.locator(".results mark").all_inner_texts()}
    assert searcher.faults == []


def test_the_other_half_of_a_compound_is_not_marked(searcher: Reader) -> None:
    """One article has a "Putin-Aliyev meeting", which does not make Aliyev what was asked for."""
    page = ask(searcher, "en", "putin")
    assert {mark.lower() for mark in page.locator(".results mark").all_inner_texts()} <= {"putin", "putin’s", "putin-aliyev"}


def test_every_result_says_why_it_is_there(searcher: Reader) -> None:
    """kumparan's report has no word of peace, but belongs to the topic of the peace process."""
    page = ask(searcher, "id", "damai")
    results = page.locator(".results .clipping")
    assert [text for text in results.all_inner_texts() if "damai" not in text.lower()] == []
    (filed,) = page.locator(".results .because").all_inner_texts()
    assert filed.startswith("Ditandai: Proses perdamaian")
    assert searcher.faults == []


@pytest.mark.parametrize(
    ("language", "question"), [("id", "kucing"), ("id", "beruangnya"), ("id", "ita"), ("en", "xenophobia")]
)
def test_a_word_that_is_in_no_article_finds_none_and_is_named(searcher: Reader, language: str, question: str) -> None:
    page = ask(searcher, language, question)
    said = page.locator("[role=status]").inner_text()
    assert said.startswith(NONE[language])
    assert question in said
    assert headlines(page) == []
    assert page.locator(".ways a:visible").count() > 5


def test_a_word_that_is_nowhere_does_not_hide_what_the_others_find(searcher: Reader) -> None:
    found = headlines(ask(searcher, "en", "Aliyev"))
    page = ask(searcher, "en", "Aliyev zzyzx")
    assert headlines(page) == found != []
    assert "zzyzx" in page.locator("[role=status]").inner_text()


def test_a_result_leads_to_its_paragraph(site: Site, read: OpenReader) -> None:
    reader = read(site, viewport={"width": 390, "height": 700})
    for language in LANGUAGES:
        page = ask(reader, language, "Putin Aliyev")
        hit = page.locator(".hits a:has(.where)").first
        where, words = hit.locator(".where").inner_text(), hit.locator("mark").first.inner_text()
        hit.click()
        anchor = urlsplit(page.url).fragment
        assert anchor == "p" + re.sub(r"\D", "", where)
        assert page.locator("html").get_attribute("lang") == language
        assert words in page.locator(f"#{anchor}").inner_text()
    assert reader.faults == []


def test_filters_narrow_down_and_count(searcher: Reader) -> None:
    everything = headlines(ask(searcher, "id", "Putin"))
    page = ask(searcher, "id", "Putin", outlet="kumparan")
    assert [path for path in everything if "kumparan" in path] == headlines(page)
    options = page.locator("select[name=outlet] option").all_inner_texts()
    counts = {words.rpartition(" ")[0]: int(words.rpartition("(")[2].rstrip(")")) for words in options[1:]}
    assert sum(counts.values()) == len(everything)
    assert counts["kumparan"] == 1
    page.locator("select[name=year]").select_option("2021")
    page.locator("[role=status]", has_text=NONE["id"]).wait_for()
    for kind, value in (("topic", "putin-baku-2024"), ("year", "2021"), ("language", "id")):
        assert headlines(ask(searcher, "id", "Putin", **{kind: value})), kind


def test_a_filter_alone_lists_the_newest_first(under_repo: Site, read: OpenReader) -> None:
    page = read(under_repo).visit(f"{under_repo.url(PAGE.format('en'))}?topic=peace-process")
    page.locator(".results .headline").first.wait_for()
    days = [re.search(r"/(\d{4}-\d\d-\d\d)-", path) for path in headlines(page)]
    written = [day[1] for day in days if day]
    assert len(written) > 3
    assert written[0] > written[-2]


def test_the_address_keeps_the_question_in_both_languages(site: Site, read: OpenReader) -> None:
    reader = read(site)
    page = ask(reader, "id", "Baku", outlet="kumparan")
    assert parse_qs(urlsplit(page.url).query) == {"q": ["Baku"], "outlet": ["kumparan"]}
    page.reload()
    page.locator(".results .headline").first.wait_for()
    page.locator(".languages a[hreflang=en]").click()
    page.locator(".results .headline").first.wait_for()
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("input[type=search]").input_value() == "Baku"
    assert len(headlines(page)) == 1
    assert reader.faults == []


def test_the_keyboard_reaches_every_result(searcher: Reader) -> None:
    page = ask(searcher, "en", "Putin")
    box, links = page.locator("input[type=search]"), page.locator(".results .headline a")
    box.focus()
    page.keyboard.press("ArrowDown")
    assert links.first.evaluate("e => e === document.activeElement")
    page.keyboard.press("ArrowDown")
    assert links.nth(1).evaluate("e => e === document.activeElement")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert box.evaluate("e => e === document.activeElement")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/articles/**")


def test_enter_asks_at_once_and_stays_on_the_page(under_repo: Site, read: OpenReader) -> None:
    page = read(under_repo).open(PAGE.format("en"))
    page.locator("input[type=search]").fill("Baku")
    page.keyboard.press("Enter")
    page.locator(".results .headline").first.wait_for()
    assert urlsplit(page.url).path == urlsplit(under_repo.url(PAGE.format("en"))).path


def test_without_scripts_it_is_a_list_of_ways_in(site: Site, read: OpenReader) -> None:
    reader = read(site, java_script_enabled=False)
    for language in LANGUAGES:
        page = reader.open(PAGE.format(language))
        assert page.locator("form:visible, input:visible").count() == 0
        for kind in ("topics", "outlets", "archive", "tags"):
            assert page.locator(f".ways a[href*='/{language}/{kind}/']:visible").count() >= 1, kind


def test_an_index_that_does_not_load_leaves_the_ways_in(under_repo: Site, read: OpenReader) -> None:
    reader = read(under_repo)
    reader.page.route("**/pagefind.js", lambda route: route.abort())
    page = reader.open(PAGE.format("id"))
    page.locator("input[type=search]").fill("Putin")
    page.locator("[role=status]:not(:empty)").wait_for()
    page.locator("[role=status]", has_text="tidak dapat dimuat").wait_for()
    assert page.locator(".ways a:visible").count() > 5


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 320)])
def test_answers_are_for_everyone(under_repo: Site, read: OpenReader, scheme: str, width: int) -> None:
    reader = read(under_repo, color_scheme=scheme, viewport={"width": width, "height": 800}, reduced_motion="reduce")
    for language, question in (("id", "perdamaian"), ("en", "xyzzy")):
        page = ask(reader, language, question)
        assert axe_faults(page, language) + sideways_fault(page, language) == []
        assert page.locator("[role=status]").count() == 1


def test_nothing_is_loaded_before_the_first_question(under_repo: Site, read: OpenReader) -> None:
    reader = read(under_repo)
    asked: list[str] = []
    reader.page.on("request", lambda request: asked.append(request.url))
    page = reader.open(PAGE.format("en"))
    page.wait_for_timeout(300)
    assert [url for url in asked if "/search/" in url.removesuffix("/en/search/")] == []


def test_words_of_articles_stay_words(searcher: Reader) -> None:
    """A question is never read as markup."""
    page = ask(searcher, "en", "<img src=x onerror=alert(1)> Putin")
    assert page.locator(".finder img, .results img").count() == 0


def test_the_browser_tells_the_same_roots(under_repo: Site, read: OpenReader) -> None:
    """Of each word of the Indonesian pages, and of words that dictionary and affixes read differently."""
    affixes = load_affixes("id")
    assert affixes
    dictionary = dict(DefaultDictionaryFactory().get_dictionary("id").items())
    roots = Roots(affixes, dictionary)
    known = set(json.loads(under_repo.text("search/id.json"))["lexicon"]["roots"].split())
    told = [under_repo.text(path) for path in under_repo.pages() if path.startswith("id/articles/")]
    words = {word for text in told for word in re.findall(r"[a-z]+", text.lower())}
    words |= {word for word in dictionary if word.isascii() and word.isalpha() and word.islower()}
    page = read(under_repo).open(PAGE.format("id"))
    answers = page.evaluate(
        """async (words) => {
          const { rootsOf } = await import("/repo/theme/js/roots.js");
          const { lexicon } = await (await fetch("/repo/search/id.json")).json();
          const roots = rootsOf(lexicon);
          return Object.fromEntries(words.map((word) => [word, roots(word)]));
        }""",
        sorted(words),
    )
    expected = {word: [root for root in roots.of(word) if root in known] for word in words}
    assert {word: found for word, found in answers.items() if found != expected[word]} == {}
