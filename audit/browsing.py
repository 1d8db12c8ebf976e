"""Every kind of page in a browser, in each language, theme and width: what a reader would stumble over."""

from collections.abc import Callable, Iterator

from playwright.sync_api import Browser, Page, sync_playwright
from site_checks.access import axe_faults, contrast_faults, sideways_fault
from site_checks.keyboard import keyboard_faults
from site_checks.outline import outline_faults
from site_checks.reading import browser_program, reading
from site_checks.site import Fault, Site

from audit.table import Measure

WIDTHS = (320, 1280)
SCHEMES = ("light", "dark")
Check = Callable[[Page, str], list[Fault]]
IN_EACH_THEME: dict[str, Check] = {
    "axe, WCAG 2.2 AA and best practice": axe_faults,
    "AAA contrast of what is read": contrast_faults,
}
IN_EACH_WIDTH: dict[str, Check] = {
    "sideways scroll": sideways_fault,
    "keyboard: reached, seen, marked": keyboard_faults,
    "outline for screen readers": outline_faults,
}


def browsing_measures(site: Site, arguments: list[str]) -> Iterator[tuple[Measure, list[Fault]]]:
    """The number of faults of each check over all kinds of page, and the faults themselves."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_program(), args=arguments, chromium_sandbox=False)
        found = _all_faults(site, browser)
        browser.close()
    kinds = len(site.kinds())
    for what, faults in found.items():
        themes = f" × {len(SCHEMES)} themes" if what in IN_EACH_THEME else ""
        yield Measure(what, f"{kinds} kinds of page{themes} × {len(WIDTHS)} widths", len(faults), 0), faults


def _all_faults(site: Site, browser: Browser) -> dict[str, list[Fault]]:
    found: dict[str, list[Fault]] = {name: [] for name in (*IN_EACH_THEME, *IN_EACH_WIDTH, "console, network, other hosts")}
    for width in WIDTHS:
        for scheme in SCHEMES:
            checks = IN_EACH_THEME if scheme != SCHEMES[0] else {**IN_EACH_THEME, **IN_EACH_WIDTH}
            viewport = {"width": width, "height": 800}
            options = {"color_scheme": scheme, "viewport": viewport, "reduced_motion": "reduce", "ignore_https_errors": True}
            with reading(browser, site, **options) as reader:
                for path in site.kinds().values():
                    page = reader.open(path)
                    for what, check in checks.items():
                        found[what] += check(page, f"{path} at {width} px, {scheme}")
                found["console, network, other hosts"] += reader.faults
    return found
