"""The editor's prose files: introductions of topics, and pages about the digest."""

from pathlib import Path

from markupsafe import Markup

from kliping.errors import InvalidData
from kliping.markup import markdown_html
from kliping.model import Lang
from kliping_pelican import addresses
from kliping_pelican.configuration import Configuration
from kliping_pelican.jobs import Site
from kliping_pelican.reader import Reader, safe_url
from kliping_pelican.views import Link


def read_prose(path: Path) -> str:
    """The file's text. Raises InvalidData where it is missing: each language has its own."""
    if not path.is_file():
        raise InvalidData("is missing", path=path, advice="Write it; each language has its own file.")
    return path.read_text(encoding="utf-8")


def title_and_body(path: Path) -> tuple[str, str]:
    """A page's title, from its first line `# Title`, and the rest. Raises InvalidData where that line is missing."""
    first, _, body = read_prose(path).partition("\n")
    if not first.startswith("# "):
        raise InvalidData("does not begin with its title", path=path, line=1, advice="Begin with a line `# Title`.")
    return first.removeprefix("# ").strip(), body


def prose_paths(content: Path, lang: Lang) -> list[Path]:
    """Files of the pages about the digest in a language, in order of their names."""
    return sorted((content / "pages").glob(f"*.{lang}.md"))


def prose_html(text: str, path: str, site: Site, lang: Lang) -> Markup:
    """Prose as HTML for the page at `path`."""
    here = addresses.Addresses(site.config.siteurl, path)
    return markdown_html(text, lambda address: resolve(address, here, site, lang))


def resolve(address: str, here: addresses.Addresses, site: Site, lang: Lang) -> str | None:
    """The address that prose means: `article:<id>#p1`, `topic:<id>`, `outlet:<id>`, `tag:<id>`, `page:<name>`, `repo:`,
    or http(s); None for any other.
    """
    scheme, _, rest = address.partition(":")
    if scheme in ("http", "https"):
        return safe_url(address)
    if scheme == "repo":
        return f"{site.config.repository}{rest}" if site.config.repository else None
    if scheme == "article":
        id_, mark, anchor = rest.partition("#")
        return here.href(f"{addresses.article(lang, id_)}{mark}{anchor}") if id_ in site.digest.entries else None
    if scheme in ("topic", "outlet", "tag"):
        return here.href(addresses.listing(lang, f"{scheme}s", rest))
    return here.href(f"{lang}/{rest}/") if scheme == "page" else None


def colophon(reader: Reader, config: Configuration) -> list[Link]:
    """Links to the pages about the digest, to its feeds and its data."""
    lang, words = reader.lang, reader.words
    links = [
        Link(name=title_and_body(path)[0], path=f"{lang}/{path.name.split('.')[0]}/")
        for path in prose_paths(config.content, lang)
    ]
    if "feeds" not in config.without:
        links.append(Link(name=words.gettext("Feeds"), path=f"{lang}/feeds/"))
    if "data" not in config.without:
        links.append(Link(name=words.gettext("Data"), path=addresses.DATA))
    return links
