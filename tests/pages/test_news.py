"""Where little differs from the last build, all that may not be as it was is asked for, and not much beside it."""

import shutil
import time
from collections.abc import Iterator
from heapq import nlargest
from pathlib import Path

import msgspec
import pytest
from newsroom.sites import TINY
from pages.conftest import entry

from kliping.digest.model import News
from kliping.memory import Key
from kliping_pelican.building.making import read_site
from kliping_pelican.building.standstill import Places, Standstill
from kliping_pelican.configuration import Configuration
from kliping_pelican.feeds import jobs as feeds
from kliping_pelican.feeds.jobs import ENTRIES
from kliping_pelican.pages.files import FILE_TEMPLATES, file_jobs
from kliping_pelican.pages.jobs import Group, Site
from kliping_pelican.pages.keys import Keys
from kliping_pelican.pages.site import all_jobs
from kliping_pelican.search.page import search_jobs
from kliping_pelican.showing import addresses

MOVED = "2024-08-21-courier-dam"
TEMPLATES = Path(__file__).parents[2] / "theme/templates"


@pytest.fixture(scope="module")
def there(config: Configuration, tmp_path_factory: pytest.TempPathFactory) -> Configuration:
    """A site whose content and theme may be edited."""
    folder = tmp_path_factory.mktemp("site")
    shutil.copytree(TINY, folder / "content")
    with (folder / f"content/articles/{MOVED}.yml").open("a", encoding="utf-8") as sidecar:
        sidecar.write("formerly: [courier]\n")
    shutil.copytree(config.theme, folder / "theme", ignore=shutil.ignore_patterns("__pycache__"))
    values = {name: getattr(config, name) for name in config.__slots__}
    return Configuration(**{**values, "content": folder / "content", "theme": folder / "theme"})


def read(config: Configuration) -> Site:
    """The site as it is now."""
    places = Places(str(config.content), str(config.theme), "none")
    return read_site(config, b"", Standstill(places, config.cache, b"", time.time_ns()), None, [])


def jobs(site: Site, keys: Keys) -> Iterator[tuple[str, Key]]:
    """Everything asked for, with its key."""
    for each in (*all_jobs(site, keys), *search_jobs(site, keys)):
        for job in each.jobs() if isinstance(each, Group) else (each,):
            yield job.path, job.key


def differing(before: dict[str, Key], now: dict[str, Key]) -> set[str]:
    """Files that are made from something else."""
    return {path for path, key in now.items() if before.get(path) != key}


@pytest.fixture(scope="module")
def site(there: Configuration) -> Site:
    """It, as it was read."""
    return read(there)


def test_each_term_of_which_something_else_is_told(site: Site) -> None:
    before, registers = dict(jobs(site, Keys(site))), site.digest.registers
    told = 0
    for id_, term in registers.vocabulary.items():
        other = msgspec.structs.replace(term, name={lang: f"{name} X" for lang, name in term.name.items()})
        edited = msgspec.structs.replace(registers, vocabulary={**registers.vocabulary, id_: other})
        now = msgspec.structs.replace(site, digest=msgspec.structs.replace(site.digest, registers=edited))
        readers = {lang: msgspec.structs.replace(reader, digest=now.digest) for lang, reader in site.readers.items()}
        now = msgspec.structs.replace(now, readers=readers)
        asked = dict(jobs(now, Keys(now, News(terms=frozenset({id_})))))
        assert differing(before, dict(jobs(now, Keys(now)))) == differing(before, asked)
        told += len(asked)
    assert told < len(before) * len(registers.vocabulary) / 2


@pytest.mark.parametrize("name", sorted(each.relative_to(TEMPLATES).as_posix() for each in TEMPLATES.rglob("*.*")))
def test_each_template(name: str, site: Site) -> None:
    before = dict(jobs(site, Keys(site)))
    files = {job.path: job.key for job in file_jobs(site, Keys(site), ())}
    path = site.config.theme / "templates" / name
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}{{# edited #}}", encoding="utf-8")
    try:
        keys = Keys(site, News(), {name})
        now, asked = dict(jobs(site, Keys(site))), dict(jobs(site, keys))
        assert differing(before, now) == differing(before, asked)
        others = differing(files, {job.path: job.key for job in file_jobs(site, Keys(site), ())})
        assert not others or any(map(keys.is_edited, FILE_TEMPLATES))
    finally:
        path.write_text(text, encoding="utf-8")


def test_no_list_is_asked_for_where_only_articles_look_otherwise(site: Site) -> None:
    asked = dict(jobs(site, Keys(site, News(), {"article/article.html"})))
    assert any(path.startswith("en/articles/") for path in asked)
    assert not any("/tags/" in path or "/outlets/" in path for path in asked)


@pytest.mark.parametrize(
    ("number", "topics", "looked_for"), [(0, ("water",), 0), (ENTRIES, ("water",), 2), (ENTRIES, (), 1)]
)
def test_no_feed_is_put_together_that_cannot_hold_the_article(
    number: int, topics: tuple[str, ...], looked_for: int, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that so many newer ones keep out of it, or that is in no such topic."""
    days = [f"2024-{1 + each // 28:02}-{1 + each % 28:02}" for each in range(ENTRIES + 1)]
    entries = [entry(each, day, topics=topics) for each, day in enumerate(days)]
    others = {"entries": {each.id: each for each in reversed(entries)}, "clippings": {}, "likenesses": {}}
    now = msgspec.structs.replace(site, digest=msgspec.structs.replace(site.digest, **others))
    counted: list[int] = []
    monkeypatch.setattr(feeds, "nlargest", lambda most, ids, key: counted.append(most) or nlargest(most, ids, key=key))
    asked = list(feeds.feed_jobs(now, now.reader("id"), Keys(now, News(articles=frozenset({f"a{number}"})))))
    assert len(counted) == looked_for
    assert len(asked) == looked_for * len(addresses.FEED_TYPES)
