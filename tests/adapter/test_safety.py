"""A digest in which every field attacks: a reader sees the attack as words, in every file and language."""

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import feedparser
import pytest
from bs4 import BeautifulSoup, Tag
from newsroom.catalogues import HEADER
from newsroom.hostile import ATTACKS
from newsroom.sites import ADDRESS, build, sound, soup
from site_checks.feeds import feed_faults
from site_checks.links import dead_links
from site_checks.safety import fetched_from_elsewhere, policy_faults
from site_checks.site import Site

from kliping.cleaning.reading.mending import clean_text

feedparser.SANITIZE_HTML = 0
ATTACK = " ".join(attack for attack in ATTACKS if "\u0000" not in attack)
"""All of them in a row; the one with control characters is tried apart."""
WORDS = re.sub(r"\s+", " ", ATTACK)
HOSTILE_URL = "https://a.example/'onclick='alert(1)/&lt;b&gt;/{{7*7}}/../..'"
SIDECAR_FIELDS = ("title", "standfirst", "dateline")
ID, OTHER = "hostile", "plain"
PARAGRAPH = "Presiden tiba di Baku pada Senin pagi untuk kunjungan selama dua hari di negara itu."


def field(name: str) -> str:
    """What stands in a field: its name and every attack; an outlet's name, which the cleaner looks for, has a few."""
    return f"Isi {name}: {' '.join(ATTACKS[:2]) if name == 'outlet' else WORDS}"


def yaml(name: str) -> str:
    return json.dumps(field(name), ensure_ascii=False)


def both(name: str) -> str:
    return f"{{id: {yaml(name)}, en: {yaml(name)}}}"


def po(key: str, source: str, words: str) -> str:
    said = {"msgctxt": key, "msgid": source, "msgstr": words}
    return "\n" + "".join(f"{name} {json.dumps(value, ensure_ascii=False)}\n" for name, value in said.items())


SIDECAR = [
    *(f"{name}: {yaml(name)}" for name in SIDECAR_FIELDS),
    f"authors: [{{value: {yaml('author')}}}]",
    f"wires: [{yaml('wire')}]",
    f"cited: [{yaml('cited')}]",
    f"url: {json.dumps(HOSTILE_URL)}",
    f"original_url: {json.dumps(HOSTILE_URL)}",
    "publisher: evil",
    "topics: [evil]",
    "added: 2024-08-20",
    f"note: {both('note')}",
    f"corrections: [{{date: 2024-08-21, text: {both('correction')}}}]",
]


