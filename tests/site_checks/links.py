"""Site to the references on it that lead nowhere: pages, anchors, styles, data blocks, manifest."""

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote, urlsplit

from site_checks.markup import Reference
from site_checks.site import Fault, Site

SPOKEN = ("mailto:", "tel:", "data:", "blob:")
CSS_ADDRESS = re.compile(r"""url\(\s*['"]?([^'")]+)['"]?\s*\)|@import\s+['"]([^'"]+)['"]""")


def dead_links(site: Site) -> list[Fault]:
    """Every reference in pages, styles and data blocks that stays on the site and leads to no file or anchor."""
    faults: list[Fault] = []
    for path in site.pages():
        for reference in site.page(path).references:
            faults += _dead_reference(site, path, reference)
        faults += _dead_data_addresses(site, path)
    for path in site.files(".css"):
        faults += _dead_style_addresses(site, path)
    for path in site.files(".webmanifest"):
        faults += check_addresses(site, path, _addresses_in(json.loads(site.text(path))))
    return faults


def repeated_anchors(site: Site) -> list[Fault]:
    """Every id that stands twice on a page."""
    return [
        Fault(path, f"id {anchor!r} stands twice") for path in site.pages() for anchor in site.page(path).repeated_anchors
    ]


def orphans(site: Site, start: str = "index.html") -> list[Fault]:
    """Every page that no chain of links from the start page reaches.

    The page for missing pages is meant to be one, and so are those that lead on at once from an address of before.
    """
    seen = {start}
    waiting = [start]
    while waiting:
        path = waiting.pop()
        for reference in site.page(path).references:
            target, _ = site.resolve(reference.value, path)
            if reference.tag in ("a", "area") and target and target.endswith(".html") and target not in seen:
                seen.add(target)
                waiting.append(target)
    unseen = [path for path in site.pages() if path not in seen | {"404.html"}]
    return [Fault(path, "no link leads here") for path in unseen if 'http-equiv="refresh"' not in site.text(path)]


def relative_links_of_the_missing_page(site: Site, path: str = "404.html") -> list[Fault]:
    """Every reference of the page for missing pages that is not absolute: it is shown at any depth of path."""
    return [
        Fault(path, f"{reference.value!r} is relative, and this page is shown at every depth", reference.line)
        for reference in site.page(path).references
        if not reference.value.startswith(("/", "#", "http://", "https://", *SPOKEN))
    ]


def closed_to_a_folder(site: Site) -> list[Fault]:
    """Every link, style, script and picture that does not work when the site is opened as files, without a server.

    A folder has no index there, so links name files. The page for missing pages is left out: only servers show it.
    """
    faults: list[Fault] = []
    for path in site.pages():
        for reference in site.page(path).references:
            if path == "404.html" or reference.tag in ("meta", "form") or reference.value.startswith(("#", *SPOKEN)):
                continue
            if reference.tag == "link" and not {"stylesheet", "icon", "manifest"} & set(reference.rel.split()):
                continue
            file = (site.root / path).parent / unquote(urlsplit(reference.value).path)
            if not urlsplit(reference.value).scheme and not file.is_file():
                faults.append(Fault(path, f"{reference.value!r} opens no file", reference.line))
    return faults


def check_addresses(site: Site, path: str, addresses: Iterator[str]) -> list[Fault]:
    """The faults of plain addresses named in a file of the site."""
    return [
        fault for address in addresses for fault in _dead_reference(site, path, Reference(tag="", value=address, line=0))
    ]


def _dead_reference(site: Site, path: str, reference: Reference) -> list[Fault]:
    value = reference.value.strip()
    if value.lower().startswith(SPOKEN) or reference.rel in ("preconnect", "dns-prefetch"):
        return []
    if value == "" and reference.tag != "form":
        return [Fault(path, f"{reference.tag} has an empty address", reference.line)]
    target, anchor = site.resolve(value, path)
    if target is None:
        return []
    if not target:
        return [Fault(path, f"{value!r} leads to no file", reference.line)]
    if anchor and target.endswith(".html") and anchor not in site.page(target).anchors:
        return [Fault(path, f"{value!r}: {target} has no such anchor", reference.line)]
    return []


def _dead_style_addresses(site: Site, path: str) -> list[Fault]:
    found = (first or second for first, second in CSS_ADDRESS.findall(site.text(path)))
    return check_addresses(site, path, found)


def _dead_data_addresses(site: Site, path: str) -> list[Fault]:
    faults: list[Fault] = []
    for line, text in site.page(path).data_blocks:
        try:
            data = json.loads(text)
        except ValueError as error:
            faults.append(Fault(path, f"JSON-LD is not JSON: {error}", line))
        else:
            faults += check_addresses(site, path, _addresses_in(data))
    return faults


def _addresses_in(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        for key, value in data.items():
            if key in ("url", "@id", "src", "start_url", "contentUrl", "image", "logo") and isinstance(value, str):
                yield value
            else:
                yield from _addresses_in(value)
    elif isinstance(data, list):
        for value in data:
            yield from _addresses_in(value)
