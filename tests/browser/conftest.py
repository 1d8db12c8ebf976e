"""The real site, built as a deployer builds it, served on this machine and read in one browser."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright
from site_checks.building import build_site
from site_checks.reading import Reader, browser_arguments, browser_program, reading
from site_checks.sample import write_sample
from site_checks.serving import serving
from site_checks.site import Site
from sites.extreme import write_extreme

ROOT = "http://digest.example"
PROJECT = "http://owner.example/repo"
EXTREME = "http://extreme.example/repo"
OpenReader = Callable[..., Reader]


@pytest.fixture(scope="session")
def at_root(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site as it stands at a domain's root."""
    return build_site(tmp_path_factory.mktemp("root") / "output", ROOT)


@pytest.fixture(scope="session")
def under_repo(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site as it stands under /repo/."""
    return build_site(tmp_path_factory.mktemp("repo") / "output", PROJECT)


@pytest.fixture(scope="session", params=["at_root", "under_repo"])
def site(request: pytest.FixtureRequest) -> Site:
    """The site at either kind of address."""
    built: Site = request.getfixturevalue(request.param)
    return built


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The small sound site, to which a test may add pages of its own."""
    return write_sample(tmp_path_factory.mktemp("sample"))


@pytest.fixture(scope="session")
def extreme(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A digest that strains every page."""
    folder = tmp_path_factory.mktemp("extreme")
    return build_site(folder / "output", EXTREME, content=write_extreme(folder))


@pytest.fixture(scope="session")
def browser(at_root: Site, under_repo: Site, sample: Site, extreme: Site) -> Iterator[Browser]:
    """One browser for all tests, in which only these sites exist."""
    sites = [at_root, under_repo, sample, extreme]
    with serving(*sites) as port, sync_playwright() as playwright:
        program = playwright.chromium.launch(
            executable_path=browser_program(), args=browser_arguments(sites, port), chromium_sandbox=False
        )
        yield program
        program.close()


@pytest.fixture
def read(browser: Browser) -> Iterator[OpenReader]:
    """Opens a site for a new reader, whose window closes when the test ends."""
    with ExitStack() as stack:

        def open_for_reader(site: Site, **options: Any) -> Reader:
            return stack.enter_context(reading(browser, site, **options))

        yield open_for_reader


def pytest_assertrepr_compare(op: str, left: object, right: object) -> list[str] | None:
    """Every fault on a line of its own, where a test says there are none."""
    if op == "==" and right == [] and isinstance(left, list):
        return [f"{len(left)} faults", *map(str, left)]
    return None
