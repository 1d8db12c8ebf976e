"""Settings of the small sites that tests build; the address comes from the test."""

import os

from kliping_pelican import theme_path

SITENAME = "Tiny"
SITEURL = os.environ.get("KLIPING_SITEURL", "")
KLIPING_STRICT = "KLIPING_STRICT" in os.environ
KLIPING_TAGLINES = {"id": "Digest kecil", "en": "A small digest"}
KLIPING_AUTHORITY = os.environ.get("KLIPING_AUTHORITY", "tiny.example,2024")
KLIPING_WITHOUT = tuple(os.environ.get("KLIPING_WITHOUT", "").split())
KLIPING_REPOSITORY = "https://code.example/tiny"

PATH = "tiny"
THEME = theme_path()
PLUGINS = ["kliping_pelican", *os.environ.get("PLUGINS_BESIDE", "").split()]
PELICAN_CLASS = "kliping_pelican.DigestBuild"

DEFAULT_LANG = "id"
TIMEZONE = "Asia/Jakarta"
READERS = {"rst": None}
PAGE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
THEME_STATIC_DIR = "theme"
