"""The bench's site in Nikola: outlets are its categories, topics its authors, and every term has an RSS feed.

The working folder holds posts/, topics.json and introductions/, written by the corpus.
"""

import json
import os
from pathlib import Path

from markdown import markdown

LANGS = ("id", "en")

BLOG_TITLE = {"id": "Kabar", "en": "News"}
BLOG_AUTHOR = BLOG_DESCRIPTION = "Kabar"
BLOG_EMAIL = "editor@news.example"
SITE_URL = "https://news.example/"
DEFAULT_LANG = "id"
TRANSLATIONS = {"id": "", "en": "./en"}
TRANSLATIONS_PATTERN = "{path}.{lang}.{ext}"
NAVIGATION_LINKS = NAVIGATION_ALT_LINKS = {"id": (), "en": ()}
THEME = "bench"
POSTS = (("posts/*.md", "articles", "article.tmpl"),)
PAGES = ()
COMPILERS = {"markdown": (".md",)}
TIMEZONE = "Asia/Jakarta"
OUTPUT_FOLDER = os.environ["BENCH_OUTPUT"]
PRETTY_URLS = STRIP_INDEXES = True

TAG_PATH, CATEGORY_PATH, AUTHOR_PATH = "tags", "outlets", "topics"
CATEGORY_PREFIX = ""
TAG_PAGES_ARE_INDEXES = CATEGORY_PAGES_ARE_INDEXES = AUTHOR_PAGES_ARE_INDEXES = True
ENABLE_AUTHOR_PAGES = MULTIPLE_AUTHORS_PER_POST = True
INDEX_DISPLAY_POST_COUNT = 20
INDEXES_STATIC = False
GENERATE_RSS, GENERATE_ATOM = True, False
FEED_LENGTH = 50
FEED_TEASERS = False
SHOW_SOURCELINK = COPY_SOURCES = USE_BUNDLES = False
DISABLED_PLUGINS = [
    "classify_archive",
    "classify_page_index",
    "copy_files",
    "create_bundles",
    "gzip",
    "redirect",
    "render_galleries",
    "render_listings",
    "robots",
    "scale_images",
]

_TOPICS = json.loads(Path("topics.json").read_text())
AUTHOR_PAGES_DESCRIPTIONS = {
    lang: {each["name"]: markdown(Path(f"introductions/{each['id']}.{lang}.md").read_text()) for each in _TOPICS}
    for lang in LANGS
}
GLOBAL_CONTEXT = {"topics": _TOPICS, "home": {"id": "", "en": "/en"}}
