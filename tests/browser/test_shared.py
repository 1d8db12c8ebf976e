"""What other programs take from the site: cards of shared links, manifests, citation files."""

import fnmatch
import json
from urllib.parse import urljoin

from PIL import Image
from site_checks.site import LANGUAGES, Site


def meta(site: Site, path: str, name: str) -> str:
    """What a page's head says under a name."""
    _, _, rest = site.text(path).partition(f'="{name}" content="')
    return rest.partition('"')[0]


def test_every_page_names_a_card_that_is_there(site: Site) -> None:
    for path in site.pages():
        card, _ = site.resolve(meta(site, path, "og:image"), path)
        assert card, path
        with Image.open(site.root / card) as image:
            assert image.size == (int(meta(site, path, "og:image:width")), int(meta(site, path, "og:image:height"))), path
        assert meta(site, path, "og:image:alt"), path


def test_articles_and_topics_have_cards_of_their_own(site: Site) -> None:
    for language in LANGUAGES:
        for kind in ("articles", "topics"):
            pages = fnmatch.filter(site.pages(), f"{language}/{kind}/*/index.html")
            folders = {"/".join(path.split("/")[:3]) for path in pages if path.count("/") > 2}
            cards = {(site.root / folder / "card.png").read_bytes() for folder in folders}
            assert folders
            assert len(cards) == len(folders)


def test_manifests_lead_to_the_site_and_its_icons(site: Site) -> None:
    for language in LANGUAGES:
        path = f"{language}/site.webmanifest"
        manifest = json.loads(site.text(path))
        assert manifest["lang"] == language
        assert site.resolve(manifest["start_url"], path)[0] == f"{language}/index.html"
        assert urljoin(site.url(path), manifest["scope"]) == f"{site.address}/"
        for icon in manifest["icons"]:
            file, _ = site.resolve(icon["src"], path)
            assert file
            with Image.open(site.root / file) as image:
                assert "{}x{}".format(*image.size) == icon["sizes"]


def test_every_article_links_its_citation_files(site: Site) -> None:
    for path in fnmatch.filter(site.pages(), "*/articles/*/index.html"):
        if path.count("/") == 3:
            files = {site.resolve(link.value, path)[0] for link in site.page(path).references if "cite." in link.value}
            assert len(files - {""}) == 3, path
