"""A build as a whole: made beside the previous site and swapped in at the end, every error named, none passed over."""

import logging
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pelican import Pelican

from kliping.errors import KlipingError
from kliping.knowledge import load_knowledge
from kliping.pipeline import read_digest
from kliping_pelican.configuration import configure
from kliping_pelican.site import SITE, Site
from kliping_pelican.words import read_words

logger = logging.getLogger(__name__)


class DigestBuild(Pelican):
    """Pelican with a digest: set `PELICAN_CLASS = "kliping_pelican.DigestBuild"`."""

    def run(self) -> None:
        """Build the site and swap it in.

        Exits with 1 where anything was broken, after naming all of it: the site then lacks only the broken files, or, with
        `KLIPING_STRICT`, is the previous one. Under `make serve` it only names them.
        """
        output = Path(self.settings["OUTPUT_PATH"])
        config = configure(self.settings)
        with _counting_errors() as logged:
            errors = self._build(output)
        for error in errors:
            logger.error("%s", error)
        broken = len(errors) + logged.count
        if not broken or not config.strict:
            _swap(_staging(output), output)
        elif broken:
            logger.error("The previous site stays as it was.")
        if broken and not config.serving:
            sys.exit(1)

    def _build(self, output: Path) -> list[KlipingError]:
        """Build into the staging folder; the errors that left a part of the digest out."""
        staging = _staging(output)
        shutil.rmtree(staging, ignore_errors=True)
        self.output_path = str(staging)
        config = configure(self.settings)
        digest, errors = read_digest(config.content, config.langs, load_knowledge())
        words = {lang: read_words(config.theme, lang) for lang in config.langs}
        self.settings[SITE] = Site(config=config, digest=digest, words=words)
        super().run()
        return list(errors)


class _Logged(logging.Handler):
    """Counts records of level error and above: Pelican logs what a plugin or reader raised, and goes on."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:
        self.count += 1


@contextmanager
def _counting_errors() -> Iterator[_Logged]:
    handler = _Logged()
    logging.getLogger().addHandler(handler)
    try:
        yield handler
    finally:
        logging.getLogger().removeHandler(handler)


def _staging(output: Path) -> Path:
    return output.with_name(f"{output.name}.new")


def _swap(staging: Path, output: Path) -> None:
    """Put the new site in the place of the old one: two renames, with nothing half written in between."""
    old = output.with_name(f"{output.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if output.exists():
        output.rename(old)
    staging.rename(output)
    shutil.rmtree(old, ignore_errors=True)
