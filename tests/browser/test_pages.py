"""Every file of the built site, at a domain's root and under /repo/: addresses, languages, policy, validity."""

from pathlib import Path

from site_checks.building import build_site
from site_checks.languages import language_faults, sitemap_faults
from site_checks.links import closed_to_a_folder, dead_links, orphans, relative_links_of_the_missing_page, repeated_anchors
from site_checks.safety import fetched_from_elsewhere, policy_faults
from site_checks.site import Site
from site_checks.validity import validity_faults


def test_every_link_and_anchor_leads_somewhere(site: Site) -> None:
    assert dead_links(site) == []


def test_every_page_is_reached_by_links(site: Site) -> None:
    assert orphans(site) == []


def test_no_id_stands_twice_on_a_page(site: Site) -> None:
    assert repeated_anchors(site) == []


def test_the_page_for_missing_pages_works_at_every_depth(site: Site) -> None:
    assert relative_links_of_the_missing_page(site) == []


def test_the_preview_opens_from_a_folder(tmp_path: Path) -> None:
    assert closed_to_a_folder(build_site(tmp_path / "output", "", settings="pelicanconf.py")) == []


def test_languages_point_at_each_other(site: Site) -> None:
    assert language_faults(site) == []


def test_the_site_map_lists_every_page_with_its_languages(site: Site) -> None:
    assert sitemap_faults(site) == []


def test_robots_name_the_site_map(site: Site) -> None:
    assert f"Sitemap: {site.address}/sitemap.xml" in site.text("robots.txt").splitlines()


def test_the_policy_is_strict_and_blocks_nothing_of_ours(site: Site) -> None:
    assert policy_faults(site) == []


def test_nothing_is_fetched_from_elsewhere(site: Site) -> None:
    assert fetched_from_elsewhere(site) == []


def test_every_page_is_valid(under_repo: Site) -> None:
    assert validity_faults(under_repo) == []
