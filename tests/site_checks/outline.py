"""An open page to its outline as a screen reader tells it: headings, landmarks, languages; and to what is wrong with it."""

from itertools import pairwise
from typing import Any

from playwright.sync_api import Page

from site_checks.site import LANGUAGES, Fault

OUTLINE = """() => {
  const seen = (e) => e.checkVisibility();
  const label = (e) => {
    const by = e.getAttribute("aria-labelledby");
    return (e.getAttribute("aria-label") ?? (by && document.getElementById(by)?.textContent) ?? "").trim();
  };
  const inSection = (e) => e.parentElement.closest("article, aside, main, nav, section");
  const role = (e) => e.getAttribute("role") ?? {
    MAIN: "main", NAV: "navigation", ASIDE: "complementary", FORM: label(e) ? "form" : "", SEARCH: "search",
    HEADER: inSection(e) ? "" : "banner", FOOTER: inSection(e) ? "" : "contentinfo", SECTION: label(e) ? "region" : "",
  }[e.tagName] ?? "";
  const all = [...document.querySelectorAll("body *")].filter(seen);
  return {
    lang: document.documentElement.lang,
    title: document.title.trim(),
    headings: all.filter((e) => /^H[1-6]$/.test(e.tagName)).map((e) => [Number(e.tagName[1]), e.textContent.trim()]),
    landmarks: all.map((e) => [role(e), label(e)]).filter(([name]) => ["banner", "complementary", "contentinfo", "form",
      "main", "navigation", "region", "search"].includes(name)),
    langs: all.filter((e) => e.lang).map((e) => e.lang),
    stray: all.filter((e) => !e.children.length && e.textContent.trim() && !e.closest("main, header, footer, nav, .skip"))
      .map((e) => e.outerHTML.slice(0, 80)),
  };
}"""
ONCE = ("main", "banner", "contentinfo")


def outline(page: Page) -> dict[str, Any]:
    """Language, title, headings with their levels, landmarks with their names, and the languages of passages."""
    found: dict[str, Any] = page.evaluate(OUTLINE)
    return found


def outline_faults(page: Page, name: str) -> list[Fault]:
    """Whatever would leave a listener lost."""
    told = outline(page)
    faults = [] if told["title"] else ["has no title"]
    faults += [] if told["lang"] in LANGUAGES else [f"is in {told['lang']!r}"]
    faults += [f"marks words as {lang!r}" for lang in told["langs"] if lang not in LANGUAGES]
    faults += _heading_faults([(level, words) for level, words in told["headings"]])
    faults += _landmark_faults([(role, label) for role, label in told["landmarks"]])
    faults += [f"is outside every landmark: {words}" for words in told["stray"]]
    return [Fault(name, words) for words in faults]


def _heading_faults(headings: list[tuple[int, str]]) -> list[str]:
    levels = [level for level, _ in headings]
    faults = [] if levels.count(1) == 1 and levels[0] == 1 else [f"has the heading levels {levels}"]
    faults += [f"has an empty heading of level {level}" for level, words in headings if not words]
    steps = pairwise(headings)
    return faults + [
        f"skips from level {one} to {other} at {words!r}" for (one, _), (other, words) in steps if other > one + 1
    ]


def _landmark_faults(landmarks: list[tuple[str, str]]) -> list[str]:
    faults = [f"has {count} {role} landmarks" for role in ONCE if (count := [each for each, _ in landmarks].count(role)) > 1]
    faults += [] if ("main", "") in landmarks else ["has no main landmark"]
    named = [(role, label) for role, label in landmarks if role not in ONCE]
    faults += [
        f"has a {role} without a name" for role, label in named if not label and [r for r, _ in named].count(role) > 1
    ]
    return faults + [
        f"has two {role} landmarks named {label!r}" for role, label in sorted({*named}) if named.count((role, label)) > 1
    ]
