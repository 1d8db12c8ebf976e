"""Carries out the jobs: renders what changed since the last build, in as many processes as there are cores."""

from collections.abc import Iterator
from pathlib import Path
from traceback import extract_tb
from typing import Any

from jinja2 import FileSystemBytecodeCache, TemplateSyntaxError
from msgspec import structs
from pelican.generators import Generator
from pelican.plugins import signals
from pelican.writers import Writer

from kliping.errors import BuildFailed, KlipingError
from kliping_pelican.building import parallel
from kliping_pelican.building.inspection import Stand
from kliping_pelican.building.placing.exchange import Made, Tray
from kliping_pelican.building.placing.folders import staging_of
from kliping_pelican.building.placing.writing import write_new
from kliping_pelican.building.plan import make_plan
from kliping_pelican.building.rendering import TemplateRenderer
from kliping_pelican.configuration import MADE, SITE
from kliping_pelican.pages.jobs import Job, Site
from kliping_pelican.showing import addresses
from kliping_pelican.showing.filters import FILTERS


class DigestGenerator(Generator):
    """Writes the digest's pages, feeds, data and site map into the staging folder."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.env.filters.update(FILTERS)
        cache = self._site.config.cache
        if cache:
            templates = cache / "templates"
            templates.mkdir(parents=True, exist_ok=True)
            self.env.bytecode_cache = FileSystemBytecodeCache(str(templates))
        self._renderer = TemplateRenderer(self.env, self._site)

    @property
    def _site(self) -> Site:
        site: Site = self.settings[SITE]
        return site

    def generate_output(self, writer: Writer) -> None:
        """Write every file that is not as it must be. Raises BuildFailed naming the page that could not be made."""
        output, aside = Path(self.settings["OUTPUT_PATH"]), Path(self.output_path)
        plan = make_plan(self._site, output, anew=bool(signals.content_written.receivers))
        due, staging = plan.due, staging_of(output)
        tray = Tray(str(staging), numbered=bool(plan.kept) and aside != staging)
        count = parallel.workers()
        if parallel.is_worth_it(due, count):
            self._renderer.prepare(plan.templates, prose=not plan.kept)

        paths = [addresses.file_of(job.path) for job in due]

        def carry_out(number: int) -> Stand:
            return write_new(tray.place(number, paths[number]), self._made(due[number]))

        stands = list(parallel.spread(carry_out, range(len(due)), paths.__getitem__, count, self._site.memory))
        for bundle in plan.bundles:
            bundle.make(aside / bundle.folder)
        for number, job in enumerate(due):
            if job.langs is not None and signals.content_written.receivers:
                signals.content_written.send(tray.place(number, paths[number]), context=self.context)
        keys = {path: job.key for path, job in zip(paths, due, strict=True)}
        without = structs.replace(plan, due=[])  # what jobs hold is not needed any more, and a state is to be written
        self.settings[MADE] = Made(without, keys, tray, stands, aside)

    def _made(self, job: Job) -> Iterator[bytes]:
        """The pieces of a file. Raises BuildFailed naming it where it cannot be made."""
        try:
            content = job.make(self._renderer)
            yield from (content,) if isinstance(content, bytes) else content
        except KlipingError:
            raise
        except Exception as error:  # a template of a theme may raise anything: it goes on, with the page named
            raise _unmade(job, error, self._site.config.theme) from error


def _unmade(job: Job, error: Exception, theme: Path) -> BuildFailed:
    """The error for a page that could not be made, with the line of the template that failed."""
    places = [frame for frame in extract_tb(error.__traceback__) if frame.filename.startswith(str(theme))]
    line = getattr(error, "lineno", None) if isinstance(error, TemplateSyntaxError) else None
    name = getattr(error, "filename", None) or (places[-1].filename if places else None)
    return BuildFailed(
        f"this page could not be made: {type(error).__name__}: {error}",
        path=addresses.file_of(job.path),
        advice=f"Look at {name}:{line or (places[-1].lineno if places else 1)}." if name else "Report this.",
    )
