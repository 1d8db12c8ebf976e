"""What a build has to do: the jobs whose file is not as it must be, and the files that must go."""

import os
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from kliping.errors import BuildFailed
from kliping_pelican.building.remembering import DiskMemory
from kliping_pelican.building.state import Output
from kliping_pelican.pages.files import file_jobs
from kliping_pelican.pages.jobs import Bundle, Job, Keys, Site
from kliping_pelican.pages.site import all_jobs
from kliping_pelican.search.bundle import search_bundles
from kliping_pelican.search.page import search_jobs
from kliping_pelican.showing import addresses


class Plan(Struct, frozen=True):
    """The work of one build."""

    due: list[Job]
    """In the order of the site."""
    bundles: list[Bundle]
    """Those that are to be made."""
    kept: dict[str, Output]
    """Files of the last build that stay, by path below the output folder."""
    gone: list[str]
    """Files of the last build that must go."""


def make_plan(site: Site, output: Path, *, anew: bool) -> Plan:
    """Compare every job with what the last build wrote; `anew` leaves nothing out.

    Raises BuildFailed for two jobs with one address.
    """
    keys = Keys(site)
    pages = [*all_jobs(site, keys), *search_jobs(site, keys)]
    jobs = [*pages, *file_jobs(site, keys, pages)]
    memory = site.memory if isinstance(site.memory, DiskMemory) else None
    known = memory.outputs if memory else {}
    due: list[Job] = []
    kept: dict[str, Output] = {}
    made: set[str] = set()
    for job in jobs:
        path = addresses.file_of(job.path)
        before = known.get(path)
        if path in made:
            raise BuildFailed("two pages have this address", path=path, advice="Give one of them another id.")
        made.add(path)
        if before and not anew and before.key == job.key and _is_as_written(f"{output}/{path}", before):
            kept[path] = before
        else:
            due.append(job)
    bundles = []
    for bundle in search_bundles(site, keys):
        files = {} if anew else _whole(bundle, known, output)
        kept.update(files)
        made.update(files)
        bundles += [] if files else [bundle]
    gone = {path for path in (*known, *(memory.foreign if memory else ())) if path not in made}
    if memory:
        gone.update(path for path in _strangers(output, memory) if path not in made)
    return Plan(due, bundles, kept, sorted(gone))


def _strangers(output: Path, memory: DiskMemory) -> Iterator[str]:
    """Files and folders that stand in the site and that no build put there."""
    for folder, time in memory.folders.items():
        place = f"{output}/{folder}" if folder else str(output)
        try:
            if os.stat(place).st_mtime_ns == time:
                continue
            names = os.listdir(place)  # noqa: PTH208 - names are all that is wanted
        except OSError:
            continue
        for name in names:
            path = f"{folder}/{name}" if folder else name
            if path not in (memory.folders if os.path.isdir(f"{place}/{name}") else memory.outputs):  # noqa: PTH112
                yield path


def _whole(bundle: Bundle, known: dict[str, Output], output: Path) -> dict[str, Output]:
    """The files of a bundle that was made from the same, none of them missing or altered; else none."""
    files = {path: output for path, output in known.items() if path.startswith(bundle.folder)}
    same = all(each.key == bundle.key and _is_as_written(f"{output}/{path}", each) for path, each in files.items())
    return files if same else {}


def _is_as_written(path: str, before: Output) -> bool:
    try:
        status = os.stat(path)
    except OSError:
        return False
    return (status.st_mtime_ns, status.st_size) == (before.mtime, before.size)
