"""What a build has to do: the jobs whose file is not as it must be, and the files that must go."""

import os
from collections.abc import Iterable, Iterator, Mapping, Set
from itertools import chain
from pathlib import Path

from msgspec import Struct

from kliping.errors import BuildFailed
from kliping.model import Lang
from kliping_pelican.building.remembering import DiskMemory
from kliping_pelican.building.state import Found, Grouped, Output
from kliping_pelican.configuration import TEMPLATES
from kliping_pelican.pages.files import FILE_TEMPLATES, Mapped, file_jobs
from kliping_pelican.pages.jobs import Bundle, Group, Job, Site
from kliping_pelican.pages.keys import Keys
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
    stirred: list[str]
    """Folders in which something was put, taken away or renamed since the last build."""
    groups: dict[str, Grouped] | None
    """What the next build may know of each group; None where this one only amends what was kept, which stays as it is."""
    templates: Set[str]
    """Those of the site's pages and all that these name."""
    is_partial: bool = False
    """Whether only files that may have changed were asked for; all others stay."""

    @property
    def amends(self) -> bool:
        """Whether it leaves the site with the same files, some of them made anew."""
        return self.is_partial and not self.bundles


def make_plan(site: Site, output: Path, *, anew: bool) -> Plan:
    """Compare every job with what the last build wrote; `anew` leaves nothing out.

    Raises BuildFailed for two jobs with one address.
    """
    memory = site.memory if isinstance(site.memory, DiskMemory) else None
    found = memory.inspect() if memory else Found({}, [])
    amendment = _amend(site, memory, found, output) if memory and not anew else None
    if amendment:
        return amendment
    keys = Keys(site)
    sorting = _Sorting({} if anew else found.untouched, memory.groups if memory else {})
    for each in chain(all_jobs(site, keys), search_jobs(site, keys)):
        sorting.take(each)
    for job in file_jobs(site, keys, sorting.pages):
        sorting.take(job)
    kept, made = sorting.kept, sorting.made
    bundles = []
    for bundle in search_bundles(site, keys):
        files = {} if anew or not memory else _whole(bundle, memory.outputs, found.untouched)
        kept.update(files)
        made.update(files)
        bundles += [] if files else [bundle]
    gone = {path for path in (*memory.outputs, *memory.foreign) if path not in made} if memory else set()
    if memory:
        gone.update(path for path in _strangers(output, found.stirred, memory) if path not in made)
    return Plan(sorting.due, bundles, kept, sorted(gone), found.stirred, sorting.groups, keys.templates)


def _amend(site: Site, memory: DiskMemory, found: Found, output: Path) -> Plan | None:
    """The plan if it is known what little changed since the last build: only files that show that are asked for.

    None if more may have changed, or someone else changed the site.
    """
    news, edited = site.digest.news, _edited_templates(site, memory)
    if news is None or edited is None:
        return None
    keys = Keys(site, news, edited)
    if any(map(keys.is_edited, FILE_TEMPLATES)):
        return None
    stays = news.amends and not edited
    before = {} if stays else memory.groups
    sorting = _Sorting(found.untouched, before)
    for each in chain(all_jobs(site, keys), search_jobs(site, keys)):
        sorting.take(each)
    bundles = [each for each in search_bundles(site, keys) if not _whole(each, memory.outputs, found.untouched)]
    folders = tuple(bundle.folder for bundle in bundles)
    kept = {path: one for path, one in memory.outputs.items() if not path.startswith(folders)} if folders else memory.outputs
    due = {addresses.file_of(job.path) for job in sorting.due}
    if not due <= kept.keys() or not kept.keys() - found.untouched.keys() <= due:
        return None
    gone = {*memory.foreign, *_strangers(output, found.stirred, memory), *(memory.outputs.keys() - kept.keys())}
    groups = None if stays else before | sorting.groups
    return Plan(sorting.due, bundles, kept, sorted(gone), found.stirred, groups, keys.templates, is_partial=True)


def _edited_templates(site: Site, memory: DiskMemory) -> frozenset[str] | None:
    """The templates that changed since the last build; None if anything else beside the content may have."""
    changed, content = memory.changed, f"{site.config.content}/"
    if changed is None:
        return None
    folder = f"{site.config.theme}/{TEMPLATES}/"
    edited = [path for path in changed if not path.startswith(content)]
    if not all(path.startswith(folder) for path in edited):
        return None
    return frozenset(path.removeprefix(folder) for path in edited)


class _Sorting:
    """Jobs parted into those to be carried out and those whose files stay."""

    def __init__(self, known: Mapping[str, Output], grouped: Mapping[str, Grouped]) -> None:
        self._known, self._grouped = known, grouped
        self.due: list[Job] = []
        self.kept: dict[str, Output] = {}
        self.made: set[str] = set()
        self.groups: dict[str, Grouped] = {}
        self.pages: list[Mapped] = []
        """Those for the site map."""

    def take(self, each: Group | Job) -> None:
        """A file, or all files of a group: at once where its key holds and each of them is as it was written."""
        if isinstance(each, Group):
            self._take_group(each)
        else:
            self._take(each)

    def _take_group(self, group: Group) -> None:
        before = self._grouped.get(group.name)
        if before and before.key == group.key and before.files.keys() <= self._known.keys():
            self.groups[group.name] = before
            for path, langs in before.files.items():
                self._keep(path, langs)
            return
        self.groups[group.name] = Grouped(group.key, {self._take(job): job.langs for job in group.jobs()})

    def _take(self, job: Job) -> str:
        """One file; its path."""
        path = addresses.file_of(job.path)
        before = self._known.get(path)
        if before and before.key == job.key:
            self._keep(path, job.langs)
        else:
            self._claim(path, job.langs)
            self.due.append(job)
        return path

    def _keep(self, path: str, langs: tuple[Lang, ...] | None) -> None:
        self._claim(path, langs)
        self.kept[path] = self._known[path]

    def _claim(self, path: str, langs: tuple[Lang, ...] | None) -> None:
        if path in self.made:
            raise BuildFailed("two pages have this address", path=path, advice="Give one of them another id.")
        self.made.add(path)
        if langs is not None:
            self.pages.append((path, langs))


def _strangers(output: Path, folders: Iterable[str], memory: DiskMemory) -> Iterator[str]:
    """Files and folders in these folders of the site that no build made."""
    for folder in folders:
        place = f"{output}/{folder}" if folder else str(output)
        try:
            names = os.listdir(place)  # noqa: PTH208 - names are all that is wanted
        except OSError:
            continue
        for name in names:
            path = f"{folder}/{name}" if folder else name
            if path not in (memory.folders if os.path.isdir(f"{place}/{name}") else memory.outputs):  # noqa: PTH112
                yield path


def _whole(bundle: Bundle, known: Mapping[str, Output], untouched: Mapping[str, Output]) -> dict[str, Output]:
    """The files of a bundle if it was made from the same and none is missing or altered; else none."""
    files = {path: output for path, output in known.items() if path.startswith(bundle.folder)}
    return files if all(path in untouched and each.key == bundle.key for path, each in files.items()) else {}
