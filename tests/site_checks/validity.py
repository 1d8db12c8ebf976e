"""Site to what the Nu Html Checker says of its pages, styles and drawings."""

import json
import subprocess
from pathlib import Path

from site_checks.site import Fault, Site

CHECKER = Path(__file__).parents[2] / "node_modules/vnu-jar/build/dist/vnu.jar"
# The checker reads files and cannot know the site's origin, so it takes what 'self' allows for forbidden.
FALSE_ALARMS = ("Content Security Policy",)


def validity_faults(site: Site) -> list[Fault]:
    """Every error and warning, but for those that are false for files."""
    files = [str(site.root / path) for path in site.files(".html", ".css", ".svg")]
    command = [
        "java",
        "-Xss2m",
        "-XX:TieredStopAtLevel=1",  # a run of seconds does not earn back what better compiled code costs
        "-XX:+UseSerialGC",
        "-jar",
        str(CHECKER),
        "--format",
        "json",
        "--stdout",
        "--also-check-css",
        "--also-check-svg",
    ]
    run = subprocess.run([*command, *files], capture_output=True, text=True, check=False)
    if not run.stdout.startswith("{"):
        raise RuntimeError(f"the Nu Html Checker did not run: {run.stderr[-2000:]}")
    return [_fault(site, message) for message in json.loads(run.stdout)["messages"] if _counts(message)]


def _counts(message: dict[str, str]) -> bool:
    severe = message["type"] != "info" or message.get("subType") == "warning"
    return severe and not any(words in message["message"] for words in FALSE_ALARMS)


def _fault(site: Site, message: dict[str, str]) -> Fault:
    path = message.get("url", "").removeprefix(f"file:{site.root}/")
    extract = " ".join(message.get("extract", "").split())[:120]
    return Fault(path, f"{message['message']} — {extract}", int(message.get("lastLine", 0)))
