"""Site to what is wrong with its two languages: `lang`, `hreflang` both ways, canonical addresses, site map."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator

from site_checks.site import LANGUAGES, Fault, Site, page_language

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"


def language_faults(site: Site) -> list[Fault]:
    """Every page whose own language, or whose twin in the other one, is not as its address says."""
    faults: list[Fault] = []
    for path in site.pages():
        faults += _faults_of_page(site, path)
    return faults


def sitemap_faults(site: Site) -> list[Fault]:
    """Every entry of the site map that is no page, lacks its own alternates, and every page that it leaves out."""
    faults: list[Fault] = []
    listed: list[str] = []
    for path, entry in _sitemap_entries(site):
        address = entry.findtext(f"{SITEMAP}loc") or ""
        target, _ = site.resolve(address, path)
        if not target:
            faults.append(Fault(path, f"{address!r} is no page of this site"))
            continue
        listed.append(target)
        links = [link for link in entry.findall(f"{XHTML}link") if link.get("rel") == "alternate"]
        if {link.get("hreflang"): link.get("href") for link in links} != site.page(target).alternates():
            faults.append(Fault(path, f"{address!r} has other alternates than its page"))
    wanted = {page for page in site.pages() if page != "404.html" and "noindex" not in site.page(page).robots}
    faults += [Fault(page, "is in the site map twice") for page in sorted(set(listed)) if listed.count(page) > 1]
    faults += [Fault(page, "is not in the site map") for page in sorted(wanted - set(listed))]
    return faults + [Fault(page, "is in the site map and noindex") for page in sorted(set(listed) - wanted)]


def _sitemap_entries(site: Site, path: str = "sitemap.xml") -> Iterator[tuple[str, ET.Element]]:
    """The entries of the site map, which may be an index of several; an index's dead entry is an entry too."""
    root = ET.fromstring(site.text(path))
    yield from ((path, entry) for entry in root.findall(f"{SITEMAP}url"))
    for entry in root.findall(f"{SITEMAP}sitemap"):
        part, _ = site.resolve(entry.findtext(f"{SITEMAP}loc") or "", path)
        if part:
            yield from _sitemap_entries(site, part)
        else:
            yield path, entry


def _faults_of_page(site: Site, path: str) -> list[Fault]:
    page = site.page(path)
    language = page_language(path)
    faults: list[Fault] = []
    if page.lang not in LANGUAGES:
        faults.append(Fault(path, f"html lang is {page.lang!r}"))
    elif language and page.lang != language:
        faults.append(Fault(path, f"html lang is {page.lang!r} under /{language}/"))
    if path == "404.html":
        return faults
    faults += _canonical_faults(site, path)
    if language:
        faults += _alternate_faults(site, path, language)
        faults += _switch_faults(site, path, language)
    return faults


def _canonical_faults(site: Site, path: str) -> list[Fault]:
    """A page is its own canonical one; one that is not to be indexed may name another, which is."""
    links = [link.value for link in site.page(path).links("canonical")]
    if links == [site.url(path)]:
        return []
    if len(links) == 1 and "noindex" in site.page(path).robots:
        target, _ = site.resolve(links[0], path)
        if target and [link.value for link in site.page(target).links("canonical")] == [site.url(target)]:
            return []
    return [Fault(path, f"canonical is {links}, not {site.url(path)}")]


def _alternate_faults(site: Site, path: str, language: str) -> list[Fault]:
    alternates = site.page(path).alternates()
    missing = [name for name in (*LANGUAGES, "x-default") if name not in alternates]
    if missing:
        return [Fault(path, f"has no alternate for {', '.join(missing)}")]
    faults: list[Fault] = []
    if alternates[language] != site.url(path):
        faults.append(Fault(path, f"its own hreflang {language} leads to {alternates[language]}"))
    for name, address in alternates.items():
        target, _ = site.resolve(address, path)
        if not address.startswith(site.address + "/") or not target:
            faults.append(Fault(path, f"hreflang {name} leads to {address}, no page of this site"))
        elif name != "x-default" and page_language(target) != name:
            faults.append(Fault(path, f"hreflang {name} leads to {address}"))
        elif name != "x-default" and site.page(target).alternates() != alternates:
            faults.append(Fault(path, f"{target} does not name the same alternates"))
    return faults


def _switch_faults(site: Site, path: str, language: str) -> list[Fault]:
    other = next(name for name in LANGUAGES if name != language)
    wanted = other + path.removeprefix(language)
    targets = {site.resolve(a.value, path)[0] for a in site.page(path).references if a.tag == "a"}
    return [] if wanted in targets else [Fault(path, f"no link for readers leads to {wanted}")]
