"""The end of a build: its files put in place, and what the next one may believe."""

from pathlib import Path

from kliping_pelican.building.placing.exchange import MARK, Made, Placed, exchange
from kliping_pelican.building.remembering import DiskMemory
from kliping_pelican.building.state import Kept
from kliping_pelican.pages.jobs import Site


def put_in_place(site: Site, made: Made, output: Path) -> Placed:
    """Put the new files in place; return the site as it stands then.

    Raises OSError if the previous site is back in its place, NotPutBack if it could not be put back.
    """
    memory = site.memory
    return exchange(made, output, site.config.cache, memory.folders if isinstance(memory, DiskMemory) else {})


def remember(site: Site, made: Made, placed: Placed, *, sound: bool) -> Kept | None:
    """Write what was learnt to the cache; return what a later build of this process may reuse. Raises OSError.

    `sound`: nothing was wrong with the build.
    """
    memory, cache = site.memory, site.config.cache
    if not (isinstance(memory, DiskMemory) and cache):
        return None
    plan = made.plan
    kept = memory.amend() if plan.groups is None else memory.save(placed, plan.groups, sound=sound, partly=plan.is_partial)
    (cache / MARK).unlink(missing_ok=True)
    return kept
