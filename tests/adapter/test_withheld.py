"""Rights on the whole site: words that a policy withholds stand in no file of it, in neither language."""

from collections.abc import Iterator
from gzip import decompress
from urllib.parse import urlsplit

import feedparser
import pytest
from bs4 import BeautifulSoup, Tag
from newsroom.sites import CONTENT, TINY, soup
from newsroom.stricter import BOUND, CORRECTED, POLICIES, WITHDRAWN
from newsroom.wording import runs
from site_checks.links import dead_links, repeated_anchors
from site_checks.site import Site

from kliping.digest.model import Clipping, Digest, Edition
from kliping.knowledge import Knowledge
from kliping.pipeline import read_digest

IDNTIMES = "2024-08-19-idntimes-rusia-siap-bantu-perdamaian"
KUMPARAN = "2024-08-19-kumparan-putin-berkunjung-ke-baku"


@pytest.fixture(scope="session")
def whole(knowledge: Knowledge) -> Digest:
    """The first digest, nothing withheld."""
    digest, errors = read_digest(CONTENT, ("id", "en"), knowledge)
    assert not errors
    return digest


def words_of(clipping: Clipping, edition: Edition) -> Iterator[tuple[str, str, bool]]:
    """Every text of an edition with its name, and whether it may be shown."""
    publisher = clipping.article.publisher
    policy = POLICIES[publisher.outlet or ""] if publisher else "link"
    if clipping.article.id == WITHDRAWN:
        policy = "withdrawn"
    full, excerpt = policy == "full", policy in ("full", "excerpt")
    if edition.title:
        yield "title", edition.title.text, policy != "withdrawn"
    if edition.standfirst:
        yield "standfirst", edition.standfirst.text, excerpt
    for number, caption in enumerate(edition.captions, start=1):
        yield f"caption{number}", caption.text, full
    paragraphs = 0
    for block in edition.blocks:
        paragraphs += block.kind != "heading"
        yield block.anchor, block.passage.text, full or (excerpt and paragraphs <= BOUND)


def all_words(digest: Digest, shown: bool) -> dict[str, set[str]]:
    """The runs of words of every text that is, or is not, to be shown."""
    return {
        f"{clipping.article.id} {edition.lang} {name}": runs(text)
        for clipping in digest.clippings.values()
        for edition in clipping.editions.values()
        for name, text, may in words_of(clipping, edition)
        if may is shown
    }


def own_words() -> set[str]:
    """What the editor says, in part in the same words."""
    files = [path for path in CONTENT.rglob("*") if path.suffix in (".yml", ".md")]
    return set().union(*(runs(path.read_text(encoding="utf-8")) for path in files))


def site_words(site: Site) -> dict[str, set[str]]:
    """The runs of words in each file, those of the search index unpacked."""
    contents = {path: (site.root / path).read_bytes() for path in site.files()}
    unpacked = {path: decompress(data) if data.startswith(b"\x1f\x8b") else data for path, data in contents.items()}
    return {path: runs(data.decode("utf-8", "replace")) for path, data in unpacked.items()}


def test_no_run_of_withheld_words_is_in_any_file(whole: Digest, reduced: Site) -> None:
    allowed = own_words().union(*all_words(whole, shown=True).values())
    withheld = {name: found - allowed for name, found in all_words(whole, shown=False).items()}
    assert sum(map(bool, withheld.values())) > 60
    found = {
        f"{path}: {name}: {min(words & secret)}"
        for path, words in site_words(reduced).items()
        for name, secret in withheld.items()
        if words & secret
    }
    assert sorted(found) == []


def test_every_run_of_words_that_may_be_shown_is_shown(whole: Digest, reduced: Site) -> None:
    """So that the test above does not pass on a site that shows nothing."""
    pages = {lang: set().union(*(w for p, w in site_words(reduced).items() if p.startswith(lang))) for lang in ("id", "en")}
    missing = [name for name, words in all_words(whole, shown=True).items() if words - pages[name.split()[1]]]
    assert missing == []


