"""`python -m audit`: builds the site for a real address, measures it, prints a table, fails where a bound is broken."""

import argparse
import os
import platform
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from site_checks.building import build_site
from site_checks.site import Fault, Site
from site_checks.validity import validity_faults

from audit.browsing import browsing_measures
from audit.hosting import hosting
from audit.lighthouse import lighthouse_measures
from audit.pages import chosen_pages
from audit.table import Measure, table
from audit.weights import search_weights, weight_measures

ADDRESS = "https://owner.github.io/repo"
RESULTS = Path(__file__).with_name("RESULTS.md")
"""The last table that was kept."""


def main() -> int:
    """Everything, in the order of what takes least time."""
    parser = argparse.ArgumentParser(prog="audit", description=__doc__)
    parser.add_argument("--runs", type=int, default=3, help="runs of Lighthouse for each page, of which the median counts")
    parser.add_argument("--only", help="pages whose name holds these words, such as `article id`, for Lighthouse")
    parser.add_argument("--without", default="", help="leave out: weights, validity, browser, lighthouse; comma between")
    parser.add_argument("--record", action="store_true", help=f"keep the table in {RESULTS.parent.name}/{RESULTS.name}")
    options = parser.parse_args()
    with TemporaryDirectory(prefix="kliping-audit-") as folder:
        site = build_site(Path(folder) / "output", ADDRESS)
        left_out = options.without.split(",")
        found = list(_measures(site, options.runs, options.only or "", left_out))
        measures, faults = [one for one, _ in found], [fault for _, several in found for fault in several]
        sent = list(search_weights(site)) if "weights" not in left_out else []
    broken = sum(not one.holds for one in measures)
    _print("\n".join(str(fault) for fault in faults))
    words = _report(measures, sent)
    _print(words)
    if options.record:
        RESULTS.write_text(f"# What `make audit` measured last\n\n{words}\n", encoding="utf-8")
    return 1 if broken else 0


def _report(measures: list[Measure], sent: list[tuple[str, float]]) -> str:
    load, system = os.getloadavg()[0], f"{platform.system()} {platform.machine()}"
    lines = [
        f"{date.today():%d %B %Y}, {system}, {os.cpu_count()} cores under a load of {load:.1f}; the first digest at",
        f"{ADDRESS}. Lighthouse's performance and paint times depend on what else the machine does; all else does not.",
        "",
        table(measures),
        "",
    ]
    if sent:
        rows = [f"| {what} | {size} kB |" for what, size in sent]
        lines += ["For information, as sent:", "", "| what | size |", "|---|---:|", *rows, ""]
    return "\n".join([*lines, f"{len(measures)} measures, {sum(not one.holds for one in measures)} broken."])


def _measures(site: Site, runs: int, only: str, left_out: list[str]) -> Iterator[tuple[Measure, list[Fault]]]:
    if "weights" not in left_out:
        yield from ((one, []) for one in weight_measures(site))
    if "validity" not in left_out:
        invalid = validity_faults(site)
        yield Measure("Nu Html Checker", f"{len(site.files('.html', '.css', '.svg'))} files", len(invalid), 0), invalid
    with hosting(site) as arguments:
        if "browser" not in left_out:
            yield from browsing_measures(site, arguments)
        if "lighthouse" not in left_out:
            pages = {name: path for name, path in chosen_pages(site).items() if only in name}
            yield from ((one, []) for one in lighthouse_measures(site, pages, arguments, runs))


def _print(words: str) -> None:
    if words:
        sys.stdout.write(f"{words}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
