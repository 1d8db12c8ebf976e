"""Everyone can use the site: on a narrow phone, in the dark, with a screen reader, by keyboard."""

import pytest
from browser.conftest import OpenReader
from site_checks.access import axe_faults, sideways_fault
from site_checks.site import Site

PHONE = {"width": 320, "height": 640}
DOUBLED = {"width": 180, "height": 400}
"""What a phone of 360 by 800 has room for when its reader makes everything twice as large."""
DESK = {"width": 1280, "height": 900}
GROUND = """getComputedStyle(document.documentElement).backgroundColor
  + getComputedStyle(document.body).backgroundColor"""
UNSEEN_FOCUS = """() => {
  const e = document.activeElement, s = getComputedStyle(e);
  const shown = s.outlineStyle !== "none" && parseFloat(s.outlineWidth) > 0 || s.boxShadow !== "none";
  return e === document.body || shown ? null : e.outerHTML.slice(0, 120);
}"""


@pytest.mark.parametrize(("viewport", "scheme"), [(DESK, "light"), (PHONE, "dark")], ids=["desk-by-day", "phone-by-night"])
def test_axe_finds_nothing(under_repo: Site, read: OpenReader, viewport: dict[str, int], scheme: str) -> None:
    """That no colour turns on the width of the window is tested in tests/test_styles.py."""
    reader = read(under_repo, viewport=viewport, color_scheme=scheme, reduced_motion="reduce")
    assert [fault for path in under_repo.kinds().values() for fault in axe_faults(reader.open(path), path)] == []


def test_no_page_scrolls_sideways_or_upsets_the_browser(under_repo: Site, read: OpenReader) -> None:
    """Every page at 320 px: no sideways scroll, no console error, no other host, nothing missing."""
    reader = read(under_repo, viewport=PHONE)
    paths = [path for path in under_repo.pages() if path != "404.html"]
    faults = [fault for path in paths for fault in sideways_fault(reader.open(path), path)]
    assert faults + reader.faults == []


def test_no_kind_of_page_scrolls_sideways_on_a_phone_that_doubles_it(under_repo: Site, read: OpenReader) -> None:
    reader = read(under_repo, viewport=DOUBLED)
    paths = under_repo.kinds().values()
    assert [fault for path in paths for fault in sideways_fault(reader.open(path), path)] == []


def test_no_kind_of_page_upsets_the_browser_at_a_domains_root(at_root: Site, read: OpenReader) -> None:
    reader = read(at_root)
    for path in at_root.kinds("id").values():
        reader.open(path)
    assert reader.faults == []


def test_dark_is_dark(under_repo: Site, read: OpenReader) -> None:
    grounds = {
        scheme: read(under_repo, color_scheme=scheme).open("en/index.html").evaluate(GROUND) for scheme in ("light", "dark")
    }
    assert grounds["light"] != grounds["dark"]


def test_the_first_tab_skips_to_the_text_and_every_tab_shows_where_it_is(under_repo: Site, read: OpenReader) -> None:
    reader = read(under_repo)
    faults: list[str] = []
    for kind, path in under_repo.kinds("id").items():
        page = reader.open(path)
        page.keyboard.press("Tab")
        target = page.evaluate("document.activeElement.getAttribute('href')") or ""
        if not target.startswith("#") or page.locator(f"main{target}, {target} main, main {target}").count() != 1:
            faults.append(f"{kind}: the first Tab reaches {target!r}")
        for _ in range(12):
            if focus := page.evaluate(UNSEEN_FOCUS):
                faults.append(f"{kind}: no visible focus on {focus}")
            page.keyboard.press("Tab")
    assert faults == []
