"""What a feed says, in whatever format, and the only format that has no template: JSON Feed."""

import msgspec
from markupsafe import Markup
from msgspec import Struct

from kliping.model import Lang
from kliping_pelican.configuration import Configuration
from kliping_pelican.showing import addresses


class FeedEntry(Struct, frozen=True, kw_only=True):
    """One article in a feed."""

    id: str
    """A `tag:` URI (RFC 4151) minted from the article's id, so that it survives a change of domain."""
    title: str
    title_lang: Lang
    path: str
    published: str | None
    """RFC 3339; None where the day is unknown."""
    updated: str
    """RFC 3339; moves only with a correction, a new translation, or the article itself."""
    authors: tuple[str, ...]
    categories: tuple[tuple[str, str], ...]
    """Id and name of each topic and tag."""
    content: Markup
    """HTML that begins with the credit."""


class Feed(Struct, frozen=True, kw_only=True):
    """A feed in one format."""

    id: str
    lang: Lang
    topic: str | None
    title: str
    subtitle: str
    updated: str
    page: str
    """Path of the page whose articles these are."""
    entries: tuple[Markup, ...]
    """Written in that format."""


def json_entry(entry: FeedEntry, lang: Lang, config: Configuration) -> str:
    """An entry of a JSON Feed."""
    item = {
        "id": entry.id,
        "url": addresses.Addresses(config.siteurl, "").absolute(entry.path),
        "title": entry.title,
        "content_html": entry.content,
        "date_published": entry.published,
        "date_modified": entry.updated,
        "authors": [{"name": name} for name in entry.authors],
        "tags": [name for _, name in entry.categories],
        "language": lang,
    }
    known = {key: value for key, value in item.items() if value is not None}
    return msgspec.json.encode(known, enc_hook=str).decode()


def json_feed(feed: Feed, config: Configuration) -> bytes:
    """The feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""
    absolute = addresses.Addresses(config.siteurl, "").absolute
    document = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "description": feed.subtitle,
        "home_page_url": absolute(feed.page),
        "feed_url": absolute(addresses.feed(feed.lang, "json", feed.topic)),
        "language": feed.lang,
        "items": [msgspec.Raw(entry.encode()) for entry in feed.entries],
    }
    return msgspec.json.format(msgspec.json.encode(document), indent=1)
