"""Pages to Lighthouse's scores on its slow phone: the median of several runs."""

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlsplit

from site_checks.reading import browser_program
from site_checks.site import Site

from audit.table import Measure

PROGRAM = Path(__file__).parents[1] / "node_modules/.bin/lighthouse"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
SLOWEST = 1.0
"""Seconds to the largest contentful paint."""


def lighthouse_measures(site: Site, pages: dict[str, str], browser: list[str], runs: int) -> Iterator[Measure]:
    """The four scores, the largest contentful paint and requests to other hosts, of each page."""
    for name, path in pages.items():
        reports = [_report(site.url(path), browser) for _ in range(runs)]
        for category in CATEGORIES:
            scores = [100 * report["categories"][category]["score"] for report in reports]
            note = "" if median(scores) == 100 else _missed(reports[0], category)
            yield Measure(f"Lighthouse {category}", name, round(median(scores)), 100, "at least", note=note)
        paints = [report["audits"]["largest-contentful-paint"]["numericValue"] / 1000 for report in reports]
        yield Measure("largest contentful paint", name, round(median(paints), 2), SLOWEST, unit=" s")
        elsewhere = {
            url for report in reports for url in _requests(report) if urlsplit(url).netloc != urlsplit(site.address).netloc
        }
        yield Measure("requests to other hosts", name, len(elsewhere), 0, note=", ".join(sorted(elsewhere)))


def _report(url: str, browser: list[str]) -> dict[str, Any]:
    flags = " ".join(["--headless=new", *map(_quoted, browser)])
    with TemporaryDirectory(prefix="kliping-audit-") as folder:
        place = Path(folder) / "report.json"  # its standard output ends early where it is a pipe
        command = [PROGRAM, url, "--quiet", "--output=json", f"--output-path={place}", "--no-enable-error-reporting"]
        surroundings = os.environ | {"CHROME_PATH": browser_program()}
        run = subprocess.run(
            [*command, f"--chrome-flags={flags}"], env=surroundings, capture_output=True, text=True, check=False, timeout=300
        )
        if not place.is_file():
            raise RuntimeError(f"Lighthouse said nothing about {url}: {run.stderr[-1000:]}")
        report: dict[str, Any] = json.loads(place.read_bytes())
    if report.get("runtimeError"):
        raise RuntimeError(f"Lighthouse failed on {url}: {report['runtimeError']['message']}")
    return report


def _quoted(flag: str) -> str:
    name, _, value = flag.partition("=")
    return f'{name}="{value}"' if " " in value else flag


def _missed(report: dict[str, Any], category: str) -> str:
    """The audits that cost points."""
    parts = report["categories"][category]["auditRefs"]
    scores = {part["id"]: report["audits"][part["id"]].get("score") for part in parts if part["weight"]}
    return ", ".join(f"{name} {score:g}" for name, score in scores.items() if score is not None and score < 0.995)


def _requests(report: dict[str, Any]) -> list[str]:
    items = report["audits"]["network-requests"]["details"]["items"]
    return [item["url"] for item in items if item["url"].startswith("http")]
