"""A built site to the pages that are measured: the largest of each kind and language."""

from site_checks.site import LANGUAGES, Site

KINDS = {
    "home": "{}/index.html",
    "topic": "{}/topics/*/index.html",
    "article": "{}/articles/*/index.html",
    "parallel": "{}/articles/*/parallel/index.html",
    "search": "{}/search/index.html",
}
"""Kinds of page that Lighthouse looks at, by their address."""


def chosen_pages(site: Site) -> dict[str, str]:
    """Paths by name, such as `article id`."""
    kinds = site.kinds()
    return {f"{name} {lang}": kinds[form.format(lang)] for name, form in KINDS.items() for lang in LANGUAGES}
