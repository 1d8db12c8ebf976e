"""Site to the faults of its feeds: Atom, RSS, JSON Feed and the OPML that lists them."""

import json
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from typing import Any

import feedparser

from site_checks.links import check_addresses
from site_checks.markup import read_page
from site_checks.site import LANGUAGES, Fault, Site, page_language

feedparser.SANITIZE_HTML = 0
feedparser.RESOLVE_RELATIVE_URIS = 0
FORMS = (".atom", ".rss", ".json")
JSON_FEED = "https://jsonfeed.org/version/1.1"
ATOM = "{http://www.w3.org/2005/Atom}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def feed_faults(site: Site) -> list[Fault]:
    """Everything wrong with the site's feeds, each alone, beside its sister forms, and in the list of all."""
    faults: list[Fault] = []
    feeds = feed_paths(site)
    for path in feeds:
        faults += _json_faults(site, path) if path.endswith(".json") else _xml_faults(site, path)
    faults += _sister_faults(site, feeds)
    faults += _discovery_faults(site)
    return faults + _opml_faults(site, feeds)


def feed_paths(site: Site) -> list[str]:
    """The feeds in every form: files named `feed` in a language's half of the site."""
    return [path for path in site.files(*FORMS) if path.rpartition("/")[2].startswith("feed.")]


def entry_ids(site: Site, path: str) -> list[str]:
    """The ids of a feed's entries, in its order."""
    if path.endswith(".json"):
        return [item["id"] for item in json.loads(site.text(path))["items"]]
    return [entry.id for entry in _parse(site, path).entries]


def _parse(site: Site, path: str) -> Any:
    return feedparser.parse((site.root / path).read_bytes())


def _xml_faults(site: Site, path: str) -> list[Fault]:
    feed = _parse(site, path)
    if feed.bozo:
        return [Fault(path, f"feedparser: {feed.bozo_exception}")]
    faults = _language_faults(site, path) + _self_faults(site, path, feed.feed.get("links", []))
    head = {name: feed.feed.get(name) for name in ("title", "link")} | {"updated": _date(feed.feed)}
    faults += [Fault(path, f"the feed has no {name}") for name, value in head.items() if not value]
    if not feed.entries:
        faults.append(Fault(path, "no entry"))
    for entry in feed.entries:
        markup = entry.content[0].value if "content" in entry else entry.get("summary", "")
        parts = {"id": entry.get("id"), "link": entry.get("link"), "title": entry.get("title"), "content": markup}
        parts["updated"] = _date(entry)
        faults += _entry_faults(site, path, parts)
    return faults + _repeated_ids(path, [entry.get("id") for entry in feed.entries])


def _date(part: Any) -> str | None:
    # In this order: where only `published` is there, feedparser warns of who asks for `updated`.
    date: str | None = part.get("published") or part.get("updated")
    return date


def _language_faults(site: Site, path: str) -> list[Fault]:
    root = ET.fromstring(site.text(path))
    named = root.get(XML_LANG) if path.endswith(".atom") else root.findtext("channel/language")
    return [] if named == page_language(path) else [Fault(path, f"the feed's language is {named!r}")]


def _self_faults(site: Site, path: str, links: list[dict[str, str]]) -> list[Fault]:
    found = [link["href"] for link in links if link.get("rel") == "self"]
    return [] if found == [site.url(path)] else [Fault(path, f"its self link is {found}, not {site.url(path)}")]


def _entry_faults(site: Site, path: str, parts: dict[str, str]) -> list[Fault]:
    name = parts["id"] or parts["link"]
    faults = [Fault(path, f"entry {name}: no {part}") for part, value in parts.items() if not value]
    if parts["id"] and not parts["id"].startswith("tag:"):
        faults.append(Fault(path, f"entry {name}: its id is no tag: URI, and a change of domain would change it"))
    faults += _entry_link_faults(site, path, parts["link"])
    content = read_page(parts["content"] or "")
    faults += [Fault(path, f"entry {name}: {words}") for _, words in content.inline]
    faults += check_addresses(site, path, (reference.value for reference in content.references))
    relative = [ref.value for ref in content.references if "://" not in ref.value and not ref.value.startswith("mailto:")]
    return faults + [Fault(path, f"entry {name}: {value!r} is relative, feeds have no base") for value in relative]


