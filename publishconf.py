"""Settings of the public site: an address is needed, and any error keeps the previous site."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from pelicanconf import *  # noqa: F403

SITEURL = os.environ.get("KLIPING_SITEURL", "")
if not SITEURL:
    sys.exit("Set KLIPING_SITEURL to the site's address, such as https://owner.github.io/repo")

KLIPING_STRICT = True
