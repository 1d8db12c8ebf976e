"""What a feed says, in whatever format, and the only format that has no template: JSON Feed."""

from collections.abc import Callable

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
    content: Callable[[], Markup]
    """HTML that begins with the credit."""


class Feed(Struct, frozen=True, kw_only=True):
    """A feed in every format."""

    id: str
    lang: Lang
    topic: str | None
    title: str
    subtitle: str
    updated: str
    page: str
    """Path of the page whose articles these are."""
    entries: tuple[FeedEntry, ...]


def json_feed(feed: Feed, config: Configuration) -> bytes:
    """The feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""
    absolute = addresses.Addresses(config.siteurl, "").absolute
    items = [
        {
            "id": each.id,
            "url": absolute(each.path),
            "title": each.title,
            "content_html": each.content(),
            "date_published": each.published,
            "date_modified": each.updated,
            "authors": [{"name": name} for name in each.authors],
            "tags": [name for _, name in each.categories],
            "language": feed.lang,
        }
        for each in feed.entries
    ]
    document = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "description": feed.subtitle,
        "home_page_url": absolute(feed.page),
        "feed_url": absolute(addresses.feed(feed.lang, "json", feed.topic)),
        "language": feed.lang,
        "items": [{key: value for key, value in item.items() if value is not None} for item in items],
    }
    return msgspec.json.format(msgspec.json.encode(document, enc_hook=str), indent=1)
