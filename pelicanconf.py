"""The site's settings. For the public site see publishconf.py; README.md explains each KLIPING_ setting."""

import os

from kliping_pelican import theme_path

SITENAME = "Kliping"
SITEURL = os.environ.get("KLIPING_SITEURL", "")  # empty: relative addresses, so that output/ opens from a folder

KLIPING_TAGLINES = {
    "id": "Kliping pers dwibahasa: siapa melaporkan apa, dari siapa, dengan kata-kata siapa",
    "en": "A bilingual press digest: who reported what, from whom, in whose words",
}  # its keys are the site's languages, in order
KLIPING_AUTHORITY = "kliping.example,2026"  # mints feed ids (RFC 4151): a domain that was yours on that day; never change it
KLIPING_REPOSITORY = os.environ.get("KLIPING_REPOSITORY", "")

PATH = "content"
CACHE_PATH = ".cache"
THEME = theme_path()
PLUGINS = ["kliping_pelican"]
PELICAN_CLASS = "kliping_pelican.DigestBuild"

DEFAULT_LANG = "id"
TIMEZONE = "Asia/Jakarta"
READERS = {"rst": None}  # docutils has no Indonesian and would warn at each start
PAGE_PATHS: list[str] = []  # prose pages are the digest's own
STATIC_PATHS: list[str] = []
THEME_STATIC_DIR = "theme"

# Kliping writes its own feeds; Pelican's would warn about a missing address
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