def _entry_link_faults(site: Site, path: str, link: str | None) -> list[Fault]:
    target, _ = site.resolve(link or "", path)
    if not target:
        return [Fault(path, f"an entry links to {link}, no page of this site")]
    if page_language(target) != page_language(path):
        return [Fault(path, f"an entry links to {target}, in the other language")]
    return []


def _repeated_ids(path: str, ids: list[str]) -> list[Fault]:
    return [Fault(path, f"entry {name} stands twice") for name in sorted({name for name in ids if ids.count(name) > 1})]


def _json_faults(site: Site, path: str) -> list[Fault]:
    feed = json.loads(site.text(path))
    faults: list[Fault] = []
    wanted = {"version": JSON_FEED, "language": page_language(path), "feed_url": site.url(path)}
    for name, value in wanted.items():
        if feed.get(name) != value:
            faults.append(Fault(path, f"{name} is {feed.get(name)!r}, not {value!r}"))
    if not feed.get("title"):
        faults.append(Fault(path, "the feed has no title"))
    if not feed.get("items"):
        faults.append(Fault(path, "no entry"))
    faults += check_addresses(site, path, iter([feed.get("home_page_url", "")]))
    for item in feed.get("items", []):
        faults += _entry_faults(site, path, _item_parts(item))
    return faults + _repeated_ids(path, [item.get("id", "") for item in feed.get("items", [])])


def _item_parts(item: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": item.get("id"),
        "link": item.get("url"),
        "title": item.get("title"),
        "content": item.get("content_html") or item.get("content_text"),
        "updated": item.get("date_modified") or item.get("date_published"),
    }


def _sister_faults(site: Site, feeds: list[str]) -> list[Fault]:
    """Each feed exists in all three forms, with the same entries in the same order."""
    faults: list[Fault] = []
    for stem in sorted({path.rpartition(".")[0] for path in feeds}):
        missing = [form for form in FORMS if stem + form not in feeds]
        faults += [Fault(stem + form, "missing, though the feed exists in other forms") for form in missing]
        lists = [entry_ids(site, stem + form) for form in FORMS if form not in missing]
        if any(other != lists[0] for other in lists):
            faults.append(Fault(stem, "its forms do not hold the same entries in the same order"))
    faults += [Fault(f"{lang}/feed.atom", "missing") for lang in LANGUAGES if f"{lang}/feed.atom" not in feeds]
    return faults


def _discovery_faults(site: Site) -> Iterator[Fault]:
    """Each page in a language offers a feed in that language to a feed reader."""
    for path in site.pages():
        language = page_language(path)
        if not language:
            continue
        offered = {
            site.resolve(link.value, path)[0]
            for link in site.page(path).links("alternate")
            if link.type in ("application/atom+xml", "application/rss+xml", "application/feed+json")
        }
        if not any(target and page_language(target) == language for target in offered):
            yield Fault(path, "offers no feed in its own language")


def _opml_faults(site: Site, feeds: list[str], path: str = "feeds.opml") -> list[Fault]:
    if not (site.root / path).is_file():
        return [Fault(path, "missing")]
    listed = [outline.get("xmlUrl", "") for outline in ET.fromstring(site.text(path)).iter("outline")]
    addresses = [address for address in listed if address]
    faults = check_addresses(site, path, iter(addresses))
    targets = {site.resolve(address, path)[0] for address in addresses}
    stems = {target.rpartition(".")[0] for target in targets if target}
    missing = sorted({feed.rpartition(".")[0] for feed in feeds} - stems)
    return faults + [Fault(path, f"{stem} is not listed in any form") for stem in missing]
