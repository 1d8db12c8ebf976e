"""HTML text to what the checks ask of it: references, anchors, languages, and anything a strict policy forbids."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

REFERENCES = {
    "a": ("href",),
    "area": ("href",),
    "audio": ("src",),
    "base": ("href",),
    "blockquote": ("cite",),
    "embed": ("src",),
    "form": ("action",),
    "iframe": ("src",),
    "image": ("href",),
    "img": ("src", "srcset"),
    "input": ("src",),
    "link": ("href",),
    "object": ("data",),
    "q": ("cite",),
    "script": ("src",),
    "source": ("src", "srcset"),
    "track": ("src",),
    "use": ("href",),
    "video": ("src", "poster"),
}
ADDRESS_PROPERTIES = {"og:url", "og:image", "twitter:image"}


@dataclass(frozen=True, slots=True)
class Reference:
    """An address that a page names."""

    tag: str
    value: str
    line: int
    rel: str = ""
    hreflang: str = ""
    type: str = ""


@dataclass(slots=True)
class PageContent:
    """What one page holds."""

    lang: str = ""
    title: str = ""
    policy: str | None = None
    robots: str = ""
    references: list[Reference] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    repeated_anchors: list[str] = field(default_factory=list)
    inline: list[tuple[int, str]] = field(default_factory=list)
    """Whatever a policy without `unsafe-inline` blocks: line and words."""
    data_blocks: list[tuple[int, str]] = field(default_factory=list)
    """JSON-LD: line and text."""

    def links(self, rel: str) -> list[Reference]:
        """The `<link>` elements with that relation."""
        return [reference for reference in self.references if reference.tag == "link" and rel in reference.rel.split()]

    def alternates(self) -> dict[str, str]:
        """Addresses of this page in each language, by `hreflang`."""
        return {link.hreflang: link.value for link in self.links("alternate") if link.hreflang}


def read_page(text: str) -> PageContent:
    """What a page's HTML holds."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader.content


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.content = PageContent()
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self._read_anchor(tag, values)
        self._read_references(tag, values)
        self._read_inline(tag, values)
        if tag == "html":
            self.content.lang = values.get("lang", "")
        elif tag == "meta":
            self._read_meta(values)
        elif tag == "title" and not self.content.title:
            self._inside = "title"
        elif tag == "script" and values.get("type") == "application/ld+json":
            self._inside = "data"

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside == "title":
            self.content.title += data
        elif self._inside == "data":
            self.content.data_blocks.append((self.getpos()[0], data))

    def _read_anchor(self, tag: str, values: dict[str, str]) -> None:
        anchor = values.get("id") or (values.get("name") if tag == "a" else None)
        if anchor in self.content.anchors:
            self.content.repeated_anchors.append(anchor)
        elif anchor:
            self.content.anchors.add(anchor)

    def _read_references(self, tag: str, values: dict[str, str]) -> None:
        for name in REFERENCES.get(tag, ()):
            if name not in values:
                continue
            addresses = [values[name]] if name != "srcset" else [part.split()[0] for part in values[name].split(",")]
            self._add_references(tag, values, addresses)

    def _add_references(self, tag: str, values: dict[str, str], addresses: list[str]) -> None:
        for address in addresses:
            self.content.references.append(
                Reference(
                    tag=tag,
                    value=address,
                    line=self.getpos()[0],
                    rel=values.get("rel", "").lower(),
                    hreflang=values.get("hreflang", ""),
                    type=values.get("type", ""),
                )
            )

    def _read_meta(self, values: dict[str, str]) -> None:
        name = values.get("name", values.get("property", "")).lower()
        if values.get("http-equiv", "").lower() == "content-security-policy":
            self.content.policy = values.get("content", "")
        elif name == "robots":
            self.content.robots = values.get("content", "")
        elif name in ADDRESS_PROPERTIES:
            self._add_references("meta", values, [values.get("content", "")])

    def _read_inline(self, tag: str, values: dict[str, str]) -> None:
        line = self.getpos()[0]
        found = [name for name in values if name == "style" or name.startswith("on")]
        self.content.inline += [(line, f"{tag} has an inline {name}") for name in found]
        if tag == "style":
            self.content.inline.append((line, "a style element"))
        if tag == "script" and "src" not in values and values.get("type") != "application/ld+json":
            self.content.inline.append((line, "an inline script"))
        if any(value.strip().lower().startswith("javascript:") for value in values.values()):
            self.content.inline.append((line, f"{tag} has a javascript: address"))
