"""A build as a whole: made beside the previous site and put in its place at the end, every error named."""

import logging
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pelican import Pelican

from kliping.digest.kinship import find_kin
from kliping.digest.prose import read_prose
from kliping.digest.sources import Source
from kliping.errors import BuildFailed, KlipingError
from kliping.knowledge import Knowledge, load_knowledge
from kliping.memory import Memory, PlainMemory, key_of
from kliping.pipeline import read_digest
from kliping_pelican.building import parallel
from kliping_pelican.building.exchange import MARK, exchange, set_right, staging_of
from kliping_pelican.building.plan import PLAN, Plan
from kliping_pelican.building.remembering import DiskMemory
from kliping_pelican.building.software import software_key
from kliping_pelican.configuration import Configuration, configure
from kliping_pelican.drawings.palette import read_palette
from kliping_pelican.pages.frame import navigation
from kliping_pelican.pages.jobs import SITE, Site
from kliping_pelican.pages.pictures import CARDS, MANIFEST
from kliping_pelican.pages.prose import colophon
from kliping_pelican.showing.reader import Reader
from kliping_pelican.showing.words import read_words

logger = logging.getLogger(__name__)


class DigestBuild(Pelican):
    """Pelican with a digest: set `PELICAN_CLASS = "kliping_pelican.DigestBuild"`."""

    def run(self) -> None:
        """Build the site and put it in place.

        Exits with 1 where anything was broken, after naming all of it: the site then lacks only the broken files, or, with
        `KLIPING_STRICT`, which takes a warning for an error, is the previous one. Under `make serve` it only names them.
        """
        try:
            config = configure(self.settings)
        except KlipingError as error:
            logger.error("%s", error)
            sys.exit(1)
        errors: list[KlipingError] = []
        output, finished = Path(self.settings["OUTPUT_PATH"]), False
        with _counting_errors(logging.WARNING if config.strict else logging.ERROR) as logged:
            try:
                self._build(config, errors)
                if not (config.strict and (errors or logged.count)):
                    self._finish(output)
                    finished = True
            except KlipingError as error:
                errors.append(error)
            except OSError as error:
                errors.append(_named(error))
            for error in errors:
                logger.error("%s", error)
        if not finished:
            set_right(output)
            logger.error("The previous site stays as it was.")
        if logged.count and not config.serving:
            sys.exit(1)

    def _build(self, config: Configuration, errors: list[KlipingError]) -> None:
        """Build into the staging folder; errors that left a part of the digest out are added to `errors`."""
        output = Path(self.settings["OUTPUT_PATH"])
        set_right(output)
        staging = staging_of(output)
        staging.mkdir(parents=True)
        self.output_path = str(staging)
        software = software_key()
        memory: Memory = DiskMemory(config.cache, software, time.time_ns()) if config.cache else PlainMemory()
        if isinstance(memory, DiskMemory) and config.cache and (config.cache / MARK).exists():
            memory.forget_outputs()
        relate = "likeness" not in config.without
        digest, broken = read_digest(
            config.content, config.langs, _knowledge(memory), memory, software=software, spread=_spread, relate=relate
        )
        prose, unwritten = read_prose(config.content, digest)
        errors.extend((*broken, *unwritten))
        words = {lang: read_words(config.theme, lang) for lang in config.langs}
        readers = {lang: Reader(digest, lang, words[lang]) for lang in config.langs}
        self.settings[SITE] = Site(
            config=config,
            digest=digest,
            words=words,
            readers=readers,
            memory=memory,
            prose=prose,
            navigation={reader.lang: navigation(reader, config.without) for reader in readers.values()},
            colophon={reader.lang: colophon(reader, config, prose) for reader in readers.values()},
            kin=find_kin(digest) if "related" not in config.without else {},
            palette=read_palette(config.theme) if {CARDS, MANIFEST} - set(config.without) else None,
        )
        super().run()

    def _finish(self, output: Path) -> None:
        """Put the new files in place, and remember what was made."""
        site: Site = self.settings[SITE]
        plan: Plan = self.settings[PLAN]
        cache = site.config.cache
        placed = exchange(plan, output, cache)
        if not (isinstance(site.memory, DiskMemory) and cache):
            return
        try:
            site.memory.save(placed.outputs, placed.foreign, placed.folders)
            (cache / MARK).unlink(missing_ok=True)
        except OSError as error:
            logger.warning("%s The site is whole; the next build will make everything anew.", _named(error))


def _named(error: OSError) -> BuildFailed:
    """An error of the system as one of ours, with the file it is about."""
    return BuildFailed(error.strerror or str(error), path=error.filename, advice="Make room or give leave, and build again.")


def _knowledge(memory: Memory) -> Knowledge:
    """The shipped languages and outlets; the software's key stands for their files."""
    key = key_of("knowledge")
    known = memory.get(key, Knowledge)
    if known is None:
        known = load_knowledge()
        memory.put(key, known, small=True)
    return known


def _spread(file: parallel.Work, sources: list[Source]) -> Iterator[object]:
    return parallel.spread(file, sources, lambda source: source.path, parallel.workers())


class _Logged(logging.Handler):
    """Counts records of a level and above: Pelican logs what a plugin or reader raised, and goes on."""

    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:
        self.count += 1


@contextmanager
def _counting_errors(level: int) -> Iterator[_Logged]:
    handler = _Logged(level)
    logging.getLogger().addHandler(handler)
    try:
        yield handler
    finally:
        logging.getLogger().removeHandler(handler)
