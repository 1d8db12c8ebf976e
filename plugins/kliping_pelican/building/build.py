"""A build as a whole: made beside the previous site and put in its place at the end, every error named."""

import gc
import logging
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from pelican import Pelican
from pelican.log import console
from pelican.plugins import signals

from kliping.errors import BuildFailed, KlipingError
from kliping.memory import Key, key_of
from kliping_pelican.building.limits import overstepped
from kliping_pelican.building.placing.folders import NotPutBack, aside_of, set_right, staging_of
from kliping_pelican.building.software import software_key
from kliping_pelican.building.standstill import UNCHANGED, Places, Standstill
from kliping_pelican.configuration import MADE, OURS, SITE, Configuration, configure
from kliping_pelican.settings_words import settings_words

if TYPE_CHECKING:
    from kliping_pelican.ahead import Ahead
    from kliping_pelican.building.placing.exchange import Placed
    from kliping_pelican.building.state import Kept

logger = logging.getLogger(__name__)

STAYS = "The previous site stays as it was."


class DigestBuild(Pelican):
    """Pelican with a digest: set `PELICAN_CLASS = "kliping_pelican.DigestBuild"`."""

    ahead: "ClassVar[Ahead | None]" = None
    """What `kliping-build` saw before it loaded Pelican; the next build takes it."""
    _kept: "Kept | None" = None
    """What the last build of this process remembers, under `make serve`; a build takes it, and leaves it if it succeeds."""

    def run(self) -> None:
        """Build the site and put it in place.

        If anything was broken it is all named, and the process exits with 1. The site then lacks the broken files only;
        with `KLIPING_STRICT`, which also makes errors of warnings, it stays the previous one. `make serve` does not exit.
        """
        try:
            config = configure(self.settings)
        except KlipingError as error:
            logger.error("%s", error)
            sys.exit(1)
        for of_last_build in (SITE, MADE):  # `make serve` builds again with the same settings
            self.settings.pop(of_last_build, None)
        with _collecting_nothing(config.serving):
            sound = self._run(config)
        if not sound and not config.serving:
            sys.exit(1)

    def _run(self, config: Configuration) -> bool:
        """Build if anything changed; return whether nothing was broken."""
        ahead, DigestBuild.ahead = self.ahead, None
        if not _put_back(Path(self.settings["OUTPUT_PATH"])):
            return False
        software = ahead.software if ahead else software_key()
        try:
            looked_at = self._look(config, key_of(software, self._given), ahead)
        except OSError as error:  # a folder of inputs that may not be looked into
            logger.error("%s", _named(error))
            logger.error(STAYS)
            return False
        with closing(looked_at) as stand:
            size = stand.size() if self._alone else None
            if size is None:
                return self._build_anew(config, software, stand, ahead.asked if ahead else b"")
        _warn(size)
        console.print(UNCHANGED)
        return True

    def _look(self, config: Configuration, settings: Key, ahead: "Ahead | None") -> Standstill:
        """The inputs and the last site, unless they were looked at already. Raises OSError."""
        seen = ahead.stand if ahead else None
        if seen and seen.settings == settings:
            return seen
        if seen:
            seen.close()
        places = Places(str(config.content), str(config.theme), self.settings["OUTPUT_PATH"])
        return Standstill(places, config.cache, settings, time.time_ns())

    @cached_property
    def _given(self) -> str:
        """The settings as they were before this process built anything: Pelican changes some values as it runs."""
        return settings_words(self.settings)

    def _build_anew(self, config: Configuration, software: Key, stand: Standstill, asked: Key) -> bool:
        """Build, and remember the new site; return whether nothing was broken."""
        stand.forget()
        with _counting() as said:
            placed = self._attempt(config, software, stand, said)
            if placed:
                if self._alone and not said.warnings:
                    stand.keep(placed, asked)
                size = sum(output.size for output in placed.outputs.values())
                _warn(size, (time.time_ns() - stand.now) / 1e9)
        return not said.errors

    @property
    def _alone(self) -> bool:
        """Whether no other plugin takes part: one might look for our files before they are in their places."""
        listeners = signals.content_written.receivers or signals.finalized.receivers
        return self.settings["PLUGINS"] == [OURS] and not listeners

    def _attempt(self, config: Configuration, software: Key, stand: Standstill, said: "_Said") -> "Placed | None":
        """Build and put the site in place; None if that failed. All errors are logged."""
        errors: list[KlipingError] = []
        placed = None
        try:
            self._build(config, errors, software, stand)
            if not (config.strict and (errors or said.warnings)):
                placed = self._finish(sound=not (errors or said.warnings))
        except KlipingError as error:
            errors += error.each
        except OSError as error:
            errors.append(_named(error))
        for each in errors:
            logger.error("%s", each)
        torn = any(isinstance(each, NotPutBack) for each in errors)
        if not placed and not torn and _put_back(Path(self.settings["OUTPUT_PATH"])):
            logger.error(STAYS)
        if config.strict:
            said.errors += said.warnings
        return placed

    def _build(self, config: Configuration, errors: list[KlipingError], software: Key, stand: Standstill) -> None:
        """Build into the staging folder; add to `errors` those that left a part of the digest out."""
        output = Path(self.settings["OUTPUT_PATH"])
        staging = staging_of(output)
        staging.mkdir(parents=True)
        self.output_path = str(aside_of(output) if self._alone else staging)
        from kliping_pelican.building.making import read_site  # a build in which nothing changed does not load this

        kept, self._kept = self._kept, None
        self.settings[SITE] = read_site(config, software, stand, kept, errors)
        super().run()

    def _finish(self, *, sound: bool) -> "Placed":
        """Put the new files in place, and remember what was made; `sound`: nothing was wrong with it."""
        from kliping_pelican.building.finishing import put_in_place, remember

        site, made = self.settings[SITE], self.settings[MADE]
        placed = put_in_place(site, made, Path(self.settings["OUTPUT_PATH"]))
        try:
            kept = remember(site, made, placed, sound=sound and self._alone)
            self._kept = kept if site.config.serving else None
        except OSError as error:
            logger.warning("%s The site is whole; the next build will make everything anew.", _named(error))
        return placed


