"""The same content gives the same bytes, whoever builds it, wherever and whenever."""

from pathlib import Path

from newsroom.sites import TINY, build, sound, written
from site_checks.sameness import differences
from site_checks.site import Site


def test_time_zone_locale_hashes_and_working_folder_change_nothing(tiny: Site, tmp_path: Path) -> None:
    elsewhere = {"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "LANG": "C", "PYTHONHASHSEED": "4711"}
    again = sound(build(TINY, tmp_path / "output", cwd=tmp_path, **elsewhere))
    assert differences(tiny, again) == []


def test_no_file_names_the_machine_it_was_built_on(tiny: Site, tmp_path: Path) -> None:
    named = [path for path, data in written(tiny).items() if str(TINY.parents[2]).encode() in data]
    assert named == []
