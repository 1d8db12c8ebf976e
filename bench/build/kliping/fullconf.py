"""Kliping with everything on but the search index: the first digest's own settings, on the bench's content and theme.

The working folder holds content/ and theme/.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[3]))
from pelicanconf import *  # noqa: F403

SITEURL = "https://news.example"
THEME = str(Path("theme").absolute())
CACHE_PATH = str(Path("cache").absolute())
KLIPING_WITHOUT = ("search",)