def _put_back(output: Path) -> bool:
    """Clean up after an interrupted build; return whether the site is whole again. If it is not, log why."""
    try:
        set_right(output)
    except NotPutBack as error:
        logger.error("%s", error)
        return False
    return True


def _warn(size: int, seconds: float = 0.0) -> None:
    """Log a warning if a site of so many bytes, or a build that took so long, is more than GitHub Pages takes."""
    for words in overstepped(size, seconds):
        logger.warning("%s", words)


def _named(error: OSError) -> BuildFailed:
    """The operating system's error as one of ours, naming its file."""
    return BuildFailed(error.strerror or str(error), path=error.filename, advice="Make room or give leave, and build again.")


class _Said(logging.Handler):
    """Counts logged warnings and errors: Pelican logs what a plugin or reader raised, and goes on."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.warnings = self.errors = 0

    def emit(self, record: logging.LogRecord) -> None:
        self.warnings += 1
        self.errors += record.levelno >= logging.ERROR


@contextmanager
def _counting() -> Iterator[_Said]:
    """Count what is logged, also where `--quiet` keeps it from being shown."""
    root, handler = logging.getLogger(), _Said()
    level, shown = root.level, [(each, each.level) for each in root.handlers]
    for each, own in shown:
        each.setLevel(max(level, own))
    root.setLevel(min(level, logging.WARNING))
    root.addHandler(handler)
    try:
        yield handler
    finally:
        root.removeHandler(handler)
        root.setLevel(level)
        for each, own in shown:
            each.setLevel(own)


@contextmanager
def _collecting_nothing(more_will_follow: bool) -> Iterator[None]:
    """Switch off garbage collection: nearly all that a build makes lives to its end, and going through it takes long.

    While articles are made one after another, `parallel` switches it on again. If more builds will follow in this
    process, what this one leaves is collected at its end.
    """
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if more_will_follow:
            gc.collect()
        else:
            gc.freeze()
        if before:
            gc.enable()