@pytest.fixture(scope="session")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The digest, every field of it."""
    folder = tmp_path_factory.mktemp("hostile") / "content"
    rest = "Keduanya juga akan makan malam di kediaman resmi presiden pada malam yang sama."
    paragraphs = ("Hujan turun sejak pagi ketika tamu itu mendarat.", PARAGRAPH, field("body"), rest)
    text = "\n\n".join(["Judul", "Senin, 19 Agustus 2024 - 10:15 WIB", *paragraphs]) + "\n"
    head = HEADER.replace("A Person", ATTACKS[0]).replace("X-Reviewed-By: ", f"X-Reviewed-By: {ATTACKS[2]}")
    files = {
        f"articles/{ID}.txt": text,
        f"articles/{ID}.yml": "\n".join(SIDECAR),
        f"articles/{OTHER}.txt": text.replace(field("body"), f"Kendali: a\x08b\x1bc\x00d\x7fe {PARAGRAPH}"),
        f"articles/{OTHER}.yml": 'title: "Kendali \\b \\e \\x7f di judul"\nadded: 2024-08-20\n',
        f"translations/en/{ID}.po": head
        + po("title", field("title"), field("translated title"))
        + po("p2", PARAGRAPH, field("translated p2")),
        "vocabulary.yml": f"places:\n  evil:\n    name: {{id: {yaml('name')}, en: {yaml('name')}}}\n"
        f"    aliases: {{id: [Baku], en: [{yaml('alias')}]}}\n    description: {both('description')}\n"
        f"    wikidata: {{id: Q1, label: {yaml('label')}}}\n",
        "outlets.yml": f"default: {{policy: full}}\noutlets:\n  evil:\n    name: {yaml('outlet')}\n"
        f"    domains: [a.example]\n    lang: id\n    country: ID\n    kind: portal\n    policy: full\n"
        f"    why: {both('why')}\n"
        f"    owner: {{words: {both('owner')}, source: {json.dumps(HOSTILE_URL)}}}\n",
        "topics/evil.yml": f"name: {both('topic')}\ndescription: {both('topic description')}\nrule: {{all: [evil]}}\n"
        f"timeline:\n  - {{date: 2024-08-19, kind: event, words: {both('timeline')}, cites: ['{ID}#p1']}}\n",
        **{f"topics/evil.{lang}.md": f"{field('introduction')}\n" for lang in ("id", "en")},
        **{f"pages/about.{lang}.md": f"# {field('page title')}\n\n{field('prose')}\n" for lang in ("id", "en")},
    }
    for name, words in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(words, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def hostile(content: Path) -> Site:
    """Its site."""
    return sound(build(content, content.parent / "output"))


def elements(html: str) -> Iterator[Tag]:
    yield from (tag for tag in BeautifulSoup(html, "html.parser").find_all(True) if isinstance(tag, Tag))


def dangers(html: str) -> list[str]:
    """Whatever in a piece of HTML would run, be fetched from elsewhere or lead into a script."""
    found = []
    for tag in elements(html):
        data = tag.name == "script" and tag.get("type") == "application/ld+json"
        own = tag.name == "script" and urlsplit(str(tag.get("src", ""))).path.startswith("/theme/")
        if tag.name in ("script", "img", "iframe", "object", "embed", "base") and not data and not own:
            found.append(str(tag)[:80])
        for name, value in tag.attrs.items():
            to = str(value).strip().lower() if name in ("href", "src", "action", "cite") else ""
            if name.startswith("on") or to.startswith(("javascript:", "data:", "vbscript:")):
                found.append(f"{tag.name} {name}={value}"[:80])
    return found


def test_nothing_in_any_page_runs_or_is_fetched(hostile: Site) -> None:
    faults = {path: dangers(hostile.text(path)) for path in hostile.pages()}
    assert {path: found for path, found in faults.items() if found} == {}
    assert [str(fault) for fault in policy_faults(hostile) + fetched_from_elsewhere(hostile)] == []


def text_of(site: Site, path: str) -> str:
    page = soup(site, path)
    for element in page.select("script"):
        element.decompose()
    return re.sub(r"\s+", " ", page.get_text().replace("\u202e", ""))


@pytest.mark.parametrize(
    ("path", "names"),
    [
        (f"id/articles/{ID}/index.html", [*SIDECAR_FIELDS, "author", "wire", "cited", "body", "note", "correction"]),
        (f"id/articles/{ID}/index.html", ["outlet", "topic", "name"]),
        (f"en/articles/{ID}/index.html", ["translated title", "translated p2", "body", "standfirst"]),
        (f"id/articles/{ID}/parallel/index.html", ["body", "translated p2"]),
        (f"id/articles/{ID}/ledger/index.html", ["body", "title"]),
        ("id/index.html", ["title", "topic", "topic description", "standfirst"]),
        ("en/topics/evil/index.html", ["topic", "topic description", "timeline", "translated title"]),
        ("id/tags/evil/index.html", ["name", "alias", "description"]),
        ("id/outlets/evil/index.html", ["outlet", "why", "owner"]),
        ("id/archive/index.html", ["title"]),
    ],
)  # fmt: skip
def test_every_field_is_shown_as_the_words_it_holds(hostile: Site, path: str, names: list[str]) -> None:
    shown = text_of(hostile, path)
    for name in names:
        is_read = name == "body" and "ledger" not in path  # of a scraped text references are read; the ledger shows them
        words = clean_text(field(name)) if is_read else field(name)
        wanted = re.sub(r"\s+", " ", words.replace("\u202e", ""))[:400]
        assert wanted in shown, name


def test_no_template_word_was_carried_out(hostile: Site) -> None:
    for path in hostile.files(".html", ".atom", ".rss", ".json", ".jsonl", ".xml", ".opml"):
        text = hostile.text(path)
        assert text.count("{{ 7*7 }}") >= text.count("Isi title: "), path
        assert "root:x:0" not in text


def test_feeds_are_read_and_their_html_runs_nothing(hostile: Site) -> None:
    assert [str(fault) for fault in feed_faults(hostile)] == []
    for path in hostile.files(".atom", ".rss"):
        feed = feedparser.parse(hostile.text(path))
        assert not feed.bozo, (path, feed.bozo_exception)
        for entry in feed.entries:
            assert dangers(entry.content[0].value if "content" in entry else entry.summary) == []
    titles = {entry.title for entry in feedparser.parse(hostile.text("id/feed.atom")).entries}
    assert any(title.startswith("Isi title: <script>alert(1)</script>") for title in titles)


def test_structured_data_ends_where_it_should_and_says_what_was_said(hostile: Site) -> None:
    for lang in ("id", "en"):
        (block,) = soup(hostile, f"{lang}/articles/{ID}/index.html").select('script[type="application/ld+json"]')
        said = json.loads(block.get_text())
        assert said["headline"].startswith("Isi ") and "<script>" in said["headline"]
        assert all(urlsplit(origin["url"]).scheme == "https" for origin in said["isBasedOn"] if "url" in origin)


def test_every_file_for_machines_is_whole(hostile: Site) -> None:
    for path in hostile.files(".xml", ".opml", ".atom", ".rss", ".svg"):
        ET.fromstring(hostile.text(path))
    for path in hostile.files(".json", ".webmanifest"):
        json.loads(hostile.text(path))
    lines = hostile.text("data/articles.jsonl").split("\n")
    assert {json.loads(line)["id"] for line in lines if line} == {OTHER, ID}


def test_a_title_of_several_lines_makes_no_further_citation(hostile: Site) -> None:
    for path in hostile.files(".ris"):
        lines = hostile.text(path).splitlines()
        assert sum(line.startswith("TY  - ") for line in lines) == 1
        assert sum(line.startswith("ER  -") for line in lines) == 1


def test_control_characters_reach_no_page_and_no_feed(hostile: Site) -> None:
    found = {
        path: sorted(set(re.findall(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]", hostile.text(path))))
        for path in hostile.files(".html", ".atom", ".rss", ".xml", ".opml", ".ris", ".bib")
    }
    assert {path: controls for path, controls in found.items() if controls} == {}
    assert "Kendali \ufffd" in hostile.text(f"id/articles/{OTHER}/index.html")


def test_every_link_still_leads_somewhere(hostile: Site) -> None:
    assert [str(fault) for fault in dead_links(hostile)] == []


def test_nothing_is_written_beside_the_site(hostile: Site, content: Path) -> None:
    assert {path.name for path in content.parent.iterdir()} == {"content", "output", "output.cache"}
    assert all(re.fullmatch(r"[\w./-]+", path) and ".." not in path for path in hostile.files())


def test_the_address_of_the_site_is_no_way_in(content: Path, tmp_path: Path) -> None:
    built = build(content, tmp_path / "output", address=f'{ADDRESS}/"><script>alert(1)</script>')
    assert built.status == 1
    assert "pelicanconf.py: `SITEURL`" in built.said
    assert "Traceback" not in built.said