def test_where_all_may_be_shown_all_is(tiny: Site, knowledge: Knowledge) -> None:
    digest, _ = read_digest(TINY, ("id", "en"), knowledge)
    pages = {lang: set().union(*(w for p, w in site_words(tiny).items() if p.startswith(lang))) for lang in ("id", "en")}
    passages = [
        (edition.lang, passage.text)
        for clipping in digest.clippings.values()
        for edition in clipping.editions.values()
        for passage in edition.passages
    ]
    assert passages
    assert [text for lang, text in passages if runs(text) - pages[lang]] == []


def test_a_withdrawn_article_keeps_its_address_and_its_reason(reduced: Site) -> None:
    for lang, words in (("id", "Atas permintaan penerbit."), ("en", "At the publisher’s request.")):
        page = soup(reduced, f"{lang}/articles/{WITHDRAWN}/index.html").select_one("main")
        assert page and words in page.get_text()
        assert all(fact in page.get_text() for fact in ("SINDOnews", "24 November 2021"))
        assert f"{lang}/articles/{WITHDRAWN}/ledger/index.html" not in reduced.pages()
        assert words in reduced.text(f"{lang}/feed.atom")


def test_a_topic_does_not_say_why_a_withdrawn_article_is_in_it(whole: Digest, reduced: Site) -> None:
    topic = next(id_ for id_, ids in whole.by_topic.items() if WITHDRAWN in ids)
    for lang in ("id", "en"):
        cards = soup(reduced, f"{lang}/topics/{topic}/index.html").select(".clipping")
        why = {WITHDRAWN in str(card): card.select_one(".because") is not None for card in cards}
        assert why == {True: False, False: True}


def test_no_page_of_a_name_lists_a_withdrawn_article(whole: Digest, reduced: Site) -> None:
    """Whoever asked for it to be withdrawn may be one of those it names."""
    assert any(WITHDRAWN in ids for ids in whole.by_tag.values())
    tags = [path for path in reduced.pages() if "/tags/" in path]
    assert tags
    assert [path for path in tags if WITHDRAWN in reduced.text(path)] == []


def test_no_file_tells_what_was_corrected_in_a_withdrawn_article(reduced: Site) -> None:
    """A correction may be about a person for whose sake it was withdrawn."""
    assert [path for path in reduced.files() if CORRECTED.encode() in (reduced.root / path).read_bytes()] == []


@pytest.mark.parametrize(("lang", "words"), [("id", "Artikel ini dicabut"), ("en", "This article was withdrawn")])
def test_lists_say_that_an_article_was_withdrawn(reduced: Site, lang: str, words: str) -> None:
    for path in (f"{lang}/index.html", f"{lang}/archive/index.html", f"{lang}/outlets/sindonews/index.html"):
        (card,) = [card for card in soup(reduced, path).select(".clipping") if WITHDRAWN in str(card)]
        headline = card.select_one(".headline")
        assert headline and headline.get_text(strip=True) == words
        assert not card.select_one("em.untitled")


def test_a_reader_of_an_excerpt_is_told_that_more_stands_in_the_original(reduced: Site) -> None:
    page = reduced.text(f"en/articles/{KUMPARAN}/index.html")
    assert 'class="withheld"' in page
    assert 'href="https://kumparan.com/kumparannews/' in page


def test_a_subscriber_to_an_excerpt_is_led_to_the_original(reduced: Site) -> None:
    """Not to a page here, which shows no more."""
    articles = [entry.content[0].value for entry in feedparser.parse(reduced.text("en/feed.atom")).entries]
    excerpts = [article for article in articles if "in the original." in article]
    links = [BeautifulSoup(each, "html.parser").find("a", string="Read it there") for each in excerpts]
    hosts = [urlsplit(str(link["href"])).netloc for link in links if isinstance(link, Tag)]
    assert sorted(hosts) == ["kumparan.com", "peranan.com", "www.idntimes.com"]


def test_only_what_can_be_read_takes_time(reduced: Site) -> None:
    shown = {id_: "minute to read" in reduced.text(f"en/articles/{id_}/index.html") for id_ in (IDNTIMES, KUMPARAN)}
    assert shown == {IDNTIMES: False, KUMPARAN: True}


def test_no_link_leads_to_a_paragraph_that_is_withheld(reduced: Site) -> None:
    assert [str(fault) for fault in dead_links(reduced) + repeated_anchors(reduced)] == []
