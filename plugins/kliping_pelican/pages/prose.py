"""The editor's prose for readers: Markdown as HTML with links to pages of the site, and each page's links at its foot."""

from markupsafe import Markup

from kliping.digest.prose import Prose, is_there, links_in
from kliping.markup import markdown_html
from kliping.memory import Key, key_of
from kliping.model import Lang
from kliping_pelican.configuration import Configuration
from kliping_pelican.pages.jobs import Site
from kliping_pelican.parts import Part
from kliping_pelican.showing import addresses
from kliping_pelican.showing.reader import Reader, passage_path, safe_url
from kliping_pelican.showing.views import Link


def prose_html(text: str, path: str, site: Site, lang: Lang) -> Markup:
    """Prose as HTML for the page at `path`; from memory, or made and kept there."""
    key = prose_key(text, path, site, lang)
    found = site.memory.get(key, str)
    if found is None:
        here = addresses.Addresses(site.config.siteurl, path)
        found = str(markdown_html(text, lambda address: resolve(address, here, site, lang)))
        site.memory.put(key, found)
    return Markup(found)  # made by kliping.markup


def prose_key(text: str, path: str, site: Site, lang: Lang) -> Key:
    """The hash of all that `prose_html` is made from, the text and where its links lead; keeps its HTML alive."""
    here = addresses.Addresses(site.config.siteurl, path)
    targets = (resolve(f"{scheme}:{target}", here, site, lang) or "" for _, scheme, target in links_in(text))
    key = key_of("prose", here.siteurl, "" if here.siteurl else path, text, *targets)
    site.memory.keep_alive((key,))
    return key


def articles_in(text: str) -> list[str]:
    """Ids of the articles that prose links to."""
    return [target.partition("#")[0] for _, scheme, target in links_in(text) if scheme == "article"]


def resolve(address: str, here: addresses.Addresses, site: Site, lang: Lang) -> str | None:
    """The address that prose means: `article:<id>#p1`, `topic:<id>`, `outlet:<id>`, `tag:<id>`, `page:<name>`, `repo:`,
    or http(s); None for any other, and for what is not there.
    """
    scheme, _, rest = address.partition(":")
    if scheme in ("http", "https"):
        return safe_url(address)
    if scheme == "repo":
        return f"{site.config.repository}{rest}" if site.config.repository else None
    if scheme not in ("article", "topic", "outlet", "tag", "page"):
        return None
    if not is_there(scheme, rest, site.digest, site.prose.pages):
        return None
    if scheme == "article":
        return here.href(passage_path(rest, site.reader(lang)))
    return here.href(f"{lang}/{rest}/" if scheme == "page" else addresses.listing(lang, f"{scheme}s", rest))


def colophon(reader: Reader, config: Configuration, prose: Prose) -> list[Link]:
    """Links to the pages about the digest, to its feeds and its data."""
    lang, words = reader.lang, reader.words
    links = [Link(name=essays[lang].title, path=f"{lang}/{name}/") for name, essays in prose.pages.items()]
    if reader.feed_forms:
        links.append(Link(name=words.gettext("Feeds"), path=f"{lang}/feeds/"))
    if Part.DATA not in config.without:
        links.append(Link(name=words.gettext("Data"), path=addresses.DATA))
    return links
