"""Addresses: a link leads to the same file from every page, at a root, under a folder, and from a disk."""

import re
from posixpath import normpath
from urllib.parse import urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsroom.sites import PROJECT
from site_checks.site import Site

from kliping_pelican.citations import FORMATS
from kliping_pelican.showing import addresses
from kliping_pelican.showing.addresses import Addresses, file_of

PATHS = [
    addresses.CHOOSER,
    addresses.OPML,
    addresses.DATA,
    "404.html",
    addresses.home("id"),
    addresses.article("en", "a"),
    addresses.article("en", "a", "parallel"),
    addresses.article("id", "a", "ledger"),
    addresses.listing("id", "topics"),
    addresses.listing("en", "tags", "baku"),
    addresses.feed("id", "atom"),
    addresses.feed("en", "json", "peace"),
    "theme/css/site.css",
]
paths = st.sampled_from(PATHS)
LISTED = PROJECT / "docs/addresses.md"
UNLISTED = re.compile(r"theme/|search/|.*(/card\.png|/site\.webmanifest|\.nojekyll|404\.html)$")
"""What only pages or servers refer to."""


def test_the_design_names_these_addresses() -> None:
    assert addresses.article("id", "x") == "id/articles/x/"
    assert addresses.article("id", "x", "parallel") == "id/articles/x/parallel/"
    assert addresses.article("id", "x", "ledger") == "id/articles/x/ledger/"
    assert addresses.listing("en", "topics", "peace") == "en/topics/peace/"
    assert [addresses.feed("en", form) for form in addresses.FEED_TYPES] == ["en/feed.atom", "en/feed.rss", "en/feed.json"]
    assert addresses.feed("en", "rss", "peace") == "en/topics/peace/feed.rss"


@given(here=paths, there=paths, anchor=st.sampled_from(["", "#p7"]))
def test_a_relative_link_opens_the_file_from_a_folder(here: str, there: str, anchor: str) -> None:
    href = Addresses("", here).href(there + anchor)
    opened = urljoin(f"file:///site/{file_of(here)}", href)
    assert urlsplit(opened).path == f"/site/{file_of(there)}"
    assert opened.endswith(anchor)
    assert not href.startswith("/")


@given(
    here=paths, there=paths, site=st.sampled_from(["https://a.example", "https://o.example/repo", "https://o.example/a/b"])
)
def test_a_link_on_a_server_leads_to_the_page_below_the_sites_own_folder(here: str, there: str, site: str) -> None:
    made = Addresses(site, here)
    assert urljoin(f"{site}/{here}", made.href(there)) == f"{site}/{there}" == made.absolute(there)


@pytest.mark.parametrize("asked", ["gone", "en/articles/gone/", "en/a/b/c/d"])
def test_links_of_the_missing_page_work_at_every_depth(asked: str) -> None:
    href = Addresses("https://o.example/repo", "404.html", rooted=True).href("en/")
    assert urljoin(f"https://o.example/repo/{asked}", href) == "https://o.example/repo/en/"
    assert Addresses("", "404.html", rooted=True).href("en/") == "/en/"


@given(paths)
def test_every_path_is_one_file_below_the_site(path: str) -> None:
    assert normpath(file_of(path)) == file_of(path)
    assert not file_of(path).endswith("/")


def test_the_documents_list_every_address(tiny: Site) -> None:
    document = LISTED.read_text(encoding="utf-8")
    shapes = [re.sub(r"\\{.*?\\}", "[a-z0-9-]+", re.escape(each)) for each in re.findall(r"`/([^`]*)`", document)]
    paths = [path.removesuffix("index.html") for path in tiny.files() if not UNLISTED.match(path)]
    assert [path for path in paths if not any(re.fullmatch(shape, path) for shape in shapes)] == []
    assert {*addresses.FEED_TYPES, *(name.removeprefix("cite.") for name in FORMATS)} <= set(
        re.findall(r"`(\w+)`", document)
    )
