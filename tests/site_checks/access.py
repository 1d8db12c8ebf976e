"""An open page to what axe, the policy, its width and its console say of it."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from site_checks.site import Fault

AXE = Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
BRIEFLY = {"resultTypes": ["violations"], "preload": False, "selectors": False}
"""Axe need not tell what is right, fetch style sheets again for rules that are not asked, or say how to find an element."""
READ = (".body", ".parallel .side", ".prose", ".topic-text", ".lines", ".listing", "main")
"""What is read on a page, by its kind: the first of these that is there."""
WIDEST = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return null;
  const reach = (e) => { const box = e.getBoundingClientRect(); return Math.max(box.right, box.left + e.scrollWidth); };
  const wide = [...document.querySelectorAll("body *")].filter((e) => reach(e) > width + 0.5);
  const last = wide.at(-1);
  return last ? `${last.tagName.toLowerCase()}.${last.className}: ${last.textContent.trim().slice(0, 60)}` : "?";
}"""


def axe_faults(page: Page, name: str) -> list[Fault]:
    """Every rule of WCAG 2.2 AA and of axe's best practice that the page as it now looks breaks."""
    return _violations(page, name, "tag", TAGS)


def contrast_faults(page: Page, name: str) -> list[Fault]:
    """Text that is read, rather than used, and has less than the contrast of WCAG AAA (7:1, large text 4.5:1)."""
    selector = next((each for each in READ if page.locator(each).count()), "main")
    return _violations(page, name, "rule", ["color-contrast-enhanced"], selector)


def _violations(page: Page, name: str, kind: str, values: list[str], where: str = "html") -> list[Fault]:
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    options: dict[str, Any] = {"runOnly": {"type": kind, "values": values}, **BRIEFLY}
    violations = page.evaluate(
        "([where, options]) => axe.run(where, options).then((told) => told.violations)", [where, options]
    )
    return [Fault(name, _words_of(violation)) for violation in violations]


def _words_of(violation: dict[str, Any]) -> str:
    nodes = violation["nodes"]
    places = ", ".join(node["html"][:120] for node in nodes[:5])
    return f"axe {violation['id']}, {len(nodes)} times: {places} — {' '.join(nodes[0]['failureSummary'].split())}"


def sideways_fault(page: Page, name: str) -> list[Fault]:
    """The widest culprit, if the page can be scrolled sideways."""
    culprit = page.evaluate(WIDEST)
    return [Fault(name, f"scrolls sideways because of {culprit}")] if culprit else []
