"""The bench's site in plain Pelican: English as a full sub-site by i18n_subsites, the site map by its plugin.

Outlets are Pelican's categories and topics its authors, the two groupings that it has besides tags.
The working folder holds content/, topics.json and introductions/, written by the corpus.
"""

import json
from pathlib import Path

from markdown import markdown

HERE = Path(__file__).parent

SITENAME = "Kabar"
SITEURL = "https://news.example"
FEED_DOMAIN = SITEURL
DEFAULT_LANG = "id"
TIMEZONE = "Asia/Jakarta"
PLUGINS = ["i18n_subsites", "sitemap"]
I18N_SUBSITES = {"en": {"SITENAME": "News"}}
SITEMAP = {"format": "xml"}
THEME = str(HERE / "theme")
READERS = {"rst": None}
FORMATTED_FIELDS: list[str] = []
STATIC_PATHS: list[str] = []
PAGE_PATHS: list[str] = []
ARTICLE_PATHS = [""]

ARTICLE_URL = ARTICLE_LANG_URL = "articles/{slug}/"
ARTICLE_SAVE_AS = ARTICLE_LANG_SAVE_AS = "articles/{slug}/index.html"
TAG_URL, TAG_SAVE_AS = "tags/{slug}/", "tags/{slug}/index.html"
AUTHOR_URL, AUTHOR_SAVE_AS = "topics/{slug}/", "topics/{slug}/index.html"
CATEGORY_URL, CATEGORY_SAVE_AS = "outlets/{slug}/", "outlets/{slug}/index.html"
DIRECT_TEMPLATES = ["index"]
INDEX_URL = ""
DEFAULT_PAGINATION = 20
PAGINATED_TEMPLATES = {"index": None, "tag": None, "category": None, "author": None}
PAGINATION_PATTERNS = (
    (1, "{url}", "{save_as}"),
    (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
)

FEED_ATOM, AUTHOR_FEED_ATOM = "feed.atom", "topics/{slug}/feed.atom"
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TAG_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_RSS = None
FEED_MAX_ITEMS = 50

TOPICS = json.loads(Path("topics.json").read_text())
INTRODUCTIONS = {path.name.removesuffix(".md"): markdown(path.read_text()) for path in Path("introductions").iterdir()}
