"""The same content gives the same bytes, whoever builds it, wherever and whenever."""

import pytest
from newsroom.sites import TINY, build, sound, written
from site_checks.site import Site, differences


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The tiny digest built in another folder, time zone and language, its content named by its whole path."""
    folder = tmp_path_factory.mktemp("elsewhere")
    surroundings = {"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "LANG": "C", "PYTHONHASHSEED": "4711"}
    return sound(build(TINY, folder / "output", cwd=folder, **surroundings))


def test_time_zone_locale_hashes_and_working_folder_change_nothing(tiny: Site, elsewhere: Site) -> None:
    assert differences(tiny, elsewhere) == []


def test_no_file_names_the_machine_it_was_built_on(elsewhere: Site) -> None:
    folders = (TINY.parents[2], elsewhere.root.parent)
    assert [path for path, data in written(elsewhere).items() if any(str(one).encode() in data for one in folders)] == []
