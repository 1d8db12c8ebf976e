"""Renders every page and file of the digest into the output folder."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jinja2 import Template
from markupsafe import Markup
from pelican.generators import Generator
from pelican.plugins import signals
from pelican.writers import Writer

from kliping.digest.model import Clipping
from kliping.markup import plain_html
from kliping_pelican import addresses, data, listing
from kliping_pelican.configuration import LANGUAGE_NAMES, LICENSE
from kliping_pelican.feeds import Feed, entry, feed, json_feed
from kliping_pelican.filters import FILTERS
from kliping_pelican.present import Reader, card, safe_url
from kliping_pelican.site import SITE, Job, Site, article_page, colophon, navigation, pages
from kliping_pelican.views import Page


class DigestGenerator(Generator):
    """Writes the digest's pages, feeds, data and site map."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.env.filters.update(FILTERS)

    def generate_output(self, writer: Writer) -> None:
        """Write everything. Raises what a template raises, so that no page is missing without a word."""
        site: Site = self.context[SITE]
        jobs = list(pages(site))
        for job in jobs:
            self._write_page(job, site)
        for path, content in self._files(site, [job.page for job in jobs]):
            _write(Path(self.output_path) / path, content)

    def _write_page(self, job: Job, site: Site) -> None:
        variables = {**self._globals(job.page, site), **job.variables()}
        target = Path(self.output_path) / addresses.file_of(job.page.path)
        _write(target, self._template(job.template).render(variables).encode())
        signals.content_written.send(str(target), context={**self.context, **variables})

    def _template(self, name: str) -> Template:
        return self.env.get_template(name)

    def _globals(self, page: Page, site: Site) -> dict[str, Any]:
        """What every template is given."""
        here = addresses.Addresses(site.config.siteurl, page.path, rooted=page.kind == "not_found")
        words = site.words[page.lang]
        return {
            "page": page,
            "lang": page.lang,
            "_": words.gettext,
            "ngettext": words.ngettext,
            "pgettext": words.pgettext,
            "word": words.pgettext,
            "words_of": site.words,
            "words_in": lambda code: site.words[code].gettext,
            "site": {
                "name": site.config.name,
                "tagline": site.config.taglines[page.lang],
                "repository": site.config.repository,
                "license": LICENSE,
            },
            "languages": [(code, LANGUAGE_NAMES[code]) for code in site.digest.langs],
            "nav": navigation(site, site.reader(page.lang)),
            "colophon": colophon(site, site.reader(page.lang)),
            "href": here.href,
            "absolute": here.absolute,
            "asset": here.asset,
        }

    def _files(self, site: Site, written: list[Page]) -> Iterator[tuple[str, bytes]]:
        """Everything that is no page: path and bytes."""
        for lang in site.digest.langs:
            yield from self._feeds(site, site.reader(lang))
        absolute = addresses.Addresses(site.config.siteurl, "").absolute
        indexed = [page for page in written if not page.noindex]
        yield "sitemap.xml", self._render("sitemap.xml", pages=indexed, absolute=absolute)
        readers = [site.reader(lang) for lang in site.digest.langs]
        outlines = [
            (reader.lang, topic, listing.feed_links(reader, topic))
            for reader in readers
            for topic in (None, *site.digest.registers.topics)
        ]
        yield (
            addresses.OPML,
            self._render(
                "feeds.opml",
                outlines=outlines,
                absolute=absolute,
                name=site.config.name,
                topics=site.digest.registers.topics,
            ),
        )
        yield "robots.txt", self._render("robots.txt", absolute=absolute, siteurl=site.config.siteurl)
        for name, content in data.files(site.digest).items():
            yield f"{addresses.DATA}{name}", content
        yield ".nojekyll", b""

    def _feeds(self, site: Site, reader: Reader) -> Iterator[tuple[str, bytes]]:
        entries = [
            (clipping, made)
            for clipping in listing.available(reader)
            if (made := entry(clipping, reader, site.config, self._entry_content(site, reader, clipping)))
        ]
        for topic in (None, *site.digest.registers.topics):
            chosen = [made for clipping, made in entries if topic is None or _belongs(clipping, topic)]
            yield from self._formats(feed(chosen, reader, site.config, topic), site)

    def _formats(self, one: Feed, site: Site) -> Iterator[tuple[str, bytes]]:
        absolute = addresses.Addresses(site.config.siteurl, "").absolute
        for suffix in ("atom", "rss"):
            path = addresses.feed(one.lang, suffix, one.topic)
            yield path, self._render(f"feed.{suffix}", feed=one, absolute=absolute, path=path)
        yield addresses.feed(one.lang, "json", one.topic), json_feed(one, site.config)

    def _entry_content(self, site: Site, reader: Reader, clipping: Clipping) -> Markup:
        given = self._globals(article_page(site, reader, clipping), site)
        article, edition, sidecar = clipping.article, clipping.editions[reader.lang], clipping.sidecar
        variables = {
            **given,
            "href": given["absolute"],
            "clipping": clipping,
            "card": card(clipping, reader),
            "translation": edition.translation,
            "source": safe_url(article.original_url.value) if article.original_url else None,
            "withdrawn": sidecar.withdrawn.reason[reader.lang] if sidecar.withdrawn else None,
            "corrections": [(each.date.isoformat(), each.text[reader.lang]) for each in sidecar.corrections],
            "standfirst": edition.standfirst,
            "body": plain_html(edition),
            "withheld": clipping.withheld,
            "path": given["page"].path,
        }
        return Markup(self._template("feed_entry.html").render(variables))  # made by our own template, autoescaped

    def _render(self, template: str, **variables: Any) -> bytes:
        return self._template(template).render(variables).encode()


def _belongs(clipping: Clipping, topic: str) -> bool:
    return any(link.id == topic for link in clipping.article.topics)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
